#include "shell/sarap-today-page.h"

#include "records/sarap-record.h"
#include "shell/sarap-day.h"
#include "shell/sarap-errors.h"
#include "shell/sarap-host.h"
#include "shell/sarap-today-counter.h"
#include "shell/sarap-today-section.h"
#include "store/sarap-call.h"

#include <glib/gi18n-lib.h>

/* Delay between a change and reading the page again, ms: changes come in bursts */
#define SETTLE_MS 400
/* The delay is at least so many times as long as the page took to read: a large service must not be
   read all the time */
#define SETTLE_TIMES 10
/* Time after which the page explains why it is empty, ms */
#define PATIENCE_MS 1000

/* What the page shows, read slice by slice; the store's thread writes it while a call is under way
 */
typedef struct
{
  GPtrArray *funcs;
  SarapDate today;
  SarapIdentity *identity;
  SarapToday *day;
  guint func;   /* index of the function that reads the next slice */
  char *after;  /* where that function goes on, NULL for its beginning */
  gint64 began; /* monotonic time, µs */
} Reading;

struct _SarapTodayPage
{
  SarapPage parent_instance;

  /* Owned */
  GSignalGroup *changes;
  SarapCall *call;
  Reading *reading; /* NULL while nothing is read */
  guint settle;
  guint patience;

  /* Template */
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkWidget *looking;
  AdwStatusPage *failed;
  GtkWidget *import;
  AdwStatusPage *empty;
  GtkWidget *beginnings;
  GtkLabel *day;
  GtkLabel *summary;
  GtkFlowBox *counters;
  GtkBox *groups;

  guint settle_ms;
};

G_DEFINE_FINAL_TYPE (SarapTodayPage, sarap_today_page, SARAP_TYPE_PAGE)

const SarapPageEntry sarap_today_page_entry = {
  .id = "today",
  .title = N_ ("Today"),
  .icon_name = "sarap-today-symbolic",
  .get_type = sarap_today_page_get_type,
  .eager = TRUE,
};

/* The statuses with a counter, the most pressing first */
static const SarapStatus counted[] = {
  SARAP_STATUS_OVERDUE,  SARAP_STATUS_DUE,      SARAP_STATUS_REATTESTATION_DUE,
  SARAP_STATUS_NEGATIVE, SARAP_STATUS_DEFERRED,
};

static void
reading_clear (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->funcs);
  g_clear_pointer (&reading->identity, sarap_identity_free);
  g_clear_pointer (&reading->day, sarap_today_free);
  g_free (reading->after);
}

static void
reading_unref (gpointer reading)
{
  g_atomic_rc_box_release_full (reading, reading_clear);
}

static gpointer
today_read_slice (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  SarapTodayFunc func = reading->funcs->pdata[reading->func];

  if (!func (db, reading->today, reading->identity, reading->day, &reading->after, error))
    return NULL;
  if (reading->after == NULL)
    reading->func++;
  return reading;
}

static void
show_counters (SarapTodayPage *self, const SarapToday *day, const SarapIdentity *identity)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      GtkFlowBoxChild *counter = gtk_flow_box_get_child_at_index (self->counters, i);
      const char *status = sarap_code_text (sarap_statuses, counted[i]);
      g_autofree char *query = g_strconcat ("status=", status, NULL);
      g_autofree char *path = sarap_today_list_path (identity, query);

      sarap_today_counter_set (SARAP_TODAY_COUNTER (counter), day->counts[counted[i]], path);
    }
}

static void
show_groups (SarapTodayPage *self, const SarapToday *day)
{
  SarapDate today = sarap_page_get_today (SARAP_PAGE (self));
  g_autoptr (GtkSizeGroup) dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < day->groups->len; i++)
    gtk_box_append (self->groups, sarap_today_section_new (day->groups->pdata[i], today, dates));
}

/* The list is work for those who may edit, and information for others */
static char *
say_summary (guint things, const SarapIdentity *identity)
{
  if (things == 0)
    return g_strdup (identity->may_edit ? _ ("Nothing waits for you today.")
                                        : _ ("Nobody is due now."));
  if (!identity->may_edit)
    return g_strdup_printf (ngettext ("%'u officer is listed below, the soonest first.",
                                      "%'u officers are listed below, the soonest first.", things),
                            things);
  return g_strdup_printf (ngettext ("%'u thing waits for you, the soonest first.",
                                    "%'u things wait for you, the soonest first.", things),
                          things);
}

static void
show_day (SarapTodayPage *self, const SarapToday *day, const SarapIdentity *identity)
{
  g_autofree char *text = sarap_day_say (sarap_page_get_today (SARAP_PAGE (self)));
  guint things = sarap_today_count (day);
  guint urgent = day->counts[SARAP_STATUS_OVERDUE];
  g_autofree char *summary = say_summary (things, identity);

  adw_status_page_set_title (self->empty, sarap_identity_title_empty (identity));
  adw_status_page_set_description (self->empty, sarap_identity_explain_empty (identity));
  gtk_widget_set_visible (self->beginnings, identity->may_edit);
  gtk_label_set_text (self->day, text);
  gtk_label_set_text (self->summary, summary);
  show_counters (self, day, identity);
  show_groups (self, day);
  sarap_page_set_badge (SARAP_PAGE (self), urgent, urgent > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    day->officers == 0 && things == 0 ? "empty" : "day");
}

static void
show_failed (SarapTodayPage *self, const GError *error)
{
  g_autofree char *said = sarap_error_say (error);
  g_autofree char *text = g_markup_escape_text (said, -1);

  gtk_spinner_stop (self->spinner);
  adw_status_page_set_description (self->failed, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
today_finish (SarapTodayPage *self)
{
  guint took_ms = (g_get_monotonic_time () - self->reading->began) / 1000;

  g_debug ("today was read in %u ms", took_ms);
  self->settle_ms = MAX (SETTLE_MS, took_ms * SETTLE_TIMES);
  gtk_spinner_stop (self->spinner);
  show_day (self, self->reading->day, self->reading->identity);
  g_clear_pointer (&self->reading, reading_unref);
}

static void
today_read_on (SarapTodayPage *self)
{
  if (self->reading->func >= self->reading->funcs->len)
    today_finish (self);
  else
    sarap_call_ask (self->call, sarap_page_get_store (SARAP_PAGE (self)),
                    SARAP_STORE_PRIORITY_BACKGROUND, today_read_slice,
                    g_atomic_rc_box_acquire (self->reading), reading_unref, NULL);
}

static void
on_slice (gpointer answer, const GError *error, gpointer owner)
{
  SarapTodayPage *self = owner;

  if (answer != NULL)
    today_read_on (self);
  else
    show_failed (self, error);
}

static void
today_load (SarapTodayPage *self, const char *reason)
{
  SarapPage *page = SARAP_PAGE (self);
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  const SarapIdentity *identity = sarap_page_get_identity (page);

  sarap_call_cancel (self->call);
  if (sarap_page_get_store (page) == NULL || identity == NULL || host == NULL)
    return;
  g_debug ("today is read: %s", reason);
  g_clear_pointer (&self->reading, reading_unref);
  self->reading = g_atomic_rc_box_new0 (Reading);
  self->reading->funcs =
      g_ptr_array_ref (sarap_registry_get_todays (sarap_host_get_registry (host)));
  self->reading->today = sarap_page_get_today (page);
  self->reading->identity = sarap_identity_copy (identity);
  self->reading->day = sarap_today_new (self->reading->today);
  self->reading->began = g_get_monotonic_time ();
  today_read_on (self);
}

static gboolean
on_settled (gpointer data)
{
  SarapTodayPage *self = data;

  self->settle = 0;
  today_load (self, "records changed");
  return G_SOURCE_REMOVE;
}

/* The page shows what follows from the standing of officers */
static void
on_record_changed (SarapTodayPage *self, const char *record)
{
  if (sarap_record_type_touches_standing (record) && self->settle == 0)
    self->settle = g_timeout_add (self->settle_ms, on_settled, self);
}

static gboolean
on_patience (gpointer user_data)
{
  SarapTodayPage *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (self->looking,
                          sarap_session_opens_file (sarap_page_get_session (SARAP_PAGE (self))));
  return G_SOURCE_REMOVE;
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  today_load (user_data, "asked for");
}

/* What is added from here is what most often is: an officer */
static void
on_create (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_host_open_path (sarap_host_of (user_data), "officers/new");
}

static void
renew_create (SarapTodayPage *self)
{
  const SarapIdentity *identity = sarap_page_get_identity (SARAP_PAGE (self));
  GAction *create =
      g_action_map_lookup_action (sarap_page_get_actions (SARAP_PAGE (self)), "create");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (create), identity != NULL && identity->may_edit);
}

static void
sarap_today_page_refresh (SarapPage *page, SarapRefresh what)
{
  SarapTodayPage *self = SARAP_TODAY_PAGE (page);

  renew_create (self);
  if (what & SARAP_REFRESH_STORE)
    {
      g_signal_group_set_target (self->changes, sarap_page_get_store (page));
      gtk_stack_set_visible_child_name (self->stack, "waiting");
      gtk_spinner_start (self->spinner);
      gtk_widget_set_visible (self->looking, FALSE);
      g_clear_handle_id (&self->patience, g_source_remove);
    }
  today_load (self, "another database, identity or day");
}

static void
sarap_today_page_dispose (GObject *object)
{
  SarapTodayPage *self = SARAP_TODAY_PAGE (object);

  sarap_call_cancel (self->call);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->reading, reading_unref);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (sarap_today_page_parent_class)->dispose (object);
}

static void
sarap_today_page_finalize (GObject *object)
{
  sarap_call_free (SARAP_TODAY_PAGE (object)->call);
  G_OBJECT_CLASS (sarap_today_page_parent_class)->finalize (object);
}

static void
sarap_today_page_class_init (SarapTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_today_page_finalize;
  SARAP_PAGE_CLASS (klass)->refresh = sarap_today_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, looking);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, failed);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, import);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, beginnings);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, counters);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayPage, groups);
}

static void
sarap_today_page_init (SarapTodayPage *self)
{
  static const GActionEntry entries[] = { { "refresh", on_refresh }, { "create", on_create } };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    gtk_flow_box_insert (self->counters, sarap_today_counter_new (counted[i]), -1);
  gtk_spinner_start (self->spinner);
  self->patience = g_timeout_add (PATIENCE_MS, on_patience, self);
  self->settle_ms = SETTLE_MS;
  self->call = sarap_call_new (on_slice, self);
  self->changes = g_signal_group_new (SARAP_TYPE_STORE);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_record_changed), self);
  g_action_map_add_action_entries (sarap_page_get_actions (SARAP_PAGE (self)), entries,
                                   G_N_ELEMENTS (entries), self);
}

#include "shell/sarap-today-page.h"

#include "records/sarap-record.h"
#include "shell/sarap-day.h"
#include "shell/sarap-errors.h"
#include "shell/sarap-host.h"
#include "shell/sarap-status.h"
#include "shell/sarap-today-section.h"

#include <glib/gi18n-lib.h>

/* Changes come in bursts: what is to be done is asked for once they are over, and where that takes
   long, so many times less often */
#define SETTLE_MS 400
#define SETTLE_TIMES 10
/* What takes longer is explained */
#define PATIENCE_MS 1000

/* What is asked for, slice by slice; the store's thread writes it while a call is under way */
typedef struct
{
  GPtrArray *funcs;
  SarapDate today;
  SarapIdentity *identity;
  SarapToday *day;
  guint func;  /* whose turn it is */
  char *after; /* and where it goes on */
  gint64 began;
} Question;

struct _SarapTodayPage
{
  SarapPage parent_instance;

  /* Owned */
  GSignalGroup *changes;
  GCancellable *cancellable;
  Question *question; /* the one under way */
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

/* Characters in a line of a counter's pill */
#define PILL_CHARS 14

/* The statuses with a counter, the most pressing first */
static const SarapStatus counted[] = {
  SARAP_STATUS_OVERDUE,  SARAP_STATUS_DUE,      SARAP_STATUS_REATTESTATION_DUE,
  SARAP_STATUS_NEGATIVE, SARAP_STATUS_DEFERRED,
};

static void
question_clear (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->funcs);
  g_clear_pointer (&question->identity, sarap_identity_free);
  g_clear_pointer (&question->day, sarap_today_free);
  g_free (question->after);
}

static void
question_unref (gpointer question)
{
  g_atomic_rc_box_release_full (question, question_clear);
}

static gpointer
ask (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  SarapTodayFunc func = question->funcs->pdata[question->func];

  if (!func (db, question->today, question->identity, question->day, &question->after, error))
    return NULL;
  if (question->after == NULL)
    question->func++;
  return question;
}

static GtkWidget *
new_counter (SarapStatus status, guint count, const SarapIdentity *identity)
{
  const char *label = _ (sarap_code_label (sarap_statuses, status));
  g_autofree char *query = g_strconcat ("status=", sarap_code_text (sarap_statuses, status), NULL);
  g_autofree char *path = sarap_today_list_path (identity, query);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *name = g_strdup_printf ("%s: %'u", label, count);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *figure = gtk_label_new (number);
  GtkWidget *pill = sarap_status_pill_new ();

  gtk_widget_add_css_class (figure, "figure");
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  sarap_status_pill_set (GTK_LABEL (pill), status, label);
  gtk_label_set_wrap (GTK_LABEL (pill), TRUE);
  /* or a line would have fewer counters than it has room for */
  gtk_label_set_max_width_chars (GTK_LABEL (pill), PILL_CHARS);
  gtk_label_set_xalign (GTK_LABEL (pill), 0);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "counter");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
show_counters (SarapTodayPage *self, const SarapToday *day, const SarapIdentity *identity)
{
  GtkFlowBoxChild *child = NULL;

  while ((child = gtk_flow_box_get_child_at_index (self->counters, 0)) != NULL)
    gtk_flow_box_remove (self->counters, GTK_WIDGET (child));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      GtkWidget *cell = gtk_flow_box_child_new ();

      gtk_widget_set_focusable (cell, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell),
                                    new_counter (counted[i], day->counts[counted[i]], identity));
      gtk_flow_box_insert (self->counters, cell, -1);
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

/* What is listed is HR's to do; others only look at it */
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
finish (SarapTodayPage *self, Question *question)
{
  guint took_ms = (g_get_monotonic_time () - question->began) / 1000;

  self->settle_ms = MAX (SETTLE_MS, took_ms * SETTLE_TIMES);
  gtk_spinner_stop (self->spinner);
  show_day (self, question->day, question->identity);
  g_clear_pointer (&self->question, question_unref);
}

static void on_answer (GObject *object, GAsyncResult *result, gpointer user_data);

static void
ask_on (SarapTodayPage *self, SarapStore *store)
{
  if (self->question->func >= self->question->funcs->len)
    finish (self, self->question);
  else
    sarap_store_call_async (store, SARAP_STORE_PRIORITY_BACKGROUND, ask,
                            g_atomic_rc_box_acquire (self->question), question_unref, NULL,
                            self->cancellable, on_answer, g_object_ref (self));
}

static void
on_answer (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (question == NULL)
    show_failed (self, error);
  else if (question == self->question)
    ask_on (self, SARAP_STORE (object));
}

static void
load (SarapTodayPage *self)
{
  SarapPage *page = SARAP_PAGE (self);
  SarapStore *store = sarap_page_get_store (page);
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  const SarapIdentity *identity = sarap_page_get_identity (page);

  if (store == NULL || identity == NULL || host == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->question, question_unref);
  self->question = g_atomic_rc_box_new0 (Question);
  self->question->funcs =
      g_ptr_array_ref (sarap_registry_get_todays (sarap_host_get_registry (host)));
  self->question->today = sarap_page_get_today (page);
  self->question->identity = sarap_identity_copy (identity);
  self->question->day = sarap_today_new (self->question->today);
  self->question->began = g_get_monotonic_time ();
  ask_on (self, store);
}

static gboolean
on_settled (gpointer data)
{
  SarapTodayPage *self = data;

  self->settle = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is asked here follows from where officers stand */
static void
on_changed (SarapTodayPage *self, const char *record)
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
  load (user_data);
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
  load (self);
}

static void
sarap_today_page_dispose (GObject *object)
{
  SarapTodayPage *self = SARAP_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->question, question_unref);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (sarap_today_page_parent_class)->dispose (object);
}

static void
sarap_today_page_class_init (SarapTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_today_page_dispose;
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
  gtk_spinner_start (self->spinner);
  self->patience = g_timeout_add (PATIENCE_MS, on_patience, self);
  self->settle_ms = SETTLE_MS;
  self->changes = g_signal_group_new (SARAP_TYPE_STORE);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_changed), self);
  g_action_map_add_action_entries (sarap_page_get_actions (SARAP_PAGE (self)), entries,
                                   G_N_ELEMENTS (entries), self);
}

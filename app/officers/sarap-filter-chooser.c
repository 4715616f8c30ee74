#include "officers/sarap-filter-chooser.h"

#include "forms/sarap-form-date.h"
#include "officers/sarap-filter-choice.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-name-keys.h"

#include <glib/gi18n-lib.h>

/* Number of choices from which they can be searched */
#define SEARCHED_FROM 12

struct _SarapFilterChooser
{
  AdwBin parent_instance;

  /* Owned */
  SarapOfficerCache *cache;

  /* Borrowed */
  SarapFilter *filter;

  /* Template */
  GtkWidget *search;
  GtkBox *choices;
  GtkWidget *days;
  GtkWidget *from;
  GtkWidget *until;

  SarapCriterion criterion;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SarapFilterChooser, sarap_filter_chooser, ADW_TYPE_BIN)

static void
tell_changed (SarapFilterChooser *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_check (SarapFilter *filter, guint check, gboolean asked)
{
  filter->checks = asked ? filter->checks | check : filter->checks & ~check;
}

/* A choice without a key is a status, a check or a span of days */
static void
on_toggled (SarapFilterChooser *self, GtkCheckButton *button)
{
  const char *key = sarap_filter_choice_get_key (SARAP_FILTER_CHOICE (button));
  int value = sarap_filter_choice_get_value (SARAP_FILTER_CHOICE (button));
  gboolean active = gtk_check_button_get_active (button);
  int span = sarap_criterion_span (self->criterion);

  if (key != NULL)
    sarap_filter_set_key (self->filter, sarap_criterion_keys (self->criterion), key, active);
  else if (self->criterion == SARAP_CRITERION_CHECK)
    set_check (self->filter, value, active);
  else if (span < 0)
    sarap_filter_set_status (self->filter, value, active);
  else if (!active)
    return;
  else
    {
      self->filter->spans[span].kind = value;
      gtk_widget_set_sensitive (self->from, value == SARAP_FILTER_RANGE);
      gtk_widget_set_sensitive (self->until, value == SARAP_FILTER_RANGE);
      if (value == SARAP_FILTER_RANGE)
        gtk_widget_grab_focus (self->from);
    }
  tell_changed (self);
}

static GtkWidget *
add_choice (
    SarapFilterChooser *self, const char *label, const char *key, int value, gboolean active)
{
  GtkWidget *button = sarap_filter_choice_new (label, key, value);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->choices, button);
  return button;
}

/* The most urgent status is first */
static void
add_statuses (SarapFilterChooser *self)
{
  static const SarapStatus order[] = {
    SARAP_STATUS_OVERDUE,
    SARAP_STATUS_DUE,
    SARAP_STATUS_REATTESTATION_DUE,
    SARAP_STATUS_NEGATIVE,
    SARAP_STATUS_REATTESTATION_UPCOMING,
    SARAP_STATUS_DEFERRED,
    SARAP_STATUS_UPCOMING,
    SARAP_STATUS_NOT_IN_SERVICE,
  };
  const guint *counts = sarap_officer_cache_get_counts (self->cache);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      /* TRANSLATORS: a status and how many have it: "Overdue (12)" */
      g_autofree char *label = g_strdup_printf (
          _ ("%1$s (%2$'u)"), _ (sarap_code_label (sarap_statuses, order[i])), counts[order[i]]);

      add_choice (self, label, NULL, order[i], (self->filter->statuses & (1u << order[i])) != 0);
    }
}

static void
add_checks (SarapFilterChooser *self)
{
  for (guint i = 0; i < SARAP_FILTER_CHECKS; i++)
    add_choice (self, sarap_filter_check_say (1u << i), NULL, 1 << i,
                (self->filter->checks & (1u << i)) != 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *left =
      sarap_sort_key (sarap_body_get_name (*(const SarapBody *const *) a), NULL, NULL);
  g_autofree char *right =
      sarap_sort_key (sarap_body_get_name (*(const SarapBody *const *) b), NULL, NULL);

  return strcmp (left, right);
}

static GPtrArray *
sorted_by_name (GPtrArray *bodies)
{
  GPtrArray *sorted = g_ptr_array_copy (bodies, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_names);
  return sorted;
}

static void
add_bodies (SarapFilterChooser *self, SarapBodies *bodies)
{
  g_autoptr (GPtrArray) sorted = sorted_by_name (sarap_bodies_get_bodies (bodies));
  SarapFilterKeysOf keys = sarap_criterion_keys (self->criterion);
  gboolean commission = keys == SARAP_FILTER_COMMISSION;

  if (commission)
    add_choice (self, _ ("Central commission"), SARAP_FILTER_CENTRAL, 0,
                sarap_filter_has_key (self->filter, keys, SARAP_FILTER_CENTRAL));
  for (guint i = 0; i < sorted->len; i++)
    {
      const SarapBody *body = sorted->pdata[i];

      if (!commission || !body->central)
        add_choice (self, sarap_body_get_name (body), body->key, 0,
                    sarap_filter_has_key (self->filter, keys, body->key));
    }
}

/* The units of the bodies that are chosen, or of all bodies if none is */
static void
add_units (SarapFilterChooser *self, SarapBodies *bodies)
{
  g_autoptr (GPtrArray) units = sorted_by_name (sarap_bodies_get_units (bodies));
  gboolean all = self->filter->keys[SARAP_FILTER_BODY]->len == 0;

  for (guint i = 0; i < units->len; i++)
    {
      const SarapBody *unit = units->pdata[i];
      const SarapBody *body = sarap_bodies_body (bodies, unit->body_id);
      gboolean chosen = sarap_filter_has_key (self->filter, SARAP_FILTER_UNIT, unit->key);
      g_autofree char *label = NULL;

      if (!chosen && !all && !sarap_filter_has_key (self->filter, SARAP_FILTER_BODY, body->key))
        continue;
      /* TRANSLATORS: %1$s a unit, %2$s its body */
      label = g_strdup_printf (_ ("%1$s · %2$s"), sarap_body_get_name (unit),
                               sarap_body_get_name (body));
      add_choice (self, label, unit->key, 0, chosen);
    }
}

static void
on_day_changed (SarapFilterChooser *self, GtkEditable *entry)
{
  SarapFilterSpan *span = &self->filter->spans[sarap_criterion_span (self->criterion)];
  const char *text = gtk_editable_get_text (entry);
  SarapDate day;

  if (sarap_form_read_date (text, &day) != SARAP_FORM_READ_DAY && *text != '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (GTK_WIDGET (entry) == self->from)
    span->from = day;
  else
    span->until = day;
  tell_changed (self);
}

static void
show_day (GtkWidget *entry, const SarapFilterSpan *span, SarapDate day)
{
  g_autofree char *text = day != SARAP_DATE_NONE ? sarap_format_date (day) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_sensitive (entry, span->kind == SARAP_FILTER_RANGE);
}

static void
add_spans (SarapFilterChooser *self)
{
  const SarapFilterSpan *span = &self->filter->spans[sarap_criterion_span (self->criterion)];
  GtkWidget *first = NULL;

  for (guint kind = SARAP_FILTER_ANY; kind <= SARAP_FILTER_RANGE; kind++)
    {
      GtkWidget *button = NULL;

      if (kind == SARAP_FILTER_PAST && self->criterion == SARAP_CRITERION_DEFERRAL)
        continue;
      button = add_choice (self, sarap_filter_span_say (kind), NULL, kind, FALSE);
      if (first == NULL)
        first = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      g_signal_handlers_block_by_func (button, on_toggled, self);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), span->kind == kind);
      g_signal_handlers_unblock_by_func (button, on_toggled, self);
    }
  show_day (self->from, span, span->from);
  show_day (self->until, span, span->until);
  gtk_widget_set_visible (self->days, TRUE);
}

static void
on_search_changed (SarapFilterChooser *self)
{
  g_autofree char *text =
      sarap_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)), SARAP_FOLD_LOOSE);

  for (GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); choice != NULL;
       choice = gtk_widget_get_next_sibling (choice))
    gtk_widget_set_visible (choice,
                            sarap_filter_choice_matches (SARAP_FILTER_CHOICE (choice), text));
}

static void
on_search_started (SarapFilterChooser *self)
{
  gtk_text_grab_focus_without_selecting (
      GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search))));
}

/* The arrow keys move the focus: GTK 4.8 would tick check buttons as if they were radio buttons */
static gboolean
on_key (SarapFilterChooser *self, guint keyval)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->choices));
  GtkWidget *to = NULL;

  if (focus == NULL || sarap_criterion_span (self->criterion) >= 0 ||
      (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  to = keyval == GDK_KEY_Down ? gtk_widget_get_next_sibling (focus)
                              : gtk_widget_get_prev_sibling (focus);
  while (to != NULL && !gtk_widget_get_visible (to))
    to = keyval == GDK_KEY_Down ? gtk_widget_get_next_sibling (to)
                                : gtk_widget_get_prev_sibling (to);
  if (to != NULL)
    gtk_widget_grab_focus (to);
  return GDK_EVENT_STOP;
}

static void
sarap_filter_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILTER_CHOOSER);
  G_OBJECT_CLASS (sarap_filter_chooser_parent_class)->dispose (object);
}

static void
sarap_filter_chooser_finalize (GObject *object)
{
  g_object_unref (SARAP_FILTER_CHOOSER (object)->cache);
  G_OBJECT_CLASS (sarap_filter_chooser_parent_class)->finalize (object);
}

static void
sarap_filter_chooser_class_init (SarapFilterChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_filter_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_filter_chooser_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-filter-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChooser, choices);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChooser, days);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChooser, from);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChooser, until);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
}

static void
sarap_filter_chooser_init (SarapFilterChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
count_choices (SarapFilterChooser *self)
{
  guint n = 0;

  for (GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); choice != NULL;
       choice = gtk_widget_get_next_sibling (choice))
    n++;
  return n;
}

GtkWidget *
sarap_filter_chooser_new (SarapCriterion criterion, SarapFilter *filter, SarapOfficerCache *cache)
{
  SarapFilterChooser *self = g_object_new (SARAP_TYPE_FILTER_CHOOSER, NULL);
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);

  self->criterion = criterion;
  self->filter = filter;
  self->cache = g_object_ref (cache);
  if (criterion == SARAP_CRITERION_STATUS)
    add_statuses (self);
  else if (criterion == SARAP_CRITERION_CHECK)
    add_checks (self);
  else if (sarap_criterion_span (criterion) >= 0)
    add_spans (self);
  else if (bodies != NULL && criterion == SARAP_CRITERION_UNIT)
    add_units (self, bodies);
  else if (bodies != NULL)
    add_bodies (self, bodies);
  if (count_choices (self) >= SEARCHED_FROM)
    {
      gtk_widget_set_visible (self->search, TRUE);
      gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

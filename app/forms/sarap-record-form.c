#include "forms/sarap-record-form.h"

#include "forms/sarap-form-field.h"
#include "forms/sarap-record-leave.h"
#include "forms/sarap-record-format.h"
#include "forms/sarap-record-screen.h"
#include "shell/sarap-shortcuts.h"

#include <glib/gi18n-lib.h>

#define COLUMNS 3

struct _SarapRecordForm
{
  AdwBin parent_instance;

  SarapDate today; /* no attestation was held after it; SARAP_DATE_FAR: every day is allowed */

  /* Owned */
  SarapRecord *before;
  SarapBodies *bodies;

  /* Borrowed */
  const SarapRecordType *type;
  const SarapRecordScreen *screen;

  /* Made in new */
  SarapFormField **fields; /* one a field of the type, NULL for one that is not shown */
  GtkWidget *focused;      /* a weak pointer: what had the focus when saving began */

  /* Template */
  GtkWidget *grid;
  GtkWidget *remove;
  GtkLabel *hint;
  GtkLabel *error;

  gboolean dirty;
  gboolean busy;
  gboolean savable;
};

enum
{
  PROP_DIRTY = 1,
  N_PROPS
};

enum
{
  SAVE,
  CANCEL,
  REMOVE,
  TYPED,
  SETTLED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapRecordForm, sarap_record_form, ADW_TYPE_BIN)

/* The value that is typed, also where its field does not apply; the former value of a field that is
   not shown */
static char *
typed_value (SarapRecordForm *self, guint index)
{
  g_autofree char *value = NULL;
  char *clean;

  if (self->fields[index] == NULL)
    return g_strdup (sarap_record_values (self->before)[index]);
  value = sarap_form_field_dup_value (self->fields[index]);
  clean = value != NULL ? sarap_field_clean (&self->type->fields[index], value) : NULL;
  return clean != NULL ? clean : g_steal_pointer (&value);
}

static gboolean
is_needed (SarapRecordForm *self, guint index)
{
  const SarapField *field = &self->type->fields[index];

  return (field->flags & SARAP_FIELD_REQUIRED) ||
         (self->screen->needed != NULL && self->screen->needed (field));
}

static char **
typed_values (SarapRecordForm *self)
{
  char **values = g_new0 (char *, self->type->n_fields + 1);

  for (guint i = 0; i < self->type->n_fields; i++)
    values[i] = typed_value (self, i);
  return values;
}

static gboolean
applies (SarapRecordForm *self, guint index, char **typed)
{
  return self->fields[index] == NULL || self->screen->applies == NULL ||
         self->screen->applies (&self->type->fields[index], (const char *const *) typed);
}

/* The values to be saved: a field that does not apply is empty */
static char **
values_of (SarapRecordForm *self)
{
  char **typed = typed_values (self);
  g_autofree gboolean *kept = g_new (gboolean, self->type->n_fields);

  for (guint i = 0; i < self->type->n_fields; i++)
    kept[i] = applies (self, i, typed);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (!kept[i])
      g_clear_pointer (&typed[i], g_free);
  return typed;
}

static void
free_values (SarapRecordForm *self, char **values)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    g_free (values[i]);
  g_free (values);
}

static gboolean
differs (SarapRecordForm *self, char **values)
{
  const char *const *before = sarap_record_values (self->before);

  for (guint i = 0; i < self->type->n_fields; i++)
    if (g_strcmp0 (before[i], values[i]) != 0)
      return TRUE;
  return FALSE;
}

/* The field of a body, or a unit; -1 if there is none */
static int
find_reference (SarapRecordForm *self, const SarapRecordType *refers)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->type->fields[i].refers == refers)
      return i;
  return -1;
}

/* Offers the units of the body that is chosen */
static void
update_units (SarapRecordForm *self)
{
  GPtrArray *records = sarap_bodies_get_records (self->bodies, &sarap_unit_type);
  int body = find_reference (self, &sarap_body_type);
  int unit = find_reference (self, &sarap_unit_type);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *chosen = NULL;

  if (body < 0 || unit < 0)
    return;
  chosen = sarap_form_field_dup_value (self->fields[body]);
  for (guint i = 0; i < records->len; i++)
    {
      SarapRecord *place = g_ptr_array_index (records, i);
      const char *code = sarap_record_get (place, "code");

      if (g_strcmp0 (sarap_record_get (place, "body"), chosen) != 0)
        continue;
      g_ptr_array_add (codes, (gpointer) code);
      g_ptr_array_add (labels, (gpointer) sarap_bodies_name_unit (self->bodies, chosen, code));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  sarap_form_field_set_choices (self->fields[unit], (const char *const *) codes->pdata,
                                (const char *const *) labels->pdata);
}

static void
update_bodies (SarapRecordForm *self)
{
  GPtrArray *records = sarap_bodies_get_records (self->bodies, &sarap_body_type);
  int body = find_reference (self, &sarap_body_type);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (body < 0)
    return;
  for (guint i = 0; i < records->len; i++)
    {
      const char *code = sarap_record_get (g_ptr_array_index (records, i), "code");

      g_ptr_array_add (codes, (gpointer) code);
      g_ptr_array_add (labels, (gpointer) sarap_bodies_name_body (self->bodies, code));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  sarap_form_field_set_choices (self->fields[body], (const char *const *) codes->pdata,
                                (const char *const *) labels->pdata);
  update_units (self);
}

/* Shows the fields that apply, one after the other; a text of several lines has a row of its own */
static void
update_shown (SarapRecordForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->grid);
  char **typed = typed_values (self);
  int place = 0;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      gboolean wide = self->type->fields[i].type == SARAP_FIELD_LONG_TEXT;
      GtkLayoutChild *child;

      if (self->fields[i] == NULL)
        continue;
      gtk_widget_set_visible (GTK_WIDGET (self->fields[i]), applies (self, i, typed));
      if (!applies (self, i, typed))
        continue;
      if (wide && place % COLUMNS != 0)
        place += COLUMNS - place % COLUMNS;
      child = gtk_layout_manager_get_layout_child (layout, GTK_WIDGET (self->fields[i]));
      gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (child), place % COLUMNS);
      gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (child), place / COLUMNS);
      gtk_grid_layout_child_set_column_span (GTK_GRID_LAYOUT_CHILD (child), wide ? COLUMNS : 1);
      place += wide ? COLUMNS : 1;
    }
  free_values (self, typed);
}

static gboolean
is_missing (SarapRecordForm *self, guint index, char **values)
{
  return self->fields[index] != NULL && (values[index] == NULL || *values[index] == '\0');
}

/* A field that is merely empty gets its message once the person has been there */
static void
show_fault (SarapRecordForm *self, const SarapFault *fault, char **values)
{
  SarapFormField *field = self->fields[fault->field];
  g_autofree char *message = NULL;

  if (field == NULL ||
      (is_missing (self, fault->field, values) && !sarap_form_field_is_touched (field)))
    return;
  message = sarap_record_say_fault (self->type, fault, values[fault->field]);
  sarap_form_field_set_fault (field, message);
}

/* Likely slips in the fields that the person changed; a value that is kept already may have its
   reason. A sentence a line, "" for none. */
static char *
say_slips (SarapRecordForm *self, char **values)
{
  const char *const *before = sarap_record_values (self->before);
  g_autoptr (GPtrArray) hints = sarap_record_type_hints (self->type, (const char *const *) values);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      const SarapFault *hint = g_ptr_array_index (hints, i);

      if (g_strcmp0 (before[hint->field], values[hint->field]) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", hint->message);
    }
  return g_string_free (text, FALSE);
}

/* Says beside the button why the record cannot be saved yet, or what should be looked at again */
static void
show_hint (SarapRecordForm *self, gboolean wrong, const char *missing, char **values)
{
  g_autofree char *hint = NULL;

  if (wrong)
    hint = g_strdup (_ ("What is marked above has to be put right first."));
  else if (*missing != '\0')
    /* TRANSLATORS: the labels of fields */
    hint = g_strdup_printf (_ ("Still to be filled in: %s"), missing);
  else
    hint = say_slips (self, values);
  gtk_label_set_text (self->hint, hint);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const SarapFault *left = *(const SarapFault *const *) a;
  const SarapFault *right = *(const SarapFault *const *) b;

  return (int) left->field - (int) right->field;
}

static void
show_faults (SarapRecordForm *self, GPtrArray *faults, char **values)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  gboolean wrong = FALSE;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->fields[i] != NULL)
      sarap_form_field_set_fault (self->fields[i], NULL);
  /* in the order in which the form is read */
  g_ptr_array_sort (faults, compare_positions);
  for (guint i = 0; i < faults->len; i++)
    {
      const SarapFault *fault = g_ptr_array_index (faults, i);

      if (is_missing (self, fault->field, values))
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                                _ (self->type->fields[fault->field].label));
      else
        wrong = TRUE;
      show_fault (self, fault, values);
    }
  show_hint (self, wrong, missing->str, values);
}

static void
set_dirty (SarapRecordForm *self, gboolean dirty)
{
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIRTY]);
}

static void
form_update (SarapRecordForm *self)
{
  char **values = values_of (self);
  g_autoptr (GPtrArray) faults =
      sarap_record_type_check_on (self->type, (const char *const *) values, self->today);

  show_faults (self, faults, values);
  set_dirty (self, differs (self, values));
  self->savable = faults->len == 0 && self->dirty && !self->busy;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", self->savable);
  free_values (self, values);
}

static void
on_field_changed (SarapFormField *field, SarapRecordForm *self)
{
  int body = find_reference (self, &sarap_body_type);

  if (body >= 0 && field == self->fields[body])
    update_units (self);
  update_shown (self);
  sarap_record_form_set_error (self, NULL);
  form_update (self);
  g_signal_emit (self, signals[TYPED], 0);
}

/* Enter goes on to the next field, and saves in the last */
static void
on_field_entered (SarapFormField *field, SarapRecordForm *self)
{
  gboolean passed = FALSE;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      if (passed && self->fields[i] != NULL &&
          gtk_widget_get_visible (GTK_WIDGET (self->fields[i])))
        {
          sarap_form_field_focus (self->fields[i]);
          return;
        }
      passed = passed || self->fields[i] == field;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
form_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
form_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CANCEL], 0);
}

static void
on_discard (gpointer data)
{
  g_signal_emit (data, signals[CANCEL], 0);
}

/* The form's owner closes it after saving */
static void
on_saved (gpointer data)
{
}

/* Asks first when something was typed: one key must not discard the work of a minute */
static void
form_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (SARAP_RECORD_FORM (widget)->dirty)
    sarap_record_ask_to_leave (widget, SARAP_RECORD_FORM (widget)->savable, on_discard, on_saved,
                               widget);
  else
    g_signal_emit (widget, signals[CANCEL], 0);
}

static void
form_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
sarap_record_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (sarap_record_form_parent_class)->dispose (object);
}

static void
sarap_record_form_finalize (GObject *object)
{
  SarapRecordForm *self = SARAP_RECORD_FORM (object);

  g_clear_weak_pointer (&self->focused);
  g_clear_object (&self->before);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  g_free (self->fields);
  G_OBJECT_CLASS (sarap_record_form_parent_class)->finalize (object);
}

static void
sarap_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DIRTY)
    g_value_set_boolean (value, SARAP_RECORD_FORM (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static guint
add_signal (SarapRecordFormClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
sarap_record_form_class_init (SarapRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sarap_record_form_dispose;
  object_class->finalize = sarap_record_form_finalize;
  object_class->get_property = sarap_record_form_get_property;

  props[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SAVE] = add_signal (klass, "save");
  signals[CANCEL] = add_signal (klass, "cancel");
  signals[REMOVE] = add_signal (klass, "remove");
  signals[TYPED] = add_signal (klass, "typed");
  signals[SETTLED] = add_signal (klass, "settled");

  gtk_widget_class_set_css_name (widget_class, "recordform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordForm, grid);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordForm, remove);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordForm, hint);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordForm, error);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, form_save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, form_cancel);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, form_leave);
  gtk_widget_class_install_action (widget_class, "form.remove", NULL, form_remove);
}

static void
sarap_record_form_init (SarapRecordForm *self)
{
  SarapShortcuts *shortcuts = sarap_shortcuts_new (GTK_WIDGET (self), GTK_PHASE_BUBBLE);

  sarap_shortcuts_add (shortcuts, "<Control>s", "form.save");
  sarap_shortcuts_add (shortcuts, "<Control>Return", "form.save");
  sarap_shortcuts_add (shortcuts, "Escape", "form.leave");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_field (SarapRecordForm *self, guint index)
{
  const SarapField *field = &self->type->fields[index];

  /* a record stays with its officer */
  if (self->type->owner == SARAP_OWNER_OFFICER && field->refers == &sarap_officer_type)
    return;
  self->fields[index] = SARAP_FORM_FIELD (sarap_form_field_new (
      field, sarap_record_screen_words (self->screen, field->name), is_needed (self, index)));
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->fields[index]), (int) index % COLUMNS,
                   (int) index / COLUMNS, 1, 1);
}

static void
take_values (SarapRecordForm *self)
{
  const char *const *values = sarap_record_values (self->before);
  int unit = find_reference (self, &sarap_unit_type);

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->fields[i] != NULL)
      sarap_form_field_set_value (self->fields[i], values[i]);
  /* the body is known only now, and with it the units */
  update_units (self);
  if (unit >= 0)
    sarap_form_field_set_value (self->fields[unit], values[unit]);
}

GtkWidget *
sarap_record_form_new (SarapRecord *record, SarapBodies *bodies)
{
  SarapRecordForm *self = g_object_new (SARAP_TYPE_RECORD_FORM, NULL);

  self->before = g_object_ref (record);
  self->bodies = sarap_bodies_ref (bodies);
  self->type = sarap_record_get_record_type (record);
  self->screen = sarap_record_screen_of (self->type);
  self->today = SARAP_DATE_FAR;
  self->fields = g_new0 (SarapFormField *, self->type->n_fields);
  for (guint i = 0; i < self->type->n_fields; i++)
    add_field (self, i);
  update_bodies (self);
  take_values (self);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->fields[i] != NULL)
      {
        g_signal_connect (self->fields[i], "changed", G_CALLBACK (on_field_changed), self);
        g_signal_connect (self->fields[i], "entered", G_CALLBACK (on_field_entered), self);
      }
  gtk_widget_set_visible (self->remove, sarap_record_get_id (record) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->type->label), -1);
  update_shown (self);
  form_update (self);
  return GTK_WIDGET (self);
}

SarapRecord *
sarap_record_form_get_before (SarapRecordForm *self)
{
  return self->before;
}

SarapRecord *
sarap_record_form_make (SarapRecordForm *self)
{
  SarapRecord *record = sarap_record_copy (self->before);
  char **values = values_of (self);

  for (guint i = 0; i < self->type->n_fields; i++)
    sarap_record_set (record, self->type->fields[i].name, values[i]);
  free_values (self, values);
  return record;
}

gboolean
sarap_record_form_can_save (SarapRecordForm *self)
{
  return self->savable;
}

void
sarap_record_form_fill (SarapRecordForm *self, const char *field, const char *value)
{
  SarapFormField *shown = self->fields[sarap_record_type_field (self->type, field)];

  if (shown == NULL || sarap_form_field_is_touched (shown))
    return;
  sarap_form_field_set_value (shown, value);
  form_update (self);
}

gboolean
sarap_record_form_is_dirty (SarapRecordForm *self)
{
  return self->dirty;
}

void
sarap_record_form_set_busy (SarapRecordForm *self, gboolean busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->busy = busy;
  if (busy && root != NULL)
    g_set_weak_pointer (&self->focused, gtk_root_get_focus (root));
  gtk_widget_set_sensitive (self->grid, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.cancel", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.leave", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.remove", !busy);
  form_update (self);
  /* insensitive widgets lose the focus */
  if (!busy && self->focused != NULL && gtk_widget_is_ancestor (self->focused, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->focused);
  if (!busy)
    g_signal_emit (self, signals[SETTLED], 0);
}

void
sarap_record_form_set_error (SarapRecordForm *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

void
sarap_record_form_set_bodies (SarapRecordForm *self, SarapBodies *bodies)
{
  sarap_bodies_ref (bodies);
  sarap_bodies_unref (self->bodies);
  self->bodies = bodies;
  update_bodies (self);
  form_update (self);
}

void
sarap_record_form_set_today (SarapRecordForm *self, SarapDate today)
{
  self->today = today;
  form_update (self);
}

void
sarap_record_form_focus (SarapRecordForm *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->fields[i] != NULL)
      {
        sarap_form_field_focus (self->fields[i]);
        return;
      }
}

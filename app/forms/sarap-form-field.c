#include "forms/sarap-form-field.h"

#include "forms/sarap-form-choice.h"
#include "forms/sarap-form-date.h"
#include "forms/sarap-form-lines.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

struct _SarapFormField
{
  AdwBin parent_instance;

  /* Borrowed */
  const SarapField *field;
  const SarapFieldWords *words; /* NULL for most fields */

  /* Made in new */
  GtkWidget *editor;
  GtkWidget *named;   /* what has the accessible name: the editor or its entry */
  GtkWidget *focused; /* what takes the focus: the same, or its button */

  /* Template */
  GtkLabel *label;
  AdwBin *place; /* of the editor */
  GtkLabel *fault;

  gboolean needed;
  gboolean touched;
  gboolean setting;
};

enum
{
  CHANGED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapFormField, sarap_form_field, ADW_TYPE_BIN)

static void
on_editor_changed (SarapFormField *self)
{
  if (self->setting)
    return;
  self->touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entered (SarapFormField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_focus_left (SarapFormField *self)
{
  if (self->touched)
    g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
none_of (SarapFormField *self)
{
  if (self->needed)
    return _ ("Choose…");
  if (self->words != NULL && self->words->none != NULL)
    return _ (self->words->none);
  /* TRANSLATORS: a field that may be empty */
  return _ ("None");
}

static GtkWidget *
new_code_editor (SarapFormField *self)
{
  const SarapCode *codes = self->field->codes;
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *choice = sarap_form_choice_new (_ (self->field->label), FALSE);

  for (guint i = 1; codes[i].code != NULL; i++)
    {
      g_ptr_array_add (values, (gpointer) codes[i].code);
      g_ptr_array_add (labels, (gpointer) _ (codes[i].label));
    }
  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, NULL);
  sarap_form_choice_set (SARAP_FORM_CHOICE (choice), none_of (self),
                         (const char *const *) values->pdata, (const char *const *) labels->pdata);
  return choice;
}

static GtkWidget *
new_boolean_editor (SarapFormField *self)
{
  const char *const values[] = { "yes", "no", NULL };
  const char *const labels[] = { _ ("Yes"), _ ("No"), NULL };
  GtkWidget *choice = sarap_form_choice_new (_ (self->field->label), FALSE);

  sarap_form_choice_set (SARAP_FORM_CHOICE (choice), none_of (self), values, labels);
  return choice;
}

static gboolean
is_reference (const SarapField *field)
{
  return field->refers == &sarap_body_type || field->refers == &sarap_unit_type;
}

static gboolean
is_choice (const SarapField *field)
{
  return field->type == SARAP_FIELD_CODE || field->type == SARAP_FIELD_BOOLEAN ||
         is_reference (field);
}

/* Bodies are added in a window of their own */
static void
on_add_body (SarapFormField *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (sarap_host_of (GTK_WIDGET (self))), "bodies",
                                  NULL);
}

/* The person who acts is known once the field is in a window. The window of the bodies does not
   open itself a second time. */
static void
on_map (SarapFormField *self)
{
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  const SarapIdentity *identity =
      host != NULL ? sarap_session_get_identity (sarap_host_get_session (host)) : NULL;
  gboolean keeps = identity != NULL && sarap_identity_keeps_bodies (identity);
  gboolean opens = host != NULL && G_IS_ACTION_GROUP (host) &&
                   GTK_WIDGET (host) == GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  sarap_form_choice_offer_add (
      SARAP_FORM_CHOICE (self->editor),
      keeps ? _ ("There are no customs bodies yet.")
            : _ ("There are no customs bodies yet. The HR service of the agency adds them, or an "
                 "administrator."),
      keeps && opens ? _ ("Add a body…") : NULL);
}

static GtkWidget *
new_reference_editor (SarapFormField *self)
{
  GtkWidget *choice = sarap_form_choice_new (_ (self->field->label), TRUE);

  if (self->field->refers == &sarap_body_type)
    {
      g_signal_connect_swapped (choice, "map", G_CALLBACK (on_map), self);
      g_signal_connect_swapped (choice, "add", G_CALLBACK (on_add_body), self);
    }
  return choice;
}

static const char *
example_of (SarapFormField *self)
{
  if (self->words != NULL && self->words->example != NULL)
    return _ (self->words->example);
  return self->field->type == SARAP_FIELD_TIME ? "09:30" : NULL;
}

static GtkWidget *
new_text_editor (SarapFormField *self)
{
  const SarapField *field = self->field;
  GtkWidget *entry = gtk_entry_new ();

  if (field->type == SARAP_FIELD_IIN || field->type == SARAP_FIELD_INTEGER ||
      field->type == SARAP_FIELD_REFERENCE)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example_of (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  return entry;
}

static GtkWidget *
new_editor (SarapFormField *self)
{
  const SarapField *field = self->field;

  if (field->type == SARAP_FIELD_LONG_TEXT)
    return sarap_form_lines_new ();
  if (field->type == SARAP_FIELD_CODE)
    return new_code_editor (self);
  if (field->type == SARAP_FIELD_BOOLEAN)
    return new_boolean_editor (self);
  if (is_reference (field))
    return new_reference_editor (self);
  if (field->type == SARAP_FIELD_DATE)
    return sarap_form_date_new (_ (field->label));
  return new_text_editor (self);
}

/* The part of the editor that has the accessible name */
static GtkWidget *
find_named (SarapFormField *self)
{
  if (self->field->type == SARAP_FIELD_LONG_TEXT)
    return sarap_form_lines_get_view (SARAP_FORM_LINES (self->editor));
  if (self->field->type == SARAP_FIELD_DATE)
    return sarap_form_date_get_entry (SARAP_FORM_DATE (self->editor));
  return self->editor;
}

static void
make_editor (SarapFormField *self)
{
  gboolean choice = is_choice (self->field);

  self->editor = new_editor (self);
  self->named = find_named (self);
  self->focused = self->named;
  if (choice)
    {
      self->focused = sarap_form_choice_get_button (SARAP_FORM_CHOICE (self->editor));
      sarap_form_choice_set_required (SARAP_FORM_CHOICE (self->editor), self->needed);
    }
  g_signal_connect_swapped (self->editor, choice ? "notify::code" : "changed",
                            G_CALLBACK (on_editor_changed), self);
  if (GTK_IS_ENTRY (self->named))
    g_signal_connect_swapped (self->named, "activate", G_CALLBACK (on_entered), self);
  adw_bin_set_child (self->place, self->editor);
}

static void
sarap_form_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FORM_FIELD);
  G_OBJECT_CLASS (sarap_form_field_parent_class)->dispose (object);
}

static void
sarap_form_field_class_init (SarapFormFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_form_field_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-form-field.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFormField, label);
  gtk_widget_class_bind_template_child (widget_class, SarapFormField, place);
  gtk_widget_class_bind_template_child (widget_class, SarapFormField, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
}

static void
sarap_form_field_init (SarapFormField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_form_field_new (const SarapField *field, const SarapFieldWords *words, gboolean needed)
{
  SarapFormField *self = g_object_new (SARAP_TYPE_FORM_FIELD, NULL);
  g_autofree char *starred = g_strdup_printf ("%s *", _ (field->label));

  self->field = field;
  self->words = words;
  self->needed = needed;
  gtk_label_set_text (self->label, needed ? starred : _ (field->label));
  make_editor (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->named), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->named), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  needed, -1);
  return GTK_WIDGET (self);
}

static char *
dup_text (SarapFormField *self)
{
  if (self->field->type == SARAP_FIELD_LONG_TEXT)
    return sarap_form_lines_dup_text (SARAP_FORM_LINES (self->editor));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

char *
sarap_form_field_dup_value (SarapFormField *self)
{
  g_autofree char *text = NULL;

  if (is_choice (self->field))
    return g_strdup (sarap_form_choice_get_code (SARAP_FORM_CHOICE (self->editor)));
  if (self->field->type == SARAP_FIELD_DATE)
    return sarap_form_date_dup_value (SARAP_FORM_DATE (self->editor));
  text = g_strstrip (dup_text (self));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
sarap_form_field_set_value (SarapFormField *self, const char *value)
{
  self->setting = TRUE;
  if (is_choice (self->field))
    sarap_form_choice_set_code (SARAP_FORM_CHOICE (self->editor), value);
  else if (self->field->type == SARAP_FIELD_DATE)
    sarap_form_date_set_value (SARAP_FORM_DATE (self->editor), value);
  else if (self->field->type == SARAP_FIELD_LONG_TEXT)
    sarap_form_lines_set_text (SARAP_FORM_LINES (self->editor), value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), value != NULL ? value : "");
  self->setting = FALSE;
}

static void
say_fault (GtkWidget *widget, const char *message)
{
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

void
sarap_form_field_set_fault (SarapFormField *self, const char *message)
{
  gtk_label_set_text (self->fault, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->named, "error");
  else
    gtk_widget_remove_css_class (self->named, "error");
  say_fault (self->named, message);
  if (self->focused != self->named)
    say_fault (self->focused, message);
}

void
sarap_form_field_set_choices (SarapFormField *self,
                              const char *const *codes,
                              const char *const *labels)
{
  self->setting = TRUE;
  sarap_form_choice_set (SARAP_FORM_CHOICE (self->editor), none_of (self), codes, labels);
  self->setting = FALSE;
}

gboolean
sarap_form_field_is_touched (SarapFormField *self)
{
  return self->touched;
}

void
sarap_form_field_focus (SarapFormField *self)
{
  gtk_widget_grab_focus (self->focused);
}

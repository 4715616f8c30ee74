#include "forms/sarap-form-choice-row.h"

struct _SarapFormChoiceRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  char *code;

  /* Template */
  GtkLabel *label;
  GtkWidget *tick;
};

G_DEFINE_FINAL_TYPE (SarapFormChoiceRow, sarap_form_choice_row, GTK_TYPE_LIST_BOX_ROW)

static void
sarap_form_choice_row_dispose (GObject *object)
{
  /* also a child of the template, which may not be disposed first */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FORM_CHOICE_ROW);
  G_OBJECT_CLASS (sarap_form_choice_row_parent_class)->dispose (object);
}

static void
sarap_form_choice_row_finalize (GObject *object)
{
  g_free (SARAP_FORM_CHOICE_ROW (object)->code);
  G_OBJECT_CLASS (sarap_form_choice_row_parent_class)->finalize (object);
}

static void
sarap_form_choice_row_class_init (SarapFormChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_form_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_form_choice_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-form-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoiceRow, label);
  gtk_widget_class_bind_template_child (widget_class, SarapFormChoiceRow, tick);
}

static void
sarap_form_choice_row_init (SarapFormChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_form_choice_row_new (const char *code, const char *label, gboolean chosen)
{
  SarapFormChoiceRow *self = g_object_new (SARAP_TYPE_FORM_CHOICE_ROW, NULL);

  self->code = g_strdup (code);
  gtk_label_set_text (self->label, label);
  gtk_widget_set_opacity (self->tick, chosen ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  return GTK_WIDGET (self);
}

const char *
sarap_form_choice_row_get_code (SarapFormChoiceRow *self)
{
  return self->code;
}

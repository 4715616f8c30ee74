#include "forms/sarap-warning-row.h"

#include "procedure/sarap-warning-sentences.h"

struct _SarapWarningRow
{
  GtkBox parent_instance;

  /* Template; GtkBox takes its children away, so that gtk_widget_dispose_template () must not */
  GtkWidget *chips;
  GtkLabel *first;
  GtkLabel *second;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (SarapWarningRow, sarap_warning_row, GTK_TYPE_BOX)

static void
sarap_warning_row_class_init (SarapWarningRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-warning-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapWarningRow, chips);
  gtk_widget_class_bind_template_child (widget_class, SarapWarningRow, first);
  gtk_widget_class_bind_template_child (widget_class, SarapWarningRow, second);
  gtk_widget_class_bind_template_child (widget_class, SarapWarningRow, sentence);
}

static void
sarap_warning_row_init (SarapWarningRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_chip (GtkLabel *chip, const SarapWarning *warning, guint place)
{
  g_autofree char *cited = sarap_format_warning_chip (warning, place);

  gtk_label_set_text (chip, cited != NULL ? cited : "");
  gtk_widget_set_visible (GTK_WIDGET (chip), cited != NULL);
}

GtkWidget *
sarap_warning_row_new (const SarapWarning *warning, GtkSizeGroup *chips)
{
  SarapWarningRow *self = g_object_new (SARAP_TYPE_WARNING_ROW, NULL);
  g_autofree char *sentence = sarap_format_warning (warning);
  g_autofree char *cited = sarap_format_warning_chips (warning);
  g_autofree char *label = g_strjoin (" ", cited, sentence, NULL);

  G_STATIC_ASSERT (SARAP_WARNING_PARAGRAPHS == 2);
  show_chip (self->first, warning, 0);
  show_chip (self->second, warning, 1);
  gtk_size_group_add_widget (chips, self->chips);
  gtk_label_set_text (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

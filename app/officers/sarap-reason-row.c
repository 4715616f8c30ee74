#include "officers/sarap-reason-row.h"

#include "procedure/sarap-sentences.h"

struct _SarapReasonRow
{
  GtkBox parent_instance;

  /* Template; GtkBox takes its children away, so that gtk_widget_dispose_template () must not */
  GtkLabel *chip;
  GtkLabel *sentence;

  gboolean brief;
  gboolean own_reading;
};

G_DEFINE_FINAL_TYPE (SarapReasonRow, sarap_reason_row, GTK_TYPE_BOX)

static void
sarap_reason_row_class_init (SarapReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, chip);
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, sentence);
}

static void
sarap_reason_row_init (SarapReasonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_reason_row_new (const SarapReason *reason,
                      const char *sentence,
                      gboolean brief,
                      GtkSizeGroup *chips)
{
  SarapReasonRow *self = g_object_new (SARAP_TYPE_REASON_ROW, NULL);

  self->brief = brief;
  self->own_reading = reason->own_reading;
  if (reason->paragraph != 0)
    {
      g_autofree char *paragraph = sarap_format_paragraph (reason->paragraph, reason->own_reading);

      gtk_label_set_text (self->chip, paragraph);
      gtk_widget_add_css_class (GTK_WIDGET (self->chip), "paragraph");
    }
  gtk_size_group_add_widget (chips, GTK_WIDGET (self->chip));
  gtk_label_set_text (self->sentence, sentence);
  return GTK_WIDGET (self);
}

gboolean
sarap_reason_row_is_brief (SarapReasonRow *self)
{
  return self->brief;
}

gboolean
sarap_reason_row_is_own_reading (SarapReasonRow *self)
{
  return self->own_reading;
}

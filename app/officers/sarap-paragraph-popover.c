#include "officers/sarap-paragraph-popover.h"

#include "procedure/sarap-instruction.h"
#include "procedure/sarap-sentences.h"

struct _SarapParagraphPopover
{
  GtkPopover parent_instance;

  /* Template; disposed by GtkPopover, so not by gtk_widget_dispose_template () */
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *source;
  GtkLabel *own_reading;
};

G_DEFINE_FINAL_TYPE (SarapParagraphPopover, sarap_paragraph_popover, GTK_TYPE_POPOVER)

static void
paragraph_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SarapParagraphPopover *self = SARAP_PARAGRAPH_POPOVER (widget);
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%s\n", gtk_label_get_text (self->title),
                       gtk_label_get_text (self->text), gtk_label_get_text (self->source));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
sarap_paragraph_popover_class_init (SarapParagraphPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/kz/sarap/Sarap/officers/sarap-paragraph-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapParagraphPopover, title);
  gtk_widget_class_bind_template_child (widget_class, SarapParagraphPopover, text);
  gtk_widget_class_bind_template_child (widget_class, SarapParagraphPopover, source);
  gtk_widget_class_bind_template_child (widget_class, SarapParagraphPopover, own_reading);
  gtk_widget_class_install_action (widget_class, "paragraph.copy", NULL, paragraph_copy);
}

static void
sarap_paragraph_popover_init (SarapParagraphPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->source, sarap_instruction_get_source ());
  gtk_label_set_text (self->own_reading, sarap_format_own_reading ());
}

GtkWidget *
sarap_paragraph_popover_new (guint paragraph, gboolean own_reading)
{
  SarapParagraphPopover *self = g_object_new (SARAP_TYPE_PARAGRAPH_POPOVER, NULL);
  g_autofree char *title = sarap_instruction_format_title (paragraph);
  g_autofree char *text = sarap_instruction_format_text (paragraph);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->own_reading), own_reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

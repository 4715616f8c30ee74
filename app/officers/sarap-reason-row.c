#include "officers/sarap-reason-row.h"

#include "officers/sarap-paragraph-popover.h"
#include "procedure/sarap-instruction.h"
#include "procedure/sarap-sentences.h"
#include "shell/sarap-focus-names.h"

struct _SarapReasonRow
{
  GtkListBoxRow parent_instance;

  /* Template; disposed by GtkListBoxRow, so not by gtk_widget_dispose_template () */
  GtkWidget *chip_place;
  GtkMenuButton *chip;
  GtkLabel *paragraph;
  GtkLabel *sentence;
  GtkWidget *record;

  guint cited;
  gboolean brief;
  gboolean own_reading;
};

G_DEFINE_FINAL_TYPE (SarapReasonRow, sarap_reason_row, GTK_TYPE_LIST_BOX_ROW)

static void
sarap_reason_row_class_init (SarapReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, chip_place);
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, chip);
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, paragraph);
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, SarapReasonRow, record);
}

static void
sarap_reason_row_init (SarapReasonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The popover is made on demand: there are many chips, and few are pressed */
static void
on_create_popover (GtkMenuButton *chip, gpointer data)
{
  SarapReasonRow *self = data;

  if (gtk_menu_button_get_popover (chip) == NULL)
    gtk_menu_button_set_popover (chip,
                                 sarap_paragraph_popover_new (self->cited, self->own_reading));
}

static void
show_paragraph (SarapReasonRow *self)
{
  g_autofree char *cited = sarap_format_paragraph (self->cited, self->own_reading);
  g_autofree char *title = sarap_instruction_format_title (self->cited);

  gtk_label_set_text (self->paragraph, cited);
  gtk_menu_button_set_create_popup_func (self->chip, on_create_popover, self, NULL);
  sarap_name_menu_button (self->chip, title);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), TRUE);
}

static void
show_record (SarapReasonRow *self, SarapRecord *record, const char *sentence)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->record), "(sx)", type->name,
                                    sarap_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->record), "file.show-record");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_widget_set_visible (self->record, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
sarap_reason_row_new (const SarapReason *reason,
                      const char *sentence,
                      SarapRecord *record,
                      gboolean brief,
                      GtkSizeGroup *chips)
{
  SarapReasonRow *self = g_object_new (SARAP_TYPE_REASON_ROW, NULL);

  self->brief = brief;
  self->own_reading = reason->own_reading;
  self->cited = reason->paragraph;
  if (self->cited != 0)
    show_paragraph (self);
  gtk_size_group_add_widget (chips, self->chip_place);
  gtk_label_set_text (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  if (record != NULL)
    show_record (self, record, sentence);
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

void
sarap_reason_row_show_record (SarapReasonRow *self)
{
  if (gtk_widget_get_visible (self->record))
    gtk_widget_activate (self->record);
}

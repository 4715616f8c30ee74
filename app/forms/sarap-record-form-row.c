#include "forms/sarap-record-form-row.h"

struct _SarapRecordFormRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (SarapRecordFormRow, sarap_record_form_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        gpointer data)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Home ||
         keyval == GDK_KEY_End || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down ||
         keyval == GDK_KEY_space;
}

static void
sarap_record_form_row_class_init (SarapRecordFormRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-form-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
sarap_record_form_row_init (SarapRecordFormRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_record_form_row_new (SarapRecordForm *form)
{
  return g_object_new (SARAP_TYPE_RECORD_FORM_ROW, "child", form, NULL);
}

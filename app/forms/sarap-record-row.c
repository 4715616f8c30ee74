#include "forms/sarap-record-row.h"

#include "forms/sarap-record-screen.h"

/* Characters of a code in the column of the period */
#define CODE_CHARS 8
/* Characters of a kind; the name gets the remaining room */
#define KIND_CHARS 22

struct _SarapRecordRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  SarapRecord *record;

  /* Template */
  GtkLabel *when;
  GtkBox *middle;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *note;
  GtkWidget *pen;
};

G_DEFINE_FINAL_TYPE (SarapRecordRow, sarap_record_row, GTK_TYPE_LIST_BOX_ROW)

static void
cells_clear (SarapRecordCells *cells)
{
  g_free (cells->when);
  g_free (cells->title);
  g_free (cells->place);
  g_free (cells->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapRecordCells, cells_clear)

static const char *
title_class (const SarapRecordScreen *screen, SarapRecord *record)
{
  const char *css_class = screen->css_class != NULL ? screen->css_class (record) : NULL;

  return css_class != NULL ? css_class : "heading";
}

static void
sarap_record_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_ROW);
  G_OBJECT_CLASS (sarap_record_row_parent_class)->dispose (object);
}

static void
sarap_record_row_finalize (GObject *object)
{
  g_object_unref (SARAP_RECORD_ROW (object)->record);
  G_OBJECT_CLASS (sarap_record_row_parent_class)->finalize (object);
}

static void
sarap_record_row_class_init (SarapRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_record_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_record_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, when);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, middle);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, title);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, place);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, note);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordRow, pen);
}

static void
sarap_record_row_init (SarapRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_record_row_new (SarapRecord *record, const SarapBodies *bodies, gboolean editable)
{
  const SarapRecordScreen *screen = sarap_record_screen_of (sarap_record_get_record_type (record));
  SarapRecordRow *self = g_object_new (SARAP_TYPE_RECORD_ROW, "activatable", editable, NULL);
  g_auto (SarapRecordCells) cells = { NULL };
  g_autofree char *name = NULL;

  self->record = g_object_ref (record);
  screen->cells (record, bodies, &cells);
  gtk_label_set_label (self->when, cells.when);
  gtk_label_set_label (self->title, cells.title);
  gtk_label_set_label (self->place, cells.place);
  gtk_label_set_label (self->note, cells.note);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), title_class (screen, record));
  gtk_widget_set_visible (self->pen, editable);
  if (screen->by_code)
    {
      gtk_label_set_width_chars (self->when, CODE_CHARS);
      gtk_label_set_max_width_chars (self->when, CODE_CHARS);
      gtk_box_set_homogeneous (self->middle, FALSE);
      gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
      gtk_label_set_width_chars (self->place, KIND_CHARS);
      gtk_label_set_max_width_chars (self->place, KIND_CHARS);
      gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
    }
  name = g_strdup_printf ("%s %s, %s", cells.when ? cells.when : "", cells.title ? cells.title : "",
                          cells.place ? cells.place : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

SarapRecord *
sarap_record_row_get_record (GtkWidget *row)
{
  return SARAP_IS_RECORD_ROW (row) ? SARAP_RECORD_ROW (row)->record : NULL;
}

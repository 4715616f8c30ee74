#include "forms/sarap-record-row.h"

#include "forms/sarap-record-screen.h"

static const char record_key[] = "sarap-record";

static void
cells_clear (SarapRecordCells *cells)
{
  g_free (cells->when);
  g_free (cells->title);
  g_free (cells->place);
  g_free (cells->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapRecordCells, cells_clear)

static GtkWidget *
new_cell (const char *text, int width_chars, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width_chars);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
title_class (const SarapRecordScreen *screen, SarapRecord *record)
{
  const char *css_class = screen->css_class != NULL ? screen->css_class (record) : NULL;

  return css_class != NULL ? css_class : "heading";
}

GtkWidget *
sarap_record_row_new (SarapRecord *record, const SarapBodies *bodies, gboolean editable)
{
  const SarapRecordScreen *screen = sarap_record_screen_of (sarap_record_get_record_type (record));
  g_auto (SarapRecordCells) cells = { NULL };
  g_autofree char *name = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  screen->cells (record, bodies, &cells);
  gtk_box_set_homogeneous (GTK_BOX (middle), TRUE);
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (middle), new_cell (cells.title, 12, title_class (screen, record)));
  gtk_box_append (GTK_BOX (middle), new_cell (cells.place, 12, NULL));
  gtk_box_append (GTK_BOX (box), new_cell (cells.when, 22, "numeric"));
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), new_cell (cells.note, 12, "dim-label"));
  if (editable)
    {
      GtkWidget *pen = gtk_image_new_from_icon_name ("document-edit-symbolic");

      gtk_widget_add_css_class (pen, "pen");
      gtk_box_append (GTK_BOX (box), pen);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), editable);
  g_object_set_data_full (G_OBJECT (row), record_key, g_object_ref (record), g_object_unref);
  name = g_strdup_printf ("%s %s, %s", cells.when ? cells.when : "", cells.title ? cells.title : "",
                          cells.place ? cells.place : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

SarapRecord *
sarap_record_row_get_record (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), record_key);
}

#include "forms/sarap-record-row.h"

#include "forms/sarap-record-format.h"

#include <glib/gi18n-lib.h>

/* What a row says; any may be NULL but the title */
typedef struct
{
  char *when;
  char *title;
  char *place;
  char *note;
} Cells;

static const char record_key[] = "sarap-record";

static void
cells_clear (Cells *cells)
{
  g_free (cells->when);
  g_free (cells->title);
  g_free (cells->place);
  g_free (cells->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, cells_clear)

static char *
say (SarapRecord *record, const char *field, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);

  return sarap_record_say_value (type, (guint) sarap_record_type_field (type, field),
                                 sarap_record_get (record, field), NULL, bodies);
}

static char *
say_order (SarapRecord *record)
{
  const char *order = sarap_record_get (record, "order_no");

  /* TRANSLATORS: the number of an order */
  return order != NULL ? g_strdup_printf (_ ("No. %s"), order) : NULL;
}

static void
service_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  gboolean customs = sarap_record_get_code (record, "employer_kind") == SARAP_EMPLOYER_CUSTOMS;

  cells->when = sarap_record_say_period (record);
  cells->title = g_strdup (sarap_officer_file_name_position (record));
  cells->place = customs ? sarap_officer_file_name_body (bodies, record)
                         : say (record, "employer_kind", bodies);
  cells->note = say_order (record);
}

static void
deferral_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  cells->when = sarap_record_say_period (record);
  cells->title = say (record, "kind", bodies);
  cells->place = say (record, "reason", bodies);
}

static void
attestation_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  g_autofree char *kind = say (record, "kind", bodies);
  g_autofree char *outcome = say (record, "outcome", bodies);
  g_autofree char *outcome_date = say (record, "outcome_date", bodies);

  cells->when = say (record, "date", bodies);
  cells->title = say (record, "decision", bodies);
  if (*outcome == '\0')
    /* TRANSLATORS: %s is the kind of attestation */
    cells->place = g_strdup_printf (_ ("%s · no outcome yet"), kind);
  else
    cells->place = g_strdup_printf ("%s · %s %s", kind, outcome, outcome_date);
  cells->note = say_order (record);
}

static void
education_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  const char *speciality = sarap_record_get (record, "speciality");
  const char *qualification = sarap_record_get (record, "qualification");
  g_autofree char *kind = say (record, "kind", bodies);

  cells->when = say (record, "finished", bodies);
  cells->title = say (record, "institution", bodies);
  cells->place = g_strjoin (" · ", kind, speciality != NULL ? speciality : qualification,
                            speciality != NULL ? qualification : NULL, NULL);
  cells->note = say (record, "document_no", bodies);
}

static void
place_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  cells->when = say (record, "code", bodies);
  cells->title = g_strdup (sarap_format_in_language (sarap_record_get (record, "name_kk"),
                                                     sarap_record_get (record, "name_ru")));
  cells->place = say (record, "kind", bodies);
}

static void
fill_cells (SarapRecord *record, const SarapBodies *bodies, Cells *cells)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);

  if (type == &sarap_service_type)
    service_cells (record, bodies, cells);
  else if (type == &sarap_deferral_type)
    deferral_cells (record, bodies, cells);
  else if (type == &sarap_attestation_type)
    attestation_cells (record, bodies, cells);
  else if (type == &sarap_education_type)
    education_cells (record, bodies, cells);
  else
    place_cells (record, bodies, cells);
}

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

/* What was annulled is struck through */
static const char *
title_class (SarapRecord *record)
{
  if (sarap_record_get_record_type (record) == &sarap_attestation_type &&
      sarap_record_get_code (record, "outcome") == SARAP_OUTCOME_ANNULLED)
    return "annulled";
  return "heading";
}

/**
 * sarap_record_row_new:
 * @record: a record
 * @places: bodies and units
 * @editable: whether it can be opened as a form
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
sarap_record_row_new (SarapRecord *record, const SarapBodies *bodies, gboolean editable)
{
  g_auto (Cells) cells = { NULL };
  g_autofree char *name = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  fill_cells (record, bodies, &cells);
  gtk_box_set_homogeneous (GTK_BOX (middle), TRUE);
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (middle), new_cell (cells.title, 12, title_class (record)));
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

#include "administration/sarap-import-format.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* Greatest number of names shown */
#define NAMES_MOST 1000

/* A value for people; a dash for none */
static char *
say_value (const SarapField *field, const char *value)
{
  SarapDate date;
  int code;

  if (value == NULL || *value == '\0')
    return g_strdup ("—");
  if (field->type == SARAP_FIELD_DATE && sarap_date_parse (value, -1, &date))
    return sarap_format_date (date);
  if (field->type == SARAP_FIELD_CODE && (code = sarap_code_find (field->codes, value, -1)) > 0)
    return g_strdup (_ (sarap_code_label (field->codes, code)));
  return g_strdup (value);
}

static void
append_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* Identifies a record: its officer first, then its kind and the rest of its key */
static char *
say_record (const SarapImportChange *change)
{
  const SarapRecordType *type = change->type;
  int iin = sarap_record_type_field (type, "iin");
  GString *text = g_string_new (change->officer);

  if (iin >= 0)
    append_part (text, change->after[iin]);
  append_part (text, _ (type->label));
  for (int i = 0; i < (int) type->n_fields; i++)
    if ((type->fields[i].flags & SARAP_FIELD_KEY) && i != iin)
      {
        g_autofree char *value = say_value (&type->fields[i], change->after[i]);

        append_part (text, value);
      }
  return g_string_free (text, FALSE);
}

static void
append_difference (GString *markup, const SarapField *field, const char *before, const char *after)
{
  g_autofree char *was = say_value (field, before);
  g_autofree char *is = say_value (field, after);
  g_autofree char *line =
      g_markup_printf_escaped ("\n%s: <s>%s</s> → <b>%s</b>", _ (field->label), was, is);

  g_string_append (markup, line);
}

static char *
say_change (const SarapImportChange *change)
{
  g_autofree char *record = say_record (change);
  g_autofree char *head = g_markup_printf_escaped ("<b>%s</b>", record);
  GString *markup = g_string_new (head);

  for (guint i = 0; i < change->type->n_fields; i++)
    if (g_strcmp0 (change->before[i], change->after[i]) != 0)
      append_difference (markup, &change->type->fields[i], change->before[i], change->after[i]);
  return g_string_free (markup, FALSE);
}

static void
append_more (GtkStringList *list, guint64 n_more)
{
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;
  text = g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n_more), (guint) n_more);
  gtk_string_list_append (list, text);
}

GtkStringList *
sarap_import_say_changed (SarapImport *import)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *changes = sarap_import_get_changes (import);
  guint64 n_all = sarap_import_get_counts (import, NULL).n_changed;

  for (guint i = 0; i < changes->len; i++)
    {
      const SarapImportChange *change = changes->pdata[i];
      g_autofree char *text = NULL;

      if (change->before == NULL)
        continue;
      text = say_change (change);
      gtk_string_list_append (list, text);
    }
  append_more (list, n_all - MIN (n_all, g_list_model_get_n_items (G_LIST_MODEL (list))));
  return list;
}

static char *
say_officer (const SarapImportChange *change)
{
  static const char *const names[] = { "surname", "given_name", "patronymic" };
  g_autoptr (GString) text = g_string_new (NULL);
  int iin = sarap_record_type_field (change->type, "iin");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = change->after[sarap_record_type_field (change->type, names[i])];

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", value);
    }
  return g_markup_printf_escaped ("%s · %s", text->str, change->after[iin]);
}

GtkStringList *
sarap_import_say_officers (SarapImport *import)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *changes = sarap_import_get_changes (import);
  guint64 n_all = sarap_import_get_counts (import, &sarap_officer_type).n_new;
  guint n = 0;

  for (guint i = 0; i < changes->len && n < NAMES_MOST; i++)
    {
      const SarapImportChange *change = changes->pdata[i];
      g_autofree char *text = NULL;

      if (change->before != NULL || change->type != &sarap_officer_type)
        continue;
      text = say_officer (change);
      gtk_string_list_append (list, text);
      n++;
    }
  append_more (list, n_all - MIN (n_all, n));
  return list;
}

GtkStringList *
sarap_import_say_warnings (SarapImport *import)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *warnings = sarap_import_get_warnings (import);

  for (guint i = 0; i < warnings->len; i++)
    {
      const SarapImportFault *warning = warnings->pdata[i];
      g_autofree char *text = g_markup_printf_escaped (
          "<b>%s:%u: %s</b>  %s", warning->file, warning->line, warning->column, warning->message);

      gtk_string_list_append (list, text);
    }
  append_more (list, sarap_import_get_n_warnings (import) - warnings->len);
  return list;
}

static char *
say_date (SarapDate date)
{
  return date == SARAP_DATE_NONE ? g_strdup ("—") : sarap_format_date (date);
}

static const char *
say_status (SarapStatus status)
{
  return _ (sarap_code_label (sarap_statuses, status));
}

static char *
say_standing (const SarapImportStanding *standing)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *head = g_markup_printf_escaped (
      "<b>%s · %s</b>", standing->officer != NULL ? standing->officer : "", standing->iin);
  g_autofree char *was = say_date (standing->deadline_before);
  g_autofree char *will = say_date (standing->deadline_after);

  g_string_append (markup, head);
  if (standing->before != standing->after)
    {
      g_autofree char *line =
          g_markup_printf_escaped ("\n%s: <s>%s</s> → <b>%s</b>", _ ("Status"),
                                   say_status (standing->before), say_status (standing->after));

      g_string_append (markup, line);
    }
  if (standing->deadline_before != standing->deadline_after)
    {
      g_autofree char *line =
          g_markup_printf_escaped ("\n%s: <s>%s</s> → <b>%s</b>", _ ("Deadline"), was, will);

      g_string_append (markup, line);
    }
  return g_string_free (markup, FALSE);
}

GtkStringList *
sarap_import_say_standings (SarapImport *import)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *standings = sarap_import_get_standings (import);

  for (guint i = 0; i < MIN (standings->len, NAMES_MOST); i++)
    {
      g_autofree char *text = say_standing (standings->pdata[i]);

      gtk_string_list_append (list, text);
    }
  append_more (list, standings->len - MIN (standings->len, NAMES_MOST));
  return list;
}

static void
add_cell (GtkGrid *grid, int column, int row, const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, heading ? "dim-label" : "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_number (GtkGrid *grid, int column, int row, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%'u", (guint) number);

  add_cell (grid, column, row, text, number == 0);
}

GtkWidget *
sarap_import_new_table (SarapImport *import)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 0;

  gtk_grid_set_column_spacing (grid, 36);
  gtk_grid_set_row_spacing (grid, 10);
  add_cell (grid, 0, row, _ ("Records"), TRUE);
  add_cell (grid, 1, row, _ ("New"), TRUE);
  add_cell (grid, 2, row, _ ("Changed"), TRUE);
  add_cell (grid, 3, row++, _ ("As they are"), TRUE);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      SarapImportCounts counts = sarap_import_get_counts (import, sarap_record_types[i]);

      if (sarap_import_get_n_rows (import, sarap_record_types[i]) == 0)
        continue;
      add_cell (grid, 0, row, _ (sarap_record_types[i]->plural), FALSE);
      add_number (grid, 1, row, counts.n_new);
      add_number (grid, 2, row, counts.n_changed);
      add_number (grid, 3, row++, counts.n_same);
    }
  return GTK_WIDGET (grid);
}

char *
sarap_import_say_forms (SarapImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      g_autofree char *form = sarap_import_say_form (import, sarap_record_types[i]);

      if (form != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                                sarap_record_types[i]->file, form);
    }
  return g_string_free (text, FALSE);
}

char *
sarap_import_say_faults (SarapImport *import)
{
  GPtrArray *faults = sarap_import_get_faults (import);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = sarap_import_fault_text (faults->pdata[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

#include "exchange/sarap-table.h"

#include "exchange/sarap-csv.h"
#include "exchange/sarap-output.h"
#include "exchange/sarap-workbook.h"
#include "rules/sarap-date.h"

#include <string.h>

/* Bytes written at once */
#define CHUNK (64 * 1024)

/* A spreadsheet takes a text with such a beginning for a formula, and might run it: an apostrophe
   prevents this. Some accept the wide forms of these characters too. */
static char *
neutralize (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return g_strconcat ("'", text, NULL);
  return g_strdup (text);
}

/* In Kazakh and Russian, Excel reads 31.12.1985 as a day, and ="…" as a text */
static char *
say_for_excel (const char *text, SarapTableKind kind)
{
  SarapDate date;
  int year, month, day;

  if (text == NULL || *text == '\0')
    return NULL;
  if (kind == SARAP_TABLE_DIGITS && text[strspn (text, "0123456789")] == '\0')
    return g_strdup_printf ("=\"%s\"", text);
  if (kind != SARAP_TABLE_DAY || !sarap_date_parse (text, -1, &date))
    return neutralize (text);
  sarap_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%02d.%02d.%04d", day, month, year);
}

static char *
cell_format (const char *text, SarapTableKind kind, SarapTableFormat format)
{
  return format == SARAP_TABLE_CSV_EXCEL ? say_for_excel (text, kind) : neutralize (text);
}

static void
write_line (SarapOutput *output, GPtrArray *texts, SarapTableFormat format)
{
  if (format == SARAP_TABLE_CSV_EXCEL)
    sarap_csv_write_line_with (output->text, (const char *const *) texts->pdata, texts->len, ';',
                               "\r\n");
  else
    sarap_csv_write_line (output->text, (const char *const *) texts->pdata, texts->len);
  g_ptr_array_set_size (texts, 0);
}

static gboolean
write_csv (const SarapTable *table,
           SarapTableFormat format,
           SarapOutput *output,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_string_append (output->text, SARAP_CSV_BYTE_ORDER_MARK);
  for (guint column = 0; column < table->n_columns; column++)
    g_ptr_array_add (texts, neutralize (table->columns[column].title));
  write_line (output, texts, format);
  for (guint row = 0; row < table->n_rows; row++)
    {
      for (guint column = 0; column < table->n_columns; column++)
        g_ptr_array_add (texts, cell_format (table->cell (row, column, table->data),
                                             table->columns[column].kind, format));
      write_line (output, texts, format);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sarap_output_flush (output, CHUNK, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sarap_table_write (const SarapTable *table,
                   SarapTableFormat format,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (SarapOutput) output = { NULL };
  gboolean written;

  g_return_val_if_fail (path != NULL && table->n_columns > 0, FALSE);

  if (!sarap_output_open (&output, path, error))
    return FALSE;
  written = format == SARAP_TABLE_XLSX ? sarap_workbook_write (table, &output, cancellable, error)
                                       : write_csv (table, format, &output, cancellable, error);
  if (!written || !sarap_output_close (&output, error) || !sarap_output_rename (&output, error))
    return FALSE;
  sarap_output_sync_folder (path);
  return TRUE;
}

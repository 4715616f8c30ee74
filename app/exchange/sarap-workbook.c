#include "exchange/sarap-workbook.h"

#include "rules/sarap-date.h"

#include <errno.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

/* Widths of columns, in digits of the font: the margin, and the greatest width, after which a text
   is cut */
#define WIDTH_MARGIN 2
#define WIDTH_LEAST 8
#define WIDTH_MOST 60
/* The width of 31.12.1985 */
#define WIDTH_DAY 10
/* The first year of the dates of a workbook */
#define FIRST_YEAR 1900

typedef struct
{
  const SarapTable *table;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *day;
  lxw_format *digits;
  guint *widths; /* (owned) one for each column of the table */
  guint n_rows;  /* rows that are not empty */
} Workbook;

static void
put_title (Workbook *self, guint column)
{
  const char *title = self->table->columns[column].title;

  worksheet_write_string (self->sheet, 0, column, title, self->heading);
  self->widths[column] = MAX (WIDTH_LEAST, g_utf8_strlen (title, -1));
}

/* Whether the cell is not empty */
static gboolean
put_cell (Workbook *self, guint row, guint column, const char *text)
{
  SarapTableKind kind = self->table->columns[column].kind;
  lxw_datetime time = { 0 };
  SarapDate date;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (kind == SARAP_TABLE_DAY && sarap_date_parse (text, -1, &date))
    {
      sarap_date_split (date, &time.year, &time.month, &time.day);
      self->widths[column] = MAX (self->widths[column], WIDTH_DAY);
      if (time.year >= FIRST_YEAR)
        {
          worksheet_write_datetime (self->sheet, row + 1, column, &time, self->day);
          return TRUE;
        }
    }
  worksheet_write_string (self->sheet, row + 1, column, text,
                          kind == SARAP_TABLE_DIGITS ? self->digits : NULL);
  self->widths[column] = MAX (self->widths[column], g_utf8_strlen (text, -1));
  return TRUE;
}

static gboolean
put_rows (Workbook *self, GCancellable *cancellable, GError **error)
{
  const SarapTable *table = self->table;

  for (guint column = 0; column < table->n_columns; column++)
    put_title (self, column);
  self->n_rows = 1;
  for (guint row = 0; row < table->n_rows; row++)
    {
      gboolean put = FALSE;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint column = 0; column < table->n_columns; column++)
        put = put_cell (self, row, column, table->cell (row, column, table->data)) || put;
      self->n_rows += put;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Suppresses the mark of a spreadsheet for numbers stored as text */
static void
finish_columns (Workbook *self)
{
  const SarapTable *table = self->table;
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_autofilter (self->sheet, 0, 0, table->n_rows, table->n_columns - 1);
  for (guint column = 0; column < table->n_columns; column++)
    {
      worksheet_set_column (self->sheet, column, column,
                            MIN (self->widths[column], WIDTH_MOST) + WIDTH_MARGIN, NULL);
      if (table->columns[column].kind != SARAP_TABLE_DIGITS || table->n_rows == 0)
        continue;
      lxw_rowcol_to_range (range, 1, column, table->n_rows, column);
      worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
    }
}

static gboolean
workbook_begin (Workbook *self, const SarapTable *table, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  self->table = table;
  self->book = workbook_new_opt (path, &options);
  self->sheet = self->book != NULL ? workbook_add_worksheet (self->book, table->name) : NULL;
  if (self->sheet == NULL)
    return FALSE;
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  self->day = workbook_add_format (self->book);
  format_set_num_format (self->day, "dd.mm.yyyy");
  self->digits = workbook_add_format (self->book);
  format_set_num_format (self->digits, "@");
  self->widths = g_new0 (guint, table->n_columns);
  return TRUE;
}

/* The workbook must be closed even when stopped: only this removes its temporary files */
static gboolean
write_book (const SarapTable *table, SarapOutput *output, GCancellable *cancellable, GError **error)
{
  Workbook self = { NULL };
  gboolean put = FALSE, started, closed;

  errno = 0;
  started = workbook_begin (&self, table, output->temporary);
  if (started && (put = put_rows (&self, cancellable, error)))
    finish_columns (&self);
  closed = self.book != NULL && workbook_close (self.book) == LXW_NO_ERROR;
  g_free (self.widths);
  if (started && !put)
    return FALSE;
  if (!started || !closed)
    return sarap_output_fail (output, errno != 0 ? errno : EIO, error);
  return sarap_workbook_is_whole (output->temporary, self.n_rows) ||
         sarap_output_fail (output, ENOSPC, error);
}

gboolean
sarap_workbook_write (const SarapTable *table,
                      SarapOutput *output,
                      GCancellable *cancellable,
                      GError **error)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = uselocale (plain);
  gboolean written = write_book (table, output, cancellable, error);

  uselocale (before);
  freelocale (plain);
  return written;
}

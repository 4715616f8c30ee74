#pragma once

#include "exchange/sarap-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapTableFormat:
 * @SARAP_TABLE_XLSX: a workbook of one sheet
 * @SARAP_TABLE_CSV_EXCEL: CSV for Excel in Kazakh or Russian: semicolons, CR LF, days as
 *   dd.mm.yyyy, digits as ="…"
 * @SARAP_TABLE_CSV: CSV for programs: commas, LF, days as YYYY-MM-DD
 *
 * The format of a table. Both kinds of CSV are UTF-8 and begin with a byte-order mark.
 */
typedef enum
{
  SARAP_TABLE_XLSX,
  SARAP_TABLE_CSV_EXCEL,
  SARAP_TABLE_CSV,
} SarapTableFormat;

/**
 * SarapTableKind:
 * @SARAP_TABLE_TEXT: a text; never a formula
 * @SARAP_TABLE_DAY: a day, given as YYYY-MM-DD
 * @SARAP_TABLE_DIGITS: digits that are no number, such as an IIN: leading zeros stay
 *
 * The type of a column.
 */
typedef enum
{
  SARAP_TABLE_TEXT,
  SARAP_TABLE_DAY,
  SARAP_TABLE_DIGITS,
} SarapTableKind;

typedef struct
{
  const char *title;
  SarapTableKind kind;
} SarapTableColumn;

/* The text of a cell, borrowed until the next call; %NULL for an empty one */
typedef const char *(*SarapTableCell) (guint row, guint column, gpointer data);

/**
 * SarapTable:
 * @name: the name of the sheet in a workbook: at most 31 characters
 * @columns: (array length=n_columns): the columns
 * @n_columns: the number of columns
 * @n_rows: the number of rows
 * @cell: returns the text of a cell; called row by row, from left to right
 * @data: passed on
 *
 * A list for people, to be written to a file.
 */
typedef struct
{
  const char *name;
  const SarapTableColumn *columns;
  guint n_columns;
  guint n_rows;
  SarapTableCell cell;
  gpointer data;
} SarapTable;

/**
 * sarap_table_write:
 * @table: the table
 * @format: the format
 * @path: the file, overwritten if it exists
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes a list for spreadsheets. No text in it is a formula; only sarap_export_folder() keeps
 * every text unchanged. The file gets its name when it is complete.
 *
 * Returns: %TRUE when the file is written
 */
gboolean sarap_table_write (const SarapTable *table,
                            SarapTableFormat format,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS

#pragma once

#include "exchange/sarap-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapTableFormat:
 * @SARAP_TABLE_XLSX: a workbook of one sheet
 * @SARAP_TABLE_CSV_EXCEL: CSV as Excel opens it by a double click where Kazakh or Russian is
 *   spoken: semicolons, CR LF, days as dd.mm.yyyy, digits as ="…"
 * @SARAP_TABLE_CSV: CSV for programs: commas, LF, days as YYYY-MM-DD
 *
 * How a table is written. Both kinds of CSV are UTF-8 and begin with a byte-order mark.
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
 * @SARAP_TABLE_DIGITS: digits that are no number, such as an IIN: leading zeros are kept
 *
 * What stands in a column.
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
 * @name: what the table is called, as the sheet of a workbook: at most 31 characters
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many
 * @n_rows: how many rows
 * @cell: gives the text of a cell; called row by row, from left to right
 * @data: passed on
 *
 * A list as people see it, to be written into a file.
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
 * @table: what is written
 * @format: how
 * @path: the file, written over if it is there
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes a list as people see it, for spreadsheets. No text in it is a formula; a folder of
 * sarap_export_folder() keeps every text as it is. The file is put in its place when it is whole.
 *
 * Returns: %TRUE when it is there
 */
gboolean sarap_table_write (const SarapTable *table,
                            SarapTableFormat format,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS

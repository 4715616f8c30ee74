#pragma once

#include "exchange/sarap-output.h"
#include "exchange/sarap-table.h"

G_BEGIN_DECLS

/**
 * sarap_workbook_write:
 * @table: the table
 * @output: an open, empty file
 * @cancellable: (nullable): stops it
 * @error: return location; %SARAP_EXCHANGE_ERROR_FILE also when the disk had no room for the parts
 *   of the file
 *
 * Writes an XLSX file of one sheet: the heading stays visible, days are dates, digits are text, and
 * columns are as wide as their texts.
 *
 * Returns: %TRUE when the file is complete
 */
gboolean sarap_workbook_write (const SarapTable *table,
                               SarapOutput *output,
                               GCancellable *cancellable,
                               GError **error);

/**
 * sarap_workbook_is_whole:
 * @path: an XLSX file
 * @n_rows: the number of rows in its first sheet that are not empty, with the heading
 *
 * libxlsxwriter does not notice a full disk while it writes the parts, and packs incomplete ones.
 *
 * Returns: whether every part is a complete XML document, and the sheet has all its rows
 */
gboolean sarap_workbook_is_whole (const char *path, guint n_rows);

G_END_DECLS

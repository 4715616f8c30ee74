#pragma once

#include "exchange/sarap-output.h"
#include "exchange/sarap-table.h"

G_BEGIN_DECLS

/**
 * sarap_workbook_write:
 * @table: what is written
 * @output: an open file that nothing has been written to
 * @cancellable: (nullable): stops it
 * @error: return location; %SARAP_EXCHANGE_ERROR_FILE also when the disk had no room for the parts
 *   of which the file is made
 *
 * Writes an XLSX file of one sheet: the heading stays in sight, days are dates, digits are text,
 * and columns are as wide as what stands in them.
 *
 * Returns: %TRUE when the file is whole
 */
gboolean sarap_workbook_write (const SarapTable *table,
                               SarapOutput *output,
                               GCancellable *cancellable,
                               GError **error);

/**
 * sarap_workbook_is_whole:
 * @path: an XLSX file
 * @n_rows: in how many rows of its first sheet something stands, with the heading
 *
 * libxlsxwriter does not see when a disk is full while it makes the parts, and packs what is there.
 *
 * Returns: whether every part is a whole XML document, and the sheet has all its rows
 */
gboolean sarap_workbook_is_whole (const char *path, guint n_rows);

G_END_DECLS

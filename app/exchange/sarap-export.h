#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_export_folder:
 * @db: a database
 * @folder: a folder, made if it is missing
 * @cancellable: (nullable): stops it
 * @progress: (nullable): called with the number of written rows
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_EXISTS when another file would be overwritten
 *
 * Writes the files (README.md 1) from one moment of the database, sorted by key, with LF at the end
 * of lines. They get their names when all of them are complete. Files of the same names are
 * overwritten only if they are from an earlier export; other files are not touched.
 *
 * Returns: %TRUE when all files are written
 */
gboolean sarap_export_folder (SarapDatabase         *db,
                              const char            *folder,
                              GCancellable          *cancellable,
                              SarapExchangeProgress  progress,
                              gpointer               data,
                              GError               **error);

G_END_DECLS

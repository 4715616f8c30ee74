#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_export_folder:
 * @db: a database
 * @folder: a folder, made if it is not there
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how many rows have been written
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_EXISTS when something else would be written over
 *
 * Writes the files (README.md 1) from one moment of the database, sorted by key, lines ended by LF.
 * They are put in their place when all of them are whole. Files of the same names are written over
 * only if they are those of an earlier export; other files are left alone.
 *
 * Returns: %TRUE when all are there
 */
gboolean sarap_export_folder (SarapDatabase         *db,
                              const char            *folder,
                              GCancellable          *cancellable,
                              SarapExchangeProgress  progress,
                              gpointer               data,
                              GError               **error);

G_END_DECLS

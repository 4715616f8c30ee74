#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_backup:
 * @db: a database, not in a transaction
 * @path: a file that does not exist yet
 * @cancellable: (nullable): stops it; an SQLite file is copied in one step
 * @progress: (nullable): called with the number of copied rows
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_EXISTS when the file exists
 *
 * Copies the whole database as of one moment, while others work, into an SQLite file. The file
 * appears only when it is complete, and only its owner can read it. It contains ids and the audit
 * chain and can be opened as a database.
 *
 * Returns: %TRUE when the file is complete
 */
gboolean sarap_backup  (SarapDatabase         *db,
                        const char            *path,
                        GCancellable          *cancellable,
                        SarapExchangeProgress  progress,
                        gpointer               data,
                        GError               **error);

/**
 * sarap_restore:
 * @db: an empty database of the newest version; on PostgreSQL its owner's connection
 * @path: a file of sarap_backup(), or another SQLite database, even one in use
 * @cancellable: (nullable): stops it
 * @progress: (nullable): called with the number of copied rows
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_NOT_BACKUP when the file is something else or its
 *   audit chain is broken, %SARAP_EXCHANGE_ERROR_NOT_EMPTY
 *
 * Restores a backup into an empty database of either engine, in one transaction, with unchanged ids
 * and audit chain. Keys of a name that were changed by SQL are computed again. An older backup is
 * brought up to date first. It needs room for a copy of the file in the folder for temporary files.
 *
 * Returns: %TRUE when everything was restored; otherwise nothing was
 */
gboolean sarap_restore (SarapDatabase         *db,
                        const char            *path,
                        GCancellable          *cancellable,
                        SarapExchangeProgress  progress,
                        gpointer               data,
                        GError               **error);

G_END_DECLS

#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_backup:
 * @db: a database, not in a transaction
 * @path: a file that is not there yet
 * @cancellable: (nullable): stops it; a file of SQLite is copied in one go
 * @progress: (nullable): told how many rows have been copied
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_EXISTS when there is such a file
 *
 * Copies the whole database from one moment, while others work, into an SQLite file which is there
 * only when it is whole, and which only its owner can read. It has the ids and the audit chain and
 * can itself be opened as a database.
 *
 * Returns: %TRUE when the file is there
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
 * @path: a file that sarap_backup() made, or another database of SQLite, even one at work
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how many rows have been copied
 * @data: passed on
 * @error: return location; %SARAP_EXCHANGE_ERROR_NOT_BACKUP when the file is something else or its
 *   audit chain is broken, %SARAP_EXCHANGE_ERROR_NOT_EMPTY
 *
 * Such a file into an empty database of either engine.
 *
 * Puts a backup into an empty database, all in one transaction, with its ids and its audit chain as
 * they were; keys of a name that somebody set by SQL of their own are made anew. An older backup is
 * brought up to date on the way. Needs room for a copy of the file in the folder for temporary
 * files.
 *
 * Returns: %TRUE when all of it is there; else nothing is
 */
gboolean sarap_restore (SarapDatabase         *db,
                        const char            *path,
                        GCancellable          *cancellable,
                        SarapExchangeProgress  progress,
                        gpointer               data,
                        GError               **error);

G_END_DECLS

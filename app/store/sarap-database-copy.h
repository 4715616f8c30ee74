#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Whole databases: backup and restore. */

/* Called after each batch with the rows copied so far */
typedef void (*SarapDatabaseCopied) (guint64 n_rows, gpointer data);

/**
 * sarap_database_is_empty:
 * @db: a database
 * @empty: whether it has no records and no lines of the audit chain
 * @error: return location
 */
gboolean sarap_database_is_empty  (SarapDatabase *db, gboolean *empty, GError **error);

/**
 * sarap_database_copy:
 * @from: a database
 * @to: an empty one of the same version; one of the two is SQLite
 * @cancellable: (nullable): stops it
 * @copied: (nullable): told how far it is
 * @data: passed on
 * @error: return location
 *
 * Copies every row as it is, ids and lines of the audit chain too, from one moment of @from and in
 * one transaction of @to. On PostgreSQL that of @from has to be an administrator's or an auditor's,
 * that of @to its owner's.
 *
 * Returns: %TRUE when all of it is there; else nothing of it is
 */
gboolean sarap_database_copy      (SarapDatabase        *from,
                                   SarapDatabase        *to,
                                   GCancellable         *cancellable,
                                   SarapDatabaseCopied   copied,
                                   gpointer              data,
                                   GError              **error);

/**
 * sarap_database_copy_file:
 * @db: a database of SQLite, not in a transaction
 * @path: a file that is not there, or empty
 * @error: return location
 *
 * Makes a copy of the file from one moment, while others read and write.
 */
gboolean sarap_database_copy_file (SarapDatabase *db, const char *path, GError **error);
/* One file without a journal beside it, once this connection is closed */
gboolean sarap_database_fold      (SarapDatabase *db, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Copies of whole databases, for backup and restore */

/* Called after each batch with the number of rows copied so far */
typedef void (*SarapDatabaseCopied) (guint64 n_rows, gpointer data);

/**
 * sarap_database_is_empty:
 * @db: a database
 * @empty: (out): whether it has no records and no lines of the audit chain
 * @error: return location
 */
gboolean sarap_database_is_empty  (SarapDatabase *db, gboolean *empty, GError **error);

/**
 * sarap_database_copy:
 * @from: a database
 * @to: an empty one of the same version; one of the two is SQLite
 * @cancellable: (nullable): stops it
 * @copied: (nullable): called after each batch
 * @data: passed on
 * @error: return location
 *
 * Copies every row unchanged, with ids and lines of the audit chain, from one moment of @from and
 * in one transaction of @to. On PostgreSQL @from needs an administrator's or an auditor's
 * connection, @to that of its owner.
 *
 * Returns: %TRUE when everything was copied; otherwise nothing was
 */
gboolean sarap_database_copy      (SarapDatabase        *from,
                                   SarapDatabase        *to,
                                   GCancellable         *cancellable,
                                   SarapDatabaseCopied   copied,
                                   gpointer              data,
                                   GError              **error);

/**
 * sarap_database_copy_file:
 * @db: an SQLite database, not in a transaction
 * @path: a file that does not exist or is empty
 * @error: return location
 *
 * Copies the file as of one moment, while others may read and write.
 */
gboolean sarap_database_copy_file (SarapDatabase *db, const char *path, GError **error);
/* Makes it one file without a journal, once this connection is closed */
gboolean sarap_database_fold      (SarapDatabase *db, GError **error);

G_END_DECLS

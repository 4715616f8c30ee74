#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Whole databases: backup and restore. */

/* Called after each batch with the rows copied so far */
typedef void (*SarapDatabaseCopied) (guint64 n_rows, gpointer data);

gboolean sarap_database_is_empty  (SarapDatabase *db, gboolean *empty, GError **error);
gboolean sarap_database_copy      (SarapDatabase        *from,
                                   SarapDatabase        *to,
                                   GCancellable         *cancellable,
                                   SarapDatabaseCopied   copied,
                                   gpointer              data,
                                   GError              **error);
gboolean sarap_database_copy_file (SarapDatabase *db, const char *path, GError **error);
/* One file without a journal beside it, once this connection is closed */
gboolean sarap_database_fold      (SarapDatabase *db, GError **error);

G_END_DECLS

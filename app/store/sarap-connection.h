#pragma once

#include "store/sarap-name.h"
#include "store/sarap-sqlite.h"

#include <libgda/libgda.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* Opens libgda's connection to either engine, ready for statements. @pg is set to the libpq
   connection under it, %NULL for SQLite. @session must outlive the connection. */
GdaConnection *sarap_connection_open (const SarapName *name, const char *path, const char *password,
                                      SarapSqliteSession *session, PGconn **pg, GError **error);
/* Whether the line to the server is still open; sends nothing to the server */
gboolean       sarap_connection_alive (PGconn *pg);

G_END_DECLS

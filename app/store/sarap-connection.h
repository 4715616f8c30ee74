#pragma once

#include "store/sarap-name.h"
#include "store/sarap-sqlite.h"

#include <libgda/libgda.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* libgda's connection to either engine, ready for statements. @pg is libpq's connection under it,
   %NULL for SQLite. @session outlives it. */
GdaConnection *sarap_connection_open (const SarapName *name, const char *path, const char *password,
                                      SarapSqliteSession *session, PGconn **pg, GError **error);
/* %FALSE when the server has already closed the line; asks no server */
gboolean       sarap_connection_alive (PGconn *pg);

G_END_DECLS

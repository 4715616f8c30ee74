#pragma once

#include "store/sarap-sqlite.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Adds the functions that the triggers call; returns an SQLite status */
int sarap_sqlite_add_audit_functions (sqlite3 *sqlite, SarapSqliteSession *session);

G_END_DECLS

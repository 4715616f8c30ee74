#pragma once

#include "store/sarap-sqlite.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* What the triggers call; an SQLite status */
int sarap_sqlite_add_audit_functions (sqlite3 *sqlite, SarapSqliteSession *session);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_expose_all:
 * @db: an SQLite database, in the transaction of its migration
 * @error: return location
 *
 * Makes the triggers that write the audit chain for every table of "record_kind", anew where they
 * are there. PostgreSQL's schema has a function of its own for this.
 */
gboolean sarap_expose_all (SarapDatabase *db, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_expose_all:
 * @db: an SQLite database, in the transaction of its migration
 * @error: return location
 *
 * Makes the triggers that write the audit chain for every table of "record_kind", and replaces
 * existing ones. PostgreSQL's schema has a function for this.
 */
gboolean sarap_expose_all (SarapDatabase *db, GError **error);

/* The name of a column in a line of the audit chain, such as "iin" for officer_id, and its text, a
   piece of SQL */
const char *sarap_expose_name (const char *column);
char       *sarap_expose_text (const char *column, const char *row);

G_END_DECLS

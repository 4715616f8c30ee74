#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_schema_verify:
 * @db: a database, in a transaction that reads
 * @faults: (element-type utf8): where a sentence for each difference is added
 * @error: return location
 *
 * Compares the schema with the one that this program's migrations make: tables, checks, indexes,
 * triggers and views; on a server functions and grants too. There it is compared with a list of what
 * PostgreSQL 15 says of it; of another version only what that says in the same words.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_schema_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/**
 * sarap_schema_check_tables:
 * @db: a file of SQLite that says it is Sarap's
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT
 *
 * Checks, without reading anything but the list of its tables, that these are tables, and that no
 * view is there but our own: one that somebody put in the place of a table could go on for ever.
 */
gboolean sarap_schema_check_tables (SarapDatabase *db, GError **error);

/* A server's schema as the list of data/schema has it, for the test that keeps that list */
char *sarap_schema_list (SarapDatabase *db, GError **error);

/* Takes a list by sarap_schema_list() for right in place of the program's own: for the test that makes a
   kind of record up */
void  sarap_schema_set_list (const char *list);

G_END_DECLS

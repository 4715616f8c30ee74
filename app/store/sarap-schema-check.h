#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_schema_verify:
 * @db: a database, in a transaction that reads
 * @faults: (element-type utf8): receives a sentence for each difference
 * @error: return location
 *
 * Compares the schema with the one that this program's migrations make: tables, checks, indexes,
 * triggers and views; on a server functions and grants too. There the reference is a list from
 * PostgreSQL 15; of another version only objects in the same words are compared.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_schema_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/**
 * sarap_schema_check_tables:
 * @db: an SQLite file with the mark of Sarap
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT
 *
 * Checks that its tables are tables and that it has no views but Sarap's own. It reads only the
 * list of tables: a view in place of a table could run for ever.
 */
gboolean sarap_schema_check_tables (SarapDatabase *db, GError **error);

/* A server's schema in the form of the list in data/schema, for the test that keeps that list */
char *sarap_schema_list (SarapDatabase *db, GError **error);

/* Replaces the program's list with a result of sarap_schema_list(). For the test that adds a kind
   of record. */
void  sarap_schema_set_list (const char *list);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The few differences between the engines, as pieces of SQL for sarap_query_new() */

/* The name of a function (text, part) whose value is above 0 if the part is in the text, otherwise
   0 */
const char *sarap_dialect_position (SarapDatabase *db);

/**
 * sarap_dialect_rows:
 * @columns: names and types (text, date, integer), as in "iin text, start date, level integer"
 *
 * A table expression over the JSON array of arrays bound as `:rows`, for many rows in one call. Its
 * rows have these columns and `n`, their index from 0. It has parentheses and needs an alias.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_rows (SarapDatabase *db, const char *columns);

/**
 * sarap_dialect_packed:
 * @columns: names of columns or other expressions, separated by commas; neither they nor their
 *   values may have a comma or a semicolon
 *
 * libgda costs time for every value. So this aggregate packs the rows of a query into one text.
 *
 * A row is the text of every expression, each ended by a comma and empty for NULL, and then a
 * semicolon. Rows keep the order of a subquery that has one; otherwise their order is undefined.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_packed (SarapDatabase *db, const char *columns);

/* A query for what is wrong with the file: SQLite's own check. NULL on a server, which checks its
   files itself. */
const char *sarap_dialect_damage (SarapDatabase *db);
/* " AND column = ANY (…)" for the ids bound by sarap_dialect_bind_ids(), in addition to a join with
   the same ids; empty on SQLite. With a join alone a server's views check one officer after
   another. */
char *sarap_dialect_among   (SarapDatabase *db, const char *column);
/* Binds @ids, 64 bits each, @stride bytes apart */
void  sarap_dialect_bind_ids (SarapQuery *query, gconstpointer ids, guint n_ids, gsize stride);

/**
 * sarap_dialect_digest:
 * @columns: names of columns, %NULL ends
 * @n_first: how many of them the table has had from the start
 *
 * The canonical form of a record's values, see sarap_digest_record(). It is an expression, not a
 * function of the database, because such a function could be replaced.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_digest (SarapDatabase *db, const char *const *columns, guint n_first);
/* Separates the later columns from the first ones in SQLite's sarap_digest() */
#define SARAP_DIALECT_LATER "x''"
/* A text; NULL if it has more than @n_bytes bytes or a zero byte. Only editing a file by hand can
   put such a text there; a server's checks prevent it. */
char *sarap_dialect_bounded (SarapDatabase *db, const char *text, guint n_bytes);

/* The last @length letters of a text */
char *sarap_dialect_tail   (SarapDatabase *db, const char *text, guint length);

G_END_DECLS

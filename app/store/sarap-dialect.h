#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The few places in which the engines speak differently: pieces of SQL for sarap_query_new() */

/* A function NAME (text, part) that is above 0 where the part stands in the text, else 0 */
const char *sarap_dialect_position (SarapDatabase *db);

/**
 * sarap_dialect_rows:
 * @columns: names and types (text, date, integer), as in "iin text, start date, level integer"
 *
 * Many rows in one call, by a table expression over the JSON array of arrays bound as `:rows`. Its
 * rows have these columns and `n`, their place from 0. It stands in parentheses and wants an alias.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_rows (SarapDatabase *db, const char *columns);

/**
 * sarap_dialect_packed:
 * @columns: expressions, separated by commas
 *
 * An aggregate that packs many rows into one text, since libgda's cost is a value's: of each row
 * every column's text ended by a comma, then a semicolon; @columns are column names or other
 * expressions without commas, none of whose values has a comma or semicolon.
 *
 * An aggregate that packs the rows of a query into one text: of each row the text of every
 * expression ended by a comma, nothing for NULL, and then a semicolon. They stand in the order of a
 * subquery that has one, else in no particular one.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_packed (SarapDatabase *db, const char *columns);

/* A query whose rows say what is wrong with the file itself: SQLite's own check of it. A server looks
   after its files itself, so it has none. */
const char *sarap_dialect_damage (SarapDatabase *db);
/* " AND column = ANY (…)" of the ids bound by sarap_dialect_bind_ids(), nothing on SQLite: beside a join with
   the same ids. A server's views look at one officer after the other for a join, not for such a condition. */
char *sarap_dialect_among   (SarapDatabase *db, const char *column);
/* @ids: 64 bits each, @stride bytes apart */
void  sarap_dialect_bind_ids (SarapQuery *query, gconstpointer ids, guint n_ids, gsize stride);

/**
 * sarap_dialect_digest:
 * @columns: names of columns, %NULL ends
 * @n_first: how many of them the table always had; the others came later
 *
 * What a record's values are: see sarap_digest_record(). The expression itself, not a function of
 * the database, which somebody might have put another in the place of.
 *
 * Returns: (transfer full): a piece of SQL
 */
char *sarap_dialect_digest (SarapDatabase *db, const char *const *columns, guint n_first);
/* What stands before the others in sarap_digest() of SQLite */
#define SARAP_DIALECT_LATER "x''"
/* A text, NULL where it has more bytes than any may have, or a zero among them. Only whoever writes into a file by hand puts such a
   one there; a server's checks hold. */
char *sarap_dialect_bounded (SarapDatabase *db, const char *text, guint n_bytes);

/* The last letters of a text */
char *sarap_dialect_tail   (SarapDatabase *db, const char *text, guint length);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The audit chain: a line for every change, written by triggers of the tables on both engines.
 *
 *   action  add, change, remove: one record; detail {"field":["was","became"],…,"#":["d","d"]}, where
 *           "#" has the digest of the record before and after, null for none
 *           import: up to a thousand records that were added together;
 *           detail {"ids":"17-812,815","#":"ddd…"}, twenty letters a record in the order of ids
 *           what a long writer is called, such as import: its last line, what it says of itself
 *           password: an account's was set
 *   salt    32 hexadecimal digits, at least 122 bits of them random. Everybody with an account reads
 *           the newest digest: without what only those have who see the line, a guess at what it says
 *           could be tried there.
 *   digest  of a record: see sarap_digest_record(); of a line: SHA-256 over its salt and what it says
 *   chain   SHA-256 over the chain of the line before, the line's number and its digest
 */

/* Bytes of a detail: no line says more */
#define SARAP_AUDIT_MOST_BYTES 65536

/* SQLite: a line that no trigger writes */
gboolean sarap_audit_append (SarapDatabase *db, const char *action, const char *record, const char *detail,
                             GError **error);

/* Checks every line against the one before; each fault is a sentence added to @faults.
   %FALSE with @error only if it could not be read, or on PostgreSQL not all of it by this person. */
gboolean sarap_audit_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/* The digest of the newest line, for orders and minutes; %NULL while there is none */
char *sarap_audit_newest (SarapDatabase *db, GError **error);

/**
 * sarap_audit_find:
 * @chain: the newest digest of some day, as an order or minutes print it
 * @error: return location; %SARAP_STORE_ERROR_NOT_FOUND when the chain does not have it: then it
 *   was cut short or written anew
 *
 * The number of the line with that digest; not found: the chain was cut short or written anew.
 *
 * Returns: the number of its line, 0 on error
 */
gint64 sarap_audit_find (SarapDatabase *db, const char *chain, GError **error);

G_END_DECLS

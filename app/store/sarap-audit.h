#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The audit chain: a line for every change, written by triggers of the tables on both engines.
 *
 *   action  add, change, remove: one record; detail {"field":["was","became"],…,"#":["d","d"]},
 *           where "#" has the digest of the record before and after, null for none
 *           import: up to a thousand records that were added together;
 *           detail {"ids":"17-812,815","#":"ddd…"}, twenty letters a record in the order of ids
 *           the name of a long writer, such as import: its last line, with its own summary
 *           password: the password of an account was set
 *   salt    32 hexadecimal digits, at least 122 bits of them random. Every account reads the newest
 *           digest. Only readers of the line have its salt, so others cannot test a guess of what
 *           the line says.
 *   digest  of a record: see sarap_digest_record(); of a line: SHA-256 over its salt and contents
 *   chain   SHA-256 over the chain of the line before, the line's number and its digest
 */

/* Greatest length of a detail, bytes */
#define SARAP_AUDIT_MOST_BYTES 65536

/* SQLite only: adds a line that no trigger writes */
gboolean sarap_audit_append (SarapDatabase *db, const char *action, const char *record,
                             const char *detail, GError **error);

/* Checks every line against the one before it; each fault is a sentence added to @faults. Returns
   %FALSE with @error only if the chain could not be read, or on PostgreSQL if this person may not
   read all of it. */
gboolean sarap_audit_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/* The digest of the newest line, for orders and minutes; %NULL while there is none */
char *sarap_audit_newest (SarapDatabase *db, GError **error);

/**
 * sarap_audit_find:
 * @chain: the newest digest of some day, as printed in an order or in minutes
 * @error: return location; %SARAP_STORE_ERROR_NOT_FOUND when the chain does not have it
 *
 * Finds the line with that digest. A chain without it was cut short or written anew.
 *
 * Returns: the number of the line, 0 on error
 */
gint64 sarap_audit_find (SarapDatabase *db, const char *chain, GError **error);

G_END_DECLS

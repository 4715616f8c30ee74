#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_audit_append:
 * @db: a database, in the transaction of the change itself
 * @action: what was done: a word of the program's own, such as "add", "change", "remove", "import"
 * @record: which kind of record, its table's name, such as "service"
 * @record_id: its id, 0 for none
 * @officer_id: the officer it belongs to, 0 for none
 * @detail: the change as a JSON object in one line: field → [before, after]
 * @error: return location
 *
 * Appends a line to the audit chain: when, who, what, which record, the digest of the change, and
 * SHA-256 over that and the line before.
 *
 * Returns: the number of the line, 0 on error
 */
gint64 sarap_audit_append (SarapDatabase *db,
                           const char    *action,
                           const char    *record,
                           gint64         record_id,
                           gint64         officer_id,
                           const char    *detail,
                           GError       **error);

/* Checks every line against the one before; each fault is a sentence added to @faults.
   %FALSE with @error only if it could not be read, or on PostgreSQL not all of it by this person. */
gboolean sarap_audit_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/* The digest of the newest line, for orders and minutes; %NULL while there is none */
char *sarap_audit_newest (SarapDatabase *db, GError **error);

/* The number of the line with that digest; not found: the chain was cut short or written anew */
gint64 sarap_audit_find (SarapDatabase *db, const char *chain, GError **error);

G_END_DECLS

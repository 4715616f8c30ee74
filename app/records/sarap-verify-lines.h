#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_verify_lines:
 * @db: a database, in a transaction that reads; on PostgreSQL of an administrator or auditor
 * @faults: (element-type utf8): where the sentences of what is wrong are added
 * @error: return location
 *
 * Compares every record with what the audit chain says became of it, and names what differs by record
 * and field. Where many additions stand in one line, the chain knows that a record is another, not what
 * it was; then what it was is looked for, one field after the other, among the values that it can have.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_verify_lines (SarapDatabase *db, GPtrArray *faults, GError **error);

G_END_DECLS

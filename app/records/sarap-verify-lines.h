#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_verify_lines:
 * @db: a database, in a transaction that reads; on PostgreSQL by an administrator or auditor
 * @faults: (element-type utf8): receives a sentence for each fault
 * @error: return location
 *
 * Compares every record with its lines of the audit chain, and reports differences by record and
 * field. A line about many additions shows that a record changed, but not its former value. The
 * former value is then searched, field by field, among the possible values.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_verify_lines (SarapDatabase *db, GPtrArray *faults, GError **error);

G_END_DECLS

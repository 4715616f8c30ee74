#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_invariants_verify:
 * @db: a database
 * @faults: (element-type utf8): receives a sentence for each fault
 * @error: return location
 * | Checks rules that the constraints of the schema do not contain: every record against its
 * description, and copied values against their source, in one consistent view of the database.
 * | Returns: %FALSE only when the database could not be read
 */
gboolean sarap_invariants_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/**
 * sarap_invariants_look:
 * @db: a database
 * @but_keys: whether to skip the keys of names, which sarap_invariants_renew_keys() repairs
 * @faults: (element-type utf8): receives a sentence for each fault
 * @error: return location
 * | Like sarap_invariants_verify(), but skips faults that people with rights can cause with SQL of
 * their own: a server does not know the keys of a name, and may be without a central body for a
 * while. A line of the chain names the person. Such a fault must not make every backup worthless.
 * | Returns: %FALSE only when the database could not be read
 */
gboolean sarap_invariants_look   (SarapDatabase *db, gboolean but_keys, GPtrArray *faults,
                                  GError **error);

/**
 * sarap_invariants_renew_keys:
 * @db: a database
 * @error: return location
 *
 * Computes again the keys for sorting and finding officers that differ from those of the names.
 * Each change leaves a line in the chain.
 *
 * Returns: %FALSE when nothing was written
 */
gboolean sarap_invariants_renew_keys (SarapDatabase *db, GError **error);

G_END_DECLS

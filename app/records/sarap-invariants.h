#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_invariants_verify:
 * @db: a database
 * @faults: (element-type utf8): where the sentences of what is wrong are added
 * @error: return location
 *
 * What the constraints of the schema do not say but must hold of the records; each fault is a
 * sentence added to @faults. %FALSE with @error only if they could not be read.
 *
 * Checks every record against its own description, and what is kept twice against its source, in
 * one consistent view of the database.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_invariants_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

/**
 * sarap_invariants_look:
 * @db: a database
 * @but_keys: whether the keys of names are left out, which sarap_invariants_renew_keys() mends
 * @faults: (element-type utf8): where the sentences of what is wrong are added
 * @error: return location
 *
 * The same without what people may break by SQL of their own, which is no reason not to go on.
 *
 * sarap_invariants_verify() without what people can write who have a right to and use SQL of their
 * own: a server does not know the keys of a name, and may be without a central body for a while. A
 * line of the chain tells who did it. One of them must not make every backup worthless.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_invariants_look   (SarapDatabase *db, gboolean but_keys, GPtrArray *faults, GError **error);

/**
 * sarap_invariants_renew_keys:
 * @db: a database
 * @error: return location
 *
 * Makes the keys by which officers are sorted and found anew where they are not those of their
 * names; each leaves its line.
 *
 * Returns: %FALSE when nothing was written
 */
gboolean sarap_invariants_renew_keys (SarapDatabase *db, GError **error);

G_END_DECLS

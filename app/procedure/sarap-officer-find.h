#pragma once

#include "procedure/sarap-bodies.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sarap_officers_find:
 * @db: a database
 * @bodies: its units
 * @text: what a person typed
 * @loose: whether letters are folded loosely
 * @among: (nullable) (element-type guint32): only these officers
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint32): those in whose name, number or unit every word
 *   stands, in any order
 */
GArray *sarap_officers_find (SarapDatabase *db,
                             SarapBodies   *bodies,
                             const char    *text,
                             gboolean       loose,
                             const GArray  *among,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS

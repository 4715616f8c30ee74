#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* What the constraints of the schema do not say but must hold of the records; each fault is a
   sentence added to @faults. %FALSE with @error only if they could not be read. */
gboolean sarap_invariants_verify (SarapDatabase *db, GPtrArray *faults, GError **error);
/* The same without what people may break by SQL of their own, which is no reason not to go on */
gboolean sarap_invariants_look   (SarapDatabase *db, gboolean but_keys, GPtrArray *faults, GError **error);
gboolean sarap_invariants_renew_keys (SarapDatabase *db, GError **error);

G_END_DECLS

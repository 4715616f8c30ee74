#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_look_first:
 * @db: a database of either engine, not in a transaction
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT when it differs from what Sarap leaves
 *
 * Examines a local file that comes from elsewhere or was changed by another program or person. A
 * known file, and a server's database, takes no time.
 *
 * Returns: %TRUE when it can be used
 */
gboolean sarap_look_first (SarapDatabase *db, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_look_first:
 * @db: a database of either engine, not in a transaction
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT when it is not as Sarap leaves one
 *
 * Looks through a local file that this user did not leave as it is: from elsewhere, or changed by
 * another hand. One that is known, and a server's database, takes no time.
 *
 * Returns: %TRUE when it can be worked with
 */
gboolean sarap_look_first (SarapDatabase *db, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The id of a body by its code; 0 and SARAP_STORE_ERROR_NOT_FOUND if there is none */
gint64 sarap_lookup_body    (SarapDatabase *db, const char *code, GError **error);

/* The id of an officer by the personal identification number */
gint64 sarap_lookup_officer (SarapDatabase *db, const char *iin, GError **error);

/**
 * sarap_lookup_any:
 * @db: a database
 * @any: (out): whether there is any body or officer that this role may see
 * @error: return location
 * | Returns: %TRUE when @any is known
 */
gboolean sarap_lookup_any   (SarapDatabase *db, gboolean *any, GError **error);

G_END_DECLS

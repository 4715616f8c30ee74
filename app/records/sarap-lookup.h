#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The id of a record by the code that people know; 0 and %SARAP_STORE_ERROR_NOT_FOUND when there is
   none. A body by its code */
gint64 sarap_lookup_body    (SarapDatabase *db, const char *code, GError **error);

/* An officer by their personal identification number */
gint64 sarap_lookup_officer (SarapDatabase *db, const char *iin, GError **error);

/**
 * sarap_lookup_any:
 * @db: a database
 * @any: (out): whether there is any body or officer
 * @error: return location
 *
 * Sets @any: whether there is a body or an officer at all, of those that this role may see.
 *
 * Finds out whether a service is kept in a database already.
 *
 * Returns: %TRUE when @any is known
 */
gboolean sarap_lookup_any   (SarapDatabase *db, gboolean *any, GError **error);

G_END_DECLS

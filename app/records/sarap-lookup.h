#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The id of a record by the code that people know; 0 and %SARAP_STORE_ERROR_NOT_FOUND when there is
   none */
gint64 sarap_lookup_body    (SarapDatabase *db, const char *code, GError **error);
gint64 sarap_lookup_officer (SarapDatabase *db, const char *iin, GError **error);
/* Sets @any: whether there is a body or an officer at all, of those that this role may see */
gboolean sarap_lookup_any   (SarapDatabase *db, gboolean *any, GError **error);

G_END_DECLS

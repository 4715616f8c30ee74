#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* A migration's text with the engine's words instead of {…}; NULL with @error for an unknown
   word */
char     *sarap_script_expand (SarapEngine engine, const char *text, GError **error);
/* Runs a script statement by statement */
gboolean  sarap_script_run    (SarapDatabase *db, const char *text, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* A new and empty database of SQLite in memory, as this program's migrations make it: what another one
   is compared with */
SarapDatabase *sarap_reference_open (GError **error);

G_END_DECLS

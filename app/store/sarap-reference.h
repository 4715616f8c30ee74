#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Opens a new, empty SQLite database in memory, made by this program's migrations: the reference
   for comparing another one */
SarapDatabase *sarap_reference_open (GError **error);

G_END_DECLS

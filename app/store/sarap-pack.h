#pragma once

#include <libgda/libgda.h>

G_BEGIN_DECLS

/* Teaches an SQLite connection of libgda's the aggregate sarap_pack (value, …), see
   sarap_dialect_packed() */
gboolean sarap_pack_install (GdaConnection *connection, GError **error);

G_END_DECLS

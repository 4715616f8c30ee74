#pragma once

#include <libgda/libgda.h>

G_BEGIN_DECLS

/* Teaches an SQLite connection of libgda's the aggregate sarap_pack (value, …), see
   sarap_dialect_packed(), and sarap_position (text, part), see sarap_dialect_position() */
gboolean sarap_sqlite_teach (GdaConnection *connection, GError **error);

G_END_DECLS

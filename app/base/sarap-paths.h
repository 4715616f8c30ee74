#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sarap_paths_find (const char *in_build, const char *installed);

G_END_DECLS

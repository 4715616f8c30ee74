#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sarap_error_say (const GError *error);

G_END_DECLS

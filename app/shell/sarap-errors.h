#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sarap_error_advice (const GError *error);

G_END_DECLS

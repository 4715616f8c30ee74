#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_error_say:
 * @error: what went wrong
 *
 * Returns: (transfer full): what happened, what was kept and what to do now, for people
 */
char *sarap_error_say (const GError *error);

G_END_DECLS

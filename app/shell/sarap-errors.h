#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_error_say:
 * @error: the error
 *
 * Returns: (transfer full): a text for people: what happened, what was saved and what to do now
 */
char *sarap_error_say (const GError *error);

G_END_DECLS

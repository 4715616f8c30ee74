#pragma once

#include "store/sarap-name.h"

G_BEGIN_DECLS

/**
 * sarap_unreachable_say:
 * @name: the name of a database on a server
 * @message: libpq's message about a failed connection
 *
 * Explains a failed connection, with the address: the server is unknown, does not answer at that
 * port, or the encryption failed.
 *
 * Returns: (transfer full) (nullable): a sentence for people; %NULL for any other reason
 */
char *sarap_unreachable_say (const SarapName *name, const char *message);

G_END_DECLS

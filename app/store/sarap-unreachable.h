#pragma once

#include "store/sarap-name.h"

G_BEGIN_DECLS

/**
 * sarap_unreachable_say:
 * @name: of a database on a server
 * @message: what libpq says of a connection that was not made
 *
 * Why there is no connection, with the address: that the server is not known, that nobody answers
 * at that port, or what stands in the way of the encryption.
 *
 * Returns: (transfer full) (nullable): a sentence for people; %NULL for any other reason
 */
char *sarap_unreachable_say (const SarapName *name, const char *message);

G_END_DECLS

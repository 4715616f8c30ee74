#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_server_verify:
 * @db: a PostgreSQL database, in a transaction that reads, by a person who may read all accounts
 * @faults: (element-type utf8): receives a sentence for each fault
 * @error: return location
 *
 * Finds access to a server's database past the accounts that is not part of its schema: members of
 * its groups, rights on the server, settings of a login, and rows of the inner tables, which no
 * view shows.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_server_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_server_verify:
 * @db: a database of PostgreSQL, in a transaction that reads, by somebody who reads all accounts
 * @faults: (element-type utf8): where a sentence for each fault is added
 * @error: return location
 *
 * Looks for what opens a server's database to people past their accounts, and is no part of its
 * schema: members of its groups, rights on the server, settings that the server makes for a login,
 * and rows of the inner tables, which no view shows.
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_server_verify (SarapDatabase *db, GPtrArray *faults, GError **error);

G_END_DECLS

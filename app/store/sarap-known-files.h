#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Which files of SQLite this user's programs left as they are, so that one from elsewhere, or changed by
   another hand, is looked through before it is worked with. What is kept of a file: which it is (device and
   inode), its size and time when it was last closed, and the newest line of its audit chain. */

/**
 * sarap_known_file:
 * @db: a database of SQLite that is open
 * @known: (out): whether it is as it was left, or has since gone on from there by lines of its chain
 * @error: return location
 *
 * Returns: %FALSE only when the database could not be read
 */
gboolean sarap_known_file          (SarapDatabase *db, gboolean *known, GError **error);
/* It was looked through, or made here: remembered when it is closed */
void     sarap_known_file_trust    (SarapDatabase *db);
/* Called as the database is closed, while it can still be asked, and when the file is at rest */
void     sarap_known_file_ask      (SarapDatabase *db);
void     sarap_known_file_remember (SarapDatabase *db);

G_END_DECLS

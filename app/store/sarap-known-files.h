#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Which files of SQLite this user's programs left as they are, so that one from elsewhere, or changed by
   anybody else, is looked through before it is worked with. What is kept of a file: which it is (device and
   inode), its size, and when it was last changed before it was closed, and a digest of its logs where somebody
   else had it open then. Nor is a file known into which another program wrote through SQLite while this one had
   it open, be it of Sarap's own. It finds damage and carelessness; from somebody who may change this
   user's files it does not protect: they can write into that memory too, copy bytes over a file into which this
   program saves just then, or put back on another system what a medium says of its files. */

/* Before it is looked through, or when it was made: what others write from here on counts */
void     sarap_known_file_begin    (SarapDatabase *db);
/* Whether it is as it was left; what is not open, and a server, are */
gboolean sarap_known_file          (SarapDatabase *db);
/* It was looked through, or made here: remembered when it is closed, unless others wrote */
void     sarap_known_file_trust    (SarapDatabase *db);
/* Called before it is closed: what somebody else wrote since it began was not looked through */
void     sarap_known_file_end      (SarapDatabase *db);
/* Called when the database is closed and the file at rest */
void     sarap_known_file_remember (SarapDatabase *db);

G_END_DECLS

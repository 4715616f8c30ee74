#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* Remembers the SQLite files that this user's programs left, so that a file from elsewhere or
   changed by others is examined before work. The memory holds the identity of a file (device and
   inode), its size, the time of its last change before closing, and a digest of its logs if another
   program had it open then. A file that another program, even another Sarap, wrote through SQLite
   while it was open here is not remembered. This finds damage and carelessness. It gives no
   protection from a person who can change this user's files: they can also write into this memory,
   copy bytes over a file while the program saves, or reset on another system what a medium says of
   its files. */

/* To be called before the file is examined or made: others' writes count from here on */
void     sarap_known_file_begin    (SarapDatabase *db);
/* Whether the file is as it was left; TRUE for a server, and if no file is open */
gboolean sarap_known_file          (SarapDatabase *db);
/* Marks a file as examined, or made here: it is remembered when it is closed, unless others
   wrote */
void     sarap_known_file_trust    (SarapDatabase *db);
/* To be called before the file is closed: others' writes since the beginning were not examined */
void     sarap_known_file_end      (SarapDatabase *db);
/* To be called when the database is closed and nothing writes to the file */
void     sarap_known_file_remember (SarapDatabase *db);

G_END_DECLS

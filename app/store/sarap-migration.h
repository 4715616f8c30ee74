#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Sarp", set by migration 1: how a file of ours is known among other SQLite files */
#define SARAP_APPLICATION_ID 0x53617270

/* The migrations' common files, one after the other, with their {words}; and those of SQLite alone */
char *sarap_migration_common_text (void);
char *sarap_migration_sqlite_text (void);

/* One more, "NAME" → the text for both engines: before any database is opened, for the test that makes
   a kind of record up */
void  sarap_migration_add (const char *name, const char *text);

G_END_DECLS

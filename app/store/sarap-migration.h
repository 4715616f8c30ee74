#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Sarp", set by migration 1: marks a file of Sarap among other SQLite files */
#define SARAP_APPLICATION_ID 0x53617270

/* The common files of the migrations, joined, with their {words}; and the files of SQLite only */
char *sarap_migration_common_text (void);
char *sarap_migration_sqlite_text (void);

/* Adds a migration, "NAME" with one text for both engines, before any database is opened. For the
   test that adds a kind of record. */
void  sarap_migration_add (const char *name, const char *text);

G_END_DECLS

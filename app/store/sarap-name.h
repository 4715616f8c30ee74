#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapName:
 * @engine: which engine it names
 * @text: the name as people may see it: without a password
 * @path: SQLite: the file, an absolute path
 * @conninfo: PostgreSQL: every option but the password as libpq's keywords
 * @password: PostgreSQL: the password that stood in the name, or %NULL
 *
 * The name of a database, taken apart.
 */
typedef struct
{
  SarapEngine engine;
  char *text;
  char *path;
  char *conninfo;
  char *password;
} SarapName;

SarapName *sarap_name_parse (const char *text, GError **error);
void       sarap_name_free  (SarapName *self);
/* libpq's connection string with @password, or the one of the name if that is %NULL */
char      *sarap_name_conninfo (const SarapName *self, const char *password);
/* keyword='value', quoted as libpq reads it */
void       sarap_name_append_keyword (GString *conninfo, const char *keyword, const char *value);
/**
 * sarap_name_find_password:
 * @word: a word of a command line
 *
 * Returns: (nullable): what of it may hold a password, all or what --OPTION= says; %NULL where it is
 * no name of a database, or one that is known to have no password in it. A name that is mistyped
 * may.
 */
char      *sarap_name_find_password (char *word);
/**
 * sarap_name_hide_passwords:
 * @words: (inout): a command line, of which there is a copy to work with
 *
 * Overwrites names of databases that may have a password in them, in the place where the system
 * shows them to everybody on this computer. A name may be mistyped: then nothing of it is left.
 */
void       sarap_name_hide_passwords (char **words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapName, sarap_name_free)

G_END_DECLS

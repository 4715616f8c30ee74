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

/**
 * sarap_name_parse:
 * @text: `sqlite:PATH`, or `postgresql://[user@]host[:port][,host[:port]…]/database[?option=…]`
 * @error: return location; %SARAP_STORE_ERROR_NAME when it cannot be understood
 *
 * Takes the name of a database apart. A path is meant as it stands; a URI has its parts percent
 * encoded, an IPv6 address in brackets, and a socket's folder as an encoded host. What may be an
 * address with its password behind the wrong word is taken for a path only where that file is
 * there.
 *
 * Returns: (transfer full): the parts
 */
SarapName *sarap_name_parse (const char *text, GError **error);

void       sarap_name_free  (SarapName *self);
/* libpq's connection string with @password, or the one of the name if that is %NULL */
char      *sarap_name_conninfo (const SarapName *self, const char *password);
/* keyword='value', quoted as libpq reads it */
void       sarap_name_append_keyword (GString *conninfo, const char *keyword, const char *value);
/* Where it is, as people say it: the file; "host:port/database", of this computer if no host is named */
char      *sarap_name_dup_place (const SarapName *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapName, sarap_name_free)

G_END_DECLS

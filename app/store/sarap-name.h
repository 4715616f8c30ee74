#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapName:
 * @engine: the engine
 * @text: the name for display: without a password
 * @path: SQLite: the file, an absolute path
 * @conninfo: PostgreSQL: every option but the password as libpq's keywords
 * @password: PostgreSQL: the password from the name, or %NULL
 *
 * The parts of the name of a database.
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
 * Splits the name of a database. A path is not encoded. A URI has percent-encoded parts, an IPv6
 * address in brackets, and the folder of a socket as an encoded host. A text that may be an address
 * with a password after the wrong word is a path only if that file exists.
 *
 * Returns: (transfer full): the parts
 */
SarapName *sarap_name_parse (const char *text, GError **error);

void       sarap_name_free  (SarapName *self);
/* libpq's connection string with @password, or with the password of the name if that is NULL */
char      *sarap_name_conninfo (const SarapName *self, const char *password);
/* Appends keyword='value', quoted for libpq */
void       sarap_name_append_keyword (GString *conninfo, const char *keyword, const char *value);
/* Where it is, as people say it: the file; "host:port/database", of this computer if no host is
   named */
char      *sarap_name_dup_place (const SarapName *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapName, sarap_name_free)

G_END_DECLS

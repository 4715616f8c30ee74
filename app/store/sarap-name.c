#include "store/sarap-name.h"

#include <glib/gi18n-lib.h>
#include <libpq-fe.h>
#include <string.h>

/* Options for libpq that the name may override: a lost server is noticed within a minute, a writer
   that hangs loses its turn, and waiting for a turn always ends. */
static const struct
{
  const char *keyword, *value;
} defaults[] = {
  { "connect_timeout", "4" },
  { "application_name", "sarap" },
  /* otherwise messages before the session begins arrive as question marks */
  { "client_encoding", "UTF8" },
  { "target_session_attrs", "read-write" },
  { "keepalives_idle", "20" },
  { "keepalives_interval", "5" },
  { "keepalives_count", "4" },
  { "tcp_user_timeout", "30000" },
};

/* search_path: the tables for their owner, all files for those who may read all, otherwise one's
   own; the server skips a schema that one may not enter. jit: compiling the conditions of the views
   takes longer than reading. */
#define SESSION_OPTIONS                                                                            \
  "-c search_path=sarap,whole,desk,pg_temp -c datestyle=ISO -c jit=off -c lock_timeout=10s"        \
  " -c idle_in_transaction_session_timeout=60s"

void
sarap_name_append_keyword (GString *conninfo, const char *keyword, const char *value)
{
  g_string_append_printf (conninfo, "%s%s='", conninfo->len > 0 ? " " : "", keyword);
  for (; *value; value++)
    {
      if (*value == '\'' || *value == '\\')
        g_string_append_c (conninfo, '\\');
      g_string_append_c (conninfo, *value);
    }
  g_string_append_c (conninfo, '\'');
}

static PQconninfoOption *
find_option (PQconninfoOption *options, const char *keyword)
{
  for (PQconninfoOption *o = options; o->keyword; o++)
    if (g_str_equal (o->keyword, keyword))
      return o;
  return NULL;
}

static const char *
option_value (PQconninfoOption *options, const char *keyword)
{
  PQconninfoOption *o = find_option (options, keyword);

  return o && o->val && *o->val ? o->val : NULL;
}

/* An IPv6 address, perhaps with a zone, contains colons */
static gboolean
is_ipv6 (const char *host)
{
  return strchr (host, ':') != NULL && strspn (host, "0123456789abcdefABCDEF:.") > 0 &&
         g_hostname_is_ip_address (host);
}

/* Each of several hosts has a port, or all share one */
static void
append_hosts (GString *uri, const char *hosts, const char *ports)
{
  g_auto (GStrv) host = g_strsplit (hosts ? hosts : "", ",", -1);
  g_auto (GStrv) port = g_strsplit (ports ? ports : "", ",", -1);
  guint n_hosts = MAX (g_strv_length (host), g_strv_length (port)), n_ports = g_strv_length (port);

  for (guint i = 0; i < n_hosts; i++)
    {
      const char *h = i < g_strv_length (host) ? host[i] : "";
      const char *p = n_ports == 0 ? "" : port[MIN (i, n_ports - 1)];

      if (i > 0)
        g_string_append_c (uri, ',');
      if (is_ipv6 (h))
        {
          g_string_append_c (uri, '[');
          g_string_append_uri_escaped (uri, h, ":", TRUE);
          g_string_append_c (uri, ']');
        }
      else
        g_string_append_uri_escaped (uri, h, NULL, TRUE);
      if (*p)
        g_string_append_printf (uri, ":%s", p);
    }
}

/* Whether an option is secret or may be a password in the wrong position: the name of a file with
   passwords is an absolute path */
static gboolean
is_private (const PQconninfoOption *option)
{
  /* dispchar "*" marks secret options */
  return *option->dispchar == '*' ||
         (g_str_equal (option->keyword, "passfile") && *option->val != '/');
}

static char *
public_uri (PQconninfoOption *options)
{
  g_autoptr (GString) uri = g_string_new ("postgresql://");
  static const char *const in_place[] = { "user", "host", "port", "dbname", NULL };
  char separator = '?';

  if (option_value (options, "user"))
    {
      g_string_append_uri_escaped (uri, option_value (options, "user"), NULL, TRUE);
      g_string_append_c (uri, '@');
    }
  append_hosts (uri, option_value (options, "host"), option_value (options, "port"));
  g_string_append_c (uri, '/');
  g_string_append_uri_escaped (uri, option_value (options, "dbname"), NULL, TRUE);
  for (PQconninfoOption *o = options; o->keyword; o++)
    {
      if (!o->val || !*o->val || is_private (o) || g_strv_contains (in_place, o->keyword))
        continue;
      g_string_append_printf (uri, "%c%s=", separator, o->keyword);
      g_string_append_uri_escaped (uri, o->val, NULL, TRUE);
      separator = '&';
    }
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

static char *
keywords (PQconninfoOption *options)
{
  g_autoptr (GString) conninfo = g_string_new (NULL);
  g_autofree char *session = NULL;
  const char *given = option_value (options, "options");

  for (PQconninfoOption *o = options; o->keyword; o++)
    if (o->val && *o->val && !g_str_equal (o->keyword, "password") &&
        !g_str_equal (o->keyword, "options"))
      sarap_name_append_keyword (conninfo, o->keyword, o->val);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (!option_value (options, defaults[i].keyword))
      sarap_name_append_keyword (conninfo, defaults[i].keyword, defaults[i].value);
  /* options of the name come last and so override the others */
  session = given ? g_strdup_printf ("%s %s", SESSION_OPTIONS, given) : g_strdup (SESSION_OPTIONS);
  sarap_name_append_keyword (conninfo, "options", session);
  return g_string_free (g_steal_pointer (&conninfo), FALSE);
}

/* The message quotes nothing of the name: a mistyped name may have the password anywhere */
static gboolean
refuse_address (GError **error)
{
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
                       _ ("The address of the server cannot be understood; it looks like "
                          "postgresql://user@host:5432/database. In a user name or password write "
                          "%40 for @, %2F for / and %25 for %, in a password %3A for : too."));
  return FALSE;
}

/* A password with an @ or a / would continue as host and database, which are shown. So no @ may
   follow the user before the options, nor within the options if there is a colon. */
static gboolean
check_user_ends (const char *text)
{
  const char *authority = strstr (text, "://") + strlen ("://");
  gsize length = strcspn (authority, "@/");
  const char *rest = authority[length] == '@' ? authority + length + 1 : authority;
  const char *options = rest + strcspn (rest, "?");
  const char *colon = memchr (authority, ':', strcspn (authority, "/?"));

  return memchr (rest, '@', options - rest) == NULL &&
         (colon == NULL || strchr (options, '@') == NULL);
}

/* "u%3ASECRET@h" is the user “u:SECRET”; a host or a database can have the same form */
static gboolean
check_colons (PQconninfoOption *options)
{
  static const char *const shown[] = { "user", "dbname", "host" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *value = option_value (options, shown[i]);
      g_auto (GStrv) parts = g_strsplit (value ? value : "", ",", -1);

      for (guint j = 0; parts[j]; j++)
        if (strchr (parts[j], ':') != NULL &&
            !(g_str_equal (shown[i], "host") && (is_ipv6 (parts[j]) || *parts[j] == '/')))
          return FALSE;
    }
  return TRUE;
}

/* Ports are numbers, and no shown part may itself be the name of a database with its password */
static gboolean
check_values (PQconninfoOption *options)
{
  g_auto (GStrv) ports =
      g_strsplit (option_value (options, "port") ? option_value (options, "port") : "", ",", -1);

  for (guint i = 0; ports[i]; i++)
    if (ports[i][strspn (ports[i], "0123456789")] != '\0' || strlen (ports[i]) > 5)
      return FALSE;
  for (PQconninfoOption *o = options; o->keyword; o++)
    if (o->val && !is_private (o))
      {
        g_autofree char *small = g_ascii_strdown (o->val, -1);

        if (!g_utf8_validate (o->val, -1, NULL) || strstr (small, "://") ||
            strstr (small, "password"))
          return FALSE;
      }
  return TRUE;
}

static SarapName *
parse_postgresql (const char *text, GError **error)
{
  g_autoptr (SarapName) self = g_new0 (SarapName, 1);
  PQconninfoOption *options = check_user_ends (text) ? PQconninfoParse (text, NULL) : NULL;

  self->engine = SARAP_ENGINE_POSTGRESQL;
  if (!options || !check_colons (options) || !check_values (options))
    {
      PQconninfoFree (options);
      refuse_address (error);
      return NULL;
    }
  if (!option_value (options, "dbname"))
    {
      g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
                           _ ("The address of the server names no database; it looks like "
                              "postgresql://user@host/database."));
      PQconninfoFree (options);
      return NULL;
    }
  self->text = public_uri (options);
  self->conninfo = keywords (options);
  self->password = g_strdup (option_value (options, "password"));
  PQconninfoFree (options);
  return g_steal_pointer (&self);
}

/* The message does not quote the given text either */
static const char *
not_a_name (void)
{
  return _ ("This does not name a database; a name looks like sqlite:/home/user/staff.sqlite or "
            "postgresql://user@host/database.");
}

static SarapName *
parse_sqlite (const char *path, GError **error)
{
  g_autoptr (SarapName) self = g_new0 (SarapName, 1);
  g_autofree char *base = NULL;
  const char *colon = strchr (path, ':');

  self->engine = SARAP_ENGINE_SQLITE;
  self->path = g_canonicalize_filename (path, NULL);
  self->text = g_strdup_printf ("sqlite:%s", path);
  base = g_path_get_basename (self->path);
  /* the address of a server, perhaps with a password, after the wrong word */
  if (strstr (path, "://") || strstr (path, "password=") ||
      (colon && strchr (colon, '@') && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) ||
      ((g_str_has_prefix (path, "//") || (*path != '/' && colon)) && strchr (path, '@')))
    {
      g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME, not_a_name ());
      return NULL;
    }
  /* libgda uses the last two words for databases without a file */
  if (!*path || g_str_has_suffix (path, "/") || g_ascii_strcasecmp (base, ":memory:") == 0 ||
      g_ascii_strcasecmp (base, "__gda_tmp") == 0)
    {
      g_set_error (
          error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
          _ ("“%s” does not name a file; a name looks like sqlite:/home/user/staff.sqlite."),
          self->text);
      return NULL;
    }
  return g_steal_pointer (&self);
}

SarapName *
sarap_name_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
                         _ ("The name of the database is not valid UTF-8 text."));
  else if (g_str_has_prefix (text, "sqlite:"))
    return parse_sqlite (text + strlen ("sqlite:"), error);
  else if (g_str_has_prefix (text, "postgresql://") || g_str_has_prefix (text, "postgres://"))
    return parse_postgresql (text, error);
  else
    g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME, not_a_name ());
  return NULL;
}

void
sarap_name_free (SarapName *self)
{
  if (!self)
    return;
  g_free (self->text);
  g_free (self->path);
  g_free (self->conninfo);
  g_free (self->password);
  g_free (self);
}

char *
sarap_name_conninfo (const SarapName *self, const char *password)
{
  g_autoptr (GString) conninfo = g_string_new (self->conninfo);

  if (!password)
    password = self->password;
  if (password)
    sarap_name_append_keyword (conninfo, "password", password);
  return g_string_free (g_steal_pointer (&conninfo), FALSE);
}

char *
sarap_name_dup_place (const SarapName *self)
{
  const char *start = strstr (self->text, "://"), *at;
  g_autofree char *address = NULL, *plain = NULL;

  if (self->engine == SARAP_ENGINE_SQLITE)
    return g_strdup (self->path != NULL ? self->path : self->text);
  start = start != NULL ? start + strlen ("://") : self->text;
  address = g_strndup (start, strcspn (start, "?"));
  at = strrchr (address, '@');
  plain = g_uri_unescape_string (at != NULL ? at + 1 : address, NULL);
  if (plain == NULL)
    return g_strdup (self->text);
  return *plain == '/' && at == NULL && *start == '/' ? g_strconcat ("localhost", plain, NULL)
                                                      : g_strdup (plain);
}

gboolean
sarap_database_is_there (const char *name, GError **error)
{
  g_autoptr (SarapName) parsed = sarap_name_parse (name, error);

  if (parsed == NULL)
    return FALSE;
  if (parsed->engine == SARAP_ENGINE_POSTGRESQL || g_file_test (parsed->path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST,
               _ ("There is no file “%s”. Make a new database, or choose another file."),
               parsed->path);
  return FALSE;
}

#include "store/sarap-connection.h"

#include <glib/gi18n-lib.h>
#include <libgda/gda-connection-private.h>
#include <poll.h>
#include <sqlite3.h>

#include "store/sarap-libpq.h"
#include "store/sarap-sqlite.h"
#include "store/sarap-store-error-private.h"
#include "store/sarap-unreachable.h"

/* The first members of what libgda 5.2.10's PostgreSQL provider keeps of a connection. meson.build
   requires this version. */
typedef struct
{
  gpointer reuseable;
  GdaConnection *connection;
  PGconn *pg;
} ProviderData;

static PGconn *
libpq_connection (GdaConnection *connection)
{
  ProviderData *data = gda_connection_internal_get_provider_data (connection);

  return data && data->connection == connection ? data->pg : NULL;
}

static gboolean
start_libgda (GError **error)
{
  static gsize started;

  if (g_once_init_enter (&started))
    {
      gda_init ();
      g_once_init_leave (&started, 1);
    }
  if (sarap_libpq_guard_stands ())
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       _ ("This program was built without the guard before libpq and would not "
                          "survive the loss of a server. Report this to its makers."));
  return FALSE;
}

static char *
encoded (const char *keyword, const char *value)
{
  g_autofree char *text = gda_rfc1738_encode (value);

  return g_strdup_printf ("%s=%s", keyword, text);
}

/* libgda would keep open for ever a file that is damaged or not SQLite's. SQLite itself has to
   check the file: opening and closing it in another way releases the locks of this program's other
   connections. */
static gboolean
check_is_sqlite (const char *path, GError **error)
{
  sqlite3 *sqlite = NULL;
  int status = sqlite3_open_v2 (path, &sqlite, SQLITE_OPEN_READWRITE, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_exec (sqlite, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
  if (status == SQLITE_NOTADB)
    sarap_store_error_set (error, SARAP_STORE_ERROR_VERSION, sqlite3_errmsg (sqlite));
  else if (status == SQLITE_CORRUPT)
    sarap_store_error_set (error, SARAP_STORE_ERROR_CORRUPT, sqlite3_errmsg (sqlite));
  sqlite3_close (sqlite);
  return status != SQLITE_NOTADB && status != SQLITE_CORRUPT;
}

/* Each connection has a provider of its own. libgda 5.2.10 shares one provider among all threads,
   and its lists of connections (handlers of dates, on opening and on closing) have no lock. */
static GdaConnection *
open_alone (const char *provider, const char *database, GError **error)
{
  GdaServerProvider *shared = gda_config_get_provider (provider, error);
  GdaServerProvider *own;
  GdaConnection *connection;

  if (!shared)
    return NULL;
  own = g_object_new (G_OBJECT_TYPE (shared), NULL);
  connection = g_object_new (GDA_TYPE_CONNECTION, "provider", own, "cnc-string", database, NULL);
  g_object_unref (own);
  if (!gda_connection_open (connection, error))
    g_clear_object (&connection);
  return connection;
}

static GdaConnection *
open_sqlite (const char *path, SarapSqliteSession *session, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *dir = encoded ("DB_DIR", folder);
  g_autofree char *file = encoded ("DB_NAME", base);
  g_autofree char *all = g_strdup_printf ("%s;%s;APPEND_DB_EXTENSION=FALSE", dir, file);
  GdaConnection *connection = open_alone ("SQLite", all, error);

  if (connection && !sarap_sqlite_add_functions (connection, session, error))
    g_clear_object (&connection);
  return connection;
}

/* libgda copies PORT into libpq's connection string as it stands. So PORT also carries the
   parameters that libgda does not know. */
static GdaConnection *
open_postgresql (const SarapName *name, const char *password, PGconn **pg, GError **error)
{
  g_autofree char *conninfo = sarap_name_conninfo (name, password);
  g_autofree char *rest = g_strconcat ("'' ", conninfo, NULL);
  g_autofree char *port = encoded ("PORT", rest);
  g_autofree char *all = g_strconcat ("DB_NAME=;", port, NULL);
  GdaConnection *connection = open_alone ("PostgreSQL", all, error);

  if (!connection)
    return NULL;
  *pg = libpq_connection (connection);
  if (!*pg)
    {
      g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                           "libgda's PostgreSQL provider is not of the version 5.2.10");
      g_object_unref (connection);
      return NULL;
    }
  /* messages then include the SQLSTATE and the names of constraints */
  PQsetErrorVerbosity (*pg, PQERRORS_VERBOSE);
  PQsetNoticeProcessor (*pg, sarap_libpq_take_notice, NULL);
  return connection;
}

/* A person who may not connect has no account in the database yet */
static void
set_refused (const SarapName *name, const char *message, GError **error)
{
  SarapStoreError code = sarap_store_error_classify (name->engine, message);
  gboolean server = name->engine == SARAP_ENGINE_POSTGRESQL;
  g_autofree char *place = sarap_name_dup_place (name);
  g_autofree char *unreachable = server ? sarap_unreachable_say (name, message) : NULL;

  if (unreachable != NULL)
    g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST, "%s\n%s", unreachable, message);
  else if (server && code == SARAP_STORE_ERROR_DENIED)
    g_set_error (error, SARAP_STORE_ERROR, code,
                 _ ("You have no account in “%s”. Ask the administrator for one."), place);
  else
    sarap_store_error_set (error, code, message);
}

GdaConnection *
sarap_connection_open (const SarapName *name,
                       const char *path,
                       const char *password,
                       SarapSqliteSession *session,
                       PGconn **pg,
                       GError **error)
{
  g_autoptr (GError) raw = NULL;
  GdaConnection *connection;

  *pg = NULL;
  if (!start_libgda (error) || (path && !check_is_sqlite (path, error)))
    return NULL;
  connection = name->engine == SARAP_ENGINE_SQLITE ? open_sqlite (path, session, &raw)
                                                   : open_postgresql (name, password, pg, &raw);
  if (!connection)
    set_refused (name, raw ? raw->message : "", error);
  return connection;
}

gboolean
sarap_connection_alive (PGconn *pg)
{
  struct pollfd line = { .fd = PQsocket (pg), .events = POLLIN };

  while (PQstatus (pg) == CONNECTION_OK && poll (&line, 1, 0) > 0)
    if (!PQconsumeInput (pg))
      return FALSE;
  return PQstatus (pg) == CONNECTION_OK;
}

#include "sarap-test-database.h"

#include <glib/gstdio.h>
#include <libpq-fe.h>

#include "store/sarap-audit.h"
#include "store/sarap-replay.h"
#include "store/sarap-migration.h"

/* A migrated database of the server, which each test gets a copy of */
/* Whose it is: as README says, one who may make roles, and no superuser */
#define OWNER "sarap_test_owner"

typedef struct
{
  SarapEngine engine;
  SarapTestFunc func;
} Case;

static PGconn *
connect_as_superuser (void)
{
  PGconn *pg = PQconnectdb (g_getenv ("SARAP_TEST_POSTGRESQL"));

  if (PQstatus (pg) != CONNECTION_OK)
    g_error ("SARAP_TEST_POSTGRESQL: %s", PQerrorMessage (pg));
  return pg;
}

static void ask_server (PGconn *pg, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
ask_server (PGconn *pg, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;
  PGresult *result;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  result = PQexec (pg, sql);
  if (PQresultStatus (result) != PGRES_COMMAND_OK && PQresultStatus (result) != PGRES_TUPLES_OK)
    g_error ("%s: %s", sql, PQerrorMessage (pg));
  PQclear (result);
}

static gboolean
server_has (PGconn *pg, const char *database_or_role)
{
  const char *const values[] = { database_or_role };
  PGresult *result = PQexecParams (pg,
                                   "SELECT 1 FROM pg_database WHERE datname = $1 UNION ALL"
                                   " SELECT 1 FROM pg_roles WHERE rolname = $1",
                                   1, NULL, values, NULL, NULL, 0);
  gboolean has = PQntuples (result) == 1;

  PQclear (result);
  return has;
}

/* The superuser's URI with another login and database in it */
static char *
name_of (const char *login, const char *database)
{
  const char *uri = g_getenv ("SARAP_TEST_POSTGRESQL");
  const char *server = strrchr (uri, '@') + 1, *query = strchr (server, '?');
  g_autofree char *host = g_strndup (server, strcspn (server, "/"));

  return g_strconcat ("postgresql://", login, "@", host, "/", database, query, NULL);
}

static SarapDatabase *
open_database (const char *name)
{
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = sarap_database_open (name, NULL, &error);

  g_assert_no_error (error);
  return db;
}

static SarapDatabase *
open_migrated (const char *name)
{
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = open_database (name);

  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  return db;
}

/* A program may have a migration of its own: those alike have one template */
char *
sarap_test_template (void)
{
  g_autofree char *schema = sarap_migration_common_text ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, schema, -1);

  return g_strdup_printf ("sarap_test_template_%.16s", digest);
}

/* Several programs may run their tests at once: the first makes the template */
static void
make_template (PGconn *pg, const char *template)
{
  g_autofree char *name = name_of (OWNER ":owner", template);

  ask_server (pg, "SELECT pg_advisory_lock (1)");
  if (!server_has (pg, OWNER))
    ask_server (pg, "CREATE ROLE " OWNER " LOGIN CREATEROLE PASSWORD 'owner'");
  if (!server_has (pg, template))
    {
      ask_server (pg, "CREATE DATABASE %s OWNER " OWNER, template);
      sarap_database_close (open_migrated (name));
    }
  ask_server (pg, "SELECT pg_advisory_unlock (1)");
}

/* With the roles that are its own: they are the server's, and would gather there */
static void
drop_database (PGconn *pg, const char *database)
{
  const char *const values[] = { database };
  PGresult *result = PQexecParams (pg, "SELECT oid FROM pg_database WHERE datname = $1", 1, NULL,
                                   values, NULL, NULL, 0);
  g_autofree char *oid = g_strdup (PQgetvalue (result, 0, 0));

  PQclear (result);
  ask_server (pg, "DROP DATABASE %s (FORCE)", database);
  ask_server (pg, "SET client_min_messages = warning");
  ask_server (pg,
              "DROP ROLE IF EXISTS sarap_view_%s, sarap_desk_%s, sarap_whole_%s, sarap_write_%s",
              oid, oid, oid, oid);
}

/* A copy comes with the template's roles: migrating gives it its own */
static void
run_postgresql (SarapTestFunc func)
{
  static guint count;
  g_autofree char *database = g_strdup_printf ("sarap_test_%d_%u", (int) getpid (), count++);
  g_autofree char *name = name_of (OWNER ":owner", database);
  g_autofree char *template = sarap_test_template ();
  SarapTestDatabase test = { SARAP_ENGINE_POSTGRESQL, name, NULL };
  PGconn *pg = connect_as_superuser ();

  make_template (pg, template);
  ask_server (pg, "CREATE DATABASE %s TEMPLATE %s OWNER " OWNER, database, template);
  test.db = open_migrated (name);
  func (&test);
  sarap_database_close (test.db);
  /* a test may have ended the server's processes, this connection's too */
  PQreset (pg);
  drop_database (pg, database);
  PQfinish (pg);
}

static void
run_sqlite (SarapTestFunc func)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sarap-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "test.sqlite", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  SarapTestDatabase test = { SARAP_ENGINE_SQLITE, name, NULL };
  g_autoptr (GDir) dir = NULL;
  const char *file;

  g_assert_no_error (error);
  test.db = open_migrated (name);
  func (&test);
  sarap_database_close (test.db);
  dir = g_dir_open (folder, 0, &error);
  while ((file = g_dir_read_name (dir)))
    {
      g_autofree char *left = g_build_filename (folder, file, NULL);

      g_unlink (left);
    }
  g_rmdir (folder);
}

static void
run_case (gconstpointer data)
{
  const Case *c = data;

  if (c->engine == SARAP_ENGINE_SQLITE)
    run_sqlite (c->func);
  else if (g_strcmp0 (g_getenv ("SARAP_TEST_ENGINES"), "sqlite") == 0)
    g_test_message ("SARAP_TEST_ENGINES: on SQLite alone");
  else if (g_getenv ("SARAP_TEST_POSTGRESQL"))
    run_postgresql (c->func);
  else
    g_test_skip ("SARAP_TEST_POSTGRESQL is not set: run under tests/support/with-postgresql");
}

void
sarap_test_add_for (SarapEngine engine, const char *path, SarapTestFunc func)
{
  g_autofree char *full =
      g_strconcat (engine == SARAP_ENGINE_SQLITE ? "/sqlite/" : "/postgresql/", path, NULL);
  /* GLib does not free the data of a test that it leaves out, as one in a process of its own does
   */
  static GPtrArray *all;
  Case *c = g_new (Case, 1);

  if (all == NULL)
    all = g_ptr_array_new ();
  g_ptr_array_add (all, c);
  *c = (Case){ engine, func };
  g_test_add_data_func (full, c, (GTestDataFunc) (gpointer) run_case);
}

void
sarap_test_add (const char *path, SarapTestFunc func)
{
  sarap_test_add_for (SARAP_ENGINE_SQLITE, path, func);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, path, func);
}

SarapDatabase *
sarap_test_connect (SarapTestDatabase *test)
{
  return open_database (test->name);
}

char *
sarap_test_database_make (const char *database, const char *more)
{
  PGconn *pg = connect_as_superuser ();

  ask_server (pg, "CREATE DATABASE %s OWNER " OWNER " %s", database, more);
  PQfinish (pg);
  return name_of (OWNER ":owner", database);
}

void
sarap_test_database_remove (const char *database)
{
  PGconn *pg = connect_as_superuser ();

  drop_database (pg, database);
  PQfinish (pg);
}

char *
sarap_test_login (const char *person)
{
  return g_strdup_printf ("test_%d_%s", (int) getpid (), person);
}

void
sarap_test_add_person (SarapTestDatabase *test,
                       const char *person,
                       const char *roles,
                       const char *body,
                       const char *officer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *verifier =
      sarap_database_encrypt_password (test->db, login, SARAP_TEST_PASSWORD, &error);
  g_autofree char *sql =
      g_strdup_printf ("SELECT sarap_account_add ('%s', '%s', '%s', %s, %s)", login, verifier,
                       roles, body ? body : "NULL", officer ? officer : "NULL");

  g_assert_no_error (error);
  sarap_test_integer (test->db, sql);
}

void
sarap_test_remove_person (SarapTestDatabase *test, const char *person)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *sql = g_strdup_printf ("DROP ROLE IF EXISTS %s", login);

  sarap_test_run (test->db, sql);
}

SarapDatabase *
sarap_test_sign_in (SarapTestDatabase *test, const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *name =
      g_strdup_printf ("postgresql://%s@%s", login, strrchr (test->name, '@') + 1);
  SarapDatabase *db = sarap_database_open (name, SARAP_TEST_PASSWORD, &error);

  g_assert_no_error (error);
  return db;
}

void
sarap_test_run (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_database_execute (db, query, &error);
  g_assert_no_error (error);
}

gint64
sarap_test_integer (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 1);
  return sarap_rows_integer (rows, 0, 0);
}

char *
sarap_test_text (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "t", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 1);
  return g_strdup (sarap_rows_text (rows, 0, 0));
}

static gboolean
on_fault (const SarapReplayFault *fault, gpointer faults, GError **error)
{
  g_ptr_array_add (faults, g_strdup_printf ("%s %d: fault %d at line %d", fault->record,
                                            (int) fault->id, fault->kind, (int) fault->line));
  return TRUE;
}

char *
sarap_test_faults (SarapDatabase *db)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_auto (SarapTransaction) view = { 0 };
  GPtrArray *tables = sarap_replay_tables (&error);

  g_assert_no_error (error);
  sarap_transaction_begin_read (&view, db, &error);
  g_assert_no_error (error);
  sarap_audit_verify (db, faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tables->len; i++)
    {
      sarap_replay (db, tables->pdata[i], on_fault, faults, &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (faults, NULL);
  return g_strjoinv ("\n", (char **) faults->pdata);
}

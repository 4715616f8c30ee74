/* From nothing to the newest schema: at once, whole or not at all, and never over something else */
#include "sarap-test-database.h"

#include <glib/gstdio.h>

#include "store/sarap-database-private.h"

/* A database without anything in it, beside the one of the test */
typedef struct
{
  char *name;
  char *database; /* PostgreSQL */
} Fresh;

static Fresh
make_fresh (SarapTestDatabase *test, const char *more)
{
  Fresh fresh = { NULL, NULL };

  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    {
      fresh.database = sarap_test_text (test->db, "SELECT current_database () || '_fresh'");
      fresh.name = sarap_test_database_make (fresh.database, more);
      return fresh;
    }
  fresh.name = g_strconcat (test->name, "-fresh", NULL);
  g_assert_true (g_file_set_contents (fresh.name + strlen ("sqlite:"), "", 0, NULL));
  return fresh;
}

static void
fresh_clear (Fresh *fresh)
{
  if (fresh->database)
    sarap_test_database_remove (fresh->database);
  g_free (fresh->database);
  g_free (fresh->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fresh, fresh_clear)

static SarapDatabase *
open_fresh (Fresh *fresh)
{
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = sarap_database_open (fresh->name, NULL, &error);

  g_assert_no_error (error);
  return db;
}

static gint64
count_objects (SarapDatabase *db)
{
  return sarap_test_integer (db, sarap_database_engine (db) == SARAP_ENGINE_SQLITE
                                     ? "SELECT count (*) FROM sqlite_schema"
                                     : "WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname IN"
                                       " ('public', 'sarap', 'desk', 'whole'))"
                                       " SELECT (SELECT count (*) FROM pg_class WHERE relnamespace"
                                       " IN (SELECT oid FROM ours)) + (SELECT count (*) FROM"
                                       " pg_proc WHERE pronamespace IN (SELECT oid FROM ours))");
}

/* Something goes wrong when half of it is done: nothing is left, and it may be tried again */
static void
test_interrupted (SarapTestDatabase *test)
{
  gboolean sqlite = test->engine == SARAP_ENGINE_SQLITE;
  SarapStoreError expected = sqlite ? SARAP_STORE_ERROR_FULL : SARAP_STORE_ERROR_FAILED;
  g_auto (Fresh) fresh = make_fresh (test, "");
  g_autoptr (SarapDatabase) db = open_fresh (&fresh);
  g_autoptr (GError) error = NULL, none = NULL;

  if (sqlite)
    sarap_test_integer (db, "PRAGMA max_page_count = 12");
  else
    {
      sarap_test_run (db, "CREATE SCHEMA sarap");
      sarap_test_run (db, "CREATE FUNCTION sarap.tell () RETURNS integer LANGUAGE sql AS"
                          " 'SELECT 1'");
    }
  g_assert_false (sarap_database_migrate (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, (int) expected);
  g_assert_cmpint (count_objects (db), ==, sqlite ? 0 : 1);
  g_assert_false (sarap_database_check_version (db, NULL));

  if (sqlite)
    sarap_test_integer (db, "PRAGMA max_page_count = 10000");
  else
    sarap_test_run (db, "DROP FUNCTION sarap.tell");
  sarap_database_migrate (db, &none);
  g_assert_no_error (none);
  g_assert_true (sarap_database_check_version (db, &none));
  sarap_database_close (g_steal_pointer (&db));
}

static gpointer
migrate_in_thread (gpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);

  g_assert_no_error (error);
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  return NULL;
}

/* Several programs find an empty database at the same moment */
static void
test_by_many (SarapTestDatabase *test)
{
  for (guint round = 0; round < 3; round++)
    {
      g_auto (Fresh) fresh = make_fresh (test, "");
      g_autoptr (SarapDatabase) db = NULL;
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("migrate", migrate_in_thread, fresh.name);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
      db = open_fresh (&fresh);
      g_assert_true (sarap_database_check_version (db, NULL));
      g_assert_cmpint (sarap_test_integer (db, test->engine == SARAP_ENGINE_SQLITE
                                                   ? "SELECT count (*) FROM schema_version"
                                                   : "SELECT count (*) FROM public.schema_version"),
                       ==, 3);
      sarap_database_close (g_steal_pointer (&db));
    }
}

/* What is up to date is opened at once, whoever writes to it */
static void
test_nothing_to_do (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);
  g_auto (SarapTransaction) turn = { 0 };
  g_autoptr (GError) error = NULL;

  other->retry_for = 0;
  sarap_test_run (other, test->engine == SARAP_ENGINE_SQLITE ? "PRAGMA busy_timeout = 50"
                                                             : "SET lock_timeout = '50ms'");
  g_assert_true (sarap_transaction_begin (&turn, test->db, &error));
  sarap_database_migrate (other, &error);
  g_assert_no_error (error);
}

/* One that is half as old as the program knows is not worked on; "sarapctl init" is named */
static void
test_older (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  sarap_test_run (test->db, test->engine == SARAP_ENGINE_SQLITE
                                ? "DELETE FROM schema_version"
                                : "DELETE FROM public.schema_version");
  g_assert_false (sarap_database_check_version (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "sarapctl init"));
}

/* One that a later program made is left as it is, and it is said what to do */
static void
test_newer (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_true (sarap_database_check_version (test->db, &error));
  g_assert_true (sarap_database_migrate (test->db, &error));
  sarap_test_run (test->db, test->engine == SARAP_ENGINE_SQLITE
                                ? "INSERT INTO schema_version VALUES (999, 'later')"
                                : "INSERT INTO public.schema_version VALUES (999, 'later')");
  g_assert_false (sarap_database_check_version (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "newer Sarap"));
  g_assert_false (sarap_database_migrate (test->db, &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
}

/* Whoever tried the program before its first release may have one that it cannot work with any
   more, and that has the same number */
static void
test_unfinished (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL, other = NULL;

  sarap_test_run (test->db, test->engine == SARAP_ENGINE_SQLITE
                                ? "UPDATE schema_version SET name = '0001-foundation'"
                                : "UPDATE public.schema_version SET name = '0001-foundation'");
  g_assert_false (sarap_database_check_version (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "unfinished Sarap"));
  g_assert_false (sarap_database_migrate (test->db, &other));
  g_assert_cmpstr (other->message, ==, error->message);
}

/* A copy of a server's database has the doors of the one it was copied from: it gets its own, and
   the other's people are not let in */
static void
test_copied (SarapTestDatabase *test)
{
  static const char *const others =
      "SELECT (SELECT count (*) FROM pg_class, aclexplode (relacl) AS a"
      "        WHERE relnamespace::regnamespace::text IN ('public', 'sarap', 'desk', 'whole')"
      "              AND a.grantee NOT IN (0, relowner) AND pg_get_userbyid (a.grantee) NOT LIKE"
      "              'sarap\\_%\\_' || (SELECT oid FROM pg_database"
      "                                 WHERE datname = current_database ()))"
      " + (SELECT count (*) FROM pg_namespace, aclexplode (nspacl) AS a"
      "    WHERE nspname IN ('public', 'sarap', 'desk', 'whole') AND a.grantee NOT IN (0, nspowner)"
      "          AND pg_get_userbyid (a.grantee) NOT LIKE 'sarap\\_%\\_' ||"
      "          (SELECT oid FROM pg_database WHERE datname = current_database ()))";
  g_autofree char *template = sarap_test_template ();
  g_autofree char *options = g_strconcat ("TEMPLATE ", template, NULL);
  g_auto (Fresh) fresh = make_fresh (test, options);
  g_autoptr (SarapDatabase) db = open_fresh (&fresh);
  g_autoptr (GError) error = NULL;
  gint64 objects = count_objects (db);

  g_assert_cmpint (sarap_test_integer (db, others), >, 0);
  for (guint round = 0; round < 2; round++)
    {
      sarap_database_migrate (db, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sarap_test_integer (db, others), ==, 0);
      g_assert_cmpint (count_objects (db), ==, objects);
      g_assert_cmpint (
          sarap_test_integer (db, "SELECT count (*) FROM pg_views WHERE schemaname IN ('desk',"
                                  " 'whole') AND viewowner <> group_name ('view')"),
          ==, 0);
      g_assert_cmpint (sarap_test_integer (db, "SELECT CAST (has_database_privilege ('public',"
                                               " current_database (), 'CONNECT, TEMPORARY')"
                                               " AS integer)"),
                       ==, 0);
    }
  sarap_database_close (g_steal_pointer (&db));
}

static void
test_foreign (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL, other = NULL;

  sarap_test_run (test->db, "DROP TABLE public.schema_version");
  g_assert_false (sarap_database_check_version (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_assert_false (sarap_database_migrate (test->db, &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
}

/* Kazakh letters do not go into every database */
static void
test_encoding (SarapTestDatabase *test)
{
  g_auto (Fresh) fresh = make_fresh (test, "ENCODING 'WIN1251' LOCALE 'C' TEMPLATE template0");
  g_autoptr (SarapDatabase) db = open_fresh (&fresh);
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_database_migrate (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_assert_cmpint (count_objects (db), ==, 0);
  sarap_database_close (g_steal_pointer (&db));
}

/* Only who owns the database makes its schema */
static void
test_not_owner (SarapTestDatabase *test)
{
  g_auto (Fresh) fresh = make_fresh (test, "");
  g_autofree char *login = sarap_test_login ("somebody");
  g_autofree char *make =
      g_strdup_printf ("CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);
  SarapTestDatabase theirs = { test->engine, fresh.name, NULL };
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  sarap_test_run (test->db, make);
  db = sarap_test_sign_in (&theirs, "somebody");
  g_assert_false (sarap_database_migrate (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  sarap_database_close (g_steal_pointer (&db));
  sarap_test_run (test->db, drop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("interrupted", test_interrupted);
  sarap_test_add ("by-many", test_by_many);
  sarap_test_add ("nothing-to-do", test_nothing_to_do);
  sarap_test_add ("older", test_older);
  sarap_test_add ("newer", test_newer);
  sarap_test_add ("unfinished", test_unfinished);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "copied", test_copied);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "foreign", test_foreign);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "encoding", test_encoding);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "not-owner", test_not_owner);
  return g_test_run ();
}

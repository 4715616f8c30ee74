/* The server goes away: nothing crashes, nothing is half done, everything says so */
#include "sarap-test-database.h"
#include "sarap-test-proxy.h"

#include <poll.h>
#include <signal.h>

#include "store/sarap-audit.h"
#include "store/sarap-database-private.h"
#include "store/sarap-libpq.h"

#define INSERT_BODY                                                                                \
  "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('01', 'territorial', 'к', 'р')"

static gint64
session_of (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT pg_backend_pid ()");
}

/* Until it is gone, as seen by another */
static void
end_session (SarapDatabase *by, gint64 pid)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT CAST (pg_terminate_backend (%" G_GINT64_FORMAT ", 10000) AS integer)", pid);

  g_assert_cmpint (sarap_test_integer (by, sql), ==, 1);
}

static void
assert_lost (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  g_assert_null (sarap_database_select (db, query, "i", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  /* in our words alone, not "FATAL: terminating connection …" */
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (sarap_database_is_lost (db));
}

static void
assert_back (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_database_reopen (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM body"), ==, 0);
  sarap_test_run (db, INSERT_BODY);
  sarap_test_run (db, "DELETE FROM body");
}

static void
test_guard (SarapTestDatabase *test)
{
  g_assert_true (sarap_libpq_guard_stands ());
}

static void
test_idle (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (GError) error = NULL;

  end_session (test->db, session_of (db));
  assert_lost (db, "SELECT 1");
  g_assert_false (sarap_transaction_begin (&transaction, db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  assert_back (db);
}

/* Why a server hangs up reaches libpq before anybody asks for it: it is not for standard error */
static void
be_hung_up_on (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);
  g_auto (SarapTransaction) transaction = { 0 };
  struct pollfd line = { .fd = PQsocket (db->pg), .events = POLLIN };

  g_assert_true (sarap_transaction_begin (&transaction, db, NULL));
  end_session (test->db, session_of (db));
  g_assert_cmpint (poll (&line, 1, 20000), ==, 1);
  PQconsumeInput (db->pg);
  assert_lost (db, "SELECT 1");
}

static void
test_why_it_hung_up (SarapTestDatabase *test)
{
  if (g_test_subprocess ())
    {
      be_hung_up_on (test);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*FATAL*");
}

/* A statement that was never prepared: libgda would read what is not there, but for the guard */
static void
test_preparing (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);

  for (guint i = 0; i < 3; i++)
    {
      g_auto (SarapTransaction) transaction = { 0 };
      g_autofree char *sql = g_strdup_printf ("SELECT %u + 40", i);
      g_autoptr (GError) error = NULL;

      g_assert_true (sarap_transaction_begin (&transaction, db, &error));
      end_session (test->db, session_of (db));
      /* within a transaction nobody polls the line first */
      assert_lost (db, sql);
      assert_lost (db, "SELECT 2");
      sarap_transaction_clear (&transaction);
      assert_back (db);
    }
}

static void
test_in_transaction (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);
  gint64 pid = session_of (db);

  {
    g_auto (SarapTransaction) transaction = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_true (sarap_transaction_begin (&transaction, db, &error));
    sarap_test_run (db, INSERT_BODY);
    end_session (test->db, pid);
    g_assert_false (sarap_transaction_commit (&transaction, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  }
  assert_back (db);
}

/* Lost while it saves: nobody here can know whether it did, and the person is told so */
static void
test_while_saving (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);

  sarap_test_run (test->db, "CREATE FUNCTION hang_up () RETURNS trigger LANGUAGE plpgsql AS $$"
                            " BEGIN PERFORM pg_terminate_backend (pg_backend_pid ());"
                            " RETURN NULL; END $$");
  sarap_test_run (test->db, "CREATE CONSTRAINT TRIGGER body_saved AFTER INSERT ON body DEFERRABLE"
                            " INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hang_up ()");
  {
    g_auto (SarapTransaction) transaction = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_true (sarap_transaction_begin (&transaction, db, &error));
    sarap_test_run (db, INSERT_BODY);
    g_assert_false (sarap_transaction_commit (&transaction, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
    g_assert_nonnull (strstr (error->message, "Look whether the change is there"));
  }
  sarap_test_run (test->db, "DROP TRIGGER body_saved ON body");
  assert_back (db);
}

/* As a crash of the server would: all its sessions end, and it recovers */
static void
test_killed (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);
  gint64 pid = session_of (test->db);

  {
    g_auto (SarapTransaction) transaction = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_true (sarap_transaction_begin (&transaction, db, &error));
    sarap_test_run (db, INSERT_BODY);
    g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
    /* the server ends the others soon; until then this one goes on */
    do
      {
        g_autoptr (SarapQuery) query = sarap_query_new ("SELECT 1");
        g_autoptr (SarapRows) rows = NULL;

        g_clear_error (&error);
        rows = sarap_database_select (db, query, "i", &error);
      }
    while (!error);
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  }
  /* it refuses everybody while it recovers */
  while (!sarap_database_reopen (db, NULL))
    g_thread_yield ();
  assert_back (db);
  assert_lost (test->db, "SELECT 1");
}

static void
test_cut (SarapTestDatabase *test)
{
  g_autoptr (SarapTestProxy) proxy = sarap_test_proxy_new ();
  g_autofree char *dead = sarap_test_proxy_name (proxy, test->name);
  g_autoptr (GError) error = NULL;

  sarap_test_proxy_cut (proxy);
  g_assert_null (sarap_database_open (dead, NULL, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
}

/* postgresql://…@dead,alive/… goes to the second; so does a reconnection */
static void
test_second_host (SarapTestDatabase *test)
{
  g_autoptr (SarapTestProxy) proxy = sarap_test_proxy_new ();
  g_autofree char *through = sarap_test_proxy_name (proxy, test->name);
  const char *server = strrchr (test->name, '@') + 1, *other = strrchr (through, '@') + 1;
  g_autofree char *port = g_strndup (other, strcspn (other, "/"));
  g_autofree char *login = g_strndup (test->name, server - test->name);
  g_autofree char *name = g_strconcat (login, port, ",", server, NULL);
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 pid;

  sarap_test_proxy_cut (proxy);
  db = sarap_database_open (name, NULL, &error);
  g_assert_no_error (error);
  pid = session_of (db);
  end_session (test->db, pid);
  assert_lost (db, "SELECT 1");
  assert_back (db);
}

/* Another program brought the schema up to date: what is prepared here does not fit any more */
static void
test_schema_changed (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT * FROM write_turn");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", NULL);
  g_autoptr (SarapRows) none = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (rows);
  sarap_test_run (test->db, "ALTER TABLE write_turn ADD COLUMN more bigint");
  none = sarap_database_select (db, query, "ii", &error);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  again = sarap_database_select (db, query, "ii", NULL);
  g_assert_nonnull (again);
}

/* A superuser's: what holds for the whole server is theirs to say */
static SarapDatabase *
open_server (void)
{
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = sarap_database_open (g_getenv ("SARAP_TEST_POSTGRESQL"), NULL, &error);

  g_assert_no_error (error);
  return db;
}

static void
set_language (const char *sql, const char *awaited)
{
  g_autofree char *now = NULL;

  {
    g_autoptr (SarapDatabase) server = open_server ();

    sarap_test_run (server, sql);
    sarap_test_integer (server, "SELECT CAST (pg_reload_conf () AS integer)");
  }
  /* the server reads it when it comes to it: each new session is asked */
  while (g_strcmp0 (now, awaited) != 0)
    {
      g_autoptr (SarapDatabase) server = open_server ();

      g_free (now);
      now = sarap_test_text (server, "SELECT current_setting ('lc_messages')");
    }
}

/* Debian sets a server up in the language of the computer. Before there is a session its words are
   all there is to tell by, afterwards its codes are. */
static void
test_russian (SarapTestDatabase *test)
{
  const char *place = strrchr (test->name, '@') + 1;
  g_autofree char *stranger = g_strconcat ("postgresql://stranger@", place, NULL);
  g_autofree char *nowhere = g_strconcat (test->name, "_nowhere", NULL);
  g_autoptr (GError) credentials = NULL, name = NULL, taken = NULL;

  set_language ("ALTER SYSTEM SET lc_messages = 'ru_RU.UTF-8'", "ru_RU.UTF-8");
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);
    g_autoptr (SarapQuery) query = sarap_query_new (INSERT_BODY);

    g_assert_null (sarap_database_open (stranger, "wrong", &credentials));
    g_assert_null (sarap_database_open (nowhere, NULL, &name));
    sarap_test_run (db, INSERT_BODY);
    g_assert_cmpint (sarap_database_execute (db, query, &taken), ==, -1);
  }
  set_language ("ALTER SYSTEM RESET lc_messages", "C.UTF-8");
  g_assert_error (credentials, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS);
  g_assert_error (name, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME);
  g_assert_error (taken, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "guard", test_guard);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "idle", test_idle);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "why-it-hung-up", test_why_it_hung_up);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "preparing", test_preparing);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "in-transaction", test_in_transaction);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "while-saving", test_while_saving);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "cut", test_cut);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "second-host", test_second_host);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "schema-changed", test_schema_changed);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "russian", test_russian);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "killed", test_killed);
  return g_test_run ();
}

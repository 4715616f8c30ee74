/* Transactions: what is saved, what is undone, who waits for whom */
#include "sarap-test-database.h"

#include "store/sarap-database-private.h"

#define INSERT_BODY "INSERT INTO body (code, kind, name_kk, name_ru) VALUES "

static gint64
count_bodies (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT count (*) FROM body");
}

static void
insert_body (SarapDatabase *db, const char *code)
{
  g_autofree char *sql = g_strdup_printf (INSERT_BODY "('%s', 'territorial', 'к', 'р')", code);

  sarap_test_run (db, sql);
}

static void
assert_fails (SarapDatabase *db, const char *sql, SarapStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  g_assert_cmpint (sarap_database_execute (db, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, (int) code);
}

static void
test_commit (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);

  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    insert_body (test->db, "01");
    g_assert_cmpint (count_bodies (test->db), ==, 1);
    g_assert_cmpint (count_bodies (other), ==, 0);
    g_assert_true (sarap_transaction_commit (&transaction, &error));
  }
  g_assert_cmpint (count_bodies (other), ==, 1);
}

static void
test_undone (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    insert_body (test->db, "01");
  }
  g_assert_cmpint (count_bodies (test->db), ==, 0);
}

static void
test_nested (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  {
    g_auto (SarapTransaction) outer = { 0 };
    g_auto (SarapTransaction) inner = { 0 };

    g_assert_true (sarap_transaction_begin (&outer, test->db, &error));
    g_assert_true (sarap_transaction_begin (&inner, test->db, &error));
    insert_body (test->db, "01");
    g_assert_true (sarap_transaction_commit (&inner, &error));
    g_assert_true (sarap_transaction_commit (&outer, &error));
  }
  g_assert_cmpint (count_bodies (test->db), ==, 1);
}

/* An inner unit that was given up takes the outer one with it */
static void
test_inner_undone (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  {
    g_auto (SarapTransaction) outer = { 0 };

    g_assert_true (sarap_transaction_begin (&outer, test->db, &error));
    insert_body (test->db, "01");
    {
      g_auto (SarapTransaction) inner = { 0 };

      g_assert_true (sarap_transaction_begin (&inner, test->db, &error));
    }
    g_assert_false (sarap_transaction_commit (&outer, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (count_bodies (test->db), ==, 0);
}

/* COMMIT after a failed statement succeeds for PostgreSQL, and undoes everything */
static void
test_failed_statement (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    insert_body (test->db, "01");
    assert_fails (test->db, INSERT_BODY "('01', 'territorial', 'к', 'р')",
                  SARAP_STORE_ERROR_CONSTRAINT);
    g_assert_false (sarap_transaction_commit (&transaction, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  }
  g_assert_cmpint (count_bodies (test->db), ==, 0);
  insert_body (test->db, "02");
}

/* Nor can one that was not even understood be passed over */
static void
test_not_understood (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    insert_body (test->db, "01");
    assert_fails (test->db, "UPDATE nothing_like_it SET x = 1", SARAP_STORE_ERROR_FAILED);
    assert_fails (test->db, "UPDATE body SET version = 7", SARAP_STORE_ERROR_FAILED);
    g_assert_false (sarap_transaction_commit (&transaction, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (count_bodies (test->db), ==, 0);
  insert_body (test->db, "02");
}

/* Refused only when it is to be saved: said as any other refusal, and nothing stays open */
static void
test_refused_at_the_end (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);

  insert_body (test->db, "01");
  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    sarap_test_run (test->db, "ALTER TABLE account ALTER CONSTRAINT account_body_id_fkey"
                              " DEFERRABLE INITIALLY DEFERRED");
  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    if (test->engine == SARAP_ENGINE_SQLITE)
      g_assert_true (sarap_database_run (test->db, "PRAGMA defer_foreign_keys = ON", &error));
    sarap_test_run (test->db, "INSERT INTO account (login, body_id) VALUES ('a', 999)");
    g_assert_false (sarap_transaction_commit (&transaction, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  }
  g_assert_cmpint (sarap_test_integer (other, "SELECT count (*) FROM account"), ==, 0);
  /* the turn is somebody else's now */
  insert_body (other, "02");
  insert_body (test->db, "03");
  g_assert_cmpint (count_bodies (other), ==, 3);
}

static void
test_one_view (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);

  {
    g_auto (SarapTransaction) view = { 0 };
    g_auto (SarapTransaction) change = { 0 };

    g_assert_true (sarap_transaction_begin_read (&view, test->db, &error));
    g_assert_cmpint (count_bodies (test->db), ==, 0);
    insert_body (other, "01");
    g_assert_cmpint (count_bodies (test->db), ==, 0);
    g_assert_false (sarap_transaction_begin (&change, test->db, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (count_bodies (test->db), ==, 1);
}

static void
test_busy (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);
  g_auto (SarapTransaction) turn = { 0 };
  g_auto (SarapTransaction) refused = { 0 };

  other->retry_for = 0;
  sarap_test_run (other, test->engine == SARAP_ENGINE_SQLITE ? "PRAGMA busy_timeout = 50"
                                                             : "SET lock_timeout = '50ms'");
  g_assert_true (sarap_transaction_begin (&turn, test->db, &error));
  g_assert_false (sarap_transaction_begin (&refused, other, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  g_assert_cmpint (count_bodies (other), ==, 0);
}

/* Somebody holds a table that is read within a transaction: why it failed is said, not what
   followed from that */
static void
test_first_failure (SarapTestDatabase *test)
{
  static const struct
  {
    const char *limit, *state;
    SarapStoreError code;
  } limits[] = {
    { "SET lock_timeout = '50ms'", "55P03", SARAP_STORE_ERROR_BUSY },
    { "SET statement_timeout = '50ms'", "57014", SARAP_STORE_ERROR_FAILED },
  };
  g_autoptr (GError) error = NULL;
  g_auto (SarapTransaction) held = { 0 };

  g_assert_true (sarap_transaction_begin (&held, test->db, &error));
  sarap_test_run (test->db, "LOCK TABLE body IN ACCESS EXCLUSIVE MODE");
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (SarapDatabase) other = sarap_test_connect (test);
      g_auto (SarapTransaction) view = { 0 };
      g_autoptr (SarapQuery) query = sarap_query_new ("SELECT count (*) FROM body");
      g_autoptr (GError) failure = NULL;

      sarap_test_run (other, limits[i].limit);
      g_assert_true (sarap_transaction_begin_read (&view, other, &error));
      g_assert_null (sarap_database_select (other, query, "i", &failure));
      g_assert_error (failure, SARAP_STORE_ERROR, (int) limits[i].code);
      g_assert_nonnull (strstr (failure->message, limits[i].state));
      g_assert_null (strstr (failure->message, "25P02"));
    }
}

typedef struct
{
  SarapTestDatabase *test;
  guint rounds;
} Counting;

static gboolean
count_up (SarapDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SarapQuery) read = sarap_query_new ("SELECT version FROM body");
  g_autoptr (SarapRows) rows = sarap_database_select (db, read, "i", error);
  g_autoptr (SarapQuery) write = sarap_query_new ("UPDATE body SET version = :version");

  if (!rows)
    return FALSE;
  sarap_query_integer (write, "version", sarap_rows_integer (rows, 0, 0) + 1);
  return sarap_database_execute (db, write, error) == 1;
}

static gpointer
count_in_thread (gpointer data)
{
  Counting *counting = data;
  g_autoptr (SarapDatabase) db = sarap_test_connect (counting->test);

  for (guint i = 0; i < counting->rounds; i++)
    {
      g_autoptr (GError) error = NULL;

      sarap_database_transact (db, count_up, NULL, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

/* Two who read a number and write it back one higher: no step is lost */
static void
test_turns (SarapTestDatabase *test)
{
  Counting counting = { test, 100 };
  GThread *threads[2];

  insert_body (test->db, "01");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("counting", count_in_thread, &counting);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT version FROM body"), ==, 201);
}

static gpointer
come_and_go_in_thread (gpointer data)
{
  SarapTestDatabase *test = data;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (SarapDatabase) db = sarap_test_connect (test);

      g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM body"), ==, 1);
    }
  return NULL;
}

/* Threads open and close databases side by side, as the program does when another one is chosen:
   what a provider of libgda's remembers of its connections without a lock is not shared by them.
   That is held by the two being unlike; the threads seldom meet. */
static void
test_side_by_side (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);
  GThread *threads[4];

  g_assert_true (gda_connection_get_provider (other->connection) !=
                 gda_connection_get_provider (test->db->connection));
  insert_body (test->db, "01");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("come and go", come_and_go_in_thread, test);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

typedef struct
{
  SarapDatabase *other;
  guint runs;
} Meddling;

/* Somebody whose program does not wait for its turn holds the row the first time */
static gboolean
count_up_meddled (SarapDatabase *db, gpointer data, GError **error)
{
  Meddling *meddling = data;

  if (meddling->runs++ == 1)
    g_assert_true (sarap_database_run (meddling->other, "COMMIT", NULL));
  return count_up (db, NULL, error);
}

/* The whole unit is run again, on what is there by then */
static void
test_run_again (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) clerk = NULL;
  g_autoptr (GError) error = NULL;
  Meddling meddling = { test->db, 0 };
  g_autofree char *name = NULL;

  insert_body (test->db, "01");
  sarap_test_add_person (test, "clerk", "admin", NULL, NULL);
  clerk = sarap_test_sign_in (test, "clerk");
  g_assert_true (sarap_database_run (test->db, "BEGIN", NULL));
  sarap_test_run (test->db, "UPDATE body SET name_kk = 'ә'");
  g_assert_true (sarap_database_transact (clerk, count_up_meddled, &meddling, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (meddling.runs, ==, 2);
  name = sarap_test_text (test->db, "SELECT name_kk || version FROM body");
  g_assert_cmpstr (name, ==, "ә2");
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "clerk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("commit", test_commit);
  sarap_test_add ("undone", test_undone);
  sarap_test_add ("nested", test_nested);
  sarap_test_add ("inner-undone", test_inner_undone);
  sarap_test_add ("failed-statement", test_failed_statement);
  sarap_test_add ("not-understood", test_not_understood);
  sarap_test_add ("refused-at-the-end", test_refused_at_the_end);
  sarap_test_add ("one-view", test_one_view);
  sarap_test_add ("busy", test_busy);
  sarap_test_add ("turns", test_turns);
  sarap_test_add ("side-by-side", test_side_by_side);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "first-failure", test_first_failure);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "run-again", test_run_again);
  return g_test_run ();
}

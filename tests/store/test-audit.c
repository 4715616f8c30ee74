/* The audit chain: what was written is found changed, removed, moved, or cut off */
#include "sarap-test-database.h"

#include "store/sarap-audit.h"

static void
append_lines (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sarap_audit_append (db, "add", "body", 1, 0, "{\"code\":[null,\"01\"]}", &error),
                   ==, 1);
  g_assert_cmpint (sarap_audit_append (db, "add", "officer", 7, 7, "{}", &error), ==, 2);
  g_assert_cmpint (
      sarap_audit_append (db, "change", "officer", 7, 7, "{\"surname\":[\"Ә\",\"Б\"]}", &error), ==,
      3);
  g_assert_cmpint (sarap_audit_append (db, "import", "", 0, 0, "{}", &error), ==, 4);
  g_assert_no_error (error);
}

static guint
count_faults (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  sarap_audit_verify (db, faults, &error);
  g_assert_no_error (error);
  return faults->len;
}

/* As whoever owns the file or the server could */
static void
tamper (SarapTestDatabase *test, const char *sql)
{
  if (test->engine == SARAP_ENGINE_SQLITE)
    {
      sarap_test_run (test->db, "DROP TRIGGER audit_updated");
      sarap_test_run (test->db, "DROP TRIGGER audit_deleted");
      sarap_test_run (test->db, "DROP TRIGGER audit_inserted");
    }
  else
    sarap_test_run (test->db, "ALTER TABLE audit DISABLE TRIGGER ALL");
  sarap_test_run (test->db, sql);
}

static void
test_sound (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = sarap_audit_newest (test->db, &error);
  g_autofree char *newest = NULL;

  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
  append_lines (test->db);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
  newest = sarap_audit_newest (test->db, &error);
  g_assert_cmpuint (strlen (newest), ==, 64);
  g_assert_cmpint (sarap_audit_find (test->db, newest, &error), ==, 4);
}

static void
test_changed (SarapTestDatabase *test)
{
  append_lines (test->db);
  tamper (test, "UPDATE audit SET detail = '{\"surname\":[\"Ә\",\"В\"]}' WHERE seq = 3");
  g_assert_cmpuint (count_faults (test->db), ==, 1);
}

static void
test_removed (SarapTestDatabase *test)
{
  append_lines (test->db);
  tamper (test, "DELETE FROM audit WHERE seq = 2");
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

static void
test_moved (SarapTestDatabase *test)
{
  append_lines (test->db);
  tamper (test, "UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)");
  sarap_test_run (test->db, "UPDATE audit SET seq = - seq WHERE seq < 0");
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

static void
test_cut (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  append_lines (test->db);
  printed = sarap_audit_newest (test->db, &error);
  tamper (test, "DELETE FROM audit WHERE seq = 4");
  g_assert_cmpuint (count_faults (test->db), ==, 1);
  g_assert_cmpint (sarap_audit_find (test->db, printed, &error), ==, 0);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
}

/* The newest digest is that of the line just written, also before the transaction ends */
static void
test_newest_within (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *within = NULL, *after = NULL;

  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    append_lines (test->db);
    within = sarap_audit_newest (test->db, &error);
    g_assert_true (sarap_transaction_commit (&transaction, &error));
  }
  after = sarap_audit_newest (test->db, &error);
  g_assert_cmpstr (within, ==, after);
  g_assert_cmpint (sarap_audit_find (test->db, within, &error), ==, 4);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
}

/* Whoever cuts the end off cannot hide it by writing on */
static void
test_cut_and_continued (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  append_lines (test->db);
  tamper (test, "DELETE FROM audit WHERE seq = 4");
  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    sarap_test_run (test->db, "ALTER TABLE audit ENABLE TRIGGER ALL");
  g_assert_cmpint (sarap_audit_append (test->db, "add", "body", 1, 0, "{}", &error), ==, 5);
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

static void
test_append_only (SarapTestDatabase *test)
{
  static const char *const attempts[] = { "UPDATE audit SET detail = '{}' WHERE seq = 1",
                                          "DELETE FROM audit WHERE seq = 4" };

  append_lines (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new (attempts[i]);

      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpuint (count_faults (test->db), ==, 0);
}

static gboolean
append_line (SarapDatabase *db, gpointer data, GError **error)
{
  return sarap_audit_append (db, "add", "body", 1, 0, "{}", error) > 0;
}

static gpointer
append_in_thread (gpointer data)
{
  SarapTestDatabase *test = data;
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0 || test->engine == SARAP_ENGINE_SQLITE)
        sarap_database_transact (db, append_line, NULL, &error);
      else
        /* a program that does not wait for its turn */
        sarap_test_run (db, "INSERT INTO audit (action, record, detail) VALUES ('a', 'b', 'c'),"
                            " ('d', 'e', 'f')");
      g_assert_no_error (error);
    }
  return NULL;
}

/* Many append at once, and it is one chain */
static void
test_at_once (SarapTestDatabase *test)
{
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("append", append_in_thread, test);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==,
                   test->engine == SARAP_ENGINE_SQLITE ? 3 * 40 : 3 * 60);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
}

/* Who sees some of the lines must not be told that the others are gone */
static void
test_seen_in_part (SarapTestDatabase *test)
{
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM sarap_account_add ('%s', '" SARAP_TEST_PASSWORD "', 'hr', NULL, NULL)", login);
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  append_lines (test->db);
  sarap_test_integer (test->db, sql);
  {
    g_autoptr (SarapDatabase) clerk = sarap_test_sign_in (test, "clerk");

    g_assert_false (sarap_audit_verify (clerk, faults, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
    g_assert_cmpuint (faults->len, ==, 0);
  }
  sarap_test_run (test->db, drop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("sound", test_sound);
  sarap_test_add ("changed", test_changed);
  sarap_test_add ("removed", test_removed);
  sarap_test_add ("moved", test_moved);
  sarap_test_add ("cut", test_cut);
  sarap_test_add ("newest-within", test_newest_within);
  sarap_test_add ("cut-and-continued", test_cut_and_continued);
  sarap_test_add ("append-only", test_append_only);
  sarap_test_add ("at-once", test_at_once);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "seen-in-part", test_seen_in_part);
  return g_test_run ();
}

/* The audit chain: what was written is found changed, removed, moved, or cut off */
#include "sarap-test-database.h"

#include "store/sarap-audit.h"

#define N_LINES 5
#define LAST G_STRINGIFY (N_LINES)

#define INSERT_BODY                                                                                \
  "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('%s', 'territorial', 'к', 'р')"

static gboolean
add_body (SarapDatabase *db, gpointer code, GError **error)
{
  g_autofree char *sql = g_strdup_printf (INSERT_BODY, (const char *) code);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  return sarap_database_execute (db, query, error) == 1;
}

/* Lines 1 to 3 */
static void
write_records (SarapDatabase *db)
{
  g_assert_true (add_body (db, (gpointer) "01", NULL));
  sarap_test_run (db, "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key,"
                      " search_key, loose_key) VALUES ('850101300104', 'Ә', 'И', '1985-01-01',"
                      " 'm', 'k', 'k', 'k')");
  sarap_test_run (db, "UPDATE officer SET surname = 'Б', version = version + 1");
}

static gboolean
import_body (SarapDatabase *db, gpointer data, GError **error)
{
  return add_body (db, (gpointer) "02", error) &&
         sarap_database_end_bulk (db, "import", "{}", error);
}

/* And two of an import */
static void
write_lines (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;

  write_records (db);
  sarap_database_transact_bulk (db, "import", import_body, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (db, "SELECT max (seq) FROM audit"), ==, N_LINES);
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
  write_lines (test->db);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
  newest = sarap_audit_newest (test->db, &error);
  g_assert_cmpuint (strlen (newest), ==, 64);
  g_assert_cmpint (sarap_audit_find (test->db, newest, &error), ==, N_LINES);
}

static void
test_changed (SarapTestDatabase *test)
{
  write_lines (test->db);
  tamper (test, "UPDATE audit SET detail = '{\"surname\":[\"Ә\",\"В\"]}' WHERE seq = 3");
  g_assert_cmpuint (count_faults (test->db), ==, 1);
}

static void
test_removed (SarapTestDatabase *test)
{
  write_lines (test->db);
  tamper (test, "DELETE FROM audit WHERE seq = 2");
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

static void
test_moved (SarapTestDatabase *test)
{
  write_lines (test->db);
  tamper (test, "UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)");
  sarap_test_run (test->db, "UPDATE audit SET seq = - seq WHERE seq < 0");
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

static void
test_cut (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  write_lines (test->db);
  printed = sarap_audit_newest (test->db, &error);
  tamper (test, "DELETE FROM audit WHERE seq = " LAST);
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
    write_records (test->db);
    within = sarap_audit_newest (test->db, &error);
    g_assert_true (sarap_transaction_commit (&transaction, &error));
  }
  after = sarap_audit_newest (test->db, &error);
  g_assert_cmpstr (within, ==, after);
  g_assert_cmpint (sarap_audit_find (test->db, within, &error), ==, 3);
  g_assert_cmpuint (count_faults (test->db), ==, 0);
}

/* Whoever cuts the end off cannot hide it by writing on */
static void
test_cut_and_continued (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  write_lines (test->db);
  tamper (test, "DELETE FROM audit WHERE seq = " LAST);
  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    sarap_test_run (test->db, "ALTER TABLE audit ENABLE TRIGGER ALL");
  g_assert_true (add_body (test->db, (gpointer) "03", &error));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (seq) FROM audit"), ==, N_LINES + 1);
  g_assert_cmpuint (count_faults (test->db), >=, 1);
}

/* Each line of a statement, of a transaction and of the chain has a salt of its own: who sees one
   must not know another's */
static void
test_salts (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  write_lines (test->db);
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES"
                            " ('x', 'territorial', 'к', 'р'), ('y', 'territorial', 'к', 'р')");
  sarap_test_run (
      test->db,
      "UPDATE body SET name_ru = name_ru || 'r', version = version + 1 WHERE kind = 'territorial'");
  {
    g_auto (SarapTransaction) turn = { 0 };

    g_assert_true (sarap_transaction_begin (&turn, test->db, &error));
    for (guint i = 0; i < 3; i++)
      sarap_test_run (
          test->db,
          "UPDATE body SET name_kk = name_kk || 'k', version = version + 1 WHERE code = 'x'");
    g_assert_true (sarap_transaction_commit (&turn, &error));
  }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), >, N_LINES + 7);
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) - count (DISTINCT salt) FROM audit"), ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count (*) FROM audit WHERE length (salt)"
                                       " <> 32 OR ltrim (salt, '0123456789abcdef') <> ''"),
                   ==, 0);
}

static void
assert_refused (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  g_assert_cmpint (sarap_database_execute (db, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
}

/* Lines are neither changed nor removed, and none is put in that does not follow the newest; also
   not by whoever owns the database */
static void
test_append_only (SarapTestDatabase *test)
{
  static const char *const attempts[] = {
    "UPDATE audit SET detail = '{}' WHERE seq = 1",
    "DELETE FROM audit WHERE seq = " LAST,
    "INSERT INTO audit SELECT seq + 1, moment, actor, action, record, record_id, officer_id, "
    "detail,"
    " salt, digest, chain FROM audit WHERE seq = " LAST,
    "INSERT INTO audit SELECT seq + 9, moment, actor, action, record, record_id, officer_id, "
    "detail,"
    " salt, digest, chain FROM audit WHERE seq = " LAST,
  };

  write_lines (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    assert_refused (test->db, attempts[i]);
  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    {
      assert_refused (test->db, "TRUNCATE audit");
      /* one that follows, but that no change of a record has left */
      assert_refused (
          test->db,
          "INSERT INTO audit SELECT h.seq + 1, moment, actor, action, record, record_id,"
          " officer_id, detail, salt, digest, sha256_hex (h.chain || (h.seq + 1) || digest)"
          " FROM audit, audit_head AS h WHERE audit.seq = 1");
      /* what was a mark of the server's own once */
      sarap_test_run (test->db, "SET sarap.appending = 'yes'");
      assert_refused (test->db, "INSERT INTO audit SELECT h.seq + 1, moment, actor, action, record,"
                                " record_id, officer_id, detail, salt, digest, digest"
                                " FROM audit, audit_head AS h WHERE audit.seq = 1");
      sarap_test_run (test->db, "TRUNCATE pending_line");
    }
  sarap_test_assert_sound (test->db);
}

typedef struct
{
  SarapTestDatabase *test;
  guint index;
} Writer;

static gpointer
write_in_thread (gpointer data)
{
  Writer *writer = data;
  g_autoptr (SarapDatabase) db = sarap_test_connect (writer->test);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u-%u", writer->index, i);
      g_autofree char *two =
          g_strdup_printf (INSERT_BODY ", ('%s-b', 'territorial', 'к', 'р')", code, code);
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0 || writer->test->engine == SARAP_ENGINE_SQLITE)
        sarap_database_transact (db, add_body, code, &error);
      else
        /* a program that does not wait for its turn */
        sarap_test_run (db, two);
      g_assert_no_error (error);
    }
  return NULL;
}

/* Many write at once, and it is one chain */
static void
test_at_once (SarapTestDatabase *test)
{
  GThread *threads[3];
  Writer writers[G_N_ELEMENTS (threads)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      writers[i] = (Writer){ test, i };
      threads[i] = g_thread_new ("write", write_in_thread, &writers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==,
                   test->engine == SARAP_ENGINE_SQLITE ? 3 * 40 : 3 * 60);
  sarap_test_assert_sound (test->db);
}

static void
check_refused (SarapTestDatabase *test, const char *person)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, person);

  g_assert_false (sarap_audit_verify (db, faults, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Who sees some of the lines must not be told that the others are gone; nor who sees all lines and
   only their own account, as the agency's HR does */
static void
test_seen_in_part (SarapTestDatabase *test)
{
  write_lines (test->db);
  sarap_test_run (test->db, "UPDATE body SET kind = 'central', version = version + 1"
                            " WHERE code = '01'");
  sarap_test_add_person (test, "clerk", "hr", NULL, NULL);
  sarap_test_add_person (test, "agency", "hr", "(SELECT id FROM body WHERE code = '01')", NULL);
  check_refused (test, "clerk");
  check_refused (test, "agency");
  sarap_test_remove_person (test, "clerk");
  sarap_test_remove_person (test, "agency");
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
  sarap_test_add ("salts", test_salts);
  sarap_test_add ("append-only", test_append_only);
  sarap_test_add ("at-once", test_at_once);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "seen-in-part", test_seen_in_part);
  return g_test_run ();
}

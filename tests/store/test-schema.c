/* What no client can break: the constraints and triggers of the schema, alike on both engines */
#include "sarap-test-database.h"

#include "store/sarap-database-private.h"
#include "store/sarap-schema-check.h"
#include "store/sarap-tables.h"

#define OFFICER                                                                                    \
  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, search_key,"      \
  " loose_key) VALUES "
#define FIFTY "ээээээээээээээээээээээээээээээээээээээээээээээээээ"
#define HUNDRED FIFTY FIFTY
#define SERVICE                                                                                    \
  "INSERT INTO service (officer_id, employer_kind, body_id, unit_id, position_kk, position_ru,"    \
  " category, level, start, \"end\") VALUES "

static void
make_bodies (SarapDatabase *db)
{
  sarap_test_run (db, "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES"
                      " (1, '00', 'central', 'к', 'р'), (2, '02', 'territorial', 'к', 'р')");
  sarap_test_run (db, "INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru) VALUES"
                      " (11, 1, '1', 'post', 'к', 'р'), (12, 2, '1', 'post', 'к', 'р')");
  sarap_test_run (db, OFFICER "(1, '850101300104', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k'),"
                              " (2, '850101300203', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')");
  sarap_test_run (db, "INSERT INTO deferral (officer_id, kind, start)"
                      " VALUES (2, 'absence', '2024-01-01')");
  sarap_test_run (db, "INSERT INTO commission (id, body_id, number, order_no, order_date)"
                      " VALUES (1, 1, 1, '1', '2024-01-01')");
  sarap_test_run (db, "INSERT INTO commission_member (commission_id, officer_id, role)"
                      " VALUES (1, 1, 'member')");
}

static void
assert_place (SarapDatabase *db, const char *expected)
{
  g_autofree char *place =
      sarap_test_text (db, "SELECT coalesce (CAST (body_id AS text), '-') || ' ' ||"
                           " coalesce (CAST (unit_id AS text), '-') FROM officer WHERE id = 1");

  g_assert_cmpstr (place, ==, expected);
}

static void
test_place (SarapTestDatabase *test)
{
  make_bodies (test->db);
  assert_place (test->db, "- -");
  sarap_test_run (test->db, SERVICE "(1, 'customs', 1, 11, 'к', 'р', 'official', 1, '2010-01-01',"
                                    " '2012-01-01')");
  assert_place (test->db, "1 11");
  /* the one that began last counts, not the one that came last */
  sarap_test_run (test->db, SERVICE "(1, 'customs', 2, 12, 'к', 'р', 'official', 1, '2015-01-01',"
                                    " NULL), (1, 'customs', 1, NULL, 'к', 'р', 'official', 1,"
                                    " '2014-01-01', NULL)");
  assert_place (test->db, "2 12");
  /* nor does a record elsewhere */
  sarap_test_run (test->db, "INSERT INTO service (officer_id, employer_kind, employer, start)"
                            " VALUES (1, 'state', 'р', '2020-01-01')");
  assert_place (test->db, "2 12");
  sarap_test_run (
      test->db,
      "UPDATE service SET unit_id = NULL, version = version + 1 WHERE start = '2015-01-01'");
  assert_place (test->db, "2 -");
  sarap_test_run (
      test->db,
      "UPDATE service SET start = '2009-01-01', version = version + 1 WHERE start = '2015-01-01'");
  assert_place (test->db, "1 -");
  sarap_test_run (
      test->db,
      "UPDATE service SET officer_id = 2, version = version + 1 WHERE start = '2014-01-01'");
  assert_place (test->db, "1 11");
  sarap_test_run (test->db, "DELETE FROM service WHERE start = '2010-01-01'");
  assert_place (test->db, "2 -");
  sarap_test_run (test->db, "DELETE FROM service WHERE officer_id = 1");
  assert_place (test->db, "- -");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT body_id FROM officer WHERE id = 2"), ==,
                   1);
}

static void
test_refused (SarapTestDatabase *test)
{
  static const char *const statements[] = {
    /* app/rules/README.md 10 */
    OFFICER "(3, '850101300105', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '85010130010', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '85010130010x', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '850101300104', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '850101300302', '', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '850101300302', 'Ф', 'И', '1985-01-01', 'x', 'k', 'k', 'k')",
    /* one line of a text, and something in it */
    OFFICER "(3, '850101300302', '  ', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '850101300302', 'Ф\n', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    OFFICER "(3, '850101300302', 'Ф\x1fк', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    "UPDATE body SET version = version + 1, name_kk = '" HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED
        HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED "э'",
    "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('09', 'central', 'к', 'р')",
    SERVICE "(1, 'customs', 1, 12, 'к', 'р', 'official', 1, '2010-01-01', NULL)",
    SERVICE "(1, 'customs', 1, 11, 'к', 'р', 'official', 1, '2010-01-02', '2010-01-01')",
    SERVICE "(1, 'customs', NULL, NULL, 'к', 'р', 'official', 1, '2010-01-02', NULL)",
    SERVICE "(1, 'customs', 1, 11, 'к', 'р', 'official', NULL, '2010-01-02', NULL)",
    SERVICE "(9, 'customs', 1, 11, 'к', 'р', 'official', 1, '2010-01-02', NULL)",
    SERVICE "(1, 'customs', 1, 11, 'к', 'р', 'official', 1000000, '2010-01-02', NULL)",
    "INSERT INTO service (officer_id, employer_kind, start) VALUES (1, 'state', '2010-01-01')",
    "INSERT INTO attestation (officer_id, kind, date, decision, outcome) VALUES (1, 'regular',"
    " '2010-01-01', 'corresponds', 'approved')",
    "DELETE FROM body WHERE id = 1",
    /* what belongs to somebody goes first, each with its line in the audit chain */
    "DELETE FROM officer WHERE id = 2",
    "DELETE FROM commission WHERE id = 1",
  };

  make_bodies (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new (statements[i]);

      g_test_message ("%s", statements[i]);
      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
}

/* PostgreSQL has a type for them, with errors of its own */
static void
test_dates (SarapTestDatabase *test)
{
  static const char *const dates[] = { "2023-02-29", "2023-2-01",        "20230201", "2023-13-01",
                                       "0000-01-01", "2023-02-01 00:00", "now",      "" };

  make_bodies (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = g_strdup_printf ("UPDATE officer SET birth_date = '%s',"
                                              " version = version + 1",
                                              dates[i]);
      g_autoptr (SarapQuery) query = sarap_query_new (sql);

      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
}

/* Every number that passes on one engine passes on the other, also where the second weights count
 */
static void
test_iin (SarapTestDatabase *test)
{
  static const int weights[2][11] = { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 },
                                      { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2 } };
  guint seconds = 0, nones = 0;

  make_bodies (test->db);
  for (guint n = 0; n < 400; n++)
    {
      char iin[32];
      int sums[2] = { 0, 0 }, digit;

      g_snprintf (iin, sizeof iin, "8501013%04u", n * 7);
      for (guint i = 0; i < 22; i++)
        sums[i / 11] += (iin[i % 11] - '0') * weights[i / 11][i % 11];
      digit = sums[0] % 11 == 10 ? sums[1] % 11 : sums[0] % 11;
      seconds += sums[0] % 11 == 10;
      nones += digit == 10;
      for (int last = 0; last < 10; last += 3)
        {
          g_autoptr (SarapQuery) query =
              sarap_query_new ("UPDATE officer SET iin = :iin, version = version + 1 WHERE id = 2");

          g_snprintf (iin + 11, 2, "%d", last);
          sarap_query_text (query, "iin", iin);
          g_assert_cmpint (sarap_database_execute (test->db, query, NULL), ==,
                           last == digit ? 1 : -1);
        }
    }
  g_assert_cmpuint (seconds, >, 0);
  g_assert_cmpuint (nones, >, 0);
}

/* The database counts versions: whoever changes a record without knowing of them is refused by a
   file, and counted for by a server. What follows from other records is no change. */
static void
test_versions (SarapTestDatabase *test)
{
  static const char *const statements[] = {
    "INSERT INTO body (id, code, kind, name_kk, name_ru, version)"
    " VALUES (9, '09', 'territorial', 'к', 'р', 7)",
    "UPDATE body SET name_kk = 'ә' WHERE id = 2",
    "UPDATE body SET name_kk = 'б', version = 9 WHERE id = 2",
    "UPDATE body SET name_kk = 'в', version = 0 WHERE id = 2",
    "UPDATE body SET version = 9 WHERE id = 2",
  };
  static const char *const versions = "SELECT (SELECT CAST (count (*) AS text) FROM body) || '/' ||"
                                      " (SELECT CAST (sum (version) AS text) FROM body) || ' ' ||"
                                      " (SELECT CAST (version AS text) FROM officer WHERE id = 1)";
  gboolean sqlite = test->engine == SARAP_ENGINE_SQLITE;
  g_autofree char *before = NULL, *after = NULL;

  make_bodies (test->db);
  sarap_test_run (test->db, SERVICE "(1, 'customs', 1, 11, 'к', 'р', 'official', 1, '2010-01-01',"
                                    " NULL)");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new (statements[i]);

      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, sqlite ? -1 : 1);
      if (sqlite)
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_assert_true (!sqlite || strstr (error->message, "version constraint failed"));
    }
  before = sarap_test_text (test->db, versions);
  g_assert_cmpstr (before, ==, sqlite ? "2/2 1" : "3/7 1");
  sarap_test_run (test->db, "UPDATE body SET name_kk = 'г', version = version + 1 WHERE id = 2");
  after = sarap_test_text (test->db, versions);
  g_assert_cmpstr (after, ==, sqlite ? "2/3 1" : "3/8 1");
}

/* What no line could say is not done, not even by the owner; who restores may */
static void
test_unsaid (SarapTestDatabase *test)
{
  static const char *const tables[] = { "body",      "unit",       "officer",
                                        "service",   "deferral",   "attestation",
                                        "education", "commission", "commission_member",
                                        "account" };

  make_bodies (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *numbers = g_strdup_printf ("UPDATE %s SET id = id + 100", tables[i]);
      g_autofree char *there = g_strdup_printf ("SELECT count (*) FROM %s", tables[i]);
      g_autofree char *empty = g_strdup_printf ("TRUNCATE %s CASCADE", tables[i]);
      gint64 count = sarap_test_integer (test->db, there);
      g_autoptr (GError) error = NULL, unsaid = NULL;

      g_test_message ("%s", tables[i]);
      g_assert_cmpint (sarap_database_run (test->db, numbers, &error), ==, count == 0);
      if (count > 0)
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      if (test->engine == SARAP_ENGINE_SQLITE)
        continue;
      g_assert_false (sarap_database_run (test->db, empty, &unsaid));
      g_assert_error (unsaid, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (sarap_test_integer (test->db, there), ==, count);
    }
  sarap_test_assert_sound (test->db);
  if (test->engine == SARAP_ENGINE_SQLITE)
    return;
  sarap_test_run (test->db, "SET sarap.restoring = 'yes'");
  sarap_test_run (test->db, "UPDATE commission SET id = 101 WHERE id = 1000");
  sarap_test_run (test->db, "TRUNCATE education");
}

/* The number of none is the same to both engines */
static void
test_no_number (SarapTestDatabase *test)
{
  static const char of[] = "'s', 'm', 'a', 'change', 'body', %s, %s, '{}'";
  const char *function = test->engine == SARAP_ENGINE_SQLITE ? "sarap_line_digest" : "line_digest";
  static const char *const numbers[][2] = { { "0", "0" }, { "NULL", "0" }, { "0", "NULL" } };
  g_autofree char *none_of = g_strdup_printf (of, "NULL", "NULL");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *values = g_strdup_printf (of, numbers[i][0], numbers[i][1]);
      g_autofree char *sql = g_strdup_printf ("SELECT CAST (%s (%s) = %s (%s) AS integer)",
                                              function, values, function, none_of);

      g_assert_cmpint (sarap_test_integer (test->db, sql), ==, 1);
    }
}

/* What is logged is for the administrator: whoever calls may not have it sent */
static void
test_logged (SarapTestDatabase *test)
{
  static const char logs[] = "SELECT count (*) FROM pg_proc WHERE prosrc LIKE '%RAISE LOG%'";
  g_autofree char *unsent =
      g_strconcat (logs, " AND 'client_min_messages=notice' = ANY (proconfig)", NULL);

  g_assert_cmpint (sarap_test_integer (test->db, logs), >, 0);
  g_assert_cmpint (sarap_test_integer (test->db, logs), ==, sarap_test_integer (test->db, unsent));
}

/* The feed takes no other word for a table: the list must be all that there is */
static void
test_tables (SarapTestDatabase *test)
{
  GPtrArray *tables = sarap_database_tables ();
  gint64 count = sarap_test_integer (
      test->db, test->engine == SARAP_ENGINE_SQLITE
                    ? "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT IN"
                      " ('schema_version', 'record_kind', 'audit_head')"
                      " AND name NOT LIKE 'sqlite_%'"
                    : "SELECT count (*) FROM pg_class WHERE relkind = 'r' AND"
                      " relnamespace = 'sarap'::regnamespace AND relname NOT IN"
                      " ('record_kind', 'audit_head', 'write_turn', 'bulk_turn', 'bulk_write',"
                      " 'pending_line', 'entered_by')");

  g_assert_cmpuint (tables->len, ==, count);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *there =
          g_strdup_printf ("SELECT count (*) FROM %s", (char *) tables->pdata[i]);

      g_assert_cmpint (sarap_test_integer (test->db, there), ==, 0);
    }
}

/* The schema is the one that verify takes for right: on a server the list of it that the program
   carries. SARAP_SCHEMA_LIST names a file to write the list to, when the schema has changed. */
static void
test_list (SarapTestDatabase *test)
{
  const char *path = g_getenv ("SARAP_SCHEMA_LIST");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_auto (SarapTransaction) view = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sarap_transaction_begin_read (&view, test->db, &error);
  g_assert_no_error (error);
  if (path && test->engine == SARAP_ENGINE_POSTGRESQL)
    {
      g_autofree char *list = sarap_schema_list (test->db, &error);

      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (path, list, -1, NULL));
      return;
    }
  sarap_schema_verify (test->db, faults, &error);
  g_assert_no_error (error);
  g_ptr_array_add (faults, NULL);
  text = g_strjoinv ("\n", (char **) faults->pdata);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("place", test_place);
  sarap_test_add ("refused", test_refused);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "dates", test_dates);
  sarap_test_add ("iin", test_iin);
  sarap_test_add ("versions", test_versions);
  sarap_test_add ("unsaid", test_unsaid);
  sarap_test_add ("no-number", test_no_number);
  sarap_test_add ("tables", test_tables);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "logged", test_logged);
  sarap_test_add ("list", test_list);
  return g_test_run ();
}

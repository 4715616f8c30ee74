/* Statements and their values, on both engines: what libgda gets wrong must come out right here */
#include "sarap-test-database.h"

#include "store/sarap-database-private.h"
#include "store/sarap-dialect.h"

static void
check_text (SarapTestDatabase *test, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT :value, :value IS NULL");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "value", value);
  rows = sarap_database_select (test->db, query, "tt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 1);
  g_assert_cmpstr (sarap_rows_text (rows, 0, 0), ==, value);
  g_assert_cmpint (sarap_rows_is_null (rows, 0, 0), ==, value == NULL);
}

static void
test_texts (SarapTestDatabase *test)
{
  check_text (test, "Әлия");
  check_text (test, "");
  check_text (test, NULL);
  check_text (test, "it's \\ \"quoted\" :value ##x::text $1 ? %s\n\t");
  check_text (test, "true");
  check_text (test, "007");
}

static void
test_integers (SarapTestDatabase *test)
{
  static const gint64 values[] = { 0,          -1,        G_MAXINT32, (gint64) G_MAXINT32 + 1,
                                   G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new ("SELECT :value");
      g_autoptr (SarapRows) rows = NULL;

      sarap_query_integer (query, "value", values[i]);
      rows = sarap_database_select (test->db, query, "i", &error);
      g_assert_no_error (error);
      g_assert_cmpint (sarap_rows_integer (rows, 0, 0), ==, values[i]);
    }
}

static void
test_dates (SarapTestDatabase *test)
{
  SarapDate day = sarap_date_new (2024, 2, 29);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT :day, :none, :far");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_date (query, "day", day);
  sarap_query_date (query, "none", SARAP_DATE_NONE);
  sarap_query_date (query, "far", sarap_date_new (9999, 12, 31));
  rows = sarap_database_select (test->db, query, "ddd", &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_rows_date (rows, 0, 0), ==, day);
  g_assert_cmpint (sarap_rows_date (rows, 0, 1), ==, SARAP_DATE_NONE);
  g_assert_true (sarap_rows_is_null (rows, 0, 1));
  g_assert_cmpint (sarap_rows_date (rows, 0, 2), ==, sarap_date_new (9999, 12, 31));
}

static void
make_body (SarapTestDatabase *test)
{
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru)"
                            " VALUES ('01', 'territorial', 'к', 'р')");
  sarap_test_run (test->db, "INSERT INTO unit (body_id, code, kind, name_kk, name_ru)"
                            " SELECT id, '1', 'post', 'к', 'р' FROM body");
}

/* libgda would make "SET version IS NULL" of it; and a statement serves values that are there and
   values that are not */
static void
test_null_in_set (SarapTestDatabase *test)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("UPDATE account SET body_id = :body WHERE login = :login");
  g_autoptr (GError) error = NULL;
  gint64 body;

  make_body (test);
  body = sarap_test_integer (test->db, "SELECT id FROM body");
  sarap_test_run (test->db, "INSERT INTO account (login) VALUES ('a')");
  sarap_query_text (query, "login", "a");
  for (guint round = 0; round < 3; round++)
    {
      sarap_query_integer (query, "body", body);
      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, 1);
      g_assert_cmpint (sarap_test_integer (test->db, "SELECT body_id FROM account"), ==, body);
      sarap_query_text (query, "body", NULL);
      g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, 1);
      g_assert_cmpint (
          sarap_test_integer (test->db, "SELECT count (*) FROM account WHERE body_id IS NULL"), ==,
          1);
    }
  /* nothing equals what is not there */
  sarap_query_text (query, "login", NULL);
  g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, 0);
}

static void
test_counts (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) insert = sarap_query_new (
      "INSERT INTO body (code, kind, name_kk, name_ru) VALUES (:code, 'territorial', 'к', 'р')");
  g_autoptr (SarapQuery) update = sarap_query_new ("UPDATE body SET version = version + 1");
  g_autoptr (SarapQuery) none = sarap_query_new ("DELETE FROM body WHERE code = 'x'");
  gint64 first, second;

  sarap_query_text (insert, "code", "01");
  first = sarap_database_insert (test->db, insert, &error);
  sarap_query_text (insert, "code", "02");
  second = sarap_database_insert (test->db, insert, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (sarap_database_execute (test->db, update, &error), ==, 2);
  g_assert_cmpint (sarap_database_execute (test->db, none, &error), ==, 0);
  g_assert_cmpint (sarap_database_insert (test->db, insert, &error), ==, 0);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "code"));
}

/* An id is not given again: the audit chain names records by it */
static void
test_ids (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) insert = sarap_query_new ("INSERT INTO account (login) VALUES ('a')");
  gint64 first = sarap_database_insert (test->db, insert, &error);

  sarap_test_run (test->db, "DELETE FROM account");
  g_assert_cmpint (sarap_database_insert (test->db, insert, &error), >, first);
}

/* The id is that of the row, not of what a trigger put elsewhere */
static void
test_id_despite_trigger (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) insert = sarap_query_new (
      "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('01', 'territorial', 'к', 'р')");
  gint64 id;

  sarap_test_run (test->db, "INSERT INTO account (login) VALUES ('a'), ('b'), ('c')");
  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    sarap_test_run (test->db, "CREATE FUNCTION add_account () RETURNS trigger LANGUAGE plpgsql AS"
                              " $$ BEGIN INSERT INTO account (login) VALUES ('d');"
                              " RETURN NULL; END $$");
  g_assert_true (sarap_database_run (
      test->db,
      test->engine == SARAP_ENGINE_POSTGRESQL
          ? "CREATE TRIGGER body_added AFTER INSERT ON body EXECUTE FUNCTION add_account ()"
          : "CREATE TRIGGER body_added AFTER INSERT ON body BEGIN"
            " INSERT INTO account (login) VALUES ('d'); END",
      &error));
  id = sarap_database_insert (test->db, insert, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, sarap_test_integer (test->db, "SELECT id FROM body"));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM account"), ==, 4);
}

static void
test_statements (SarapTestDatabase *test)
{
  static const struct
  {
    const char *sql, *answer;
  } statements[] = {
    /* wrong rows on PostgreSQL by libgda's own parser */
    { "SELECT 'b' AS x UNION SELECT 'a' ORDER BY x LIMIT 1", "a" },
    { "WITH n (x) AS (SELECT 'w') SELECT x FROM n", "w" },
    { "  -- a comment; with :a value\n /* and :another */ WITH n (x) AS (SELECT 'c')"
      " SELECT x FROM n",
      "c" },
    { "VALUES ('v')", "v" },
    { "SELECT 'it''s :no value \\ -- nor comment'", "it's :no value \\ -- nor comment" },
    { "SELECT \"a :b\" FROM (SELECT 'q' AS \"a :b\") AS t", "q" },
    { "SELECT CASE WHEN EXISTS (SELECT 1 FROM body) THEN 'some' ELSE 'none' END", "none" },
    { "SELECT max (code) FROM body", NULL },
    { "SELECT :unbound", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    for (guint again = 0; again < 2; again++)
      {
        g_autofree char *answer = sarap_test_text (test->db, statements[i].sql);

        g_assert_cmpstr (answer, ==, statements[i].answer);
      }
}

static void
test_casts (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT (:a::bigint + 1)::text, '{\"a\": 2}'::jsonb"
                       " ->> 'a', '{\"a\": {\"b\": 3}}'::jsonb #>> '{a,b}'");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "a", "41");
  rows = sarap_database_select (test->db, query, "ttt", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sarap_rows_text (rows, 0, 0), ==, "42");
  g_assert_cmpstr (sarap_rows_text (rows, 0, 1), ==, "2");
  g_assert_cmpstr (sarap_rows_text (rows, 0, 2), ==, "3");
}

/* An error after some rows sets none in libgda on SQLite, and gives those rows for all */
static void
test_error_amid_rows (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (
      test->engine == SARAP_ENGINE_SQLITE
          ? "SELECT json_extract (value, '$') FROM json_each ('[\"1\", \"2\", \"x\"]')"
          : "SELECT 1 / (3 - n) FROM generate_series (1, 4) AS n");
  g_autoptr (SarapRows) rows = sarap_database_select (test->db, query, "i", &error);

  g_assert_null (rows);
  g_assert_cmpint (error->domain, ==, SARAP_STORE_ERROR);
  /* and the connection goes on */
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT 1"), ==, 1);
}

/* Rows stay as they are when their statement runs again, or its table is gone */
static void
test_rows_stay (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT version FROM body");
  g_autoptr (SarapRows) before = NULL, after = NULL;

  make_body (test);
  before = sarap_database_select (test->db, query, "i", &error);
  sarap_test_run (test->db, "UPDATE body SET version = version + 1");
  after = sarap_database_select (test->db, query, "i", &error);
  sarap_test_run (test->db, "DELETE FROM unit");
  sarap_test_run (test->db, "DELETE FROM body");
  g_assert_cmpint (sarap_rows_integer (before, 0, 0), ==, 1);
  g_assert_cmpint (sarap_rows_integer (after, 0, 0), ==, 2);
}

static void
test_wrong_columns (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT 1, 2");

  g_assert_null (sarap_database_select (test->db, query, "i", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
}

static void
test_many_rows (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table =
      sarap_dialect_rows (test->db, "code text, start date, end date, level integer");
  g_autofree char *sql =
      g_strdup_printf ("SELECT n, code, start, \"end\", level FROM %s AS given ORDER BY n", table);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (
      query, "rows",
      "[[\"\u04d9 \\\"\\\\\",\"2024-01-31\",null,\"12\"],[\"\",null,\"2024-02-01\",-3]]");
  rows = sarap_database_select (test->db, query, "itddi", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 2);
  g_assert_cmpint (sarap_rows_integer (rows, 0, 0), ==, 0);
  g_assert_cmpstr (sarap_rows_text (rows, 0, 1), ==, "ә \"\\");
  g_assert_cmpint (sarap_rows_date (rows, 0, 2), ==, sarap_date_new (2024, 1, 31));
  g_assert_true (sarap_rows_is_null (rows, 0, 3));
  g_assert_cmpint (sarap_rows_integer (rows, 0, 4), ==, 12);
  g_assert_cmpstr (sarap_rows_text (rows, 1, 1), ==, "");
  g_assert_cmpint (sarap_rows_integer (rows, 1, 4), ==, -3);
}

/* Each row's texts as they are, and the numbers in whole */
static void
test_packed (SarapTestDatabase *test)
{
  g_autofree char *packed = sarap_dialect_packed (test->db, "a, b");
  g_autofree char *some =
      g_strdup_printf ("SELECT %s FROM (SELECT 0 AS a, 'ә' AS b UNION ALL SELECT NULL, '' "
                       "UNION ALL SELECT -9223372036854775807 - 1, NULL "
                       "UNION ALL SELECT 9223372036854775807, 'b') t",
                       packed);
  g_autofree char *none =
      g_strdup_printf ("SELECT %s FROM (SELECT 0 AS a, 0 AS b) t WHERE a > 0", packed);
  g_autofree char *text = sarap_test_text (test->db, some);

  g_assert_cmpstr (text, ==, "0,ә,;,,;-9223372036854775808,,;9223372036854775807,b,;");
  g_assert_null (sarap_test_text (test->db, none));
}

static void
test_position (SarapTestDatabase *test)
{
  const char *name = sarap_dialect_position (test->db);
  g_autofree char *inside = g_strdup_printf ("SELECT %s ('абв', 'вабв')", name);
  g_autofree char *sql = g_strdup_printf (
      "SELECT CASE WHEN %s ('абв', 'абв') > 0 AND %s ('абв', 'в') > 0 THEN 1 END", name, name);

  g_assert_cmpint (sarap_test_integer (test->db, sql), ==, 1);
  g_assert_cmpint (sarap_test_integer (test->db, inside), ==, 0);
}

/* Statements that are made anew each time, as a search makes them, do not gather for ever */
static void
test_many_statements (SarapTestDatabase *test)
{
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      g_assert_cmpint (sarap_test_integer (test->db, sql), ==, i);
    }
  g_assert_cmpuint (g_hash_table_size (test->db->statements), <, 700);
}

/* What a server says that cannot keep any more notifications; a full queue has eight gigabytes */
static void
test_full_queue (SarapTestDatabase *test)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("DO $$ BEGIN RAISE EXCEPTION 'too many notifications in the NOTIFY queue'"
                       " USING ERRCODE = 'program_limit_exceeded'; END $$");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_QUEUE);
}

/* Numbers that somebody set to their end are not taken for a disk that is full */
static void
test_no_numbers (SarapTestDatabase *test)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('A', 'central', 'к', 'р')");
  g_autoptr (GError) error = NULL;

  if (test->engine == SARAP_ENGINE_SQLITE)
    sarap_test_run (test->db, "INSERT INTO sqlite_sequence VALUES ('body', 9223372036854775807)");
  else
    sarap_test_integer (test->db, "SELECT setval ('sarap.body_id_seq', 9223372036854775807)");
  g_assert_cmpint (sarap_database_insert (test->db, query, &error), ==, 0);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NUMBERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("texts", test_texts);
  sarap_test_add ("integers", test_integers);
  sarap_test_add ("dates", test_dates);
  sarap_test_add ("null-in-set", test_null_in_set);
  sarap_test_add ("counts", test_counts);
  sarap_test_add ("ids", test_ids);
  sarap_test_add ("id-despite-trigger", test_id_despite_trigger);
  sarap_test_add ("statements", test_statements);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "casts", test_casts);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "full-queue", test_full_queue);
  sarap_test_add ("no-numbers", test_no_numbers);
  sarap_test_add ("error-amid-rows", test_error_amid_rows);
  sarap_test_add ("rows-stay", test_rows_stay);
  sarap_test_add ("wrong-columns", test_wrong_columns);
  sarap_test_add ("many-rows", test_many_rows);
  sarap_test_add ("packed", test_packed);
  sarap_test_add ("position", test_position);
  sarap_test_add ("many-statements", test_many_statements);
  return g_test_run ();
}

/* What is changed on the server is in the audit chain, whatever program changed it */
#include "sarap-test-database.h"

#include "store/sarap-audit.h"
#include "store/sarap-database-private.h"

static const char *const records[] = {
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (1, '00', 'central', 'к', 'р'),"
  " (2, '02', 'territorial', 'к', 'р'), (3, '03', 'territorial', 'к', 'р')",
  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, search_key,"
  " loose_key) VALUES (1, '850101300104', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
  "INSERT INTO service (id, officer_id, employer_kind, body_id, position_kk, position_ru, category,"
  " level, start) VALUES (1, 1, 'customs', 2, 'к', 'р', 'official', 1, '2020-01-01')",
  "ALTER TABLE deferral ALTER COLUMN id RESTART WITH 10",
  "INSERT INTO deferral (id, officer_id, kind, start, reason) VALUES"
  " (1, 1, 'absence', '2024-01-01', 'с')",
};

#define CHANGE "UPDATE deferral SET reason = NULL, \"end\" = '2024-02-01', version = 2 WHERE id = 1"
#define ADD "INSERT INTO deferral (officer_id, kind, start) VALUES (1, 'absence', '2025-01-01')"
#define ADD_LINE(record, id, detail)                                                               \
  "INSERT INTO audit (action, record, record_id, officer_id, detail) VALUES ('x', '" record        \
  "', " id ", 1, '" detail "')"
#define LAST "(SELECT max (id) FROM deferral)"
#define RIGHT "{\"end\":[null,\"2024-02-01\"],\"reason\":[\"с\",null]}"
#define MOVE "UPDATE service SET body_id = 3, level = 2, version = 2 WHERE id = 1"

/* What is done in one transaction, and whether it may end well */
static const struct
{
  const char *first, *second;
  gboolean saved;
} transactions[] = {
  { CHANGE, NULL, FALSE },
  { CHANGE, ADD_LINE ("deferral", "1", RIGHT), TRUE },
  { CHANGE, ADD_LINE ("deferral", "1", "{}"), FALSE },
  { CHANGE, ADD_LINE ("deferral", "1", "nothing"), FALSE },
  { CHANGE, ADD_LINE ("deferral", "2", RIGHT), FALSE },
  { CHANGE, ADD_LINE ("attestation", "1", RIGHT), FALSE },
  { CHANGE, ADD_LINE ("import", "NULL", RIGHT), FALSE },
  /* a part of it, or something else than it was or is */
  { CHANGE, ADD_LINE ("deferral", "1", "{\"reason\":[\"с\",null]}"), FALSE },
  { CHANGE,
    ADD_LINE ("deferral", "1", "{\"end\":[\"2023-02-01\",\"2024-02-01\"],\"reason\":[\"с\",null]}"),
    FALSE },
  { CHANGE, ADD_LINE ("deferral", "1", "{\"end\":[null,\"2029-02-01\"],\"reason\":[\"с\",null]}"),
    FALSE },
  { ADD, NULL, FALSE },
  { ADD, ADD_LINE ("deferral", LAST, "{}"), TRUE },
  { ADD, ADD_LINE ("import", "NULL", "{}"), TRUE },
  { ADD, ADD_LINE ("deferral", "1", "{}"), FALSE },
  { "DELETE FROM deferral WHERE id = 1", NULL, FALSE },
  { "DELETE FROM deferral WHERE id = 1", ADD_LINE ("import", "NULL", "{}"), FALSE },
  { "DELETE FROM deferral WHERE id = 1",
    ADD_LINE ("deferral",
              "1",
              "{\"iin\":[\"850101300104\",null],\"kind\":[\"absence\",null],"
              "\"start\":[\"2024-01-01\",null],\"reason\":[\"с\",null]}"),
    TRUE },
  /* what is kept as an id is said as a code */
  { MOVE, ADD_LINE ("service", "1", "{\"level\":[\"1\",\"2\"]}"), FALSE },
  { MOVE, ADD_LINE ("service", "1", "{\"level\":[\"1\",\"2\"],\"body\":[\"02\",\"03\"]}"), TRUE },
};

static void
make_everything (SarapDatabase *db)
{
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM sarap_account_add ('%s', '" SARAP_TEST_PASSWORD "', 'hr,admin', 2, NULL)",
      login);

  /* the owner is believed */
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    sarap_test_run (db, records[i]);
  sarap_test_integer (db, sql);
}

/* Whatever came of it, it is as before */
static void
put_back (SarapDatabase *db)
{
  sarap_test_run (db, "DELETE FROM deferral");
  sarap_test_run (db, records[G_N_ELEMENTS (records) - 1]);
  sarap_test_run (db, "UPDATE service SET body_id = 2, level = 1, version = 1");
}

static gint64
count_changes (SarapDatabase *db)
{
  return sarap_test_integer (db,
                             "SELECT (SELECT count (*) FROM deferral WHERE id = 1 AND version = 1"
                             " AND reason = 'с') + (SELECT count (*) FROM deferral) - 2 +"
                             " (SELECT version FROM service) - 1");
}

static void
test_noted (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) clerk = NULL;
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);

  make_everything (test->db);
  clerk = sarap_test_sign_in (test, "clerk");
  for (guint i = 0; i < G_N_ELEMENTS (transactions); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean saved;

      g_test_message ("%s; %s", transactions[i].first, transactions[i].second);
      g_assert_true (sarap_database_run (clerk, "BEGIN", NULL));
      sarap_test_run (clerk, transactions[i].first);
      if (transactions[i].second)
        sarap_test_run (clerk, transactions[i].second);
      saved = sarap_database_run (clerk, "COMMIT", &error);
      g_assert_cmpint (saved, ==, transactions[i].saved);
      if (!saved)
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (count_changes (test->db) == 0, ==, !saved);
      put_back (test->db);
      g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM unnoted"), ==, 0);
    }
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_run (test->db, drop);
}

/* No table is forgotten, and no way to change it */
static void
test_every_table (SarapTestDatabase *test)
{
  static const char *const tables[] = { "body",      "unit",       "officer",
                                        "service",   "deferral",   "attestation",
                                        "education", "commission", "commission_member",
                                        "account" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (*) FROM information_schema.triggers WHERE event_object_table = '%s'"
          " AND action_statement = 'EXECUTE FUNCTION sarap_wait_for_line%s'",
          tables[i], i < 7 ? "(''field by field'')" : "()");

      g_assert_cmpint (sarap_test_integer (test->db, sql), ==, 3);
    }
  /* and those are all that anybody may write to */
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count (DISTINCT table_name) FROM"
                                       " information_schema.column_privileges WHERE grantee IN"
                                       " ('sarap_hr', 'sarap_admin') AND privilege_type = 'INSERT'"
                                       " AND table_name <> 'audit'"),
                   ==, G_N_ELEMENTS (tables) - 1);
}

/* Nor from within a trigger of one's own, where the server lets people have temporary tables */
static void
test_own_trigger (SarapTestDatabase *test)
{
  static const char *const tricks[] = {
    "CREATE TEMPORARY TABLE mine (x integer)",
    "CREATE FUNCTION pg_temp.change () RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN " CHANGE "; RETURN NULL; END $$",
    "CREATE TRIGGER changing AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.change ()",
  };
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);
  g_autofree char *allow = sarap_test_text (
      test->db, "SELECT format ('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database ())");
  g_autoptr (SarapDatabase) clerk = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("INSERT INTO mine VALUES (1)");
  g_autoptr (GError) error = NULL;

  make_everything (test->db);
  sarap_test_run (test->db, allow);
  clerk = sarap_test_sign_in (test, "clerk");
  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    sarap_test_run (clerk, tricks[i]);
  g_assert_cmpint (sarap_database_execute (clerk, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count_changes (test->db), ==, 0);
  /* the server removes them some time after their session, and till then nobody drops its login */
  sarap_test_run (clerk, "DROP TABLE mine");
  sarap_test_run (clerk, "DROP FUNCTION pg_temp.change");
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_run (test->db, drop);
}

/* An account is added by a function, which does not change that */
static void
test_account (SarapTestDatabase *test)
{
  g_autofree char *login = sarap_test_login ("clerk");
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);
  g_autoptr (GError) error = NULL;

  make_everything (test->db);
  {
    g_autoptr (SarapDatabase) clerk = sarap_test_sign_in (test, "clerk");
    g_autoptr (SarapQuery) query =
        sarap_query_new ("SELECT sarap_account_add (:login, NULL, 'admin', 3, NULL)");
    g_autoptr (SarapRows) rows = NULL;

    sarap_query_text (query, "login", login);
    rows = sarap_database_select (clerk, query, "i", &error);
    g_assert_null (rows);
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT body_id FROM account"), ==, 2);
  sarap_test_run (test->db, drop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "noted", test_noted);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "every-table", test_every_table);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "own-trigger", test_own_trigger);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account", test_account);
  return g_test_run ();
}

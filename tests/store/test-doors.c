/* Who comes in on the server, and whose files are whose where that is not plain: two databases, new
   files, the same officer entered twice */
#include "sarap-people.h"

#include <string.h>

#include "store/sarap-database-private.h"

static SarapDatabase *
come_in (SarapTestDatabase *test, const char *name, const char *person, GError **error)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *own = g_strdup_printf ("postgresql://%s@%s", login, strrchr (name, '@') + 1);

  return sarap_database_open (own, SARAP_TEST_PASSWORD, error);
}

static void
assert_kept_out (SarapTestDatabase *test, const char *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (come_in (test, test->name, person, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
}

/* Who has an account comes in, whatever they may do here; who has its roles alone is told so; and
   whoever else has a login on this server is not let in at all */
static void
test_door (SarapTestDatabase *test)
{
  static const struct
  {
    const char *person;
    gboolean known;
  } comers[] = {
    { "hr_two", TRUE }, { "user", TRUE }, { "hr_elsewhere", FALSE }, { "admin_elsewhere", FALSE }
  };
  g_autofree char *login = sarap_test_login ("stranger");
  g_autoptr (SarapDatabase) user = NULL;
  g_autoptr (GError) closed = NULL;

  sarap_people_make (test);
  for (guint i = 0; i < G_N_ELEMENTS (comers); i++)
    {
      g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, comers[i].person);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sarap_database_check_version (db, &error), ==, comers[i].known);
      if (comers[i].known)
        g_assert_no_error (error);
      else
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
    }
  sarap_run (test->db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  assert_kept_out (test, "stranger");
  /* whose account is taken away sees nothing more, and does not come in again */
  user = sarap_test_sign_in (test, "user");
  g_assert_true (sarap_reads (user, "body", "true"));
  login = (g_free (login), sarap_test_login ("user"));
  sarap_run (test->db, "DELETE FROM account WHERE login = '%s'", login);
  sarap_assert_impossible (user, "SELECT 1 FROM body");
  sarap_assert_closed (user, "SELECT 1 FROM desk.body");
  g_assert_false (sarap_database_check_version (user, &closed));
  g_assert_error (closed, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  g_clear_pointer (&user, sarap_database_close);
  assert_kept_out (test, "user");
  sarap_test_remove_person (test, "stranger");
  sarap_people_remove (test);
}

static gboolean
is (SarapDatabase *db, const char *role)
{
  g_autofree char *sql = g_strdup_printf ("SELECT CAST (sarap_is ('%s') AS integer)", role);

  return sarap_test_integer (db, sql) == 1;
}

/* One login in two databases of a server: what it is in one says nothing of the other */
static void
test_two_databases (SarapTestDatabase *test)
{
  g_autofree char *database = sarap_test_text (test->db, "SELECT current_database () || '_other'");
  g_autofree char *template = sarap_test_template ();
  g_autofree char *options = g_strconcat ("TEMPLATE ", template, NULL);
  g_autofree char *name = sarap_test_database_make (database, options);
  SarapTestDatabase other = { test->engine, name, sarap_database_open (name, NULL, NULL) };
  g_autoptr (SarapDatabase) here = NULL, there = NULL;

  g_assert_true (sarap_database_migrate (other.db, NULL));
  sarap_people_make_records (test->db);
  sarap_people_make_records (other.db);
  sarap_test_add_person (test, "both", "hr", "2", NULL);
  assert_kept_out (&other, "both");
  sarap_test_add_person (&other, "both", "officer", "2", "1");
  here = sarap_test_sign_in (test, "both");
  there = sarap_test_sign_in (&other, "both");
  g_assert_true (is (here, "hr") && !is (here, "officer"));
  g_assert_true (!is (there, "hr") && is (there, "officer"));
  g_assert_true (sarap_writes_like (here, "DELETE FROM %t WHERE id = %i", "deferral", 4));
  g_assert_false (sarap_writes_like (there, "DELETE FROM %t WHERE id = %i", "deferral", 4));
  g_assert_true (sarap_reads (there, "officer", "id = 1") &&
                 !sarap_reads (there, "officer", "id = 4"));
  /* made administrator there: nothing more here */
  sarap_test_add_person (&other, "both", "admin", NULL, NULL);
  g_assert_true (sarap_reads (there, "officer", "id = 2"));
  g_assert_false (sarap_reads (here, "officer", "id = 2"));
  sarap_assert_closed (here, "SELECT 1 FROM whole.officer");
  /* and taken out there: still here */
  sarap_test_run (other.db, "DELETE FROM account");
  g_clear_pointer (&there, sarap_database_close);
  assert_kept_out (&other, "both");
  g_clear_pointer (&here, sarap_database_close);
  here = sarap_test_sign_in (test, "both");
  g_assert_true (sarap_reads (here, "officer", "id = 1"));
  g_clear_pointer (&here, sarap_database_close);
  sarap_test_remove_person (test, "both");
  sarap_database_close (other.db);
  sarap_test_database_remove (database);
}

/* The service's own day, whatever the machine's is */
#define TODAY "(now () AT TIME ZONE 'Asia/Almaty')::date"

/* A new file is with whoever entered it, of all the country's HR, until it says who serves where;
   for thirty days */
static void
test_entered (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) two = NULL, three = NULL;

  sarap_people_make (test);
  two = sarap_test_sign_in (test, "hr_two");
  three = sarap_test_sign_in (test, "hr_three");
  sarap_test_run (two, SARAP_NEW_OFFICER ("", ""));
  g_assert_true (sarap_reads (two, "officer", "id = 20"));
  g_assert_true (sarap_reads (two, "audit", "officer_id = 20"));
  g_assert_false (sarap_reads (three, "officer", "id = 20"));
  g_assert_false (sarap_reads (three, "audit", "officer_id = 20"));
  sarap_test_run (two, "INSERT INTO deferral (officer_id, kind, start)"
                       " VALUES (20, 'absence', '2001-01-01')");
  g_assert_false (sarap_writes (three, "DELETE FROM deferral WHERE officer_id = 20"));
  sarap_test_run (test->db, "UPDATE entered_by SET day = " TODAY " - 29 WHERE officer_id = 20");
  g_assert_true (sarap_writes (two, "UPDATE officer SET surname = 'Х' WHERE id = 20"));
  sarap_test_run (test->db, "UPDATE entered_by SET day = " TODAY " - 31 WHERE officer_id = 20");
  g_assert_false (sarap_reads (two, "officer", "id = 20"));
  g_assert_false (sarap_writes (two, "INSERT INTO deferral (officer_id, kind, start)"
                                     " VALUES (20, 'absence', '2002-01-01')"));
  /* in time again: a record says where the officer served, but not yet where they serve */
  sarap_test_run (test->db, "UPDATE entered_by SET day = " TODAY " WHERE officer_id = 20");
  sarap_test_run (two,
                  "INSERT INTO service (officer_id, employer_kind, body_id, position_kk,"
                  " position_ru, category, level, start, \"end\") VALUES (20, 'customs', 3, 'к',"
                  " 'р', 'official', 1, '2010-01-01', '2010-02-01')");
  g_assert_true (sarap_reads (two, "officer", "id = 20") &&
                 sarap_reads (three, "officer", "id = 20"));
  sarap_test_run (two, "INSERT INTO service (officer_id, employer_kind, body_id, position_kk,"
                       " position_ru, category, level, start) VALUES (20, 'customs', 3, 'к', 'р',"
                       " 'official', 1, '2010-02-02')");
  g_assert_true (!sarap_reads (two, "officer", "id = 20") &&
                 sarap_reads (three, "officer", "id = 20"));
  g_clear_pointer (&two, sarap_database_close);
  g_clear_pointer (&three, sarap_database_close);
  sarap_people_remove (test);
}

/* Somebody of HR who is a supervisor too writes themselves into another body's unit, looks round
   and takes it back: there is nothing to be seen */
static void
test_promotion (SarapTestDatabase *test)
{
  static const char *const look = "SELECT count (*) FROM officer WHERE id <> 4";
  g_autoptr (SarapDatabase) db = NULL;
  gint64 before;

  sarap_people_make (test);
  sarap_test_add_person (test, "climber", "hr,supervisor,officer", "2", "4");
  db = sarap_test_sign_in (test, "climber");
  before = sarap_test_integer (db, look);
  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  sarap_test_run (db, "UPDATE service SET body_id = 3, unit_id = 12 WHERE id = 4");
  g_assert_cmpint (sarap_test_integer (db, look), ==, before);
  sarap_test_run (db,
                  "INSERT INTO service (officer_id, employer_kind, body_id, unit_id, position_kk,"
                  " position_ru, category, level, start) VALUES (4, 'customs', 3, 12, 'к', 'р',"
                  " 'official', 1, current_date)");
  g_assert_cmpint (sarap_test_integer (db, look), ==, before);
  g_assert_false (sarap_reads (db, "officer", "id = 2"));
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  g_clear_pointer (&db, sarap_database_close);
  sarap_test_remove_person (test, "climber");
  sarap_people_remove (test);
}

/* A condition that fails on a row tells that there is one: on rows that one may not see it is never
   asked, whatever the planner is told to prefer */
static void
test_leaks (SarapTestDatabase *test)
{
  static const char *const questions[] = {
    "SELECT count (*) FROM officer WHERE CAST (surname AS integer) = 1",
    "SELECT count (*) FROM officer WHERE id = 2 AND CAST (surname AS integer) = 1",
    "SELECT count (*) FROM officer WHERE iin LIKE '8501013002%' AND 1 / (id - 2) = 1",
    "SELECT count (*) FROM service WHERE 1 / (level - 1) = 1",
    "SELECT count (*) FROM service WHERE officer_id = 2 AND 1 / (level - 1) = 1",
    "SELECT count (*) FROM service WHERE id = 2 AND 1 / (level - level) = 1",
    "SELECT count (*) FROM attestation WHERE CAST (decision AS date) = current_date",
    "SELECT count (*) FROM audit WHERE CAST (detail AS integer) = 1",
    "SELECT count (*) FROM account WHERE login <> session_user AND CAST (login AS integer) = 1",
    "SELECT count (*) FROM desk.account WHERE login <> session_user AND CAST (login AS integer) = "
    "1",
  };
  static const char *const settings[] = {
    "SET enable_seqscan = off",    "SET enable_indexscan = off",
    "SET enable_bitmapscan = off", "SET enable_nestloop = off",
    "SET enable_hashjoin = off",   "SET from_collapse_limit = 1",
    "SET geqo_threshold = 2",      "SET plan_cache_mode = force_generic_plan",
  };
  static const char *const persons[] = { "member", "user", "hr_nowhere", "hr_elsewhere" };

  sarap_people_make (test);
  for (guint p = 0; p < G_N_ELEMENTS (persons); p++)
    {
      g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, persons[p]);

      for (guint setting = 0; setting < G_N_ELEMENTS (settings); setting++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
            {
              g_test_message ("%s: %s", persons[p], questions[i]);
              g_assert_cmpint (sarap_test_integer (db, questions[i]), ==, 0);
            }
          sarap_test_run (db, settings[setting]);
        }
    }
  sarap_people_remove (test);
}

/* An IIN that a hidden file has is told as what it is, and nothing else of that file */
static void
test_double (SarapTestDatabase *test)
{
  static const char *const attempts[] = {
    "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key, "
    "loose_key)"
    " VALUES ('850101300203', 'Х', 'И', '1985-01-01', 'm', 'k', 'k', 'k')",
    "UPDATE officer SET iin = '850101300203' WHERE id = 1",
    "WITH w (n) AS (SELECT sarap_write_rows ('officer', '[[\"850101300203\",\"Х\",\"И\",null,"
    "\"1985-01-01\",\"m\",null,null,null,\"k\",\"k\",\"k\"]]')) SELECT n FROM w",
  };
  g_autoptr (SarapDatabase) db = NULL;

  sarap_people_make (test);
  db = sarap_test_sign_in (test, "hr_two");
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", attempts[i]);
      g_assert_false (sarap_database_run (db, attempts[i], &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (sarap_store_error_constraint (error), ==, SARAP_CONSTRAINT_UNIQUE);
      g_test_message ("%s", error->message);
      /* nor the sentence of the server, which says what the index has */
      g_assert_null (strstr (error->message, "DETAIL"));
      g_assert_null (strstr (error->message, "Ф"));
    }
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) FROM officer WHERE surname = 'Ф'"), ==,
      SARAP_N_OFFICERS);
  g_clear_pointer (&db, sarap_database_close);
  sarap_people_remove (test);
}

typedef struct
{
  SarapDatabase *db;
  GError *error;
} Entering;

static gpointer
enter_in_thread (gpointer data)
{
  Entering *entering = data;
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT sarap_write_rows ('officer', '[[\"850101300709\",\"Чужой\",\"И\",null,\"1985-01-01\","
      "\"m\",null,null,null,\"k\",\"k\",\"k\"]]')");
  g_autoptr (SarapRows) rows = sarap_database_select (entering->db, query, "i", &entering->error);

  return rows ? GINT_TO_POINTER (1) : NULL;
}

/* Two bodies enter the same officer at the same moment: the second to save is told so, and does not
   write over the first one's file. @bulk: the second is an import. */
static void
check_at_once (SarapTestDatabase *test, gboolean bulk)
{
  g_autoptr (SarapDatabase) two = sarap_test_sign_in (test, "hr_two");
  g_autoptr (SarapDatabase) three = sarap_test_sign_in (test, "hr_three");
  g_autoptr (SarapDatabase) server =
      sarap_database_open (g_getenv ("SARAP_TEST_POSTGRESQL"), NULL, NULL);
  g_autofree char *waits = sarap_test_text (
      test->db, "SELECT format ('SELECT count (*) FROM pg_stat_activity WHERE datname = %L AND"
                " wait_event_type = ''Lock''', current_database ())");
  g_autofree char *surname = NULL;
  Entering entering = { two, NULL };
  GThread *thread;

  g_assert_true (sarap_database_run (three, "BEGIN", NULL));
  sarap_test_run (three, SARAP_NEW_OFFICER ("", ""));
  g_assert_true (sarap_database_run (two, "BEGIN", NULL));
  if (bulk)
    sarap_test_integer (two, "SELECT sarap_bulk_begin ('import')");
  thread = g_thread_new ("enter", enter_in_thread, &entering);
  while (sarap_test_integer (server, waits) == 0)
    g_thread_yield ();
  g_assert_true (sarap_database_run (three, "COMMIT", NULL));
  g_assert_null (g_thread_join (thread));
  g_assert_error (entering.error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&entering.error);
  g_assert_true (sarap_database_run (two, "ROLLBACK", NULL));
  surname = sarap_test_text (test->db, "SELECT surname FROM officer WHERE iin = '850101300709'");
  g_assert_cmpstr (surname, ==, "Ф");
  sarap_test_run (test->db, "DELETE FROM officer WHERE iin = '850101300709'");
}

static void
test_at_once (SarapTestDatabase *test)
{
  sarap_people_make (test);
  check_at_once (test, FALSE);
  check_at_once (test, TRUE);
  sarap_people_remove (test);
}

static void
test_wrong_password (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL, missing = NULL;
  g_autofree char *name =
      g_strdup_printf ("postgresql://postgres@%s", strrchr (test->name, '@') + 1);

  g_assert_null (sarap_database_open (name, "wrong", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS);
  g_assert_null (strstr (error->message, "wrong\""));
  g_assert_null (sarap_database_open (name, NULL, &missing));
  g_assert_error (missing, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "door", test_door);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "two-databases", test_two_databases);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "entered", test_entered);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "promotion", test_promotion);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "leaks", test_leaks);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "double", test_double);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "at-once", test_at_once);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "wrong-password", test_wrong_password);
  return g_test_run ();
}

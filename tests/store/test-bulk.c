/* Long changes: what they add stands in lines of many, and on a server others go on meanwhile */
#include "sarap-lines.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/sarap-database-copy.h"
#include "store/sarap-database-private.h"

#define BODIES                                                                                     \
  "INSERT INTO body (code, kind, name_kk, name_ru)"                                                \
  " WITH RECURSIVE n (n) AS (SELECT %u UNION ALL SELECT n + 1 FROM n WHERE n < %u)"                \
  " SELECT 'c' || n, 'territorial', 'к' || n, 'р' FROM n"

/* Statements, and what is said in the end: %NULL for nothing, "" not to end it at all */
typedef struct
{
  const char *const *statements;
  const char *said;
} Work;

static gboolean
do_work (SarapDatabase *db, gpointer data, GError **error)
{
  const Work *work = data;

  for (guint i = 0; work->statements[i] != NULL; i++)
    {
      g_autoptr (SarapQuery) query = sarap_query_new (work->statements[i]);

      if (sarap_database_execute (db, query, error) < 0)
        return FALSE;
    }
  return g_strcmp0 (work->said, "") == 0 ||
         sarap_database_end_bulk (db, "import", work->said, error);
}

static gboolean
write_bulk (SarapDatabase *db, const char *const *statements, const char *said, GError **error)
{
  Work work = { statements, said };

  return sarap_database_transact_bulk (db, "import", do_work, &work, error);
}

static void
assert_written (SarapDatabase *db, const char *const *statements, const char *said)
{
  g_autoptr (GError) error = NULL;

  write_bulk (db, statements, said, &error);
  g_assert_no_error (error);
}

/* A thousand a line, and what the program says of it last */
static void
test_many (SarapTestDatabase *test)
{
  g_autofree char *sql = g_strdup_printf (BODIES, 1, 2500);
  const char *const statements[] = { sql, NULL };

  assert_written (test->db, statements, "{\"bodies.csv\":{\"rows\":2500}}");
  sarap_assert_lines (test->db, 0,
                      "import body - - {'ids':'1-1000','#':'D…'}\n"
                      "import body - - {'ids':'1001-2000','#':'D…'}\n"
                      "import body - - {'ids':'2001-2500','#':'D…'}\n"
                      "import import - - {'bodies.csv':{'rows':2500}}");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (length (detail)) FROM audit"), ==,
                   1000 * 20 + strlen ("{\"ids\":\"1001-2000\",\"#\":\"\"}"));
  sarap_test_assert_sound (test->db);
}

static const char *const mixed[] = {
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (1, 'a', 'territorial', 'к', 'р'),"
  " (2, 'b', 'territorial', 'к', 'р'), (5, 'c', 'central', 'к', 'р')",
  "UPDATE body SET name_kk = 'ә', version = version + 1 WHERE id = 2",
  "DELETE FROM body WHERE id = 5",
  "INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru) VALUES"
  " (7, 1, '1', 'post', 'к', 'р')",
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (6, 'd', 'territorial', 'к', 'р'),"
  " (8, 'e', 'territorial', 'к', 'р')",
  "UPDATE body SET name_kk = 'б', version = version + 1 WHERE id = 8",
  NULL,
};

/* Changes and removals have lines of their own, also of what was added by the same long change; all
   in the order in which it happened */
static void
test_mixed (SarapTestDatabase *test)
{
  assert_written (test->db, mixed, "{\"rows\":6}");
  sarap_assert_lines (test->db, 0,
                      "import body - - {'ids':'1-2,5','#':'DDD'}\n"
                      "change body 2 - {'name_kk':['к','ә'],'#':['D','D']}\n"
                      "remove body 5 - {'code':['c',null],'kind':['central',null],"
                      "'name_kk':['к',null],'name_ru':['р',null],'#':['D',null]}\n"
                      "import unit - - {'ids':'7','#':'D'}\n"
                      "import body - - {'ids':'6,8','#':'DD'}\n"
                      "change body 8 - {'name_kk':['к','б'],'#':['D','D']}\n"
                      "import import - - {'rows':6}");
  sarap_test_assert_sound (test->db);
}

/* The same of a file and of a server, digests and all */
static void
test_alike (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "alike.sqlite", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *many = g_strdup_printf (BODIES, 10, 1500);
  const char *const more[] = { many, NULL };
  g_autofree char *on_server = NULL, *in_file = NULL;
  g_autoptr (SarapDatabase) file = sarap_database_open (name, NULL, NULL);
  SarapDatabase *both[] = { test->db, file };

  g_assert_true (sarap_database_migrate (file, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      assert_written (both[i], mixed, "{\"rows\":6}");
      if (i == 0)
        sarap_test_integer (both[i], "SELECT setval ('body_id_seq', 8)");
      assert_written (both[i], more, "{\"rows\":1491}");
    }
  on_server = sarap_lines_after (test->db, 0);
  in_file = sarap_lines_after (file, 0);
  g_assert_cmpstr (on_server, ==, in_file);
  g_assert_true (sarap_database_fold (file, NULL));
  g_clear_pointer (&file, sarap_database_close);
  g_unlink (path);
  g_rmdir (folder);
}

/* What is given up, or not ended, is not saved; and the next change is one by itself again */
static void
test_not_ended (SarapTestDatabase *test)
{
  const char *const wrong[] = { mixed[0],
                                "INSERT INTO body (code, kind, name_kk, name_ru)"
                                " VALUES ('a', 'territorial', 'к', 'р')",
                                NULL };
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_false (write_bulk (test->db, mixed, "", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM body"), ==, 0);
  g_assert_false (write_bulk (test->db, wrong, "{}", &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM body"), ==, 0);
  g_assert_cmpint (sarap_last_line (test->db), ==, 0);
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru)"
                            " VALUES ('a', 'territorial', 'к', 'р')");
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) FROM audit WHERE action = 'add'"), ==, 1);
  sarap_test_assert_sound (test->db);
}

/* One that changes nothing leaves no line */
static void
test_nothing (SarapTestDatabase *test)
{
  const char *const none[] = { "UPDATE body SET name_kk = 'ә', version = version + 1", NULL };

  assert_written (test->db, none, NULL);
  g_assert_cmpint (sarap_last_line (test->db), ==, 0);
}

/* On a server ------------------------------------------------------------------------------------
 */

#define INSERT_BODY                                                                                \
  "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('%s', 'territorial', 'к', 'р')"

static void
run (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sarap_database_run (db, sql, &error);
  g_assert_no_error (error);
}

static void
refuse (SarapDatabase *db, const char *sql, SarapStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_database_run (db, sql, &error));
  g_assert_error (error, SARAP_STORE_ERROR, (int) code);
}

static void
insert_body (SarapDatabase *db, const char *code)
{
  g_autofree char *sql = g_strdup_printf (INSERT_BODY, code);

  run (db, sql);
}

static SarapDatabase *
sign_in (SarapTestDatabase *test, const char *person)
{
  sarap_test_add_person (test, person, "admin", NULL, NULL);
  return sarap_test_sign_in (test, person);
}

static gboolean
count_up (SarapDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("UPDATE body SET name_ru = 'Р' WHERE code = 'b'");

  return sarap_database_execute (db, query, error) == 1;
}

/* While one imports, others save what it does not hold; what it holds is refused, not waited for;
   and a second import says who is at it */
static void
test_meanwhile (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");
  g_autoptr (SarapDatabase) clerk = sign_in (test, "clerk");
  g_autofree char *login = sarap_test_login ("importer");
  g_autoptr (GError) error = NULL, busy = NULL;
  gint64 before;

  insert_body (test->db, "a");
  insert_body (test->db, "b");
  before = sarap_last_line (test->db);
  run (importer, "BEGIN");
  sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
  run (importer, "UPDATE body SET name_kk = 'ә' WHERE code = 'a'");
  insert_body (importer, "c");

  g_assert_true (sarap_database_transact (clerk, count_up, NULL, &error));
  g_assert_no_error (error);
  refuse (clerk, "UPDATE body SET name_kk = 'б' WHERE code = 'a'", SARAP_STORE_ERROR_BUSY);
  refuse (clerk, "DELETE FROM body WHERE code = 'a'", SARAP_STORE_ERROR_BUSY);
  sarap_test_run (clerk, "SET lock_timeout = '50ms'");
  g_assert_false (write_bulk (clerk, mixed, NULL, &busy));
  g_assert_error (busy, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (busy->message, login));

  sarap_test_integer (importer, "SELECT sarap_bulk_end ('{\"rows\":2}')");
  run (importer, "COMMIT");
  sarap_assert_lines (test->db, before,
                      "change body 2 - {'name_ru':['р','Р'],'#':['D','D']}\n"
                      "change body 1 - {'name_kk':['к','ә'],'#':['D','D']}\n"
                      "add body 3 - {'code':[null,'c'],'kind':[null,'territorial'],"
                      "'name_kk':[null,'к'],'name_ru':[null,'р'],'#':[null,'D']}\n"
                      "import import - - {'rows':2}");
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&importer, sarap_database_close);
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "importer");
  sarap_test_remove_person (test, "clerk");
}

#define OFFICER                                                                                    \
  "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key,"          \
  " loose_key) VALUES ('850101300104', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k')"
#define SERVICE(start)                                                                             \
  "INSERT INTO service (officer_id, employer_kind, body_id, position_kk, position_ru, category,"   \
  " level, start) VALUES (1, 'customs', 1, 'к', 'р', 'official', 1, '" start "')"
#define NAMED(name)                                                                                \
  "SELECT sarap_write_rows ('body', '[[\"a\",\"territorial\",\"к\",\"" name "\"]]')"

/* Who gives a body another name stops nobody who writes of its people, however long it takes; nor
   the other way round. A new code may be waited for. */
static void
test_body_named (SarapTestDatabase *test)
{
  static const char *const ways[] = { NAMED ("Р"), "UPDATE body SET name_ru = 'Р' WHERE id = 1" };
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");
  g_autoptr (SarapDatabase) clerk = NULL;

  insert_body (test->db, "a");
  run (test->db, OFFICER);
  run (test->db, SERVICE ("2010-01-01"));
  sarap_test_add_person (test, "clerk", "hr", "1", NULL);
  clerk = sarap_test_sign_in (test, "clerk");
  run (clerk, "SET lock_timeout = '1s'");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      run (importer, "BEGIN");
      sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
      run (importer, ways[i]);
      run (clerk, SERVICE ("2011-01-01"));
      run (clerk, "DELETE FROM service WHERE start = '2011-01-01'");
      run (importer, "ROLLBACK");
    }
  run (importer, "BEGIN");
  sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
  run (importer, SERVICE ("2012-01-01"));
  run (test->db, "UPDATE body SET name_ru = 'Р' WHERE id = 1");
  sarap_test_integer (importer, "SELECT sarap_bulk_end ('{}')");
  run (importer, "COMMIT");
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&importer, sarap_database_close);
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "importer");
  sarap_test_remove_person (test, "clerk");
}

/* Who has the turn waits for a row of a long writer no longer than for a moment, who waits for the
   turn; and keeps the patience that they had */
static void
test_many_meanwhile (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");
  g_autoptr (SarapDatabase) clerk = sign_in (test, "clerk");
  gint64 began;

  insert_body (test->db, "a");
  run (importer, "BEGIN");
  sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
  run (importer, NAMED ("Р"));
  run (clerk, "SET lock_timeout = '20s'");
  run (clerk, "BEGIN");
  began = g_get_monotonic_time ();
  refuse (clerk, NAMED ("С"), SARAP_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 15 * G_USEC_PER_SEC);
  run (clerk, "ROLLBACK");
  run (clerk, "BEGIN");
  run (clerk, "SELECT sarap_write_rows ('body', '[[\"b\",\"territorial\",\"к\",\"р\"]]')");
  g_assert_cmpint (sarap_test_integer (clerk, "SELECT setting::bigint FROM pg_settings WHERE name ="
                                              " 'lock_timeout'"),
                   ==, 20000);
  run (clerk, "COMMIT");
  sarap_test_integer (importer, "SELECT sarap_bulk_end ('{}')");
  run (importer, "COMMIT");
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&importer, sarap_database_close);
  g_clear_pointer (&clerk, sarap_database_close);
  sarap_test_remove_person (test, "importer");
  sarap_test_remove_person (test, "clerk");
}

static gpointer
end_in_thread (gpointer importer)
{
  sarap_test_integer (importer, "SELECT sarap_bulk_end ('{\"rows\":1}')");
  run (importer, "COMMIT");
  return NULL;
}

/* For its last moment it waits till the turn is free */
static void
test_waits_for_turn (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");
  /* the server tells a superuser alone what another session is at */
  g_autoptr (SarapDatabase) server =
      sarap_database_open (g_getenv ("SARAP_TEST_POSTGRESQL"), NULL, NULL);
  g_autofree char *sleeping = sarap_test_text (
      test->db, "SELECT format ('SELECT count (*) FROM pg_stat_activity WHERE datname = %L AND"
                " wait_event = ''PgSleep''', current_database ())");
  g_autoptr (GError) error = NULL;
  GThread *thread;
  gint64 before = sarap_last_line (test->db);

  run (importer, "BEGIN");
  sarap_test_integer (importer, "SELECT sarap_bulk_begin ('demo')");
  insert_body (importer, "a");
  {
    g_auto (SarapTransaction) turn = { 0 };

    g_assert_true (sarap_transaction_begin (&turn, test->db, &error));
    thread = g_thread_new ("end", end_in_thread, importer);
    while (sarap_test_integer (server, sleeping) == 0)
      g_thread_yield ();
    insert_body (test->db, "b");
    g_assert_true (sarap_transaction_commit (&turn, &error));
  }
  g_thread_join (thread);
  sarap_assert_lines (test->db, before,
                      "add body 2 - {'code':[null,'b'],'kind':[null,'territorial'],"
                      "'name_kk':[null,'к'],'name_ru':[null,'р'],'#':[null,'D']}\n"
                      "add body 1 - {'code':[null,'a'],'kind':[null,'territorial'],"
                      "'name_kk':[null,'к'],'name_ru':[null,'р'],'#':[null,'D']}\n"
                      "demo demo - - {'rows':1}");
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&importer, sarap_database_close);
  sarap_test_remove_person (test, "importer");
}

/* What may be said of a long change */
static void
test_said (SarapTestDatabase *test)
{
  static const struct
  {
    const char *said;
    gboolean accepted;
  } sayings[] = {
    { "{}", TRUE },
    { "{\"rows\":12}", TRUE },
    { "{\"day\":\"2026-11-22\",\"seed\":7}", TRUE },
    { "{\"officers.csv\":{\"rows\":1,\"new\":0,\"sha256\":"
      "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"},\"units.csv\":{}}",
      TRUE },
    { "", FALSE },
    { "nothing", FALSE },
    { "{\"rows\":12", FALSE },
    { "{\"rows\":12,}", FALSE },
    { "{\"rows\":1\"new\":2}", FALSE },
    { "{\"a\":{\"rows\":1,}}", FALSE },
    { "{\"rows\":-1}", FALSE },
    { "{\"rows\":null}", FALSE },
    { "{\"surname\":[\"Ә\",\"Б\"]}", FALSE },
    { "{\"#\":\"x\"}", FALSE },
    { "{\"rows\":12}\n", FALSE },
    { "{\"rows\":12} ", FALSE },
    { "{\"note\":\"text\"}", FALSE },
  };
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (SarapQuery) query = sarap_query_new ("SELECT sarap_bulk_end (:said)");
      g_autoptr (SarapRows) rows = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", sayings[i].said);
      run (importer, "BEGIN");
      sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
      insert_body (importer, "a");
      sarap_query_text (query, "said", sayings[i].said);
      rows = sarap_database_select (importer, query, "i", &error);
      g_assert_cmpint (rows != NULL, ==, sayings[i].accepted);
      if (!rows)
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      else
        g_assert_cmpint (sarap_test_integer (importer, "SELECT CAST (detail::jsonb IS NOT NULL AS"
                                                       " integer) FROM audit WHERE action ="
                                                       " 'import' AND record = 'import'"),
                         ==, 1);
      run (importer, "ROLLBACK");
    }
  {
    g_autoptr (SarapQuery) query = sarap_query_new ("SELECT sarap_bulk_end (:said)");
    g_autoptr (GString) said = g_string_new ("{");

    for (guint i = 0; i < 400; i++)
      g_string_append (said, i > 0 ? ",\"rows\":1234" : "\"rows\":1234");
    g_string_append_c (said, '}');
    run (importer, "BEGIN");
    sarap_test_integer (importer, "SELECT sarap_bulk_begin ('import')");
    sarap_query_text (query, "said", said->str);
    g_assert_null (sarap_database_select (importer, query, "i", NULL));
    run (importer, "ROLLBACK");
  }
  g_clear_pointer (&importer, sarap_database_close);
  sarap_test_remove_person (test, "importer");
}

#define BEGIN_BULK "SELECT sarap_bulk_begin ('import')"
#define END_BULK "SELECT sarap_bulk_end ('{}')"
#define ADD(code)                                                                                  \
  "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('" code "', 'territorial', 'к', 'р')"
#define ROWS(codes)                                                                                \
  "SELECT sarap_write_rows ('body', (SELECT jsonb_agg (jsonb_build_array (code, 'territorial',"    \
  " 'к', 'р')) FROM unnest ('{" codes "}'::text[]) AS code))"
#define NOT_ENDED SARAP_STORE_ERROR_CONSTRAINT

/* What somebody may do who knows how it is made: what is saved has its lines */
static const struct
{
  const char *steps[8];
  int refusal;       /* of the last step or of COMMIT; -1 for none */
  const char *lines; /* what kinds of lines it leaves, and of how many records */
} tricks[] = {
  { { BEGIN_BULK, ADD ("a") }, NOT_ENDED, NULL },
  { { BEGIN_BULK }, NOT_ENDED, NULL },
  { { END_BULK }, SARAP_STORE_ERROR_CONSTRAINT, NULL },
  { { BEGIN_BULK, BEGIN_BULK }, SARAP_STORE_ERROR_CONSTRAINT, NULL },
  { { BEGIN_BULK, ADD ("a"), END_BULK, END_BULK }, SARAP_STORE_ERROR_CONSTRAINT, NULL },
  { { "SELECT sarap_bulk_begin ('change')" }, SARAP_STORE_ERROR_CONSTRAINT, NULL },
  { { "SELECT sarap_bulk_begin ('add')" }, SARAP_STORE_ERROR_CONSTRAINT, NULL },
  { { BEGIN_BULK, END_BULK }, -1, "" },
  /* only what is added by many is gathered: what comes by a view has its own line */
  { { BEGIN_BULK, ADD ("a"), END_BULK }, -1, "add body, import import" },
  { { BEGIN_BULK, ROWS ("a,b"), ADD ("c"), ROWS ("d"), END_BULK },
    -1,
    "import body, add body, import body, import import" },
  { { BEGIN_BULK, ROWS ("a,b"), "UPDATE body SET name_ru = 'Р'", "DELETE FROM body", END_BULK },
    -1,
    "import body, change body, change body, remove body, remove body, import import" },
  { { ROWS ("a,b") }, -1, "add body, add body" },
  { { BEGIN_BULK, ADD ("a"), END_BULK, ADD ("b") }, -1, "add body, import import, add body" },
  { { ADD ("a"), BEGIN_BULK, ROWS ("b"), END_BULK }, -1, "add body, import body, import import" },
  { { BEGIN_BULK, ROWS ("a"), "SAVEPOINT s", ROWS ("b"), "ROLLBACK TO s", END_BULK },
    -1,
    "import body, import import" },
  { { BEGIN_BULK, "SAVEPOINT s", ADD ("b"), "ROLLBACK TO s", END_BULK }, -1, "" },
  { { BEGIN_BULK, ADD ("a"), "SAVEPOINT s", END_BULK, "ROLLBACK TO s" }, NOT_ENDED, NULL },
  { { "SAVEPOINT s", BEGIN_BULK, ADD ("a"), "ROLLBACK TO s", ADD ("b") }, -1, "add body" },
  { { "SAVEPOINT s", BEGIN_BULK, ADD ("a"), "ROLLBACK TO s", BEGIN_BULK, ADD ("b"), END_BULK },
    -1,
    "add body, import import" },
  { { "SET CONSTRAINTS ALL IMMEDIATE", BEGIN_BULK }, NOT_ENDED, NULL },
  { { BEGIN_BULK, ADD ("a"), "SET CONSTRAINTS ALL IMMEDIATE" }, NOT_ENDED, NULL },
  { { BEGIN_BULK, ADD ("a"), END_BULK, "SET CONSTRAINTS ALL IMMEDIATE", ADD ("b") },
    -1,
    "add body, import import, add body" },
  { { BEGIN_BULK, ADD ("a"), END_BULK, "SET CONSTRAINTS ALL IMMEDIATE",
      "SET CONSTRAINTS ALL DEFERRED", BEGIN_BULK, ADD ("b") },
    NOT_ENDED,
    NULL },
  { { BEGIN_BULK, ADD ("a"), "SAVEPOINT s", END_BULK, "SET CONSTRAINTS ALL IMMEDIATE",
      "ROLLBACK TO s" },
    NOT_ENDED,
    NULL },
  { { BEGIN_BULK, ADD ("a"), "DO $$ BEGIN DELETE FROM sarap.bulk_write; END $$" },
    SARAP_STORE_ERROR_DENIED,
    NULL },
  { { BEGIN_BULK, ADD ("a"), "DO $$ BEGIN UPDATE sarap.bulk_write SET ended = true; END $$" },
    SARAP_STORE_ERROR_DENIED,
    NULL },
};

static void
check_trick (SarapTestDatabase *test, SarapDatabase *importer, guint i)
{
  gint64 before = sarap_last_line (test->db);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL, *lines = NULL;

  run (importer, "BEGIN");
  for (guint step = 0; !error && step < 8 && tricks[i].steps[step]; step++)
    {
      g_test_message ("%u: %s", i, tricks[i].steps[step]);
      sarap_database_run (importer, tricks[i].steps[step], &error);
      g_assert_true (!error || step == 7 || !tricks[i].steps[step + 1]);
    }
  if (!error)
    sarap_database_run (importer, "COMMIT", &error);
  if (tricks[i].refusal < 0)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, SARAP_STORE_ERROR, tricks[i].refusal);
      sarap_database_run (importer, "ROLLBACK", NULL);
    }
  sql = g_strdup_printf ("SELECT coalesce (string_agg (action || ' ' || record, ', ' ORDER BY seq),"
                         " '') FROM audit WHERE seq > %d",
                         (int) before);
  lines = sarap_test_text (test->db, sql);
  g_assert_cmpstr (lines, ==, tricks[i].lines ? tricks[i].lines : "");
  sarap_test_assert_sound (test->db);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT (SELECT count (*) FROM bulk_write)"
                                                 " + (SELECT count (*) FROM pending_line)"),
                   ==, 0);
  sarap_test_run (test->db, "DELETE FROM body");
}

static void
test_tricks (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) importer = sign_in (test, "importer");

  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    check_trick (test, importer, i);
  g_clear_pointer (&importer, sarap_database_close);
  sarap_test_remove_person (test, "importer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("many", test_many);
  sarap_test_add ("mixed", test_mixed);
  sarap_test_add ("not-ended", test_not_ended);
  sarap_test_add ("nothing", test_nothing);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "alike", test_alike);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "meanwhile", test_meanwhile);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "body-named", test_body_named);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "many-meanwhile", test_many_meanwhile);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "waits-for-turn", test_waits_for_turn);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "said", test_said);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "tricks", test_tricks);
  return g_test_run ();
}

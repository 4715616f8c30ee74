/* Who may read and write what on the server: every role on every table, by its own login */
#include "sarap-test-database.h"

#include "store/sarap-audit.h"
#include "store/sarap-database-private.h"

/* Officer 1 serves in unit 11 of body 2, officer 2 in body 3, officer 3 nowhere yet; 4 is 1's
   supervisor; 5 serves there too and goes to body 3 some day */
static const char *const records[] = {
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (1, '00', 'central', 'к', 'р'),"
  " (2, '02', 'territorial', 'к', 'р'), (3, '03', 'territorial', 'к', 'р')",
  "INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru) VALUES"
  " (11, 2, '1', 'post', 'к', 'р'), (12, 3, '1', 'post', 'к', 'р')",
  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, search_key,"
  " loose_key) SELECT n, iin, 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k' FROM (VALUES"
  " (1, '850101300104'), (2, '850101300203'), (3, '850101300302'), (4, '850101300401'),"
  " (5, '850101300500')) AS given (n, iin)",
  "INSERT INTO service (id, officer_id, employer_kind, body_id, unit_id, position_kk, position_ru,"
  " category, level, start) SELECT n, officer, 'customs', body, unit, 'к', 'р', 'official', 1,"
  " current_date + since FROM (VALUES (1, 1, 2, 11, -100), (2, 2, 3, 12, -100), (4, 4, 2, 11, "
  "-100),"
  " (5, 5, 2, 11, -100), (6, 5, 3, NULL, 100)) AS given (n, officer, body, unit, since)",
  "INSERT INTO service (id, officer_id, employer_kind, employer, start, \"end\")"
  " VALUES (3, 3, 'other', 'р', '2020-01-01', '2020-02-01')",
  "INSERT INTO deferral (id, officer_id, kind, start) SELECT n, n, 'absence', '2024-01-01'"
  " FROM generate_series (1, 5) AS n",
  "INSERT INTO attestation (id, officer_id, kind, date, decision) SELECT n, n, 'regular',"
  " '2024-01-01', 'corresponds' FROM generate_series (1, 5) AS n",
  "INSERT INTO education (id, officer_id, kind, institution) SELECT n, n, 'education', 'у'"
  " FROM generate_series (1, 5) AS n",
  "INSERT INTO commission (id, body_id, number, order_no, order_date)"
  " VALUES (1, 2, 1, '1', '2024-01-01'), (2, 3, 1, '1', '2024-01-01')",
  "INSERT INTO commission_member (id, commission_id, officer_id, role)"
  " VALUES (1, 1, 4, 'member'), (2, 2, 4, 'member')",
  "INSERT INTO audit (action, record, record_id, officer_id, detail) SELECT 'add', 'officer', n, n,"
  " '{}' FROM generate_series (1, 5) AS n",
};

/* What each may do with the files of officers 1 to 5; with bodies and units, and with commissions;
   and with other people's accounts: r read, w write too (of accounts: remove), - neither */
static const struct
{
  const char *person, *role, *body, *officer;
  const char *files, *common, *accounts;
  gboolean appends;
} people[] = {
  { "hr_two", "hr", "2", NULL, "w-www", "rr", "-", TRUE },
  { "hr_three", "hr", "3", NULL, "-ww-w", "rr", "-", TRUE },
  { "hr_agency", "hr", "1", NULL, "wwwww", "wr", "-", TRUE },
  { "hr_nowhere", "hr", NULL, NULL, "-----", "rr", "-", TRUE },
  { "supervisor", "supervisor", "2", "4", "r--rr", "rr", "-", FALSE },
  { "officer", "officer", "2", "1", "r----", "rr", "-", FALSE },
  { "officer_five", "officer", NULL, "5", "----r", "rr", "-", FALSE },
  { "member", "member", "2", "1", "-----", "rr", "-", FALSE },
  { "secretary", "secretary", "2", "1", "-----", "rr", "-", FALSE },
  { "head_two", "head", "2", NULL, "r--rr", "rr", "-", FALSE },
  { "head_agency", "head", "1", NULL, "rrrrr", "rr", "-", FALSE },
  { "auditor", "auditor", NULL, NULL, "rrrrr", "rr", "r", FALSE },
  { "admin", "admin", NULL, NULL, "wwwww", "ww", "w", TRUE },
  { "user", "user", "2", "1", "-----", "rr", "-", FALSE },
  /* of another database of this server */
  { "hr_elsewhere", "hr", "-", NULL, "-----", "--", "-", FALSE },
  { "admin_elsewhere", "admin", "-", NULL, "-----", "--", "-", FALSE },
  { "auditor_elsewhere", "auditor", "-", NULL, "-----", "--", "-", FALSE },
};

static const char *const kept_by_server[] = { "seq", "moment", "actor", "digest", "chain" };
static const char *const files[] = { "officer", "service", "deferral", "attestation", "education" };
static const char *const common[] = { "body", "unit", "commission", "commission_member" };

static void run (SarapDatabase *db, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
run (SarapDatabase *db, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  sarap_test_run (db, sql);
}

static gboolean
reads (SarapDatabase *db, const char *table, const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", table, where);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", &error);

  if (rows)
    return sarap_rows_integer (rows, 0, 0) == 1;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return FALSE;
}

/* How many rows, -1 where it is not allowed; undone again. What only a reference holds back was
   allowed as far as rights go. Without the turn, which is not everybody's: the table must refuse.
 */
static gint64
attempt (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  gint64 count;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  count = sarap_database_execute (db, query, &error);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  if (count >= 0)
    return count;
  if (g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT))
    return 1;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return -1;
}

static gboolean
writes (SarapDatabase *db, const char *sql)
{
  return attempt (db, sql) > 0;
}

static gboolean
writes_like (SarapDatabase *db, const char *format, const char *table, guint id)
{
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%u", id);

  g_string_replace (sql, "%t", table, 0);
  g_string_replace (sql, "%i", number, 0);
  return writes (db, sql->str);
}

static const char *
insert_of (const char *table)
{
  static const char *const inserts[][2] = {
    { "service", "INSERT INTO service (officer_id, employer_kind, employer, start)"
                 " VALUES (%i, 'other', 'р', '2001-01-01')" },
    { "deferral", "INSERT INTO deferral (officer_id, kind, start)"
                  " VALUES (%i, 'childcare', '2001-01-01')" },
    { "attestation", "INSERT INTO attestation (officer_id, kind, date, decision)"
                     " VALUES (%i, 'regular', '2001-01-01', 'corresponds')" },
    { "education", "INSERT INTO education (officer_id, kind, institution)"
                   " VALUES (%i, 'degree', 'у')" },
    { "body", "INSERT INTO body (code, kind, name_kk, name_ru) VALUES"
              " ('9', 'territorial', 'к', 'р')" },
    { "unit", "INSERT INTO unit (body_id, code, kind, name_kk, name_ru) VALUES"
              " (2, '9', 'post', 'к', 'р')" },
    { "commission", "INSERT INTO commission (body_id, number, order_no, order_date) VALUES"
                    " (2, 9, '1', '2024-01-01')" },
    { "commission_member", "INSERT INTO commission_member (commission_id, officer_id, role)"
                           " VALUES (1, 1, 'secretary')" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inserts); i++)
    if (g_str_equal (inserts[i][0], table))
      return inserts[i][1];
  return NULL;
}

static void
check_row (SarapDatabase *db, const char *person, const char *table, guint id, char right)
{
  g_autofree char *where = g_strdup_printf ("id = %u", id);
  const char *insert = insert_of (table);
  gboolean may_write = right == 'w';

  g_test_message ("%s: %s %u should be %c", person, table, id, right);
  g_assert_cmpint (reads (db, table, where), ==, right != '-');
  g_assert_cmpint (writes_like (db, "UPDATE %t SET version = version + 1 WHERE id = %i", table, id),
                   ==, may_write);
  g_assert_cmpint (writes_like (db, "DELETE FROM %t WHERE id = %i", table, id), ==, may_write);
  if (insert)
    g_assert_cmpint (writes_like (db, insert, table, id), ==, may_write);
  /* the audit chain names records by it */
  g_assert_false (writes_like (db, "UPDATE %t SET id = 900 WHERE id = %i", table, id));
  g_assert_false (writes_like (db, "INSERT INTO %t (id) VALUES (900)", table, id));
}

static void
check_officers (SarapDatabase *db, const char *rights)
{
  g_assert_cmpint (writes (db, "INSERT INTO officer (iin, surname, given_name, birth_date, sex,"
                               " sort_key, search_key, loose_key) VALUES ('850101300603', 'Ф', 'И',"
                               " '1985-01-01', 'm', 'k', 'k', 'k')"),
                   ==, strchr (rights, 'w') != NULL);
  /* where somebody serves follows from their records alone */
  g_assert_false (writes (db, "UPDATE officer SET body_id = 2 WHERE id = 3"));
  g_assert_false (writes (db, "INSERT INTO officer (iin, surname, given_name, birth_date, sex,"
                              " sort_key, search_key, loose_key, body_id) VALUES ('850101300603',"
                              " 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k', 2)"));
  /* no record is handed to somebody whose file one may not write */
  for (guint id = 1; id <= 5; id++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE deferral SET officer_id = %u, start = '2001-01-01' WHERE officer_id = 3", id);

      g_assert_cmpint (writes (db, sql), ==, rights[2] == 'w' && rights[id - 1] == 'w');
    }
}

/* Makes an administrator of somebody, and undoes it */
static gboolean
adds_account (SarapDatabase *db, const char *login)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT sarap_account_add ('%s', NULL, 'admin', NULL, NULL)", login);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  rows = sarap_database_select (db, query, "i", &error);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  if (!rows)
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return rows != NULL;
}

static void
check_accounts (SarapDatabase *db, const char *person, gboolean known, char right)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *admin = sarap_test_login ("admin");
  g_autofree char *own = g_strdup_printf ("login = '%s'", login);
  g_autofree char *others = g_strdup_printf ("login = '%s'", admin);

  g_assert_cmpint (reads (db, "account", own), ==, known);
  if (!g_str_equal (person, "admin"))
    g_assert_cmpint (reads (db, "account", others), ==, right != '-');
  g_assert_cmpint (writes (db, "DELETE FROM account WHERE login <> ''"), ==, right == 'w');
  /* only by the function, which looks whose login it is */
  g_assert_false (writes (db, "UPDATE account SET body_id = 1"));
  g_assert_false (writes (db, "INSERT INTO account (login) VALUES ('x')"));
  g_assert_cmpint (adds_account (db, login), ==, right == 'w');
}

static void
check_audit (SarapDatabase *db, const char *person, const char *rights, gboolean appends)
{
  gboolean head_or_hr = strstr (person, "hr_") || strstr (person, "head");
  gboolean all = g_str_equal (person, "auditor") || g_str_equal (person, "admin");

  for (guint id = 1; id <= 5; id++)
    {
      g_autofree char *where = g_strdup_printf ("officer_id = %u", id);
      gboolean own = g_str_has_prefix (person, "officer");

      g_test_message ("%s: history of %u", person, id);
      g_assert_cmpint (reads (db, "audit", where), ==,
                       (head_or_hr || all || own) && rights[id - 1] != '-');
    }
  g_assert_cmpint (writes (db, "INSERT INTO audit (action, record, detail) VALUES ('a', 'b', 'c')"),
                   ==, appends);
  /* nobody changes a line, makes one up, or says who it was and when */
  g_assert_false (writes (db, "UPDATE audit SET detail = 'x' WHERE seq = 1"));
  g_assert_false (writes (db, "DELETE FROM audit WHERE seq = 1"));
  for (guint i = 0; i < G_N_ELEMENTS (kept_by_server); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO audit (%s, action, record, detail)"
                                              " VALUES ('9', 'a', 'b', 'c')",
                                              kept_by_server[i]);

      g_assert_false (writes (db, sql));
    }
  g_assert_cmpint (attempt (db, "TRUNCATE audit"), ==, -1);
  g_assert_false (writes (db, "UPDATE audit_head SET seq = 0"));
  g_assert_false (writes (db, "UPDATE audit_head SET copying = 1"));
  g_assert_false (writes (db, "UPDATE schema_version SET number = 0"));
  g_assert_false (writes (db, "INSERT INTO schema_version VALUES (9, 'x')"));
  g_assert_false (writes (db, "INSERT INTO write_turn VALUES (1)"));
  g_assert_cmpint (attempt (db, "LOCK TABLE write_turn IN EXCLUSIVE MODE"), ==,
                   strstr (person, "hr_") || strstr (person, "admin") ? 0 : -1);
}

static void
check_person (SarapTestDatabase *test, guint index)
{
  const char *person = people[index].person, *rights = people[index].files;
  g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, person);
  gboolean known = g_strcmp0 (people[index].body, "-") != 0;

  for (guint t = 0; t < G_N_ELEMENTS (files); t++)
    for (guint id = 1; id <= 5; id++)
      check_row (db, person, files[t], id, rights[id - 1]);
  for (guint t = 0; t < G_N_ELEMENTS (common); t++)
    check_row (db, person, common[t], g_str_equal (common[t], "unit") ? 11 : 1,
               people[index].common[t / 2]);
  check_officers (db, rights);
  check_accounts (db, person, known, people[index].accounts[0]);
  check_audit (db, person, rights, people[index].appends);
  g_assert_cmpint (attempt (db, "CREATE TABLE mine (id bigint)"), ==, -1);
  g_assert_cmpint (attempt (db, "CREATE ROLE mine"), ==, -1);
  g_assert_cmpint (attempt (db, "GRANT pg_execute_server_program TO CURRENT_USER"), ==, -1);
}

static void
make_person (SarapDatabase *db, guint index)
{
  g_autofree char *login = sarap_test_login (people[index].person);

  run (db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  run (db, "GRANT sarap_%s TO %s", people[index].role, login);
  if (g_strcmp0 (people[index].body, "-") != 0)
    run (db, "INSERT INTO account (login, body_id, officer_id) VALUES ('%s', %s, %s)", login,
         people[index].body ? people[index].body : "NULL",
         people[index].officer ? people[index].officer : "NULL");
}

static void
make_everything (SarapDatabase *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    sarap_test_run (db, records[i]);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    make_person (db, i);
}

static void
remove_people (SarapDatabase *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *login = sarap_test_login (people[i].person);

      run (db, "DROP ROLE %s", login);
    }
}

static void
test_rights (SarapTestDatabase *test)
{
  make_everything (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    check_person (test, i);
  remove_people (test->db);
}

/* A policy that was forgotten would let nobody in, or everybody: there is none without */
static void
test_every_table (SarapTestDatabase *test)
{
  static const char *const none[] = {
    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relrowsecurity",
    /* a view reads with its owner's eyes, unless told otherwise */
    "SELECT relname FROM pg_class WHERE relkind = 'v'"
    " AND NOT coalesce (reloptions, '{}') @> '{security_invoker=true}'",
    "SELECT relname FROM pg_class WHERE relkind = 'm'",
    "SELECT proname FROM pg_proc WHERE coalesce (proconfig, '{}') <> '{\"search_path=public,"
    " pg_temp\"}'",
    "SELECT proname FROM pg_proc WHERE has_function_privilege ('public', oid, 'EXECUTE')",
    "SELECT relname FROM pg_class WHERE relkind <> 'S' AND"
    " has_table_privilege ('public', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')",
    "SELECT relname FROM pg_class WHERE relkind <> 'S' AND"
    " (has_table_privilege ('sarap_admin', oid, 'TRUNCATE, REFERENCES, TRIGGER')"
    "  OR has_table_privilege ('sarap_hr', oid, 'TRUNCATE, REFERENCES, TRIGGER'))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT string_agg (found::text, ' ') FROM (%s AND %snamespace ="
                           " 'public'::regnamespace) AS t (found)",
                           none[i], strstr (none[i], "pg_proc") ? "pro" : "rel");
      g_autofree char *found = sarap_test_text (test->db, sql);

      g_assert_cmpstr (found, ==, NULL);
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT CAST (has_schema_privilege ('public',"
                                                 " 'public', 'CREATE, USAGE') AS integer)"),
                   ==, 0);
}

/* Who has a role here has it by the account, too, and is told so at the door */
static void
test_door (SarapTestDatabase *test)
{
  static const struct
  {
    const char *person;
    gboolean let_in;
  } comers[] = {
    { "hr_two", TRUE }, { "user", TRUE }, { "hr_elsewhere", FALSE }, { "admin_elsewhere", FALSE }
  };

  make_everything (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (comers); i++)
    {
      g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, comers[i].person);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sarap_database_check_version (db, &error), ==, comers[i].let_in);
      if (comers[i].let_in)
        g_assert_no_error (error);
      else
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
    }
  remove_people (test->db);
}

/* A login of another program on this server: not even let in. What a migration takes from PUBLIC
   the copy of a template has again, so into a copy it gets, and no further. */
static void
test_stranger (SarapTestDatabase *test)
{
  g_autofree char *database = sarap_test_text (test->db, "SELECT current_database () || '_fresh'");
  g_autofree char *name = sarap_test_database_make (database, "");
  SarapTestDatabase fresh = { test->engine, name, sarap_database_open (name, NULL, NULL) };
  g_autofree char *login = sarap_test_login ("stranger");
  g_autofree char *outside = g_strdup_printf ("postgresql://%s@%s", login, strrchr (name, '@') + 1);
  g_autoptr (SarapDatabase) copy = NULL;
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_true (sarap_database_migrate (fresh.db, NULL));
  run (fresh.db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  g_assert_null (sarap_database_open (outside, SARAP_TEST_PASSWORD, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  copy = sarap_test_sign_in (test, "stranger");
  g_assert_false (sarap_database_check_version (copy, &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  run (fresh.db, "DROP ROLE %s", login);
  sarap_database_close (fresh.db);
  sarap_test_database_remove (database);
}

/* The line says who the server knows it was, whatever the program says */
static void
test_actor (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *login = sarap_test_login ("hr_two");
  g_autofree char *actor = NULL;

  make_everything (test->db);
  {
    g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, "hr_two");
    gint64 seq;

    sarap_database_set_actor (db, "somebody else");
    seq = sarap_audit_append (db, "change", "officer", 1, 1, "{}", &error);
    g_assert_no_error (error);
    g_assert_cmpint (seq, ==, 6);
  }
  actor = sarap_test_text (test->db, "SELECT actor FROM audit WHERE seq = 6");
  g_assert_cmpstr (actor, ==, login);
  remove_people (test->db);
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
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "rights", test_rights);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "every-table", test_every_table);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "door", test_door);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "stranger", test_stranger);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "actor", test_actor);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "wrong-password", test_wrong_password);
  return g_test_run ();
}

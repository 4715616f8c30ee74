/* Who may read and write what on the server: every kind of person on every table, by their own
 * login */
#include "sarap-test-database.h"

#include <string.h>

#include "store/sarap-database-private.h"

#define N_OFFICERS 6

/* Officer 1 serves in unit 11 of body 2, officer 2 in body 3, officer 3 nowhere yet; 4 is 1's
   supervisor; 5 serves there too and goes to body 3 some day; officer 6 serves nowhere either, and
   was entered by hr_two */
static const char *const records[] = {
  "INSERT INTO body (id, code, kind, name_kk, name_ru) VALUES (1, '00', 'central', 'к', 'р'),"
  " (2, '02', 'territorial', 'к', 'р'), (3, '03', 'territorial', 'к', 'р')",
  "INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru) VALUES"
  " (11, 2, '1', 'post', 'к', 'р'), (12, 3, '1', 'post', 'к', 'р')",
  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, search_key,"
  " loose_key) SELECT n, iin, 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k' FROM (VALUES"
  " (1, '850101300104'), (2, '850101300203'), (3, '850101300302'), (4, '850101300401'),"
  " (5, '850101300500'), (6, '850101300603')) AS given (n, iin)",
  "INSERT INTO entered_by VALUES (6, 'hr_two', true, current_date, pg_current_xact_id ())",
  "INSERT INTO service (id, officer_id, employer_kind, body_id, unit_id, position_kk, position_ru,"
  " category, level, start) SELECT n, officer, 'customs', body, unit, 'к', 'р', 'official', 1,"
  " current_date + since FROM (VALUES (1, 1, 2, 11, -100), (2, 2, 3, 12, -100), (4, 4, 2, 11, "
  "-100),"
  " (5, 5, 2, 11, -100), (15, 5, 3, NULL, 100)) AS given (n, officer, body, unit, since)",
  "INSERT INTO service (id, officer_id, employer_kind, employer, start, \"end\")"
  " VALUES (3, 3, 'other', 'р', '2020-01-01', '2020-02-01'),"
  " (6, 6, 'other', 'р', '2020-01-01', '2020-02-01')",
  "INSERT INTO deferral (id, officer_id, kind, start) SELECT n, n, 'absence', '2024-01-01'"
  " FROM generate_series (1, 6) AS n",
  "INSERT INTO attestation (id, officer_id, kind, date, decision) SELECT n, n, 'regular',"
  " '2024-01-01', 'corresponds' FROM generate_series (1, 6) AS n",
  "INSERT INTO education (id, officer_id, kind, institution) SELECT n, n, 'education', 'у'"
  " FROM generate_series (1, 6) AS n",
  "INSERT INTO commission (id, body_id, number, order_no, order_date)"
  " VALUES (1, 2, 1, '1', '2024-01-01'), (2, 3, 1, '1', '2024-01-01')",
  "INSERT INTO commission_member (id, commission_id, officer_id, role)"
  " VALUES (1, 1, 4, 'member'), (2, 2, 4, 'member')",
  "ALTER TABLE officer ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE service ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE deferral ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE attestation ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE education ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE body ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE unit ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE commission ALTER COLUMN id RESTART WITH 20",
  "ALTER TABLE commission_member ALTER COLUMN id RESTART WITH 20",
};

/* What each may do with the files of officers 1 to 6; with bodies and units, and with commissions;
   and with other people's accounts: r read, w write too (of accounts: remove), - neither. "takes":
   that they may take the turn to write. */
static const struct
{
  const char *person, *roles, *body, *officer;
  const char *files, *common, *accounts;
  gboolean takes;
} people[] = {
  { "hr_two", "hr", "2", NULL, "w--www", "rr", "-", TRUE },
  { "hr_three", "hr", "3", NULL, "-w--w-", "rr", "-", TRUE },
  { "hr_agency", "hr", "1", NULL, "wwwwww", "wr", "-", TRUE },
  { "hr_nowhere", "hr", NULL, NULL, "------", "rr", "-", TRUE },
  { "supervisor", "supervisor", "2", "4", "r--rr-", "rr", "-", FALSE },
  { "officer", "officer", "2", "1", "r-----", "rr", "-", FALSE },
  { "officer_five", "officer", NULL, "5", "----r-", "rr", "-", FALSE },
  { "member", "member", "2", "1", "------", "rr", "-", FALSE },
  { "secretary", "secretary", "2", "1", "------", "rr", "-", TRUE },
  { "head_two", "head", "2", NULL, "r--rr-", "rr", "-", FALSE },
  { "head_agency", "head", "1", NULL, "rrrrrr", "rr", "-", FALSE },
  { "auditor", "auditor", NULL, NULL, "rrrrrr", "rr", "r", FALSE },
  { "admin", "admin", NULL, NULL, "wwwwww", "ww", "w", TRUE },
  { "user", "", "2", "1", "------", "rr", "-", FALSE },
  /* members of this database's roles without an account: NULL for what an account would say */
  { "hr_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
  { "admin_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
  { "auditor_elsewhere", NULL, NULL, NULL, "------", "--", "-", FALSE },
};

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
    return sarap_rows_integer (rows, 0, 0) > 0;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return FALSE;
}

/* How many rows, -1 where it is not allowed; undone again. What only a reference holds back was
   allowed as far as rights go. Without the turn, which is not everybody's: the view must refuse.
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

/* A call of a function that gives a number, undone again: whether it was allowed */
static gboolean
calls (SarapDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  rows = sarap_database_select (db, query, "i", &error);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  if (!rows)
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  return rows != NULL;
}

/* There is no way to do it, for nobody: no right, or no such thing */
static void
assert_impossible (SarapDatabase *db, const char *sql)
{
  /* no right; no such table; nothing that can be written to, locked or truncated */
  static const char *const ways[] = { "42501:", "42P01:", "55000:", "0A000:", "42809:" };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (sarap_database_run (db, sql, &error));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strstr (error->message, ways[i]))
      return;
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
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
}

/* Whether a record that was added as the id, body or version says has them; undone again */
static gboolean
takes_over (SarapDatabase *db, const char *insert, const char *table, const char *where)
{
  gboolean taken;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  sarap_test_run (db, insert);
  taken = reads (db, table, where);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  return taken;
}

#define NEW_OFFICER(columns, values)                                                               \
  "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key, search_key, "         \
  "loose_key" columns                                                                              \
  ") VALUES ('850101300709', 'Ф', 'И', '1985-01-01', 'm', 'k', 'k', 'k'" values ")"

static void
check_officers (SarapDatabase *db, const char *rights)
{
  gboolean enters = strchr (rights, 'w') != NULL;

  g_assert_cmpint (writes (db, NEW_OFFICER ("", "")), ==, enters);
  /* where somebody serves follows from their records alone, and the server gives ids and versions
   */
  for (guint id = 1; id <= N_OFFICERS; id++)
    g_assert_false (writes_like (db, "UPDATE %t SET body_id = 1 WHERE id = %i", "officer", id));
  if (enters)
    {
      g_assert_false (takes_over (db, NEW_OFFICER (", body_id", ", 2"), "officer",
                                  "iin = '850101300709' AND body_id IS NOT NULL"));
      g_assert_false (takes_over (db, NEW_OFFICER (", id", ", 900"), "officer", "id = 900"));
      g_assert_false (
          takes_over (db, NEW_OFFICER (", version", ", 900"), "officer", "version = 900"));
    }
  /* no record is handed to somebody whose file one may not write */
  for (guint from = 4; from <= 5; from++)
    for (guint id = 1; id <= N_OFFICERS; id++)
      {
        g_autofree char *sql = g_strdup_printf (
            "UPDATE deferral SET officer_id = %u, start = '2001-01-01' WHERE officer_id = %u", id,
            from);

        g_assert_cmpint (writes (db, sql), ==, rights[from - 1] == 'w' && rights[id - 1] == 'w');
      }
}

/* The same by many rows at once */
static void
check_many (SarapDatabase *db, const char *rights, char common_right)
{
  static const char *const iins[N_OFFICERS] = { "850101300104", "850101300203", "850101300302",
                                                "850101300401", "850101300500", "850101300603" };
  gboolean enters = strchr (rights, 'w') != NULL;

  for (guint id = 1; id <= N_OFFICERS; id++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT sarap_write_rows ('deferral', '[[\"%s\",\"childcare\","
                           "\"2001-01-01\",null,null]]')",
                           iins[id - 1]);

      g_assert_cmpint (calls (db, sql), ==, rights[id - 1] == 'w');
    }
  g_assert_cmpint (calls (db, "SELECT sarap_write_rows ('officer', '[[\"850101300709\",\"Ф\",\"И\","
                              "null,\"1985-01-01\",\"m\",\"k\",\"k\",\"k\"]]')"),
                   ==, enters);
  g_assert_cmpint (calls (db, "SELECT sarap_write_rows ('body', '[[\"9\",\"territorial\",\"к\","
                              "\"р\"]]')"),
                   ==, common_right == 'w');
  g_assert_cmpint (calls (db, "SELECT sarap_write_rows ('unit', '[[\"02\",\"9\",\"post\",\"к\","
                              "\"р\"]]')"),
                   ==, common_right == 'w');
}

/* Makes an administrator of somebody, and undoes it */
static gboolean
adds_account (SarapDatabase *db, const char *login)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT sarap_account_add ('%s', NULL, 'admin', NULL, NULL)", login);

  return calls (db, sql);
}

static void
check_accounts (SarapDatabase *db, const char *person, gboolean known, char right)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *admin = sarap_test_login ("admin");
  g_autofree char *user = sarap_test_login ("user");
  g_autofree char *own = g_strdup_printf ("login = '%s'", login);
  g_autofree char *others = g_strdup_printf ("login = '%s'", admin);

  g_assert_cmpint (reads (db, "account", own), ==, known);
  if (!g_str_equal (person, "admin"))
    g_assert_cmpint (reads (db, "account", others), ==, right != '-');
  g_assert_cmpint (writes (db, "DELETE FROM account WHERE login <> session_user"), ==,
                   right == 'w');
  /* only by the function, which looks whose login it is */
  g_assert_false (writes (db, "UPDATE account SET body_id = 1"));
  g_assert_false (writes (db, "INSERT INTO account (login) VALUES ('x')"));
  g_assert_cmpint (adds_account (db, user), ==, right == 'w');
}

static void
check_audit (SarapDatabase *db, const char *person, const char *rights)
{
  static const char *const impossible[] = {
    "UPDATE audit SET detail = 'x'",
    "DELETE FROM audit",
    "TRUNCATE audit",
    "INSERT INTO audit (action, record, detail) VALUES ('a', 'b', 'c')",
    "INSERT INTO audit (seq, moment, actor, action, record, detail, digest, chain)"
    " VALUES (9, 'a', 'b', 'c', 'd', 'e', 'f', 'g')",
    "UPDATE audit_head SET seq = 0",
    "UPDATE audit_head SET copying = 1",
    "DELETE FROM audit_head",
    "UPDATE schema_version SET number = 0",
    "UPDATE public.schema_version SET number = 0",
    "INSERT INTO public.schema_version VALUES (9, 'x')",
    "INSERT INTO write_turn VALUES (1)",
    "INSERT INTO bulk_write (xact, kind, gathers) VALUES ('1', 'import', true)",
    "INSERT INTO pending_line (action, record, detail) VALUES ('a', 'b', 'c')",
    "INSERT INTO entered_by VALUES (1, session_user, true, current_date, '1')",
    "INSERT INTO record_kind (record, reads, writes) VALUES ('audit', 'known', 'hr')",
  };
  gboolean head_or_hr = strstr (person, "hr_") || strstr (person, "head");
  gboolean own = g_str_has_prefix (person, "officer");
  gboolean all = strspn (rights, "rw") == N_OFFICERS;

  for (guint id = 1; id <= N_OFFICERS; id++)
    {
      g_autofree char *where = g_strdup_printf ("officer_id = %u", id);

      g_test_message ("%s: history of %u", person, id);
      g_assert_cmpint (reads (db, "audit", where), ==,
                       (head_or_hr || all || own) && rights[id - 1] != '-');
    }
  g_assert_cmpint (reads (db, "audit", "record = 'body'"), ==, all);
  /* nobody changes a line, makes one up, or says who it was and when */
  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    assert_impossible (db, impossible[i]);
}

/* Relations of some schemas, as their owner sees them */
static SarapRows *
list_relations (SarapDatabase *owner, const char *schemas, const char *kinds)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT quote_ident (nspname) || '.' || quote_ident (relname), relkind::text,"
      " relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
      " WHERE nspname IN (%s) AND relkind IN (%s) ORDER BY 1",
      schemas, kinds);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (GError) error = NULL;
  SarapRows *rows = sarap_database_select (owner, query, "ttt", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), >, 0);
  return rows;
}

static void
assert_closed (SarapDatabase *db, const char *format, const char *what)
{
  g_autoptr (GString) sql = g_string_new (format);
  g_autoptr (GError) error = NULL;

  g_string_replace (sql, "%s", what, 0);
  g_test_message ("%s", sql->str);
  g_assert_false (sarap_database_run (db, sql->str, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
}

/* No table, no function and no sequence by its own name: the schema is closed */
static void
check_inner (SarapDatabase *owner, SarapDatabase *db)
{
  static const char *const tables[] = {
    "SELECT 1 FROM %s",
    "DELETE FROM %s",
    "TRUNCATE %s",
    "DO $$ BEGIN LOCK TABLE %s IN ACCESS SHARE MODE; END $$",
    "CREATE VIEW pg_temp.mine AS SELECT * FROM %s",
    "CREATE TRIGGER mine AFTER INSERT ON %s EXECUTE FUNCTION x ()",
    "COPY %s TO '/tmp/x'",
  };
  static const char *const functions[] = {
    "may ('admin')",         "known ()",        "append_lines ()", "open_doors ()",
    "let_in (session_user)", "expose ('body')", "take_turn ()",    "further_officers (true)",
    "group_name ('view')",   "digest ('x')",
  };
  g_autoptr (SarapRows) relations = list_relations (owner, "'sarap'", "'r', 'v'");
  g_autoptr (SarapRows) sequences = list_relations (owner, "'sarap'", "'S'");

  for (guint row = 0; row < sarap_rows_count (relations); row++)
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
      assert_closed (db, tables[i], sarap_rows_text (relations, row, 0));
  for (guint row = 0; row < sarap_rows_count (sequences); row++)
    assert_closed (db, "DO $$ BEGIN PERFORM nextval ('%s'); END $$",
                   sarap_rows_text (sequences, row, 0));
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    assert_closed (db, "DO $$ BEGIN PERFORM sarap.%s; END $$", functions[i]);
}

/* Views are read, and nothing more: whoever locks one would lock its tables. What one may not read
   all of is not even to be named. */
static void
check_views (SarapDatabase *owner, SarapDatabase *db, gboolean reads_all)
{
  static const char *const locks[] = {
    "DO $$ BEGIN LOCK TABLE %s IN ROW SHARE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE %s IN ROW EXCLUSIVE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE %s IN SHARE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE %s IN EXCLUSIVE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE %s IN ACCESS EXCLUSIVE MODE; END $$",
    "SELECT 1 FROM %s FOR UPDATE",
    "SELECT 1 FROM %s FOR KEY SHARE",
    "TRUNCATE %s",
  };
  g_autoptr (SarapRows) views = list_relations (owner, "'desk', 'whole'", "'v'");

  for (guint row = 0; row < sarap_rows_count (views); row++)
    {
      const char *view = sarap_rows_text (views, row, 0), *name = sarap_rows_text (views, row, 2);

      if (!reads_all && g_str_has_prefix (view, "whole."))
        assert_closed (db, "SELECT 1 FROM %s", view);
      for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
        {
          g_autoptr (GString) qualified = g_string_new (locks[i]);
          g_autoptr (GString) plain = g_string_new (locks[i]);

          g_string_replace (qualified, "%s", view, 0);
          g_string_replace (plain, "%s", name, 0);
          assert_impossible (db, qualified->str);
          assert_impossible (db, plain->str);
        }
    }
}

/* What one makes in the database, or of oneself */
static void
check_powers (SarapDatabase *owner, SarapDatabase *db)
{
  static const char *const powers[] = {
    "CREATE TABLE mine (id bigint)",
    "CREATE TABLE desk.mine (id bigint)",
    "CREATE TABLE public.mine (id bigint)",
    "CREATE TEMPORARY TABLE mine (id bigint)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION mine () RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE ROLE mine",
    "GRANT pg_execute_server_program TO CURRENT_USER",
    "SET ROLE sarap_test_owner",
    "SET SESSION AUTHORIZATION sarap_test_owner",
    "SET session_replication_role = 'replica'",
    "LOAD 'auto_explain'",
    "SET log_statement_stats = on",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "DROP VIEW officer",
    "ALTER VIEW officer OWNER TO CURRENT_USER",
  };
  g_autofree char *view_role = sarap_test_text (owner, "SELECT group_name ('view')");

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    assert_closed (db, powers[i], "");
  assert_closed (db, "SET ROLE %s", view_role);
}

static void
check_person (SarapTestDatabase *test, guint index)
{
  const char *person = people[index].person, *rights = people[index].files;
  g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, person);
  gboolean known = people[index].roles != NULL;
  gboolean is_hr = known && (strstr (people[index].roles, "hr") || strstr (person, "admin"));

  for (guint t = 0; t < G_N_ELEMENTS (files); t++)
    for (guint id = 1; id <= N_OFFICERS; id++)
      check_row (db, person, files[t], id, rights[id - 1]);
  for (guint t = 0; t < G_N_ELEMENTS (common); t++)
    check_row (db, person, common[t], g_str_equal (common[t], "unit") ? 11 : 1,
               people[index].common[t / 2]);
  check_officers (db, rights);
  check_many (db, rights, people[index].common[0]);
  check_accounts (db, person, known, people[index].accounts[0]);
  check_audit (db, person, rights);
  g_assert_cmpint (calls (db, "SELECT sarap_take_turn ()"), ==, people[index].takes);
  g_assert_cmpint (calls (db, "SELECT sarap_bulk_begin ('import')"), ==, is_hr);
  g_assert_cmpint (reads (db, "audit_head", "true"), ==, known);
  check_inner (test->db, db);
  /* membership lets the last three name everything, and shows them nothing */
  check_views (test->db, db, !known || strspn (rights, "rw") == N_OFFICERS);
  check_powers (test->db, db);
}

static void
make_person (SarapTestDatabase *test, guint index)
{
  g_autofree char *login = sarap_test_login (people[index].person);

  if (people[index].roles)
    {
      sarap_test_add_person (test, people[index].person, people[index].roles, people[index].body,
                             people[index].officer);
      return;
    }
  run (test->db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const doors[] = { "desk", "whole", "write" };
      g_autofree char *sql = g_strdup_printf ("SELECT group_name ('%s')", doors[i]);
      g_autofree char *door = sarap_test_text (test->db, sql);

      run (test->db, "GRANT %s TO %s", door, login);
    }
}

static void
make_everything (SarapTestDatabase *test)
{
  g_autofree char *login = sarap_test_login ("hr_two");

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    sarap_test_run (test->db, records[i]);
  run (test->db, "UPDATE entered_by SET login = '%s'", login);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    make_person (test, i);
}

static void
remove_people (SarapTestDatabase *test)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    sarap_test_remove_person (test, people[i].person);
}

static void
test_rights (SarapTestDatabase *test)
{
  make_everything (test);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    check_person (test, i);
  sarap_test_assert_sound (test->db);
  remove_people (test);
}

/* A grant too many, a view of the wrong owner or without its barrier would let people in, and a
   table that was forgotten would have no lines: each question finds what is wrong */
static void
test_every_relation (SarapTestDatabase *test)
{
  static const char *const none[] = {
    /* nobody has anything on the tables and inner views but who owns the views */
    "SELECT c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type"
    " FROM pg_class c, aclexplode (c.relacl) a WHERE relnamespace = 'sarap'::regnamespace"
    " AND a.grantee <> c.relowner"
    " AND NOT (a.grantee = group_name ('view')::regrole AND a.privilege_type = 'SELECT')",
    /* the views: SELECT for who enters the schema, and the rest for who writes, on records alone */
    "SELECT c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace, aclexplode (c.relacl) a"
    " WHERE nspname IN ('desk', 'whole') AND a.grantee <> c.relowner"
    " AND NOT (a.privilege_type = 'SELECT' AND a.grantee = group_name (nspname)::regrole)"
    " AND NOT (a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')"
    "          AND a.grantee = group_name ('write')::regrole"
    "          AND relname IN (SELECT record FROM record_kind WHERE writes <> 'nobody'))",
    "SELECT c.relname || ' ' || a.privilege_type FROM pg_class c, aclexplode (c.relacl) a"
    " WHERE relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner"
    " AND NOT (c.relname = 'schema_version' AND a.privilege_type = 'SELECT'"
    "          AND a.grantee = group_name ('desk')::regrole)",
    /* schemas, and the database */
    "SELECT nspname || ' ' || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END"
    " FROM pg_namespace, aclexplode (nspacl) a WHERE nspname IN ('sarap', 'desk', 'whole', "
    "'public')"
    " AND a.grantee <> nspowner AND (a.privilege_type <> 'USAGE' OR a.grantee <> ALL"
    "     (CASE nspname WHEN 'sarap' THEN ARRAY[group_name ('view')]"
    "                   WHEN 'whole' THEN ARRAY[group_name ('view'), group_name ('whole')]"
    "                   WHEN 'desk' THEN ARRAY[group_name ('view'), group_name ('desk')]"
    "                   ELSE ARRAY[group_name ('desk')] END::regrole[]))",
    "SELECT a.grantee::text || a.privilege_type FROM pg_database, aclexplode (datacl) a"
    " WHERE datname = current_database () AND a.grantee <> datdba"
    " AND NOT (a.privilege_type = 'CONNECT' AND a.grantee IN (group_name ('desk')::regrole,"
    "                                                         group_name ('whole')::regrole))",
    /* owners and barriers */
    "SELECT relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
    " WHERE nspname IN ('desk', 'whole') AND (relkind <> 'v'"
    "                                         OR relowner <> group_name ('view')::regrole)",
    "SELECT relname::text FROM pg_class WHERE relnamespace = 'desk'::regnamespace"
    " AND NOT EXISTS (SELECT FROM pg_options_to_table (reloptions)"
    "                 WHERE option_name = 'security_barrier' AND option_value::boolean)"
    " AND relname NOT IN (SELECT record FROM record_kind WHERE reads = 'known')"
    " AND relname <> 'audit_head'",
    "SELECT relname::text FROM pg_class WHERE relnamespace = 'sarap'::regnamespace AND relkind = "
    "'v'"
    " AND NOT EXISTS (SELECT FROM pg_options_to_table (reloptions)"
    "                 WHERE option_name = 'security_barrier' AND option_value::boolean)",
    "SELECT relname::text FROM pg_class WHERE relkind = 'm'",
    /* no condition of the caller goes into a row that is chosen by its officer */
    "SELECT relname::text FROM pg_class JOIN record_kind ON record = relname"
    " WHERE relnamespace = 'desk'::regnamespace AND reads IN ('file', 'commission', 'self')"
    " AND regexp_replace (pg_get_viewdef (pg_class.oid), '\\s+', ' ', 'g')"
    "     !~ 'LATERAL \\( SELECT x\\..* FROM \\w+_row x WHERE \\(x\\.\\w+ = f\\.id\\) OFFSET 0\\) "
    "t;$'",
    /* functions */
    "SELECT proname::text FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace"
    " WHERE nspname IN ('sarap', 'desk', 'whole', 'public') AND prosecdef"
    " AND NOT coalesce (proconfig, '{}') @> ARRAY['search_path=sarap, pg_temp']",
    "SELECT proname::text FROM pg_proc WHERE pronamespace = 'desk'::regnamespace"
    " AND (has_function_privilege ('public', oid, 'EXECUTE') OR NOT prosecdef"
    "      OR proowner <> current_user::regrole)",
    "SELECT proname::text FROM pg_proc WHERE pronamespace IN ('public'::regnamespace,"
    " 'whole'::regnamespace)",
    /* roles: none of them signs in or may do more, and nobody but the owner is who owns the views
     */
    "SELECT rolname::text FROM pg_roles WHERE rolname IN (SELECT group_name (w) FROM"
    " unnest ('{view,desk,whole,write}'::text[]) AS w) AND (rolcanlogin OR rolsuper OR "
    "rolcreaterole"
    " OR rolcreatedb OR rolreplication OR rolbypassrls)",
    "SELECT member::regrole::text FROM pg_auth_members"
    " WHERE roleid = group_name ('view')::regrole AND member <> current_user::regrole",
    /* every kind of record has its views, writing, lines, telling and versions, all switched on */
    "SELECT record || ' ' || n FROM record_kind, (VALUES ('desk'), ('whole')) AS v (n) WHERE NOT "
    "EXISTS"
    " (SELECT FROM pg_trigger WHERE tgrelid = (n || '.' || record)::regclass AND tgname = 'enter'"
    "         AND tgenabled = 'O' AND tgtype & 92 = 92)",
    "SELECT record FROM record_kind WHERE line = 1 AND 6 <> (SELECT count (*) FROM pg_trigger"
    " WHERE tgrelid = ('sarap.' || record)::regclass AND tgenabled = 'O' AND NOT tgisinternal"
    "       AND tgname ~ ('^(audit|tell)_' || record || '_(insert|update|delete)$'))",
    "SELECT record FROM record_kind JOIN information_schema.columns ON table_schema = 'sarap'"
    " AND table_name = record AND column_name = 'version' WHERE 2 <> (SELECT count (*) FROM "
    "pg_trigger"
    " WHERE tgrelid = ('sarap.' || record)::regclass AND tgenabled = 'O'"
    "       AND tgname IN (record || '_first', record || '_version'))",
    "SELECT tgname::text FROM pg_trigger WHERE tgenabled <> 'O'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT string_agg (found, ', ') FROM (%s) AS t (found)", none[i]);
      g_autofree char *found = sarap_test_text (test->db, sql);

      g_test_message ("%s", none[i]);
      g_assert_cmpstr (found, ==, NULL);
    }
}

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

  make_everything (test);
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
  run (test->db, "CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "'", login);
  assert_kept_out (test, "stranger");
  /* whose account is taken away sees nothing more, and does not come in again */
  user = sarap_test_sign_in (test, "user");
  g_assert_true (reads (user, "body", "true"));
  login = (g_free (login), sarap_test_login ("user"));
  run (test->db, "DELETE FROM account WHERE login = '%s'", login);
  assert_impossible (user, "SELECT 1 FROM body");
  assert_closed (user, "SELECT 1 FROM %s", "desk.body");
  g_assert_false (sarap_database_check_version (user, &closed));
  g_assert_error (closed, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  g_clear_pointer (&user, sarap_database_close);
  assert_kept_out (test, "user");
  sarap_test_remove_person (test, "stranger");
  remove_people (test);
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
  g_autofree char *name = sarap_test_database_make (database, "TEMPLATE sarap_test_template");
  SarapTestDatabase other = { test->engine, name, sarap_database_open (name, NULL, NULL) };
  g_autoptr (SarapDatabase) here = NULL, there = NULL;

  g_assert_true (sarap_database_migrate (other.db, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      sarap_test_run (test->db, records[i]);
      sarap_test_run (other.db, records[i]);
    }
  sarap_test_add_person (test, "both", "hr", "2", NULL);
  assert_kept_out (&other, "both");
  sarap_test_add_person (&other, "both", "officer", "2", "1");
  here = sarap_test_sign_in (test, "both");
  there = sarap_test_sign_in (&other, "both");
  g_assert_true (is (here, "hr") && !is (here, "officer"));
  g_assert_true (!is (there, "hr") && is (there, "officer"));
  g_assert_true (writes_like (here, "DELETE FROM %t WHERE id = %i", "deferral", 4));
  g_assert_false (writes_like (there, "DELETE FROM %t WHERE id = %i", "deferral", 4));
  g_assert_true (reads (there, "officer", "id = 1") && !reads (there, "officer", "id = 4"));
  /* made administrator there: nothing more here */
  sarap_test_add_person (&other, "both", "admin", NULL, NULL);
  g_assert_true (reads (there, "officer", "id = 2"));
  g_assert_false (reads (here, "officer", "id = 2"));
  assert_closed (here, "SELECT 1 FROM %s", "whole.officer");
  /* and taken out there: still here */
  sarap_test_run (other.db, "DELETE FROM account");
  g_clear_pointer (&there, sarap_database_close);
  assert_kept_out (&other, "both");
  g_clear_pointer (&here, sarap_database_close);
  here = sarap_test_sign_in (test, "both");
  g_assert_true (reads (here, "officer", "id = 1"));
  g_clear_pointer (&here, sarap_database_close);
  sarap_test_remove_person (test, "both");
  sarap_database_close (other.db);
  sarap_test_database_remove (database);
}

/* A new file is with whoever entered it, of all the country's HR, until it says who serves where;
   for thirty days */
static void
test_entered (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) two = NULL, three = NULL;

  make_everything (test);
  two = sarap_test_sign_in (test, "hr_two");
  three = sarap_test_sign_in (test, "hr_three");
  sarap_test_run (two, NEW_OFFICER ("", ""));
  g_assert_true (reads (two, "officer", "id = 20"));
  g_assert_true (reads (two, "audit", "officer_id = 20"));
  g_assert_false (reads (three, "officer", "id = 20"));
  g_assert_false (reads (three, "audit", "officer_id = 20"));
  sarap_test_run (two, "INSERT INTO deferral (officer_id, kind, start)"
                       " VALUES (20, 'absence', '2001-01-01')");
  g_assert_false (writes (three, "DELETE FROM deferral WHERE officer_id = 20"));
  sarap_test_run (test->db, "UPDATE entered_by SET day = current_date - 29 WHERE officer_id = 20");
  g_assert_true (writes (two, "UPDATE officer SET surname = 'Х' WHERE id = 20"));
  sarap_test_run (test->db, "UPDATE entered_by SET day = current_date - 31 WHERE officer_id = 20");
  g_assert_false (reads (two, "officer", "id = 20"));
  g_assert_false (writes (two, "INSERT INTO deferral (officer_id, kind, start)"
                               " VALUES (20, 'absence', '2002-01-01')"));
  /* in time again: a record says where the officer served, but not yet where they serve */
  sarap_test_run (test->db, "UPDATE entered_by SET day = current_date WHERE officer_id = 20");
  sarap_test_run (two,
                  "INSERT INTO service (officer_id, employer_kind, body_id, position_kk,"
                  " position_ru, category, level, start, \"end\") VALUES (20, 'customs', 3, 'к',"
                  " 'р', 'official', 1, '2010-01-01', '2010-02-01')");
  g_assert_true (reads (two, "officer", "id = 20") && reads (three, "officer", "id = 20"));
  sarap_test_run (two, "INSERT INTO service (officer_id, employer_kind, body_id, position_kk,"
                       " position_ru, category, level, start) VALUES (20, 'customs', 3, 'к', 'р',"
                       " 'official', 1, '2010-02-02')");
  g_assert_true (!reads (two, "officer", "id = 20") && reads (three, "officer", "id = 20"));
  g_clear_pointer (&two, sarap_database_close);
  g_clear_pointer (&three, sarap_database_close);
  remove_people (test);
}

/* Somebody of HR who is a supervisor too writes themselves into another body's unit, looks round
   and takes it back: there is nothing to be seen */
static void
test_promotion (SarapTestDatabase *test)
{
  static const char *const look = "SELECT count (*) FROM officer WHERE id <> 4";
  g_autoptr (SarapDatabase) db = NULL;
  gint64 before;

  make_everything (test);
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
  g_assert_false (reads (db, "officer", "id = 2"));
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  g_clear_pointer (&db, sarap_database_close);
  sarap_test_remove_person (test, "climber");
  remove_people (test);
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

  make_everything (test);
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
  remove_people (test);
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
    "\"1985-01-01\",\"m\",\"k\",\"k\",\"k\"]]')) SELECT n FROM w",
  };
  g_autoptr (SarapDatabase) db = NULL;

  make_everything (test);
  db = sarap_test_sign_in (test, "hr_two");
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", attempts[i]);
      g_assert_false (sarap_database_run (db, attempts[i], &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (sarap_store_error_constraint (error), ==, SARAP_CONSTRAINT_UNIQUE);
      g_test_message ("%s", error->message);
      g_assert_null (strstr (error->message, "850101300203"));
      g_assert_null (strstr (error->message, "03\""));
    }
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) FROM officer WHERE surname = 'Ф'"), ==,
      N_OFFICERS);
  g_clear_pointer (&db, sarap_database_close);
  remove_people (test);
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
      "\"m\",\"k\",\"k\",\"k\"]]')");
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
  sarap_test_run (three, NEW_OFFICER ("", ""));
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
  make_everything (test);
  check_at_once (test, FALSE);
  check_at_once (test, TRUE);
  remove_people (test);
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
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "every-relation", test_every_relation);
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

/* Who may read and write what on the server: every kind of person on every table, by their own
 * login */
#include "sarap-people.h"

#include <string.h>

#include "store/sarap-database-private.h"

static const char *const files[] = { "officer", "service", "deferral", "attestation", "education" };
static const char *const common[] = { "body", "unit", "commission", "commission_member" };

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
  g_assert_cmpint (sarap_reads (db, table, where), ==, right != '-');
  g_assert_cmpint (
      sarap_writes_like (db, "UPDATE %t SET version = version + 1 WHERE id = %i", table, id), ==,
      may_write);
  g_assert_cmpint (sarap_writes_like (db, "DELETE FROM %t WHERE id = %i", table, id), ==,
                   may_write);
  if (insert)
    g_assert_cmpint (sarap_writes_like (db, insert, table, id), ==, may_write);
  /* the audit chain names records by it */
  g_assert_false (sarap_writes_like (db, "UPDATE %t SET id = 900 WHERE id = %i", table, id));
}

/* Whether a record that was added as the id, body or version says has them; undone again */
static gboolean
takes_over (SarapDatabase *db, const char *insert, const char *table, const char *where)
{
  gboolean taken;

  g_assert_true (sarap_database_run (db, "BEGIN", NULL));
  sarap_test_run (db, insert);
  taken = sarap_reads (db, table, where);
  g_assert_true (sarap_database_run (db, "ROLLBACK", NULL));
  return taken;
}

static void
check_officers (SarapDatabase *db, const char *rights)
{
  gboolean enters = strchr (rights, 'w') != NULL;

  g_assert_cmpint (sarap_writes (db, SARAP_NEW_OFFICER ("", "")), ==, enters);
  /* where somebody serves follows from their records alone, and the server gives ids and versions
   */
  for (guint id = 1; id <= SARAP_N_OFFICERS; id++)
    g_assert_false (
        sarap_writes_like (db, "UPDATE %t SET body_id = 1 WHERE id = %i", "officer", id));
  if (enters)
    {
      g_assert_false (takes_over (db, SARAP_NEW_OFFICER (", body_id", ", 2"), "officer",
                                  "iin = '850101300709' AND body_id IS NOT NULL"));
      g_assert_false (takes_over (db, SARAP_NEW_OFFICER (", id", ", 900"), "officer", "id = 900"));
      g_assert_false (
          takes_over (db, SARAP_NEW_OFFICER (", version", ", 900"), "officer", "version = 900"));
    }
  /* no record is handed to somebody whose file one may not write */
  for (guint from = 4; from <= 5; from++)
    for (guint id = 1; id <= SARAP_N_OFFICERS; id++)
      {
        g_autofree char *sql = g_strdup_printf (
            "UPDATE deferral SET officer_id = %u, start = '2001-01-01' WHERE officer_id = %u", id,
            from);

        g_assert_cmpint (sarap_writes (db, sql), ==,
                         rights[from - 1] == 'w' && rights[id - 1] == 'w');
      }
}

/* The same by many rows at once */
static void
check_many (SarapDatabase *db, const char *rights, char common_right)
{
  static const char *const iins[SARAP_N_OFFICERS] = { "850101300104", "850101300203",
                                                      "850101300302", "850101300401",
                                                      "850101300500", "850101300603" };
  gboolean enters = strchr (rights, 'w') != NULL;

  for (guint id = 1; id <= SARAP_N_OFFICERS; id++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT sarap_write_rows ('deferral', '[[\"%s\",\"childcare\","
                           "\"2001-01-01\",null,null]]')",
                           iins[id - 1]);

      g_assert_cmpint (sarap_calls (db, sql), ==, rights[id - 1] == 'w');
    }
  g_assert_cmpint (
      sarap_calls (db, "SELECT sarap_write_rows ('officer', '[[\"850101300709\",\"Ф\",\"И\","
                       "null,\"1985-01-01\",\"m\",null,null,null,\"k\",\"k\",\"k\"]]')"),
      ==, enters);
  g_assert_cmpint (sarap_calls (db,
                                "SELECT sarap_write_rows ('body', '[[\"9\",\"territorial\",\"к\","
                                "\"р\"]]')"),
                   ==, common_right == 'w');
  g_assert_cmpint (sarap_calls (db,
                                "SELECT sarap_write_rows ('unit', '[[\"02\",\"9\",\"post\",\"к\","
                                "\"р\"]]')"),
                   ==, common_right == 'w');
}

/* Makes an administrator of somebody, and undoes it */
static gboolean
adds_account (SarapDatabase *db, const char *login)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT sarap_account_add ('%s', NULL, 'admin', NULL, NULL)", login);

  return sarap_calls (db, sql);
}

static void
check_accounts (SarapDatabase *db, const char *person, gboolean known, char right)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *admin = sarap_test_login ("admin");
  g_autofree char *user = sarap_test_login ("user");
  g_autofree char *own = g_strdup_printf ("login = '%s'", login);
  g_autofree char *others = g_strdup_printf ("login = '%s'", admin);

  g_assert_cmpint (sarap_reads (db, "account", own), ==, known);
  if (!g_str_equal (person, "admin"))
    g_assert_cmpint (sarap_reads (db, "account", others), ==, right != '-');
  g_assert_cmpint (sarap_writes (db, "DELETE FROM account WHERE login <> session_user"), ==,
                   right == 'w');
  /* only by the function, which looks whose login it is */
  g_assert_false (sarap_writes (db, "UPDATE account SET body_id = 1"));
  g_assert_false (sarap_writes (db, "INSERT INTO account (login) VALUES ('x')"));
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
    "INSERT INTO audit (seq, moment, actor, action, record, detail, salt, digest, chain)"
    " VALUES (9, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')",
    "UPDATE audit_head SET seq = 0",
    "UPDATE audit_head SET copying = 1",
    "DELETE FROM audit_head",
    "UPDATE schema_version SET number = 0",
    "UPDATE public.schema_version SET number = 0",
    "INSERT INTO public.schema_version VALUES (9, 'x')",
    "INSERT INTO write_turn VALUES (1)",
    "INSERT INTO bulk_write (xact, kind, rights) VALUES ('1', 'import', 'all')",
    "INSERT INTO pending_line (action, record, detail) VALUES ('a', 'b', 'c')",
    "INSERT INTO entered_by VALUES (1, session_user, true, current_date, '1')",
    "INSERT INTO record_kind (record, reads, writes) VALUES ('audit', 'known', 'hr')",
  };
  gboolean head_or_hr = strstr (person, "hr_") || strstr (person, "head");
  gboolean own = g_str_has_prefix (person, "officer");
  gboolean all = strspn (rights, "rw") == SARAP_N_OFFICERS;

  for (guint id = 1; id <= SARAP_N_OFFICERS; id++)
    {
      g_autofree char *where = g_strdup_printf ("officer_id = %u", id);

      g_test_message ("%s: history of %u", person, id);
      g_assert_cmpint (sarap_reads (db, "audit", where), ==,
                       (head_or_hr || all || own) && rights[id - 1] != '-');
    }
  g_assert_cmpint (sarap_reads (db, "audit", "record = 'body'"), ==, all);
  /* nobody changes a line, makes one up, or says who it was and when */
  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    sarap_assert_impossible (db, impossible[i]);
}

static void
check_person (SarapTestDatabase *test, const SarapPerson *who)
{
  const char *person = who->person, *rights = who->files;
  g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, person);
  gboolean known = who->roles != NULL;
  gboolean is_hr = known && (strstr (who->roles, "hr") || strstr (who->roles, "admin"));

  for (guint t = 0; t < G_N_ELEMENTS (files); t++)
    for (guint id = 1; id <= SARAP_N_OFFICERS; id++)
      check_row (db, person, files[t], id, rights[id - 1]);
  for (guint t = 0; t < G_N_ELEMENTS (common); t++)
    check_row (db, person, common[t], g_str_equal (common[t], "unit") ? 11 : 1, who->common[t / 2]);
  check_officers (db, rights);
  check_many (db, rights, who->common[0]);
  check_accounts (db, person, known, who->accounts[0]);
  check_audit (db, person, rights);
  g_assert_cmpint (sarap_calls (db, "SELECT sarap_take_turn ()"), ==, who->takes);
  g_assert_cmpint (sarap_calls (db, "SELECT sarap_bulk_begin ('import')"), ==, is_hr);
  g_assert_cmpint (sarap_reads (db, "audit_head", "true"), ==, known);
}

static void
test_rights (SarapTestDatabase *test)
{
  sarap_people_make (test);
  for (guint i = 0; i < SARAP_N_PEOPLE; i++)
    check_person (test, &sarap_people[i]);
  sarap_test_assert_sound (test->db);
  sarap_people_remove (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "rights", test_rights);
  return g_test_run ();
}

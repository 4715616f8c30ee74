#include "records/sarap-account.h"
#include "sarap-test-database.h"

#include <string.h>

static void
test_local_file (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapAccount) account = sarap_account_current (test->db, &error);

  g_assert_no_error (error);
  g_assert_true (account->roles & SARAP_ACCOUNT_HR);
  g_assert_false (sarap_account_add (test->db, "aigul", NULL, SARAP_ACCOUNT_HR, 0, 0, &error));
  g_assert_nonnull (strstr (error->message, "PostgreSQL"));
}

/* What the account says, and which of the database's doors that opens */
static char *
roles_of (SarapDatabase *db, const char *login)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT a.roles || ': ' || string_agg (split_part (g.rolname, '_', 2), ' ' ORDER BY "
      "g.rolname)"
      " FROM account a JOIN pg_roles u ON u.rolname = a.login"
      " JOIN pg_auth_members m ON m.member = u.oid JOIN pg_roles g ON g.oid = m.roleid"
      " WHERE a.login = '%s' AND g.rolname LIKE 'sarap%%' || (SELECT oid FROM pg_database"
      "                                                       WHERE datname = current_database ())"
      " GROUP BY a.roles",
      login);

  return sarap_test_text (db, sql);
}

static gboolean
lets_in (SarapTestDatabase *test, const char *login, const char *password)
{
  g_autofree char *user = g_uri_escape_string (login, NULL, FALSE);
  g_autofree char *name =
      g_strdup_printf ("postgresql://%s@%s", user, strrchr (test->name, '@') + 1);
  g_autoptr (SarapDatabase) db = sarap_database_open (name, password, NULL);

  return db != NULL && sarap_database_check_version (db, NULL);
}

static void
test_add (SarapTestDatabase *test)
{
  g_autofree char *login = g_strdup_printf ("аигүл \"%u\"", g_random_int ());
  g_autofree char *drop = g_strdup_printf ("DROP ROLE \"аигүл \"\"%s", strchr (login, '"') + 1);
  g_autofree char *dropped = g_strdup_printf ("%.*s\"\"\"", (int) strlen (drop) - 1, drop);
  g_autofree char *roles = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *verifier = NULL;
  g_autofree char *line = NULL, *lines = NULL;
  g_autoptr (GError) error = NULL;

  sarap_account_add (test->db, login, "құпия", SARAP_ACCOUNT_HR | SARAP_ACCOUNT_HEAD, 0, 0, &error);
  g_assert_no_error (error);
  roles = roles_of (test->db, login);
  g_assert_cmpstr (roles, ==, "hr,head: desk write");
  sarap_test_run (test->db, "INSERT INTO body (id, code, kind, name_kk, name_ru) "
                            "VALUES (7, 'ALM', 'territorial', 'Алматы', 'Алматы')");
  sarap_account_add (test->db, login, NULL, SARAP_ACCOUNT_AUDITOR, 7, 0, &error);
  g_assert_no_error (error);
  fewer = roles_of (test->db, login);
  g_assert_cmpstr (fewer, ==, "auditor: desk whole");
  line = sarap_test_text (test->db, "SELECT detail FROM audit ORDER BY seq DESC LIMIT 1");
  g_assert_true (g_str_has_prefix (
      line, "{\"body\":[null,\"ALM\"],\"roles\":[\"hr,head\",\"auditor\"],\"#\":["));
  lines =
      sarap_test_text (test->db, "SELECT string_agg (action || ' ' || record, ', ' ORDER BY seq)"
                                 " FROM audit");
  g_assert_cmpstr (lines, ==, "add account, password account, add body, change account");
  g_assert_true (lets_in (test, login, "құпия"));
  g_assert_false (lets_in (test, login, "құпия "));
  /* what goes to the server, and into its log */
  verifier = sarap_database_encrypt_password (test->db, login, "құпия", &error);
  g_assert_true (g_str_has_prefix (verifier, "SCRAM-SHA-256$"));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM account"), ==, 1);
  sarap_test_assert_sound (test->db);
  sarap_test_run (test->db, dropped);
}

static void
make_login (SarapDatabase *db, const char *person, const char *more)
{
  g_autofree char *login = sarap_test_login (person);
  g_autofree char *sql =
      g_strdup_printf ("CREATE ROLE %s LOGIN PASSWORD '" SARAP_TEST_PASSWORD "' %s", login, more);

  sarap_test_run (db, sql);
}

static gboolean
adds (SarapDatabase *db, const char *person, const char *password, SarapAccountRoles roles)
{
  g_autofree char *login = sarap_test_login (person);
  g_autoptr (GError) error = NULL;
  gboolean added = sarap_account_add (db, login, password, roles, 0, 0, &error);

  g_assert_true (added ||
                 g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT) ||
                 g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED));
  return added;
}

static void
drop_logins (SarapDatabase *db, const char *const *people)
{
  for (guint i = 0; people[i] != NULL; i++)
    {
      g_autofree char *login = sarap_test_login (people[i]);
      g_autofree char *sql = g_strdup_printf ("DROP ROLE %s", login);

      sarap_test_run (db, sql);
    }
}

/* An administrator adds people, and that is all the power over the server's logins that they have
 */
static void
test_administrator (SarapTestDatabase *test)
{
  static const char *const people[] = { "chief", "clerk",     "colleague", "payroll",
                                        "maker", "elsewhere", NULL };
  g_autoptr (SarapDatabase) chief = NULL, clerk = NULL;
  g_autofree char *chief_login = sarap_test_login ("chief");
  g_autofree char *mine = NULL, *sql = NULL;

  g_assert_true (adds (test->db, "chief", SARAP_TEST_PASSWORD, SARAP_ACCOUNT_ADMIN));
  chief = sarap_test_sign_in (test, "chief");
  g_assert_true (adds (chief, "clerk", SARAP_TEST_PASSWORD, SARAP_ACCOUNT_HR));
  clerk = sarap_test_sign_in (test, "clerk");
  g_assert_true (sarap_database_check_version (clerk, NULL));
  g_assert_false (adds (clerk, "colleague", NULL, SARAP_ACCOUNT_AUDITOR));
  g_assert_false (adds (clerk, "clerk", NULL, SARAP_ACCOUNT_ADMIN));
  g_assert_true (adds (chief, "clerk", "another", SARAP_ACCOUNT_AUDITOR));
  g_assert_true (adds (chief, "colleague", NULL, SARAP_ACCOUNT_ADMIN));
  sql = g_strdup_printf ("SELECT CAST (bool_or (rolcreaterole) AS integer) FROM pg_roles"
                         " WHERE rolname LIKE '%.*s%%'",
                         (int) strlen (chief_login) - 5, chief_login);
  g_assert_cmpint (sarap_test_integer (test->db, sql), ==, 0);

  /* the login of another program: the owner of the database alone lets it in, and whoever signs in
     as it does so by its own password */
  make_login (test->db, "payroll", "");
  g_assert_false (adds (chief, "payroll", "mine now", SARAP_ACCOUNT_AUDITOR));
  g_assert_false (adds (chief, "payroll", NULL, SARAP_ACCOUNT_AUDITOR));
  g_assert_true (adds (test->db, "payroll", NULL, SARAP_ACCOUNT_HR));
  g_assert_true (adds (chief, "payroll", NULL, SARAP_ACCOUNT_AUDITOR));
  g_assert_false (adds (chief, "payroll", "mine now", SARAP_ACCOUNT_AUDITOR));
  mine = sarap_test_login ("payroll");
  g_assert_true (lets_in (test, mine, SARAP_TEST_PASSWORD));
  /* who makes logins, and who was made by another Sarap of this server: left alone */
  make_login (test->db, "maker", "CREATEROLE");
  g_assert_false (adds (chief, "maker", NULL, SARAP_ACCOUNT_HR));
  g_assert_false (adds (test->db, "maker", NULL, SARAP_ACCOUNT_HR));
  make_login (test->db, "elsewhere", "");
  g_free (sql);
  sql = g_strdup_printf ("COMMENT ON ROLE %.*selsewhere IS 'made by Sarap for the database other'",
                         (int) strlen (chief_login) - 5, chief_login);
  sarap_test_run (test->db, sql);
  g_assert_false (adds (chief, "elsewhere", NULL, SARAP_ACCOUNT_ADMIN));
  g_assert_true (adds (test->db, "elsewhere", NULL, SARAP_ACCOUNT_HR));
  g_assert_false (adds (chief, "elsewhere", "mine now", SARAP_ACCOUNT_HR));
  sarap_test_assert_sound (test->db);
  drop_logins (test->db, people);
}

/* Roles of the server itself are no accounts of people */
static void
test_reserved (SarapTestDatabase *test)
{
  static const char *const reserved[] = { "sarap_hr", "sarap_test_owner", "pg_read_all_data",
                                          "postgres" };

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          sarap_account_add (test->db, reserved[i], NULL, SARAP_ACCOUNT_HR, 0, 0, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
}

/* Who calls the function by themselves is held to what the program says: a verifier in place of a
   password, roles that there are, a login that a server can have */
static void
test_function (SarapTestDatabase *test)
{
#define VERIFIER "'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5'"
  static const char *const refused[] = {
    "'somebody', 'a plain word', 'hr', NULL, NULL",
    "'somebody', 'md53175bce1d3201d16594cebf9d7eb3f9d', 'hr', NULL, NULL",
    "'somebody', '', 'hr', NULL, NULL",
    "'somebody', " VERIFIER ", 'emperor', NULL, NULL",
    "'somebody', " VERIFIER ", 'hr,emperor', NULL, NULL",
    "'somebody', " VERIFIER ", 'HR', NULL, NULL",
    "'somebody', " VERIFIER ", 'hr, admin', NULL, NULL",
    "'somebody', " VERIFIER ", NULL, NULL, NULL",
    "'', " VERIFIER ", 'hr', NULL, NULL",
    "NULL, " VERIFIER ", 'hr', NULL, NULL",
    "repeat ('а', 32), " VERIFIER ", 'hr', NULL, NULL",
    "repeat ('a', 64), " VERIFIER ", 'hr', NULL, NULL",
    "'somebody', " VERIFIER ", 'hr', 77, NULL",
    "'somebody', " VERIFIER ", 'officer', NULL, 77",
  };
  g_autofree char *login = sarap_test_login ("somebody");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GString) sql = g_string_new ("SELECT sarap_account_add (");
      g_autoptr (SarapQuery) query = NULL;
      g_autoptr (GError) error = NULL;

      g_string_append_printf (sql, "%s)", refused[i]);
      g_string_replace (sql, "somebody", login, 1);
      g_test_message ("%s", sql->str);
      query = sarap_query_new (sql->str);
      g_assert_null (sarap_database_select (test->db, query, "i", &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM account"), ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==, 0);
}

/* The agency's HR sees every file, and of the accounts its own */
static void
test_agency (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapAccount) account = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *roles = NULL, *later = NULL, *login = sarap_test_login ("hr");

  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES"
                            " ('ALM', 'territorial', 'Алматы', 'Алматы'),"
                            " ('KBA', 'territorial', 'Агенттік', 'Агентство')");
  sarap_test_add_person (test, "hr", "hr,head", "2", NULL);
  roles = roles_of (test->db, login);
  g_assert_cmpstr (roles, ==, "hr,head: desk write");
  /* the body becomes the agency: its people's doors open */
  sarap_test_run (test->db, "UPDATE body SET kind = 'central' WHERE code = 'KBA'");
  later = roles_of (test->db, login);
  g_assert_cmpstr (later, ==, "hr,head: desk whole write");
  db = sarap_test_sign_in (test, "hr");
  account = sarap_account_current (db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->login, ==, login);
  g_assert_cmpstr (account->body, ==, "KBA");
  g_assert_cmpint (account->roles, ==, SARAP_ACCOUNT_HR | SARAP_ACCOUNT_HEAD);
  g_clear_pointer (&db, sarap_database_close);
  sarap_test_remove_person (test, "hr");
}

static void
test_current (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapAccount) account = NULL;

  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) "
                            "VALUES ('ALM', 'territorial', 'Алматы', 'Алматы')");
  sarap_test_run (test->db,
                  "INSERT INTO account (login, body_id) SELECT session_user, id FROM body");
  account = sarap_account_current (test->db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->body, ==, "ALM");
  g_assert_cmpint (account->roles, ==, SARAP_ACCOUNT_ADMIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "account/local-file", test_local_file);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/add", test_add);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/administrator", test_administrator);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/reserved", test_reserved);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/function", test_function);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/agency", test_agency);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/current", test_current);
  return g_test_run ();
}

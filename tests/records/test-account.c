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

static char *
group_roles (SarapDatabase *db, const char *login)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT string_agg (g.rolname, ',' ORDER BY g.rolname) FROM pg_auth_members m "
      "JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member "
      "WHERE u.rolname = '%s'",
      login);

  return sarap_test_text (db, sql);
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
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  sarap_account_add (test->db, login, "құпия", SARAP_ACCOUNT_HR | SARAP_ACCOUNT_HEAD, 0, 0, &error);
  g_assert_no_error (error);
  roles = group_roles (test->db, login);
  g_assert_cmpstr (roles, ==, "sarap_head,sarap_hr");
  sarap_account_add (test->db, login, NULL, SARAP_ACCOUNT_AUDITOR, 0, 0, &error);
  g_assert_no_error (error);
  fewer = group_roles (test->db, login);
  g_assert_cmpstr (fewer, ==, "sarap_auditor");
  sql =
      g_strdup_printf ("SELECT left (rolpassword, 14) FROM pg_authid WHERE rolname = '%s'", login);
  verifier = sarap_test_text (test->db, sql);
  g_assert_cmpstr (verifier, ==, "SCRAM-SHA-256$");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM account"), ==, 1);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==, 2);
  sarap_test_run (test->db, dropped);
}

/* Roles of the server itself are no accounts of people */
static void
test_reserved (SarapTestDatabase *test)
{
  static const char *const reserved[] = { "sarap_hr", "pg_read_all_data", "postgres" };

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          sarap_account_add (test->db, reserved[i], NULL, SARAP_ACCOUNT_HR, 0, 0, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
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
  g_assert_true (account->roles & SARAP_ACCOUNT_ADMIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "account/local-file", test_local_file);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/add", test_add);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/reserved", test_reserved);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "account/current", test_current);
  return g_test_run ();
}

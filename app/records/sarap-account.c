#include "records/sarap-account.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const sarap_account_roles[] = {
  "hr", "supervisor", "officer", "member", "secretary", "head", "auditor", "admin", NULL,
};

void
sarap_account_free (SarapAccount *account)
{
  g_free (account->login);
  g_free (account->body);
  g_free (account);
}

SarapAccountRoles
sarap_account_role (const char *word)
{
  for (guint i = 0; sarap_account_roles[i] != NULL; i++)
    if (strcmp (sarap_account_roles[i], word) == 0)
      return 1 << i;
  return 0;
}

static char *
words_of_roles (SarapAccountRoles roles)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; sarap_account_roles[i] != NULL; i++)
    if (roles & (1 << i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "", sarap_account_roles[i]);
  return g_string_free (words, FALSE);
}

static gboolean
has_logins (SarapDatabase *db, GError **error)
{
  if (sarap_database_engine (db) == SARAP_ENGINE_POSTGRESQL)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       _ ("A local file has no accounts: whoever can open it may do everything. "
                          "Accounts are for a PostgreSQL server."));
  return FALSE;
}

typedef struct
{
  const char *login;
  const char *password;
  SarapAccountRoles roles;
  gint64 body_id;
  gint64 officer_id;
} Adding;

static gint64
call_server (SarapDatabase *db, const Adding *adding, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT sarap_account_add (:login, :password::text, :roles, :body::bigint, "
                       ":officer::bigint)");
  g_autofree char *words = words_of_roles (adding->roles);
  g_autofree char *verifier = NULL;
  g_autoptr (SarapRows) rows = NULL;

  if (adding->password != NULL &&
      !(verifier = sarap_database_encrypt_password (db, adding->login, adding->password, error)))
    return 0;
  sarap_query_text (query, "login", adding->login);
  sarap_query_text (query, "roles", words);
  if (verifier != NULL)
    sarap_query_text (query, "password", verifier);
  if (adding->body_id != 0)
    sarap_query_integer (query, "body", adding->body_id);
  if (adding->officer_id != 0)
    sarap_query_integer (query, "officer", adding->officer_id);
  rows = sarap_database_select (db, query, "i", error);
  return rows != NULL ? sarap_rows_integer (rows, 0, 0) : 0;
}

static gboolean
add_account (SarapDatabase *db, gpointer data, GError **error)
{
  return call_server (db, data, error) != 0;
}

gboolean
sarap_account_add (SarapDatabase *db,
                   const char *login,
                   const char *password,
                   SarapAccountRoles roles,
                   gint64 body_id,
                   gint64 officer_id,
                   GError **error)
{
  Adding adding = { login, password, roles, body_id, officer_id };

  return has_logins (db, error) && sarap_database_transact (db, add_account, &adding, error);
}

static SarapAccount *
everybody (SarapDatabase *db)
{
  SarapAccount *account = g_new0 (SarapAccount, 1);

  account->login = g_strdup (g_get_user_name ());
  account->roles = SARAP_ACCOUNT_HR | SARAP_ACCOUNT_ADMIN;
  return account;
}

SarapAccount *
sarap_account_current (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;
  SarapAccount *account;

  if (sarap_database_engine (db) == SARAP_ENGINE_SQLITE)
    return everybody (db);
  query = sarap_query_new ("SELECT session_user::text, a.body_id, b.code, a.officer_id, "
                           "(SELECT sum (flag) FROM unnest (string_to_array (:roles, ',')) WITH "
                           "ORDINALITY AS r (word, n),"
                           " LATERAL (SELECT 1 << (n::int - 1) AS flag) f "
                           " WHERE sarap_is (word)) "
                           "FROM (SELECT 1) one LEFT JOIN account a ON a.login = session_user "
                           "LEFT JOIN body b ON b.id = a.body_id");
  {
    g_autofree char *words = g_strjoinv (",", (char **) sarap_account_roles);

    sarap_query_text (query, "roles", words);
  }
  if ((rows = sarap_database_select (db, query, "Titii", error)) == NULL)
    return NULL;
  account = g_new0 (SarapAccount, 1);
  account->login = g_strdup (sarap_rows_text (rows, 0, 0));
  account->body_id = sarap_rows_integer (rows, 0, 1);
  account->body = g_strdup (sarap_rows_text (rows, 0, 2));
  account->officer_id = sarap_rows_integer (rows, 0, 3);
  account->roles = sarap_rows_integer (rows, 0, 4);
  return account;
}

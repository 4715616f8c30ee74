#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapAccountRoles:
 * | The rights of a person. On PostgreSQL each is a group role of the server, named `sarap_` and
 * its word.
 */
typedef enum
{
  SARAP_ACCOUNT_HR = 1 << 0,
  SARAP_ACCOUNT_SUPERVISOR = 1 << 1,
  SARAP_ACCOUNT_OFFICER = 1 << 2,
  SARAP_ACCOUNT_MEMBER = 1 << 3,
  SARAP_ACCOUNT_SECRETARY = 1 << 4,
  SARAP_ACCOUNT_HEAD = 1 << 5,
  SARAP_ACCOUNT_AUDITOR = 1 << 6,
  SARAP_ACCOUNT_ADMIN = 1 << 7,
} SarapAccountRoles;

/* The words, in the order of the flags; NULL at the end */
extern const char *const sarap_account_roles[];

/**
 * SarapAccount:
 * @login: the name the person signs in with
 * @roles: the person's rights
 * @body_id: the person's body, 0 for none
 * @body: its code, %NULL for none
 * @officer_id: the person's own record as an officer, 0 for none
 */
typedef struct
{
  char *login;
  SarapAccountRoles roles;
  gint64 body_id;
  char *body;
  gint64 officer_id;
} SarapAccount;

void          sarap_account_free    (SarapAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapAccount, sarap_account_free)

/* The role of a word (hr, supervisor …), 0 if there is none */
SarapAccountRoles sarap_account_role (const char *word);

/**
 * sarap_account_add:
 * @db: a PostgreSQL database, as its administrator or owner
 * @login: the name to sign in with
 * @password: (nullable): the password, %NULL when the server authenticates people in another way;
 *   only its SCRAM verifier goes to the server
 * @roles: the person's rights
 * @body_id: the person's body, 0 for none
 * @officer_id: the person's own record as an officer, 0 for none
 * @error: return location
 *
 * Makes a login role with an account. An existing login gets these roles, body and officer in place
 * of its earlier ones.
 *
 * Returns: %TRUE when the person can sign in
 */
gboolean      sarap_account_add     (SarapDatabase *db, const char *login, const char *password,
                                     SarapAccountRoles roles, gint64 body_id, gint64 officer_id,
                                     GError **error);

/**
 * sarap_account_current:
 * @db: a database
 * @error: return location
 * | Returns: (transfer full): the account of the person who is signed in on the server; for a local
 * file that of the person at the computer, who may do everything
 */
SarapAccount *sarap_account_current (SarapDatabase *db, GError **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapRole:
 *
 * What a person may do; on PostgreSQL each is a group role of the server, `sarap_` before its word.
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

/* The words, in the order of the flags; %NULL ends */
extern const char *const sarap_account_roles[];

/**
 * SarapAccount:
 * @login: the name the person signs in with
 * @roles: what they may do
 * @body_id: their body, 0 for none
 * @body: its code, %NULL for none
 * @officer_id: which officer they are, 0 for none
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

/* A role by its word (hr, supervisor …), 0 if there is none */
SarapAccountRoles sarap_account_role (const char *word);

/**
 * sarap_account_add:
 * @db: a PostgreSQL database, as its administrator or owner
 * @login: the name to sign in with
 * @password: (nullable): the password, %NULL when the server signs people in otherwise; what goes
 *   to the server is its SCRAM verifier
 * @roles: what the person may do
 * @body_id: their body, 0 for none
 * @officer_id: which officer they are, 0 for none
 * @error: return location
 *
 * Makes a login role, and says who it is and what they may do here. A login that is there gets
 * these roles, body and officer in place of those it had.
 *
 * Returns: %TRUE when the person can sign in
 */
gboolean      sarap_account_add     (SarapDatabase *db, const char *login, const char *password,
                                     SarapAccountRoles roles, gint64 body_id, gint64 officer_id, GError **error);

/**
 * sarap_account_current:
 * @db: a database
 * @error: return location
 *
 * PostgreSQL: who is signed in; on SQLite everybody may do everything.
 *
 * Returns: (transfer full): who is signed in at the server; with a local file the person at the
 *   computer, who may do everything
 */
SarapAccount *sarap_account_current (SarapDatabase *db, GError **error);

G_END_DECLS

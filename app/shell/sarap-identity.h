#pragma once

#include "records/sarap-account.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapIdentity:
 * @login: the person's name in the database
 * @roles: the roles
 * @body_id: the person's body, 0 for the whole service
 * @body_code: its code, "" for the whole service
 * @body_kk: its name in Kazakh
 * @body_ru: its name in Russian
 * @central: whether the body is the agency itself
 * @local: whether the person chose the role (a local file); otherwise the account decides (a
 *   server)
 * @file_only_read: whether the local file is read-only, because it belongs to another user
 * @notice: (nullable): a sentence about what opening did to the local file
 * @may_edit: whether the person may change records of officers
 *
 * The person who acts. It is immutable; another person or role is another identity.
 */
typedef struct
{
  char *login;
  SarapAccountRoles roles;
  gint64 body_id;
  char *body_code;
  char *body_kk;
  char *body_ru;
  gboolean central;
  gboolean local;
  gboolean file_only_read;
  char *notice;
  gboolean may_edit;
} SarapIdentity;

#define SARAP_TYPE_IDENTITY (sarap_identity_get_type ())
GType sarap_identity_get_type (void);

/**
 * sarap_identity_new:
 * @login: the person's name in the database
 * @roles: the roles
 *
 * Returns: (transfer full): an identity without a body
 */
SarapIdentity *sarap_identity_new (const char *login, SarapAccountRoles roles);

/* (transfer full): a copy */
SarapIdentity *sarap_identity_copy (const SarapIdentity *self);
void sarap_identity_free (SarapIdentity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapIdentity, sarap_identity_free)

/**
 * sarap_identity_keeps_bodies:
 * @self: an identity
 *
 * Bodies and units belong to the whole service: the agency's HR changes them, as in the server's
 * policies.
 *
 * Returns: whether the person may change bodies and units
 */
gboolean sarap_identity_keeps_bodies (const SarapIdentity *self);

/**
 * sarap_identity_copies_all:
 * @self: an identity
 *
 * Only administrators and auditors of a server see everything, including accounts.
 *
 * Returns: whether the person can make a backup
 */
gboolean sarap_identity_copies_all (const SarapIdentity *self);

/**
 * sarap_identity_say_role:
 * @self: an identity
 *
 * Returns: (transfer full): the role, for people
 */
char *sarap_identity_say_role (const SarapIdentity *self);

/**
 * sarap_identity_say_body:
 * @self: an identity
 *
 * Returns: (transfer none): the name of the body, or a text for the whole service
 */
const char *sarap_identity_say_body (const SarapIdentity *self);

/**
 * sarap_identity_title_empty:
 * @self: an identity
 *
 * Returns: the heading of sarap_identity_explain_empty(): there are no officers, or none that the
 *   person may see
 */
const char *sarap_identity_title_empty (const SarapIdentity *self);

/**
 * sarap_identity_explain_empty:
 * @self: an identity
 *
 * Returns: why the person sees no officers, and what to do about it
 */
const char *sarap_identity_explain_empty (const SarapIdentity *self);

G_END_DECLS

#pragma once

#include "records/sarap-account.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SarapIdentity:
 * @login: the name the database knows the person by
 * @roles: what they act as
 * @body_id: their body, 0 for the whole service
 * @body_code: its code, "" for the whole service
 * @body_kk: its name in Kazakh
 * @body_ru: and in Russian
 * @central: whether their body is the agency itself
 * @local: whether they chose it themselves (a local file); else the server's roles say it
 * @file_only_read: whether the local file can only be read: it belongs to somebody else
 * @notice: (nullable): what was done about the local file when it was opened
 * @may_edit: whether they may change what is kept about officers
 *
 * Who acts. It does not change; somebody else acting is another one.
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
 * @login: the name the database knows the person by
 * @roles: what they act as
 *
 * Returns: (transfer full): an identity of no body
 */
SarapIdentity *sarap_identity_new (const char *login, SarapAccountRoles roles);

/* (transfer full): the same person */
SarapIdentity *sarap_identity_copy (const SarapIdentity *self);
void sarap_identity_free (SarapIdentity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapIdentity, sarap_identity_free)

/**
 * sarap_identity_keeps_bodies:
 * @self: an identity
 *
 * Bodies and units are those of the whole service: the agency's HR keeps them, as the server's
 * policies have it.
 *
 * Returns: whether they may change bodies and units
 */
gboolean sarap_identity_keeps_bodies (const SarapIdentity *self);

/**
 * sarap_identity_copies_all:
 * @self: an identity
 *
 * A server shows everything there is, accounts too, to its administrators and auditors alone.
 *
 * Returns: whether they can make a backup
 */
gboolean sarap_identity_copies_all (const SarapIdentity *self);

/**
 * sarap_identity_say_role:
 * @self: an identity
 *
 * Returns: (transfer full): what they act as, for people
 */
char *sarap_identity_say_role (const SarapIdentity *self);

/**
 * sarap_identity_say_body:
 * @self: an identity
 *
 * Returns: (transfer none): the name of their body, or that it is the whole service
 */
const char *sarap_identity_say_body (const SarapIdentity *self);

/**
 * sarap_identity_title_empty:
 * @self: an identity
 *
 * Returns: what stands over sarap_identity_explain_empty(): there are no officers, or none for them
 */
const char *sarap_identity_title_empty (const SarapIdentity *self);

/**
 * sarap_identity_explain_empty:
 * @self: an identity
 *
 * Returns: why they see no officer, and what is to be done about it
 */
const char *sarap_identity_explain_empty (const SarapIdentity *self);

G_END_DECLS

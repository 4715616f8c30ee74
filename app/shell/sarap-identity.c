#include "shell/sarap-identity.h"

#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (SarapIdentity, sarap_identity, sarap_identity_copy, sarap_identity_free)

/* Roles that see all files of a body or of the service */
#define SEES_BODY                                                                                  \
  (SARAP_ACCOUNT_HEAD | SARAP_ACCOUNT_AUDITOR | SARAP_ACCOUNT_ADMIN | SARAP_ACCOUNT_HR)

static const struct
{
  SarapAccountRoles role;
  const char *label;
} labels[] = {
  { SARAP_ACCOUNT_HR, N_ ("HR service") },
  { SARAP_ACCOUNT_HEAD, N_ ("Head") },
  { SARAP_ACCOUNT_SECRETARY, N_ ("Secretary of a commission") },
  { SARAP_ACCOUNT_MEMBER, N_ ("Member of a commission") },
  { SARAP_ACCOUNT_SUPERVISOR, N_ ("Supervisor") },
  { SARAP_ACCOUNT_AUDITOR, N_ ("Auditor, reads only") },
  { SARAP_ACCOUNT_ADMIN, N_ ("Administrator") },
  { SARAP_ACCOUNT_OFFICER, N_ ("Officer") },
};

SarapIdentity *
sarap_identity_new (const char *login, SarapAccountRoles roles)
{
  SarapIdentity *self = g_new0 (SarapIdentity, 1);

  self->login = g_strdup (login);
  self->roles = roles;
  self->may_edit = (roles & SARAP_ACCOUNT_HR) != 0;
  self->body_code = g_strdup ("");
  return self;
}

SarapIdentity *
sarap_identity_copy (const SarapIdentity *self)
{
  SarapIdentity *copy = g_memdup2 (self, sizeof *self);

  copy->login = g_strdup (self->login);
  copy->body_code = g_strdup (self->body_code);
  copy->body_kk = g_strdup (self->body_kk);
  copy->body_ru = g_strdup (self->body_ru);
  copy->notice = g_strdup (self->notice);
  return copy;
}

void
sarap_identity_free (SarapIdentity *self)
{
  g_free (self->login);
  g_free (self->notice);
  g_free (self->body_code);
  g_free (self->body_kk);
  g_free (self->body_ru);
  g_free (self);
}

gboolean
sarap_identity_keeps_bodies (const SarapIdentity *self)
{
  if (self->roles & SARAP_ACCOUNT_ADMIN)
    return TRUE;
  return self->may_edit && (self->central || (self->local && self->body_id == 0));
}

gboolean
sarap_identity_copies_all (const SarapIdentity *self)
{
  return self->local || (self->roles & (SARAP_ACCOUNT_ADMIN | SARAP_ACCOUNT_AUDITOR)) != 0;
}

char *
sarap_identity_say_role (const SarapIdentity *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (self->roles & labels[i].role)
      g_ptr_array_add (words, (gpointer) _ (labels[i].label));
  if (words->len == 0)
    return g_strdup (_ ("No role in this database"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

const char *
sarap_identity_say_body (const SarapIdentity *self)
{
  if (self->body_id == 0)
    return _ ("The whole service");
  return sarap_format_in_language (self->body_kk, self->body_ru);
}

const char *
sarap_identity_title_empty (const SarapIdentity *self)
{
  return self->may_edit || (self->roles & SEES_BODY) != 0 ? _ ("No officers yet")
                                                          : _ ("No files are open to you");
}

const char *
sarap_identity_explain_empty (const SarapIdentity *self)
{
  const SarapAccountRoles commission = SARAP_ACCOUNT_MEMBER | SARAP_ACCOUNT_SECRETARY;

  if (self->may_edit)
    return _ ("Bring in your staff from a folder of tables, add the first officer by hand, or look "
              "at a demonstration first.");
  if (self->roles & SEES_BODY)
    return _ ("The HR service brings in the officers. As soon as it has, they are shown here.");
  if (self->roles & commission)
    return _ ("Your role opens no files by itself: they come with the cases of your commission.");
  if (!(self->roles & SARAP_ACCOUNT_SUPERVISOR))
    return _ ("Your role shows your own file, but this account is not bound to an officer yet. The "
              "administrator binds it to one.");
  return _ ("Your role shows your own file and those of your people, but this account is not bound "
            "to an officer yet. The administrator binds it to one.");
}

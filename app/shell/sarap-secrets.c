#include "shell/sarap-secrets.h"

#include "sarap-config.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  SARAP_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  { { "database", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

void
sarap_secrets_find_async (const char *database,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  secret_password_lookup (&schema, cancellable, callback, user_data, "database", database, NULL);
}

char *
sarap_secrets_find_finish (GAsyncResult *result, GError **error)
{
  return secret_password_lookup_finish (result, error);
}

void
sarap_secrets_keep_async (const char *database,
                          const char *password,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *label = g_strdup_printf (_ ("Sarap: password for %s"), database);

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, NULL, callback,
                         user_data, "database", database, NULL);
}

gboolean
sarap_secrets_keep_finish (GAsyncResult *result, GError **error)
{
  return secret_password_store_finish (result, error);
}

void
sarap_secrets_forget (const char *database)
{
  secret_password_clear (&schema, NULL, NULL, NULL, "database", database, NULL);
}

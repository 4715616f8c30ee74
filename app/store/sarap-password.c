#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>

char *
sarap_database_encrypt_password (SarapDatabase *db,
                                 const char *login,
                                 const char *password,
                                 GError **error)
{
  char *verifier = NULL;
  char *copy;

  g_return_val_if_fail (db->name->engine == SARAP_ENGINE_POSTGRESQL, NULL);
  if (db->lost)
    {
      g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST,
                           _ ("The server cannot be reached. Nothing was written."));
      return NULL;
    }
  if (!(verifier = PQencryptPasswordConn (db->pg, password, login, "scram-sha-256")))
    {
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                   _ ("The password of %s cannot be used: %s"), login, PQerrorMessage (db->pg));
      return NULL;
    }
  copy = g_strdup (verifier);
  PQfreemem (verifier);
  return copy;
}

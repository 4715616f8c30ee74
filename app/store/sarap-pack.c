#include "store/sarap-pack.h"

#include "store/sarap-store-error.h"

#include <libgda/gda-connection-private.h>
#include <sqlite3.h>

/* How libgda 5.2.10's SQLite provider begins what it keeps of a connection: meson.build holds the
   version to it */
typedef struct
{
  GdaConnection *connection;
  sqlite3 *sqlite;
} ProviderData;

/* Adds the values of a row, each ended by a comma, and a semicolon */
static void
pack_step (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_str **packed = sqlite3_aggregate_context (context, sizeof *packed);

  if (packed == NULL)
    return sqlite3_result_error_nomem (context);
  if (*packed == NULL)
    *packed = sqlite3_str_new (sqlite3_context_db_handle (context));
  for (int i = 0; i < n_values; i++)
    {
      const char *text = (const char *) sqlite3_value_text (values[i]);

      if (text != NULL)
        sqlite3_str_append (*packed, text, sqlite3_value_bytes (values[i]));
      sqlite3_str_appendchar (*packed, 1, ',');
    }
  sqlite3_str_appendchar (*packed, 1, ';');
}

static void
pack_final (sqlite3_context *context)
{
  sqlite3_str **packed = sqlite3_aggregate_context (context, 0);
  int length;

  if (packed == NULL || *packed == NULL)
    return sqlite3_result_null (context);
  if (sqlite3_str_errcode (*packed) != SQLITE_OK)
    {
      sqlite3_result_error_code (context, sqlite3_str_errcode (*packed));
      sqlite3_free (sqlite3_str_finish (*packed));
      return;
    }
  length = sqlite3_str_length (*packed);
  sqlite3_result_text (context, sqlite3_str_finish (*packed), length, sqlite3_free);
}

gboolean
sarap_pack_install (GdaConnection *connection, GError **error)
{
  ProviderData *data = gda_connection_internal_get_provider_data (connection);

  if (data != NULL && data->connection == connection &&
      sqlite3_create_function (data->sqlite, "sarap_pack", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                               NULL, NULL, pack_step, pack_final) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       "libgda's SQLite provider is not of the version 5.2.10");
  return FALSE;
}

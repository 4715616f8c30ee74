#define _GNU_SOURCE
#include "store/sarap-sqlite.h"

#include "store/sarap-sqlite-audit.h"
#include "store/sarap-store-error.h"

#include <libgda/gda-connection-private.h>
#include <sqlite3.h>
#include <string.h>

/* Letters of a 64-bit number with its sign */
#define INTEGER_TEXT 20
#define SMALLEST_PACK 4096

/* The first members of what libgda 5.2.10's SQLite provider keeps of a connection. meson.build
   requires this version. */
typedef struct
{
  GdaConnection *connection;
  sqlite3 *sqlite;
} ProviderData;

/* The packed text so far; initialized with zeroes */
typedef struct
{
  char *text;
  gsize length, size;
} Pack;

/* The address for the next @more bytes */
static char *
make_room (Pack *pack, gsize more)
{
  if (pack->size - pack->length < more)
    {
      pack->size = MAX (2 * pack->size, pack->length + more + SMALLEST_PACK);
      pack->text = g_realloc (pack->text, pack->size);
    }
  return pack->text + pack->length;
}

/* SQLite's own formatting of a number takes several times as long, and most values are numbers */
static gsize
write_integer (char *text, gint64 value)
{
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  char digits[INTEGER_TEXT], *at = digits + sizeof digits;

  do
    *--at = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  memcpy (text, at, digits + sizeof digits - at);
  return digits + sizeof digits - at;
}

/* Adds the values of a row, each ended by a comma, and a semicolon */
static void
pack_step (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Pack *pack = sqlite3_aggregate_context (context, sizeof *pack);

  if (pack == NULL)
    return sqlite3_result_error_nomem (context);
  for (int i = 0; i < n_values; i++)
    if (sqlite3_value_type (values[i]) == SQLITE_INTEGER)
      {
        pack->length +=
            write_integer (make_room (pack, INTEGER_TEXT + 1), sqlite3_value_int64 (values[i]));
        pack->text[pack->length++] = ',';
      }
    else
      {
        const char *text = (const char *) sqlite3_value_text (values[i]);
        gsize length = text != NULL ? sqlite3_value_bytes (values[i]) : 0;
        char *at = make_room (pack, length + 1);

        if (length > 0)
          memcpy (at, text, length);
        at[length] = ',';
        pack->length += length + 1;
      }
  *make_room (pack, 1) = ';';
  pack->length++;
}

static void
pack_final (sqlite3_context *context)
{
  Pack *pack = sqlite3_aggregate_context (context, 0);

  if (pack == NULL)
    return sqlite3_result_null (context);
  /* the text would end there for its reader; the message says that the database is damaged */
  if (memchr (pack->text, '\0', pack->length) != NULL)
    {
      g_free (pack->text);
      return sqlite3_result_error (context, "malformed text", -1);
    }
  sqlite3_result_text64 (context, pack->text, pack->length, g_free, SQLITE_UTF8);
}

/* SQLite's instr() examines letter after letter, and a search reads all names */
static void
find_position (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *part = (const char *) sqlite3_value_text (values[1]);
  const char *hit = NULL;

  if (text != NULL && part != NULL)
    hit = memmem (text, sqlite3_value_bytes (values[0]), part, sqlite3_value_bytes (values[1]));
  sqlite3_result_int64 (context, hit != NULL ? hit - text + 1 : 0);
}

static sqlite3 *
sqlite_of (GdaConnection *connection)
{
  ProviderData *data = gda_connection_internal_get_provider_data (connection);

  return data != NULL && data->connection == connection ? data->sqlite : NULL;
}

const char *
sarap_sqlite_path (GdaConnection *connection)
{
  sqlite3 *sqlite = sqlite_of (connection);

  return sqlite != NULL ? sqlite3_db_filename (sqlite, "main") : NULL;
}

gboolean
sarap_sqlite_add_functions (GdaConnection *connection, SarapSqliteSession *session, GError **error)
{
  static const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3 *sqlite = sqlite_of (connection);

  if (sqlite != NULL &&
      sqlite3_create_function (sqlite, "sarap_pack", -1, flags, NULL, NULL, pack_step,
                               pack_final) == SQLITE_OK &&
      sqlite3_create_function (sqlite, "sarap_position", 2, flags, NULL, find_position, NULL,
                               NULL) == SQLITE_OK &&
      sarap_sqlite_add_audit_functions (sqlite, session) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       "libgda's SQLite provider is not of the version 5.2.10");
  return FALSE;
}

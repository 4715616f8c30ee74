#include "store/sarap-dialect.h"

#include <string.h>

static gboolean
is_sqlite (SarapDatabase *db)
{
  return sarap_database_engine (db) == SARAP_ENGINE_SQLITE;
}

const char *
sarap_dialect_position (SarapDatabase *db)
{
  return is_sqlite (db) ? "sarap_position" : "strpos";
}

const char *
sarap_dialect_damage (SarapDatabase *db)
{
  return is_sqlite (db) ? "SELECT integrity_check FROM pragma_integrity_check (100) "
                          "WHERE integrity_check <> 'ok'"
                        : "SELECT 'nothing' WHERE false";
}

static void
append_column (GString *sql, gboolean sqlite, guint index, const char *name, const char *type)
{
  gboolean integer = g_str_equal (type, "integer");

  if (!sqlite)
    g_string_append_printf (sql, ", (line.cells ->> %u)::%s AS \"%s\"", index,
                            integer ? "bigint" : type, name);
  else if (integer)
    g_string_append_printf (sql, ", CAST (value ->> %u AS INTEGER) AS \"%s\"", index, name);
  else
    g_string_append_printf (sql, ", value ->> %u AS \"%s\"", index, name);
}

char *
sarap_dialect_rows (SarapDatabase *db, const char *columns)
{
  gboolean sqlite = is_sqlite (db);
  GString *sql = g_string_new (sqlite ? "(SELECT key AS n" : "(SELECT line.place - 1 AS n");
  g_auto (GStrv) column = g_strsplit (columns, ",", -1);

  for (guint i = 0; column[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (column[i]), " ", 2);

      g_assert (g_strv_length (words) == 2);
      append_column (sql, sqlite, i, words[0], words[1]);
    }
  g_string_append (sql, sqlite ? " FROM json_each (:rows))"
                               : " FROM jsonb_array_elements (:rows::jsonb) WITH ORDINALITY "
                                 "AS line (cells, place))");
  return g_string_free (sql, FALSE);
}

char *
sarap_dialect_packed (SarapDatabase *db, const char *columns)
{
  g_auto (GStrv) column = NULL;
  g_autofree char *joined = NULL;

  if (is_sqlite (db))
    return g_strdup_printf ("sarap_pack (%s)", columns);
  column = g_strsplit (columns, ",", -1);
  joined = g_strjoinv (", ',',", column);
  return g_strdup_printf ("string_agg (concat (%s, ',;'), '')", joined);
}

static void
append_digested (GString *sql, const char *const *columns, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (sql,
                            "%1$sCASE WHEN \"%2$s\" IS NULL THEN '-' ELSE"
                            " octet_length (\"%2$s\"::text) || ':' || \"%2$s\" || ',' END",
                            i > from ? ", " : "", columns[i]);
}

static char *
digest_on_server (const char *const *columns, guint n_first, guint n)
{
  GString *sql = g_string_new ("encode (substr (sha256 (convert_to (concat (");

  append_digested (sql, columns, 0, n_first);
  g_string_append (sql, ")");
  if (n > n_first)
    {
      g_string_append (sql, " || rtrim (concat (");
      append_digested (sql, columns, n_first, n);
      g_string_append (sql, "), '-')");
    }
  g_string_append (sql, ", 'UTF8')), 1, 15), 'base64')");
  return g_string_free (sql, FALSE);
}

char *
sarap_dialect_digest (SarapDatabase *db, const char *const *columns, guint n_first)
{
  GString *sql;

  if (!is_sqlite (db))
    return digest_on_server (columns, n_first, g_strv_length ((char **) columns));
  sql = g_string_new ("sarap_digest (");
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s\"%s\"", i > 0 ? ", " : "",
                            i == n_first ? SARAP_DIALECT_LATER ", " : "", columns[i]);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

char *
sarap_dialect_tail (SarapDatabase *db, const char *text, guint length)
{
  return is_sqlite (db) ? g_strdup_printf ("substr (%s, -%u)", text, length)
                        : g_strdup_printf ("right (%s, %u)", text, length);
}

char *
sarap_dialect_bounded (SarapDatabase *db, const char *text, guint n_bytes)
{
  return is_sqlite (db) ? g_strdup_printf ("CASE WHEN length (CAST (%s AS blob)) <= %u"
                                           " AND instr (CAST (%s AS blob), x'00') = 0 THEN %s END",
                                           text, n_bytes, text, text)
                        : g_strdup (text);
}

char *
sarap_dialect_among (SarapDatabase *db, const char *column)
{
  return is_sqlite (db) ? g_strdup ("")
                        : g_strdup_printf (" AND %s = ANY (:ids::bigint[])", column);
}

void
sarap_dialect_bind_ids (SarapQuery *query, gconstpointer ids, guint n_ids, gsize stride)
{
  g_autoptr (GString) array = g_string_new ("{");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (array, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            *(const gint64 *) ((const char *) ids + i * stride));
  g_string_append_c (array, '}');
  sarap_query_text (query, "ids", array->str);
}

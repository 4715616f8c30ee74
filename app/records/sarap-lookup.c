#include "records/sarap-lookup.h"

#include "records/sarap-text.h"
#include "rules/sarap-iin.h"

#include <glib/gi18n-lib.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* @key: (transfer full) (nullable): the clean form of the given text, if it differs */
static gint64
lookup (SarapDatabase *db,
        const char *sql,
        const char *given,
        char *key,
        const char *sentence,
        GError **error)
{
  g_autofree char *clean = key;
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "key", clean != NULL ? clean : given);
  if ((rows = sarap_database_select (db, query, "i", error)) == NULL)
    return 0;
  if (sarap_rows_count (rows) > 0)
    return sarap_rows_integer (rows, 0, 0);
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND, sentence, given);
  return 0;
}

#pragma GCC diagnostic pop

gint64
sarap_lookup_body (SarapDatabase *db, const char *code, GError **error)
{
  return lookup (db, "SELECT id FROM body WHERE code = :key", code, sarap_text_clean (code),
                 _ ("There is no body with the code %s."), error);
}

gint64
sarap_lookup_officer (SarapDatabase *db, const char *iin, GError **error)
{
  return lookup (db, "SELECT id FROM officer WHERE iin = :key", iin, sarap_iin_clean (iin),
                 _ ("There is no officer with the IIN %s, or you may not see them."), error);
}

gboolean
sarap_lookup_any (SarapDatabase *db, gboolean *any, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT CASE WHEN EXISTS (SELECT 1 FROM body) OR "
                       "EXISTS (SELECT 1 FROM officer) THEN 1 ELSE 0 END");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  *any = rows != NULL && sarap_rows_integer (rows, 0, 0) != 0;
  return rows != NULL;
}

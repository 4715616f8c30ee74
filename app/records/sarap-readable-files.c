#include "records/sarap-readable-files.h"

#include "store/sarap-dialect.h"
#include "store/sarap-json.h"

struct _SarapReadableFiles
{
  SarapDatabase *db;
  GHashTable *ids; /* IIN → gint64 *; NULL if every file may be read: an index finds it then */
};

static gboolean
reads_all (SarapDatabase *db, gboolean *all, GError **error)
{
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;

  *all = sarap_database_engine (db) == SARAP_ENGINE_SQLITE;
  if (*all)
    return TRUE;
  query = sarap_query_new ("SELECT sarap_reads_all ()::integer");
  if ((rows = sarap_database_select (db, query, "i", error)) == NULL)
    return FALSE;
  *all = sarap_rows_integer (rows, 0, 0) != 0;
  return TRUE;
}

static gboolean
list (SarapReadableFiles *self, GError **error)
{
  /* the server plans a query without parameters only once, perhaps for tables that are still
     empty */
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT id, iin FROM officer WHERE id > :none");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_integer (query, "none", 0);
  if ((rows = sarap_database_select (self->db, query, "it", error)) == NULL)
    return FALSE;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      gint64 id = sarap_rows_integer (rows, row, 0);

      g_hash_table_insert (self->ids, g_strdup (sarap_rows_text (rows, row, 1)),
                           g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

SarapReadableFiles *
sarap_readable_files_new (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapReadableFiles) self = g_new0 (SarapReadableFiles, 1);
  gboolean all;

  self->db = db;
  if (!reads_all (db, &all, error) || (!all && !list (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
sarap_readable_files_free (SarapReadableFiles *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

gboolean
sarap_readable_files_are_listed (SarapReadableFiles *self)
{
  return self->ids != NULL;
}

gint64
sarap_readable_files_find (SarapReadableFiles *self, const char *iin)
{
  const gint64 *id = g_hash_table_lookup (self->ids, iin);

  return id != NULL ? *id : 0;
}

static gboolean
look_up (SarapDatabase *db, const char *const *iins, guint n_iins, gint64 *ids, GError **error)
{
  g_autofree char *given = sarap_dialect_rows (db, "iin text");
  g_autofree char *sql =
      g_strdup_printf ("SELECT r.n, officer.id FROM %s r JOIN officer USING (iin)", given);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (SarapRows) rows = NULL;

  for (guint i = 0; i < n_iins; i++)
    {
      g_string_append (json, i > 0 ? ",[" : "[");
      sarap_json_append (json, iins[i]);
      g_string_append_c (json, ']');
      ids[i] = 0;
    }
  g_string_append_c (json, ']');
  sarap_query_text (query, "rows", json->str);
  if ((rows = sarap_database_select (db, query, "ii", error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    ids[sarap_rows_integer (rows, row, 0)] = sarap_rows_integer (rows, row, 1);
  return TRUE;
}

gboolean
sarap_readable_files_find_many (
    SarapReadableFiles *self, const char *const *iins, guint n_iins, gint64 *ids, GError **error)
{
  if (self->ids == NULL)
    return look_up (self->db, iins, n_iins, ids, error);
  for (guint i = 0; i < n_iins; i++)
    ids[i] = sarap_readable_files_find (self, iins[i]);
  return TRUE;
}

gboolean
sarap_readable_files_exist (SarapReadableFiles *self,
                            const char *const *iins,
                            guint n_iins,
                            gboolean *found,
                            GError **error)
{
  g_autofree gint64 *ids = g_new0 (gint64, n_iins + 1);

  if (!sarap_readable_files_find_many (self, iins, n_iins, ids, error))
    return FALSE;
  for (guint i = 0; i < n_iins; i++)
    found[i] = ids[i] != 0;
  return TRUE;
}

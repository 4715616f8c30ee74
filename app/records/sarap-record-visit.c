#include "records/sarap-record-store.h"

#include "records/sarap-record-sql.h"

#include <string.h>

/* Officers whose records are read by one query */
#define SLICE 500

/* The IIN of the last officer of the next slice after @after; NULL without an error at the end */
static char *
end_of_slice (SarapDatabase *db, const char *after, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT max (iin) FROM (SELECT iin FROM officer WHERE iin > :after "
                       "ORDER BY iin LIMIT :slice) slice");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "after", after);
  sarap_query_integer (query, "slice", SLICE);
  if ((rows = sarap_database_select (db, query, "t", error)) == NULL)
    return NULL;
  return g_strdup (sarap_rows_text (rows, 0, 0));
}

static gboolean
visit_rows (const SarapRecordType *type,
            SarapRows *rows,
            SarapRecordVisit visit,
            gpointer data,
            GError **error)
{
  g_autofree const char **values = g_new0 (const char *, type->n_fields);

  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      for (guint i = 0; i < type->n_fields; i++)
        values[i] = sarap_rows_text (rows, row, i);
      if (!visit (values, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_query (SarapDatabase *db,
             const SarapRecordType *type,
             gboolean whole,
             SarapQuery *query,
             SarapRecordVisit visit,
             gpointer data,
             GError **error)
{
  g_autofree char *letters = g_strnfill (type->n_fields, 't');
  g_autoptr (SarapRows) rows = NULL;

  for (guint i = 0; whole && i < type->n_fields; i++)
    if (type->fields[i].flags & SARAP_FIELD_REQUIRED)
      letters[i] = 'T';
  rows = sarap_database_select (db, query, letters, error);
  return rows != NULL && visit_rows (type, rows, visit, data, error);
}

static gboolean
visit_slices (SarapDatabase *db,
              const SarapRecordType *type,
              gboolean whole,
              const char *sql,
              SarapRecordVisit visit,
              gpointer data,
              GError **error)
{
  g_autofree char *after = g_strdup ("");

  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new (sql);
      g_autofree char *last = end_of_slice (db, after, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (last == NULL)
        return TRUE;
      /* SQLite sorts a blob, or a text with a zero byte, so that it would be read again for ever */
      if (strcmp (last, after) <= 0)
        return sarap_store_error_damaged (error);
      sarap_query_text (query, "after", after);
      sarap_query_text (query, "last", last);
      if (!visit_query (db, type, whole, query, visit, data, error))
        return FALSE;
      g_free (after);
      after = g_steal_pointer (&last);
    }
}

static gboolean
visit_records (SarapDatabase *db,
               const SarapRecordType *type,
               gboolean whole,
               SarapRecordVisit visit,
               gpointer data,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  gboolean by_officer = type == &sarap_officer_type || type->owner == SARAP_OWNER_OFFICER;
  const char *iin = type == &sarap_officer_type ? "t.iin" : "o.iin";
  g_autoptr (SarapQuery) query = NULL;

  sarap_record_sql_columns (type, sql);
  sarap_record_sql_from (type, sql);
  if (by_officer)
    g_string_append_printf (sql, " WHERE %s > :after AND %s <= :last", iin, iin);
  sarap_record_sql_order (type, sql);
  if (by_officer)
    return visit_slices (db, type, whole, sql->str, visit, data, error);
  query = sarap_query_new (sql->str);
  return visit_query (db, type, whole, query, visit, data, error);
}

gboolean
sarap_records_visit (SarapDatabase *db,
                     const SarapRecordType *type,
                     SarapRecordVisit visit,
                     gpointer data,
                     GError **error)
{
  return visit_records (db, type, TRUE, visit, data, error);
}

gboolean
sarap_records_visit_damaged (SarapDatabase *db,
                             const SarapRecordType *type,
                             SarapRecordVisit visit,
                             gpointer data,
                             GError **error)
{
  return visit_records (db, type, FALSE, visit, data, error);
}

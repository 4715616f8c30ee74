#include "records/sarap-record-store.h"

#include "base/sarap-log.h"
#include "records/sarap-record-computed.h"
#include "records/sarap-record-sql.h"
#include "store/sarap-dialect.h"
#include "store/sarap-json.h"

#include <glib/gi18n-lib.h>

struct _SarapRecordBatch
{
  const SarapRecordType *type;
  GString *json; /* an array of arrays, without the last bracket */
  guint count;
  int officer;     /* index of the field with the officer of a record; -1: none */
  GPtrArray *iins; /* char *, the officers of the records in order, mostly once each */
};

SarapRecordBatch *
sarap_record_batch_new (const SarapRecordType *type)
{
  SarapRecordBatch *self = g_new0 (SarapRecordBatch, 1);

  self->type = type;
  self->json = g_string_new ("[");
  self->officer = type == &sarap_officer_type || type->owner == SARAP_OWNER_OFFICER
                      ? sarap_record_type_field (type, "iin")
                      : -1;
  self->iins = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sarap_record_batch_free (SarapRecordBatch *self)
{
  g_string_free (self->json, TRUE);
  g_ptr_array_unref (self->iins);
  g_free (self);
}

guint
sarap_record_batch_count (SarapRecordBatch *self)
{
  return self->count;
}

void
sarap_record_batch_clear (SarapRecordBatch *self)
{
  g_string_truncate (self->json, 1);
  g_ptr_array_set_size (self->iins, 0);
  self->count = 0;
}

static void
append_value (GString *json, const SarapField *field, const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;
  if (value != NULL && field->type == SARAP_FIELD_INTEGER)
    g_string_append (json, value);
  else
    sarap_json_append (json, value);
}

/* The records of one officer mostly follow each other */
static void
add_iin (GPtrArray *iins, const char *iin)
{
  if (iins->len == 0 || !g_str_equal (iins->pdata[iins->len - 1], iin))
    g_ptr_array_add (iins, g_strdup (iin));
}

void
sarap_record_batch_add (SarapRecordBatch *self, const char *const *values)
{
  g_string_append (self->json, self->count++ > 0 ? ",[" : "[");
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (self->json, ',');
      append_value (self->json, &self->type->fields[i], values[i]);
    }
  if (self->type == &sarap_officer_type)
    {
      g_auto (SarapRecordComputed) computed = { NULL };

      sarap_record_computed_init (&computed, values);
      g_string_append_c (self->json, ',');
      sarap_json_append (self->json, computed.sort_key);
      g_string_append_c (self->json, ',');
      sarap_json_append (self->json, computed.search_key);
      g_string_append_c (self->json, ',');
      sarap_json_append (self->json, computed.loose_key);
    }
  g_string_append_c (self->json, ']');
  if (self->officer >= 0)
    add_iin (self->iins, values[self->officer]);
}

/* The rows of the batch as a table expression */
static char *
rows_of_batch (SarapRecordBatch *self, SarapDatabase *db)
{
  g_autofree char *columns = sarap_record_sql_rows (self->type);

  return sarap_dialect_rows (db, columns);
}

static SarapQuery *
query_over_rows (SarapRecordBatch *self, const char *sql)
{
  SarapQuery *query = sarap_query_new (sql);

  g_string_append_c (self->json, ']');
  sarap_query_text (query, "rows", self->json->str);
  g_string_truncate (self->json, self->json->len - 1);
  return query;
}

/* No person has rights on the tables, and the views would write row after row */
static gboolean
write_on_server (SarapRecordBatch *self, SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT sarap_write_rows (:record, :rows::jsonb)");
  g_autoptr (SarapRows) rows = NULL;

  g_string_append_c (self->json, ']');
  sarap_query_text (query, "record", self->type->name);
  sarap_query_text (query, "rows", self->json->str);
  g_string_truncate (self->json, self->json->len - 1);
  rows = sarap_database_select (db, query, "i", error);
  return rows != NULL;
}

gboolean
sarap_record_batch_write (SarapRecordBatch *self, SarapDatabase *db, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("records written together");
  g_autofree char *rows = NULL, *sql = NULL;
  g_autoptr (SarapQuery) query = NULL;

  timed.rows = self->count;
  if (self->count == 0)
    return TRUE;
  if (sarap_database_engine (db) == SARAP_ENGINE_POSTGRESQL)
    return write_on_server (self, db, error);
  rows = rows_of_batch (self, db);
  sql = sarap_record_sql_write_many (self->type, rows);
  query = query_over_rows (self, sql);
  return sarap_database_execute (db, query, error) >= 0;
}

/* Lists the officers of the batch whose files the person may read */
static void
bind_files (SarapRecordBatch *self, SarapReadableFiles *files, SarapQuery *query)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->iins->len; i++)
    {
      gint64 id = sarap_readable_files_find (files, self->iins->pdata[i]);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  sarap_dialect_bind_ids (query, ids->data, ids->len, sizeof (gint64));
}

typedef char *(*MakeSql) (SarapDatabase *db,
                          const SarapRecordType *type,
                          const char *rows,
                          gboolean by_ids);

/* Calls @compared for each pair of a row and a record of the statement */
static gboolean
visit_matches (SarapRecordBatch *self,
               SarapDatabase *db,
               SarapReadableFiles *files,
               MakeSql make_sql,
               SarapRecordCompared compared,
               gpointer data,
               GError **error)
{
  g_autofree char *given = NULL, *sql = NULL;
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GString) letters = g_string_new ("iii");
  g_autofree const char **before = g_new0 (const char *, self->type->n_fields);
  gboolean by_ids = self->officer >= 0 && sarap_readable_files_are_listed (files);

  if (self->count == 0)
    return TRUE;
  for (guint i = 0; i < self->type->n_fields; i++)
    g_string_append_c (letters, 't');
  given = rows_of_batch (self, db);
  sql = make_sql (db, self->type, given, by_ids);
  query = query_over_rows (self, sql);
  if (by_ids)
    bind_files (self, files, query);
  if ((rows = sarap_database_select (db, query, letters->str, error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      gint64 id = sarap_rows_integer (rows, row, 1);

      for (guint i = 0; i < self->type->n_fields; i++)
        before[i] = sarap_rows_text (rows, row, 3 + i);
      compared (sarap_rows_integer (rows, row, 0), id, sarap_rows_integer (rows, row, 2),
                id != 0 ? before : NULL, data);
    }
  return TRUE;
}

gboolean
sarap_record_batch_compare (SarapRecordBatch *self,
                            SarapDatabase *db,
                            SarapReadableFiles *files,
                            SarapRecordCompared compared,
                            gpointer data,
                            GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("records compared together");

  timed.rows = self->count;
  return visit_matches (self, db, files, sarap_record_sql_compare, compared, data, error);
}

gboolean
sarap_record_batch_find_similar (SarapRecordBatch *self,
                                 SarapDatabase *db,
                                 SarapReadableFiles *files,
                                 SarapRecordCompared found,
                                 gpointer data,
                                 GError **error)
{
  return visit_matches (self, db, files, sarap_record_sql_similar, found, data, error);
}

gboolean
sarap_record_type_any (SarapDatabase *db,
                       const SarapRecordType *type,
                       gboolean *any,
                       GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM %s LIMIT 1) AS t", type->name);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  *any = rows != NULL && sarap_rows_integer (rows, 0, 0) > 0;
  return rows != NULL;
}

#include "records/sarap-record-store.h"

#include "records/sarap-lookup.h"
#include "records/sarap-record-computed.h"
#include "records/sarap-record-sql.h"

#include <glib/gi18n-lib.h>

/* The letters of the columns id, version, officer and all fields, for sarap_database_select() */
static void
column_letters (const SarapRecordType *type, char *letters)
{
  guint n = 0;

  letters[n++] = 'I';
  letters[n++] = 'I';
  letters[n++] = 'I';
  for (guint i = 0; i < type->n_fields; i++)
    letters[n++] = type->fields[i].flags & SARAP_FIELD_REQUIRED ? 'T' : 't';
  letters[n] = '\0';
}

/* The values that the rules compute with: every reader of a record may rely on them */
static gboolean
is_sound (const SarapField *field, const char *value)
{
  SarapDate date;

  if (value == NULL)
    return TRUE;
  if (field->type == SARAP_FIELD_DATE)
    return sarap_date_parse (value, -1, &date);
  return field->type != SARAP_FIELD_CODE || sarap_code_find (field->codes, value, -1) > 0;
}

static SarapRecord *
record_from_row (const SarapRecordType *type, SarapRows *rows, guint row, GError **error)
{
  g_autoptr (SarapRecord) record = sarap_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *value = sarap_rows_text (rows, row, 3 + i);

      if (!is_sound (&type->fields[i], value))
        {
          sarap_store_error_damaged (error);
          return NULL;
        }
      sarap_record_set (record, type->fields[i].name, value);
    }
  sarap_record_set_identity (record, sarap_rows_integer (rows, row, 0),
                             sarap_rows_integer (rows, row, 1));
  sarap_record_set_officer_id (record, sarap_rows_integer (rows, row, 2));
  return g_steal_pointer (&record);
}

/* @id, @officer_id: the record and its officer, 0 for any */
static SarapRows *
select_records (
    SarapDatabase *db, const SarapRecordType *type, gint64 id, gint64 officer_id, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT t.id, t.version, ");
  g_autoptr (SarapQuery) query = NULL;
  char letters[SARAP_RECORD_FIELDS_MOST + 4];

  g_assert (type->n_fields <= SARAP_RECORD_FIELDS_MOST);
  g_string_append_printf (sql, "%s, ", sarap_record_sql_officer (type));
  sarap_record_sql_columns (type, sql);
  sarap_record_sql_from (type, sql);
  g_string_append (sql, id != 0 ? " WHERE t.id = :id" : " WHERE true");
  if (officer_id != 0)
    g_string_append_printf (sql, " AND %s = :officer_id", sarap_record_sql_officer (type));
  sarap_record_sql_order (type, sql);
  query = sarap_query_new (sql->str);
  if (id != 0)
    sarap_query_integer (query, "id", id);
  if (officer_id != 0)
    sarap_query_integer (query, "officer_id", officer_id);
  column_letters (type, letters);
  return sarap_database_select (db, query, letters, error);
}

static GPtrArray *
records_from_rows (const SarapRecordType *type, SarapRows *rows, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      SarapRecord *record = record_from_row (type, rows, row, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

SarapRecord *
sarap_record_load (
    SarapDatabase *db, const SarapRecordType *type, gint64 id, gint64 officer_id, GError **error)
{
  g_autoptr (SarapRows) rows = select_records (db, type, id, officer_id, error);

  if (rows == NULL)
    return NULL;
  if (sarap_rows_count (rows) == 0)
    {
      g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND,
                           _ ("The record is not there any more, or you may not see it."));
      return NULL;
    }
  return record_from_row (type, rows, 0, error);
}

GPtrArray *
sarap_records_of_officer (SarapDatabase *db,
                          const SarapRecordType *type,
                          gint64 officer_id,
                          GError **error)
{
  g_autoptr (SarapRows) rows = select_records (db, type, 0, officer_id, error);

  return rows != NULL ? records_from_rows (type, rows, error) : NULL;
}

GPtrArray *
sarap_records_all (SarapDatabase *db, const SarapRecordType *type, GError **error)
{
  g_autoptr (SarapRows) rows = select_records (db, type, 0, 0, error);

  return rows != NULL ? records_from_rows (type, rows, error) : NULL;
}

/* The type of a field's text: that of the last field of the key for a reference */
static SarapFieldType
type_of_text (const SarapField *field)
{
  SarapFieldType type = field->type;

  for (guint i = 0; type == SARAP_FIELD_REFERENCE && i < field->refers->n_fields; i++)
    if ((field->refers->fields[i].flags & SARAP_FIELD_KEY) &&
        field->refers->fields[i].type != SARAP_FIELD_REFERENCE)
      type = field->refers->fields[i].type;
  return type;
}

static void
bind_field (SarapQuery *query, const SarapField *field, const char *value)
{
  SarapDate date;

  if (value == NULL)
    return;
  switch (type_of_text (field))
    {
    case SARAP_FIELD_DATE:
      if (sarap_date_parse (value, -1, &date))
        sarap_query_date (query, field->name, date);
      break;
    case SARAP_FIELD_INTEGER:
      sarap_query_integer (query, field->name, g_ascii_strtoll (value, NULL, 10));
      break;
    default:
      sarap_query_text (query, field->name, value);
      break;
    }
}

gboolean
sarap_records_any (SarapDatabase *db,
                   const SarapRecordType *type,
                   const SarapField *field,
                   gboolean *any,
                   GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" IS NOT NULL LIMIT 1",
                                          type->name, field != NULL ? field->name : "id");
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  if (rows == NULL)
    return FALSE;
  *any = sarap_rows_count (rows) > 0;
  return TRUE;
}

static void
bind_record (SarapQuery *query, SarapRecord *record)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);
  const char *const *values = sarap_record_values (record);

  for (guint i = 0; i < type->n_fields; i++)
    bind_field (query, &type->fields[i], values[i]);
  if (sarap_record_get_officer_id (record) != 0)
    sarap_query_integer (query, "officer_id", sarap_record_get_officer_id (record));
  if (type == &sarap_officer_type)
    {
      g_auto (SarapRecordComputed) computed = { NULL };

      sarap_record_computed_init (&computed, values);
      sarap_query_text (query, "sort_key", computed.sort_key);
      sarap_query_text (query, "search_key", computed.search_key);
      sarap_query_text (query, "loose_key", computed.loose_key);
    }
}

gboolean
sarap_record_insert (SarapDatabase *db, SarapRecord *record, GError **error)
{
  g_autofree char *sql = sarap_record_sql_insert (sarap_record_get_record_type (record));
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  gint64 id;

  bind_record (query, record);
  if ((id = sarap_database_insert (db, query, error)) == 0)
    return FALSE;
  sarap_record_set_identity (record, id, 1);
  if (sarap_record_get_record_type (record) == &sarap_officer_type)
    sarap_record_set_officer_id (record, id);
  return TRUE;
}

static gboolean
refuse_conflict (GError **error)
{
  g_set_error_literal (
      error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT,
      _ ("Somebody else changed this record in the meantime. Nothing was written."));
  return FALSE;
}

gboolean
sarap_record_update (SarapDatabase *db, SarapRecord *record, GError **error)
{
  g_autofree char *sql = sarap_record_sql_update (sarap_record_get_record_type (record),
                                                  sarap_record_get_officer_id (record) != 0);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  gint64 id = sarap_record_get_id (record), version = sarap_record_get_version (record);
  gint64 n_updated;

  bind_record (query, record);
  sarap_query_integer (query, "id", id);
  sarap_query_integer (query, "version", version);
  if ((n_updated = sarap_database_execute (db, query, error)) < 0)
    return FALSE;
  if (n_updated == 0)
    return refuse_conflict (error);
  sarap_record_set_identity (record, id, version + 1);
  return TRUE;
}

gboolean
sarap_record_delete (SarapDatabase *db, SarapRecord *record, GError **error)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);
  gint64 officer_id = sarap_record_get_officer_id (record), n_deleted;
  g_autoptr (GString) sql = g_string_new ("DELETE FROM ");
  g_autoptr (SarapQuery) query = NULL;

  g_string_append (sql, type->name);
  sarap_record_sql_same (type, officer_id != 0, sql);
  query = sarap_query_new (sql->str);
  if (officer_id != 0)
    sarap_query_integer (query, "officer_id", officer_id);
  sarap_query_integer (query, "id", sarap_record_get_id (record));
  sarap_query_integer (query, "version", sarap_record_get_version (record));
  if ((n_deleted = sarap_database_execute (db, query, error)) < 0)
    return FALSE;
  return n_deleted > 0 || refuse_conflict (error);
}

#include "records/sarap-record-sql.h"

#include "store/sarap-dialect.h"

const char *const sarap_record_sql_computed[] = { "sort_key", "search_key", "loose_key", NULL };

/* Whether a kind of record has a field of a type */
gboolean
sarap_record_sql_has (const SarapRecordType *type, SarapFieldType field)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == field)
      return TRUE;
  return FALSE;
}

static void
comma (GString *sql, guint i)
{
  if (i > 0)
    g_string_append (sql, ", ");
}

/* The column that keeps a field */
static const char *
column_of (const SarapField *field)
{
  switch (field->type)
    {
    case SARAP_FIELD_OFFICER:
      return "officer_id";
    case SARAP_FIELD_BODY:
      return "body_id";
    case SARAP_FIELD_UNIT:
      return "unit_id";
    default:
      return field->name;
    }
}

/* A field as its text is read */
static void
append_read (GString *sql, const SarapField *field)
{
  switch (field->type)
    {
    case SARAP_FIELD_OFFICER:
      g_string_append (sql, "o.iin");
      break;
    case SARAP_FIELD_BODY:
      g_string_append (sql, "b.code");
      break;
    case SARAP_FIELD_UNIT:
      g_string_append (sql, "u.code");
      break;
    default:
      g_string_append_printf (sql, "t.\"%s\"", field->name);
      break;
    }
}

/* Appends the fields of a kind of record as they are read, in their order */
void
sarap_record_sql_columns (const SarapRecordType *type, GString *sql)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (sql, i);
      append_read (sql, &type->fields[i]);
    }
}

static void
append_references (const SarapRecordType *type, GString *sql)
{
  if (sarap_record_sql_has (type, SARAP_FIELD_BODY))
    g_string_append (sql, " LEFT JOIN body b ON b.id = t.body_id");
  if (sarap_record_sql_has (type, SARAP_FIELD_UNIT))
    g_string_append (sql, " LEFT JOIN unit u ON u.id = t.unit_id");
}

/* Appends the table and those it refers to */
void
sarap_record_sql_from (const SarapRecordType *type, GString *sql)
{
  g_string_append_printf (sql, " FROM %s t", type->name);
  if (sarap_record_sql_has (type, SARAP_FIELD_OFFICER))
    g_string_append (sql, " JOIN officer o ON o.id = t.officer_id");
  append_references (type, sql);
}

/* Appends the order of the key; what may be empty in a key comes first when it is */
void
sarap_record_sql_order (const SarapRecordType *type, GString *sql)
{
  guint n_keys = 0;

  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      if (!(field->flags & SARAP_FIELD_KEY))
        continue;
      comma (sql, n_keys++);
      if (field->flags & SARAP_FIELD_REQUIRED)
        append_read (sql, field);
      else
        g_string_append_printf (sql, "coalesce (t.\"%s\", '')", field->name);
    }
}

/* A value bound by its name; one that refers to a record which is not there becomes -1, which no
   foreign key lets through */
static void
append_bound (GString *sql, const SarapField *field)
{
  switch (field->type)
    {
    case SARAP_FIELD_OFFICER:
      g_string_append_printf (
          sql, "coalesce (:officer_id, (SELECT id FROM officer WHERE iin = :%s))", field->name);
      break;
    case SARAP_FIELD_BODY:
      g_string_append (sql, "CASE WHEN :body IS NULL THEN NULL ELSE "
                            "coalesce ((SELECT id FROM body WHERE code = :body), -1) END");
      break;
    case SARAP_FIELD_UNIT:
      g_string_append (sql, "CASE WHEN :unit IS NULL THEN NULL ELSE coalesce ("
                            "(SELECT unit.id FROM unit JOIN body ON body.id = unit.body_id "
                            "WHERE body.code = :body AND unit.code = :unit), -1) END");
      break;
    default:
      g_string_append_printf (sql, ":%s", field->name);
      break;
    }
}

static gboolean
has_made_columns (const SarapRecordType *type)
{
  return type == &sarap_officer_type;
}

/* An INSERT of one record whose fields are bound by their names */
char *
sarap_record_sql_insert (const SarapRecordType *type)
{
  g_autoptr (GString) values = g_string_new (NULL);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (sql, i);
      comma (values, i);
      g_string_append_printf (sql, "\"%s\"", column_of (&type->fields[i]));
      append_bound (values, &type->fields[i]);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    {
      g_string_append_printf (sql, ", %s", sarap_record_sql_computed[i]);
      g_string_append_printf (values, ", :%s", sarap_record_sql_computed[i]);
    }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
  return g_string_free (sql, FALSE);
}

/* Which record is meant: :id of :officer_id, if it still has the version :version. A server that
   knows whose record it is looks only there. */
void
sarap_record_sql_same (const SarapRecordType *type, gboolean officer_known, GString *sql)
{
  g_string_append (sql, " WHERE id = :id AND version = :version");
  if (officer_known && sarap_record_sql_has (type, SARAP_FIELD_OFFICER))
    g_string_append (sql, " AND officer_id = :officer_id");
}

/* The officer that a record belongs to */
const char *
sarap_record_sql_officer (const SarapRecordType *type)
{
  if (type == &sarap_officer_type)
    return "t.id";
  return sarap_record_sql_has (type, SARAP_FIELD_OFFICER) ? "t.officer_id" : "0";
}

/* An UPDATE of a record, see sarap_record_sql_same() */
char *
sarap_record_sql_update (const SarapRecordType *type, gboolean officer_known)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET version = version + 1", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_string_append_printf (sql, ", \"%s\" = ", column_of (&type->fields[i]));
      append_bound (sql, &type->fields[i]);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", %s = :%s", sarap_record_sql_computed[i],
                            sarap_record_sql_computed[i]);
  sarap_record_sql_same (type, officer_known, sql);
  return g_string_free (sql, FALSE);
}

/* The columns of a batch for sarap_dialect_rows() */
char *
sarap_record_sql_rows (const SarapRecordType *type)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      comma (columns, i);
      g_string_append_printf (columns, "%s %s", field->name,
                              field->type == SARAP_FIELD_DATE      ? "date"
                              : field->type == SARAP_FIELD_INTEGER ? "integer"
                                                                   : "text");
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (columns, ", %s text", sarap_record_sql_computed[i]);
  return g_string_free (columns, FALSE);
}

/* A field of a batch's row as it is kept in its column */
static void
append_row_value (GString *sql, const SarapField *field)
{
  switch (field->type)
    {
    case SARAP_FIELD_OFFICER:
      g_string_append (sql, "o.id");
      break;
    case SARAP_FIELD_BODY:
      g_string_append (sql, "CASE WHEN r.body IS NULL THEN NULL ELSE coalesce (rb.id, -1) END");
      break;
    case SARAP_FIELD_UNIT:
      g_string_append (sql, "CASE WHEN r.unit IS NULL THEN NULL ELSE coalesce (ru.id, -1) END");
      break;
    default:
      g_string_append_printf (sql, "r.\"%s\"", field->name);
      break;
    }
}

/* The rows of a batch with the records that they refer to. @officers is a further condition for
   these files. */
static void
append_rows_from (const SarapRecordType *type, const char *rows, const char *officers, GString *sql)
{
  g_string_append_printf (sql, " FROM %s r", rows);
  if (sarap_record_sql_has (type, SARAP_FIELD_OFFICER))
    g_string_append_printf (sql, " LEFT JOIN officer o ON o.iin = r.iin%s", officers);
  if (sarap_record_sql_has (type, SARAP_FIELD_BODY))
    g_string_append (sql, " LEFT JOIN body rb ON rb.code = r.body");
  if (sarap_record_sql_has (type, SARAP_FIELD_UNIT))
    g_string_append (sql, " LEFT JOIN unit ru ON ru.body_id = rb.id AND ru.code = r.unit");
}

static gboolean
is_key (const SarapField *field)
{
  return (field->flags & SARAP_FIELD_KEY) != 0;
}

/* (a, b) of what is not the key, of the alias given */
static void
append_kept_tuple (const SarapRecordType *type, const char *alias, GString *sql)
{
  guint n = 0;

  g_string_append_c (sql, '(');
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_key (&type->fields[i]))
        continue;
      comma (sql, n++);
      g_string_append_printf (sql, "%s.\"%s\"", alias, column_of (&type->fields[i]));
    }
  g_string_append_c (sql, ')');
}

static void
append_conflict_key (const SarapRecordType *type, GString *sql)
{
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      if (!is_key (field))
        continue;
      comma (sql, n++);
      if (field->flags & SARAP_FIELD_REQUIRED)
        g_string_append_printf (sql, "\"%s\"", column_of (field));
      else
        g_string_append_printf (sql, "coalesce (%s, '')", column_of (field));
    }
}

/* Inserts the rows of a batch, or updates the records with their keys where they differ */
char *
sarap_record_sql_write_many (const SarapRecordType *type, const char *rows)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (sql, i);
      g_string_append_printf (sql, "\"%s\"", column_of (&type->fields[i]));
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", %s", sarap_record_sql_computed[i]);
  g_string_append (sql, ") SELECT ");
  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (sql, i);
      append_row_value (sql, &type->fields[i]);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", r.%s", sarap_record_sql_computed[i]);
  append_rows_from (type, rows, "", sql);
  g_string_append (sql, " WHERE true ON CONFLICT (");
  append_conflict_key (type, sql);
  g_string_append_printf (sql, ") DO UPDATE SET version = %s.version + 1", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    if (!is_key (&type->fields[i]))
      g_string_append_printf (sql, ", \"%s\" = excluded.\"%s\"", column_of (&type->fields[i]),
                              column_of (&type->fields[i]));
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", %s = excluded.%s", sarap_record_sql_computed[i],
                            sarap_record_sql_computed[i]);
  g_string_append (sql, " WHERE ");
  append_kept_tuple (type, type->name, sql);
  g_string_append (sql, " IS DISTINCT FROM ");
  append_kept_tuple (type, "excluded", sql);
  return g_string_free (sql, FALSE);
}

static char *
among (SarapDatabase *db, const char *column, gboolean by_ids)
{
  return by_ids ? sarap_dialect_among (db, column) : g_strdup ("");
}

/* For each row of a batch that is new or differs: its place, the ids of the record and of its
   officer, and its fields as they are in the database. @by_ids: the officers are named by ids too,
   for sarap_dialect_bind_ids() */
char *
sarap_record_sql_compare (SarapDatabase *db,
                          const SarapRecordType *type,
                          const char *rows,
                          gboolean by_ids)
{
  gboolean of_officer = sarap_record_sql_has (type, SARAP_FIELD_OFFICER);
  g_autofree char *officers = among (db, "o.id", by_ids && of_officer);
  g_autofree char *files = among (db, of_officer ? "t.officer_id" : "t.id", by_ids);
  GString *sql = g_string_new ("SELECT r.n, t.id, ");
  guint n = 0;

  g_string_append (sql, of_officer ? "o.id, " : type == &sarap_officer_type ? "t.id, " : "0, ");
  sarap_record_sql_columns (type, sql);
  append_rows_from (type, rows, officers, sql);
  g_string_append_printf (sql, " LEFT JOIN %s t ON ", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      if (!is_key (field))
        continue;
      g_string_append (sql, n++ > 0 ? " AND " : "");
      if (field->flags & SARAP_FIELD_REQUIRED)
        {
          g_string_append_printf (sql, "t.\"%s\" = ", column_of (field));
          append_row_value (sql, field);
        }
      else
        g_string_append_printf (sql, "coalesce (t.%s, '') = coalesce (r.%s, '')", field->name,
                                field->name);
    }
  g_string_append (sql, files);
  append_references (type, sql);
  g_string_append (sql, " WHERE t.id IS NULL OR ");
  append_kept_tuple (type, "t", sql);
  g_string_append (sql, " IS DISTINCT FROM (");
  n = 0;
  for (guint i = 0; i < type->n_fields; i++)
    if (!is_key (&type->fields[i]))
      {
        comma (sql, n++);
        append_row_value (sql, &type->fields[i]);
      }
  g_string_append (sql, ") ORDER BY r.n");
  return g_string_free (sql, FALSE);
}

#include "records/sarap-record-sql.h"

#include "store/sarap-dialect.h"

const char *const sarap_record_sql_computed[] = { "sort_key", "search_key", "loose_key", NULL };

static gboolean
is_key (const SarapField *field)
{
  return (field->flags & SARAP_FIELD_KEY) != 0;
}

static gboolean
is_reference (const SarapField *field)
{
  return field->type == SARAP_FIELD_REFERENCE;
}

/* Whether the reference after it contains the field */
static gboolean
is_part (const SarapField *field)
{
  return (field->flags & SARAP_FIELD_PART) != 0;
}

gboolean
sarap_record_sql_has_officer (const SarapRecordType *type)
{
  return sarap_record_type_reference (type, &sarap_officer_type) >= 0;
}

static void
comma (GString *sql, guint i)
{
  if (i > 0)
    g_string_append (sql, ", ");
}

/* Appends the quoted column of a field */
static void
append_column (GString *sql, const SarapField *field)
{
  if (is_reference (field))
    g_string_append_printf (sql, "\"%s_id\"", field->refers->name);
  else
    g_string_append_printf (sql, "\"%s\"", field->name);
}

/* The field of the referred record that is called @name here; the last field of the key has the
   reference's own text */
static guint
find_key (const SarapRecordType *refers, const char *name)
{
  guint last = 0;

  for (guint i = 0; i < refers->n_fields; i++)
    if (is_key (&refers->fields[i]))
      {
        if (name != NULL && g_str_equal (refers->fields[i].name, name))
          return i;
        last = i;
      }
  return last;
}

/* The reference that a part belongs to */
static guint
find_whole (const SarapRecordType *type, guint part)
{
  guint i = part + 1;

  while (!is_reference (&type->fields[i]) || is_part (&type->fields[i]))
    i++;
  g_assert (i < type->n_fields);
  return i;
}

/* Appends the alias of the record that field @i of t refers to: o for an officer, otherwise by the
   index of the field */
static void
append_read_alias (GString *sql, const SarapRecordType *type, guint i)
{
  if (type->fields[i].refers == &sarap_officer_type && !is_part (&type->fields[i]))
    g_string_append_c (sql, 'o');
  else
    g_string_append_printf (sql, "j%u", i);
}

/* Appends the expression for the text of a field */
static void
append_read (GString *sql, const SarapRecordType *type, guint i)
{
  const SarapField *field = &type->fields[i];

  if (is_reference (field))
    {
      append_read_alias (sql, type, i);
      g_string_append_printf (sql, ".\"%s\"",
                              field->refers->fields[find_key (field->refers, NULL)].name);
    }
  else if (is_part (field))
    {
      append_read_alias (sql, type, find_whole (type, i));
      g_string_append_printf (sql, ".\"%s\"", field->name);
    }
  else
    g_string_append_printf (sql, "t.\"%s\"", field->name);
}

void
sarap_record_sql_columns (const SarapRecordType *type, GString *sql)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (sql, i);
      append_read (sql, type, i);
    }
}

/* Appends the joins of the records that t refers to, except the officer, who is joined elsewhere */
static void
append_references (const SarapRecordType *type, GString *sql)
{
  /* a part refers through its whole, which comes after it */
  for (guint i = type->n_fields; i-- > 0;)
    {
      const SarapField *field = &type->fields[i];

      if (!is_reference (field) || (field->refers == &sarap_officer_type && !is_part (field)))
        continue;
      g_string_append_printf (sql, " LEFT JOIN %s j%u ON j%u.id = ", field->refers->name, i, i);
      if (is_part (field))
        append_read_alias (sql, type, find_whole (type, i));
      else
        g_string_append_c (sql, 't');
      g_string_append_printf (sql, ".%s_id", field->refers->name);
    }
}

void
sarap_record_sql_from (const SarapRecordType *type, GString *sql)
{
  g_string_append_printf (sql, " FROM %s t", type->name);
  if (sarap_record_sql_has_officer (type))
    g_string_append (sql, " JOIN officer o ON o.id = t.officer_id");
  append_references (type, sql);
}

/* The value that replaces an empty part of a key, also in indexes */
static const char *
empty_of (const SarapField *field)
{
  return field->type == SARAP_FIELD_DATE ? "'0001-01-01'" : "''";
}

void
sarap_record_sql_order (const SarapRecordType *type, GString *sql)
{
  guint n_keys = 0;

  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      if (!is_key (field))
        continue;
      comma (sql, n_keys++);
      if (field->flags & SARAP_FIELD_REQUIRED)
        append_read (sql, type, i);
      else
        g_string_append_printf (sql, "coalesce (t.\"%s\", %s)", field->name, empty_of (field));
    }
}

/* Appends the id of the record whose key is bound by the names of these fields */
static void
append_lookup (GString *sql, const SarapRecordType *refers, const char *last)
{
  guint last_key = find_key (refers, NULL), n = 0;

  g_string_append_printf (sql, "(SELECT id FROM %s WHERE ", refers->name);
  for (guint i = 0; i <= last_key; i++)
    {
      const SarapField *field = &refers->fields[i];
      const char *bound = i == last_key ? last : field->name;

      if (!is_key (field))
        continue;
      g_string_append (sql, n++ > 0 ? " AND " : "");
      append_column (sql, field);
      g_string_append (sql, " = ");
      if (is_reference (field))
        append_lookup (sql, field->refers, bound);
      else
        g_string_append_printf (sql, ":%s", bound);
    }
  g_string_append_c (sql, ')');
}

/* Appends a value bound by its name. A reference to a missing record becomes -1, which the foreign
   key refuses. */
static void
append_bound (GString *sql, const SarapField *field)
{
  if (!is_reference (field))
    {
      g_string_append_printf (sql, ":%s", field->name);
      return;
    }
  if (field->refers == &sarap_officer_type)
    g_string_append (sql, "coalesce (:officer_id, ");
  else
    g_string_append_printf (sql, "CASE WHEN :%s IS NULL THEN NULL ELSE coalesce (", field->name);
  append_lookup (sql, field->refers, field->name);
  g_string_append (sql, field->refers == &sarap_officer_type ? ")" : ", -1) END");
}

static gboolean
has_made_columns (const SarapRecordType *type)
{
  return type == &sarap_officer_type;
}

char *
sarap_record_sql_insert (const SarapRecordType *type)
{
  g_autoptr (GString) values = g_string_new (NULL);
  GString *sql = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (sql, "INSERT INTO %s (", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_part (&type->fields[i]))
        continue;
      comma (sql, n);
      comma (values, n++);
      append_column (sql, &type->fields[i]);
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

void
sarap_record_sql_same (const SarapRecordType *type, gboolean officer_known, GString *sql)
{
  g_string_append (sql, " WHERE id = :id AND version = :version");
  if (officer_known && type->owner == SARAP_OWNER_OFFICER)
    g_string_append (sql, " AND officer_id = :officer_id");
}

const char *
sarap_record_sql_officer (const SarapRecordType *type)
{
  if (type == &sarap_officer_type)
    return "t.id";
  return sarap_record_sql_has_officer (type) ? "t.officer_id" : "0";
}

char *
sarap_record_sql_update (const SarapRecordType *type, gboolean officer_known)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET version = version + 1", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_part (&type->fields[i]))
        continue;
      g_string_append (sql, ", ");
      append_column (sql, &type->fields[i]);
      g_string_append (sql, " = ");
      append_bound (sql, &type->fields[i]);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", %s = :%s", sarap_record_sql_computed[i],
                            sarap_record_sql_computed[i]);
  sarap_record_sql_same (type, officer_known, sql);
  return g_string_free (sql, FALSE);
}

/* The type of a field's text in a batch, a word of sarap_dialect_rows(); a reference by number has
   the type of that number */
static const char *
word_for_field (const SarapField *field)
{
  if (field->type == SARAP_FIELD_REFERENCE)
    return word_for_field (&field->refers->fields[find_key (field->refers, NULL)]);
  return field->type == SARAP_FIELD_DATE      ? "date"
         : field->type == SARAP_FIELD_INTEGER ? "integer"
                                              : "text";
}

char *
sarap_record_sql_rows (const SarapRecordType *type)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      comma (columns, i);
      g_string_append_printf (columns, "%s %s", type->fields[i].name,
                              word_for_field (&type->fields[i]));
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (columns, ", %s text", sarap_record_sql_computed[i]);
  return g_string_free (columns, FALSE);
}

/* Whether a row and the record with its key belong to the same officer */
static gboolean
shares_officer (const SarapField *field)
{
  return field->refers == &sarap_officer_type && is_key (field) && !is_part (field);
}

/* Appends the alias of the record that field @i of a batch's row refers to */
static void
append_row_alias (GString *sql, const SarapRecordType *type, guint i)
{
  if (shares_officer (&type->fields[i]))
    g_string_append_c (sql, 'o');
  else
    g_string_append_printf (sql, "k%u", i);
}

/* Appends the column value of a field of a batch's row */
static void
append_row_value (GString *sql, const SarapRecordType *type, guint i)
{
  const SarapField *field = &type->fields[i];

  if (!is_reference (field))
    {
      g_string_append_printf (sql, "r.\"%s\"", field->name);
      return;
    }
  if (!shares_officer (field))
    g_string_append_printf (sql, "CASE WHEN r.\"%s\" IS NULL THEN NULL ELSE coalesce (",
                            field->name);
  append_row_alias (sql, type, i);
  g_string_append (sql, ".id");
  if (!shares_officer (field))
    g_string_append (sql, ", -1) END");
}

/* Appends the join of the record that field @i of a row refers to */
static void
append_row_join (const SarapRecordType *type, guint i, GString *sql)
{
  const SarapRecordType *refers = type->fields[i].refers;
  guint last_key = find_key (refers, NULL), n = 0;

  g_string_append_printf (sql, " LEFT JOIN %s ", refers->name);
  append_row_alias (sql, type, i);
  g_string_append (sql, " ON ");
  for (guint key = 0; key <= last_key; key++)
    {
      const SarapField *field = &refers->fields[key];
      guint named = key == last_key ? i : (guint) sarap_record_type_field (type, field->name);

      if (!is_key (field))
        continue;
      g_string_append (sql, n++ > 0 ? " AND " : "");
      append_row_alias (sql, type, i);
      g_string_append_c (sql, '.');
      append_column (sql, field);
      g_string_append (sql, " = ");
      if (is_reference (field))
        {
          append_row_alias (sql, type, named);
          g_string_append (sql, ".id");
        }
      else
        g_string_append_printf (sql, "r.\"%s\"", type->fields[named].name);
    }
}

/* The rows of a batch, joined with the records that they refer to. @officers is a further condition
   for these files. */
static void
append_rows_from (const SarapRecordType *type, const char *rows, const char *officers, GString *sql)
{
  g_string_append_printf (sql, " FROM %s r", rows);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!is_reference (&type->fields[i]))
        continue;
      append_row_join (type, i, sql);
      if (shares_officer (&type->fields[i]))
        g_string_append (sql, officers);
    }
}

/* (a, b): the columns that are not in the key, of the given alias */
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
      g_string_append_printf (sql, "%s.", alias);
      append_column (sql, &type->fields[i]);
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

      if (!is_key (field) || is_part (field))
        continue;
      comma (sql, n++);
      if (field->flags & SARAP_FIELD_REQUIRED)
        append_column (sql, field);
      else
        g_string_append_printf (sql, "coalesce (\"%s\", %s)", field->name, empty_of (field));
    }
}

char *
sarap_record_sql_write_many (const SarapRecordType *type, const char *rows)
{
  GString *sql = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (sql, "INSERT INTO %s (", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_part (&type->fields[i]))
        continue;
      comma (sql, n++);
      append_column (sql, &type->fields[i]);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", %s", sarap_record_sql_computed[i]);
  g_string_append (sql, ") SELECT ");
  n = 0;
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_part (&type->fields[i]))
        continue;
      comma (sql, n++);
      append_row_value (sql, type, i);
    }
  for (guint i = 0; has_made_columns (type) && i < SARAP_RECORD_N_MADE; i++)
    g_string_append_printf (sql, ", r.%s", sarap_record_sql_computed[i]);
  append_rows_from (type, rows, "", sql);
  g_string_append (sql, " WHERE true ON CONFLICT (");
  append_conflict_key (type, sql);
  g_string_append_printf (sql, ") DO UPDATE SET version = %s.version + 1", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    if (!is_key (&type->fields[i]))
      {
        g_string_append (sql, ", ");
        append_column (sql, &type->fields[i]);
        g_string_append (sql, " = excluded.");
        append_column (sql, &type->fields[i]);
      }
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

/* The officer of a row, or of the record with its key */
static void
append_compared_officer (const SarapRecordType *type, GString *sql)
{
  int officer = sarap_record_type_reference (type, &sarap_officer_type);

  if (officer < 0)
    {
      g_string_append (sql, type == &sarap_officer_type ? "t.id" : "0");
      return;
    }
  append_row_alias (sql, type, officer);
  g_string_append (sql, ".id");
}

/* Appends the comparison of the keys of a record and a row: the whole key, or the key without
   texts */
static void
append_key_join (const SarapRecordType *type, gboolean texts, GString *sql)
{
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SarapField *field = &type->fields[i];

      if (!is_key (field) || is_part (field) || (field->type == SARAP_FIELD_TEXT && !texts))
        continue;
      g_string_append (sql, n++ > 0 ? " AND " : "");
      if (field->flags & SARAP_FIELD_REQUIRED)
        {
          g_string_append (sql, "t.");
          append_column (sql, field);
          g_string_append (sql, " = ");
          append_row_value (sql, type, i);
        }
      else
        g_string_append_printf (sql, "coalesce (t.\"%1$s\", %2$s) = coalesce (r.\"%1$s\", %2$s)",
                                field->name, empty_of (field));
    }
}

/* The rows of a batch with records: the index of a row, the ids of the record and of its officer,
   and the record's fields. @join: how the records are joined, @texts: whether by their whole key.
   */
static GString *
select_matches (SarapDatabase *db,
                const SarapRecordType *type,
                const char *rows,
                gboolean by_ids,
                const char *join,
                gboolean texts)
{
  int officer = sarap_record_type_reference (type, &sarap_officer_type);
  gboolean own_officer = officer >= 0 && !shares_officer (&type->fields[officer]);
  g_autofree char *officers = among (db, "o.id", by_ids && officer >= 0);
  g_autofree char *files = among (db, officer >= 0 ? "t.officer_id" : "t.id", by_ids);
  GString *sql = g_string_new ("SELECT r.n, t.id, ");

  append_compared_officer (type, sql);
  g_string_append (sql, ", ");
  sarap_record_sql_columns (type, sql);
  append_rows_from (type, rows, officers, sql);
  g_string_append_printf (sql, " %s %s t ON ", join, type->name);
  append_key_join (type, texts, sql);
  g_string_append (sql, files);
  if (own_officer)
    g_string_append (sql, " LEFT JOIN officer o ON o.id = t.officer_id");
  append_references (type, sql);
  return sql;
}

char *
sarap_record_sql_compare (SarapDatabase *db,
                          const SarapRecordType *type,
                          const char *rows,
                          gboolean by_ids)
{
  GString *sql = select_matches (db, type, rows, by_ids, "LEFT JOIN", TRUE);
  guint n = 0;

  g_string_append (sql, " WHERE t.id IS NULL OR ");
  append_kept_tuple (type, "t", sql);
  g_string_append (sql, " IS DISTINCT FROM (");
  for (guint i = 0; i < type->n_fields; i++)
    if (!is_key (&type->fields[i]))
      {
        comma (sql, n++);
        append_row_value (sql, type, i);
      }
  g_string_append (sql, ") ORDER BY r.n");
  return g_string_free (sql, FALSE);
}

char *
sarap_record_sql_similar (SarapDatabase *db,
                          const SarapRecordType *type,
                          const char *rows,
                          gboolean by_ids)
{
  GString *sql = select_matches (db, type, rows, by_ids, "JOIN", FALSE);

  g_string_append (sql, " ORDER BY r.n");
  return g_string_free (sql, FALSE);
}

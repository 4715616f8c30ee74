#include "store/sarap-database-copy.h"

#include "store/sarap-database-private.h"
#include "store/sarap-dialect.h"

#include <glib/gi18n-lib.h>

/* Rows that one statement reads and one writes */
#define ROWS_AT_ONCE 1000

/* A table as SQLite describes it; PostgreSQL's is the same */
typedef struct
{
  char *name;
  char *key;     /* its one integer key; NULL: it has none */
  char *order;   /* other columns that identify a row */
  char *columns; /* "a", "b" */
  char *typed;   /* "a integer, b text", for sarap_dialect_rows() */
} Table;

static void
table_free (Table *table)
{
  g_free (table->name);
  g_free (table->key);
  g_free (table->order);
  g_free (table->columns);
  g_free (table->typed);
  g_free (table);
}

static gboolean
is_sqlite (SarapDatabase *db)
{
  return sarap_database_engine (db) == SARAP_ENGINE_SQLITE;
}

/* sarap_dialect_rows() needs the types of integers and, on PostgreSQL, of dates */
static const char *
word_for_type (const char *type)
{
  if (g_ascii_strncasecmp (type, "int", 3) == 0 || g_str_equal (type, "bigint"))
    return "integer";
  return g_str_equal (type, "date") ? "date" : "text";
}

/* Name → type of the columns of the table that is written */
static GHashTable *
read_types (SarapDatabase *to, const char *name, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      is_sqlite (to) ? "SELECT name, type FROM pragma_table_info (:name)"
                     : "SELECT attname::text, format_type (atttypid, NULL) FROM pg_attribute WHERE "
                       "attrelid = to_regclass (:name) AND attnum > 0 AND NOT attisdropped");
  g_autoptr (SarapRows) rows = NULL;
  GHashTable *types;

  sarap_query_text (query, "name", name);
  if ((rows = sarap_database_select (to, query, "tt", error)) == NULL)
    return NULL;
  types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_hash_table_insert (types, g_strdup (sarap_rows_text (rows, row, 0)),
                         (gpointer) word_for_type (sarap_rows_text (rows, row, 1)));
  return types;
}

static Table *
describe_table (SarapDatabase *sqlite, SarapDatabase *to, const char *name, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT name, pk, upper (type) LIKE '%INT%' FROM pragma_table_info (:name)"
                       " ORDER BY cid");
  g_autoptr (GHashTable) types = read_types (to, name, error);
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GString) order = g_string_new (NULL);
  Table *table;
  guint n_keys = 0;

  sarap_query_text (query, "name", name);
  if (types == NULL || (rows = sarap_database_select (sqlite, query, "tii", error)) == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->name = g_strdup (name);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      const char *column = sarap_rows_text (rows, row, 0);
      const char *type = g_hash_table_lookup (types, column);

      g_string_append_printf (columns, "%s\"%s\"", row > 0 ? ", " : "", column);
      g_string_append_printf (typed, "%s%s %s", row > 0 ? ", " : "", column,
                              type != NULL ? type : "text");
      if (sarap_rows_integer (rows, row, 1) == 0)
        continue;
      n_keys++;
      g_string_append_printf (order, "%s\"%s\"", order->len > 0 ? ", " : "", column);
      if (sarap_rows_integer (rows, row, 2) == 1)
        table->key = g_strdup (column);
    }
  if (n_keys != 1)
    g_clear_pointer (&table->key, g_free);
  table->order = g_strdup (n_keys > 0 ? order->str : columns->str);
  table->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  table->typed = g_string_free (g_steal_pointer (&typed), FALSE);
  return table;
}

/* Tables in the order of their creation: each refers only to earlier ones. The schema's version and
   facts are not copied; nor is the head of the audit chain, which follows from its lines. */
static GPtrArray *
describe_tables (SarapDatabase *from, SarapDatabase *to, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sqlite_sequence', "
      "'sqlite_stat1', 'sqlite_stat4', 'schema_version', 'record_kind', 'audit_head') ORDER BY "
      "rowid");
  SarapDatabase *sqlite = is_sqlite (from) ? from : to;
  g_autoptr (SarapRows) rows = sarap_database_select (sqlite, query, "t", error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);

  if (rows == NULL)
    return NULL;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      Table *table = describe_table (sqlite, to, sarap_rows_text (rows, row, 0), error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/* The next rows as one text: a JSON array of arrays for sarap_dialect_rows(). Reading each value by
   itself would cost far more than the engine's own work. */
static SarapRows *
read_rows (SarapDatabase *from, const Table *table, gint64 after, GError **error)
{
  const char *array = is_sqlite (from) ? "json_array" : "json_build_array";
  const char *all = is_sqlite (from) ? "json_group_array" : "json_agg";
  g_autofree char *where =
      table->key != NULL
          ? g_strdup_printf ("WHERE \"%s\" > :after ORDER BY \"%s\" LIMIT %d", table->key,
                             table->key, ROWS_AT_ONCE)
          : g_strdup_printf ("ORDER BY %s LIMIT %d OFFSET :after", table->order, ROWS_AT_ONCE);
  g_autofree char *last = table->key != NULL ? g_strdup_printf ("max (\"%s\")", table->key)
                                             : g_strdup (":after + count (*)");
  g_autofree char *sql = g_strdup_printf ("SELECT %s, count (*), CAST (%s (%s (%s)) AS text) FROM "
                                          "(SELECT * FROM %s %s) t",
                                          last, all, array, table->columns, table->name, where);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_integer (query, "after", after);
  return sarap_database_select (from, query, "iit", error);
}

static gboolean
write_rows (SarapDatabase *to, const Table *table, const char *json, GError **error)
{
  g_autofree char *rows = sarap_dialect_rows (to, table->typed);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO %s (%s) %s SELECT %s FROM %s r ORDER BY r.n", table->name, table->columns,
      is_sqlite (to) ? "" : "OVERRIDING SYSTEM VALUE", table->columns, rows);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "rows", json);
  return sarap_database_execute (to, query, error) >= 0;
}

typedef struct
{
  SarapDatabase *from;
  SarapDatabase *to;
  GCancellable *cancellable;
  SarapDatabaseCopied copied;
  gpointer data;
  guint64 n_rows;
} Copy;

static gboolean
copy_table (Copy *self, const Table *table, GError **error)
{
  gint64 after = table->key != NULL ? G_MININT64 : 0;

  for (;;)
    {
      g_autoptr (SarapRows) rows = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          (rows = read_rows (self->from, table, after, error)) == NULL)
        return FALSE;
      if (sarap_rows_integer (rows, 0, 1) == 0)
        return TRUE;
      if (!write_rows (self->to, table, sarap_rows_text (rows, 0, 2), error))
        return FALSE;
      /* keys that are no numbers would be read again for ever */
      if (sarap_rows_integer (rows, 0, 0) <= after)
        return sarap_store_error_damaged (error);
      after = sarap_rows_integer (rows, 0, 0);
      self->n_rows += sarap_rows_integer (rows, 0, 1);
      if (self->copied != NULL)
        self->copied (self->n_rows, self->data);
    }
}

/* New records get ids after those of the other database and after those in its audit chain: no id
   is used twice */
static gboolean
set_sequence (SarapDatabase *db, const Table *table, GError **error)
{
  g_autofree char *last =
      g_strdup_printf ("SELECT max (last) AS last FROM (SELECT max (%s) AS last FROM %s UNION ALL"
                       " SELECT max (record_id) FROM audit WHERE record = '%s') AS used",
                       table->key, table->name, table->name);
  g_autofree char *sql =
      is_sqlite (db)
          /* sqlite_sequence has no row for a table that never had a record */
          ? g_strdup_printf (
                "REPLACE INTO sqlite_sequence (rowid, name, seq) SELECT (SELECT rowid"
                " FROM sqlite_sequence WHERE name = s.name), s.name, (%s) FROM"
                " sqlite_schema s WHERE s.name = '%s' AND s.sql LIKE '%%AUTOINCREMENT%%'"
                " AND (%s) > 0",
                last, table->name, last)
          : g_strdup_printf ("SELECT setval (pg_get_serial_sequence ('%s', '%s'),"
                             " coalesce (last, 1), last IS NOT NULL) FROM (%s) AS l"
                             " WHERE pg_get_serial_sequence ('%s', '%s') IS NOT NULL",
                             table->name, table->key, last, table->name, table->key);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  if (is_sqlite (db))
    return sarap_database_execute (db, query, error) >= 0;
  rows = sarap_database_select (db, query, "i", error);
  return rows != NULL;
}

static gboolean
copy_tables (Copy *self, GPtrArray *tables, GError **error)
{
  for (guint i = 0; i < tables->len; i++)
    if (!copy_table (self, tables->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (((Table *) tables->pdata[i])->key != NULL &&
        !set_sequence (self->to, tables->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The lines of the audit chain are copied too, so triggers must not write any. On a server no long
   change may be under way; only the database's owner can say so. */
static gboolean
begin_copying (SarapDatabase *to, GError **error)
{
  gint64 none;

  if (is_sqlite (to))
    {
      sarap_sqlite_session_set_mode (to->session, SARAP_SQLITE_RESTORES);
      return TRUE;
    }
  return sarap_database_command (to, "LOCK TABLE bulk_turn IN EXCLUSIVE MODE", error) &&
         sarap_database_ask (to, "SELECT length (set_config ('sarap.restoring', 'yes', true))",
                             &none, error);
}

/* Half a copy would look whole. On PostgreSQL only a person who sees every row may make one. */
static gboolean
check_sees_all (SarapDatabase *db, GError **error)
{
  gint64 all = 0;

  if (is_sqlite (db))
    return TRUE;
  if (!sarap_database_ask (
          db, "SELECT CAST (sarap_is ('admin') OR sarap_is ('auditor') AS integer)", &all, error))
    return FALSE;
  if (all == 1)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED,
                       _ ("Only an administrator or an auditor sees every record and can copy the "
                          "whole database."));
  return FALSE;
}

gboolean
sarap_database_copy (SarapDatabase *from,
                     SarapDatabase *to,
                     GCancellable *cancellable,
                     SarapDatabaseCopied copied,
                     gpointer data,
                     GError **error)
{
  Copy self = { from, to, cancellable, copied, data, 0 };
  g_auto (SarapTransaction) reading = { NULL };
  g_auto (SarapTransaction) writing = { NULL };
  g_autoptr (GPtrArray) tables = NULL;

  g_return_val_if_fail (is_sqlite (from) || is_sqlite (to), FALSE);

  return (tables = describe_tables (from, to, error)) != NULL &&
         sarap_transaction_begin_read (&reading, from, error) && check_sees_all (from, error) &&
         sarap_transaction_begin (&writing, to, error) && begin_copying (to, error) &&
         copy_tables (&self, tables, error) && sarap_transaction_commit (&writing, error) &&
         sarap_transaction_commit (&reading, error);
}

gboolean
sarap_database_is_empty (SarapDatabase *db, gboolean *empty, GError **error)
{
  gint64 there = 0;

  if (!sarap_database_ask (db,
                           "SELECT (SELECT count (*) FROM body) + (SELECT count (*) FROM officer)"
                           " + (SELECT count (*) FROM account) + (SELECT count (*) FROM audit)",
                           &there, error))
    return FALSE;
  *empty = there == 0;
  return TRUE;
}

gboolean
sarap_database_copy_file (SarapDatabase *db, const char *path, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("VACUUM INTO :path");
  gboolean copied;

  g_return_val_if_fail (is_sqlite (db), FALSE);

  sarap_query_text (query, "path", path);
  if (!sarap_file_is_copy (&db->file))
    return sarap_database_execute (db, query, error) >= 0;
  /* the statement writes into the other file only */
  copied = sarap_database_run (db, "PRAGMA query_only = OFF", error) &&
           sarap_database_execute (db, query, error) >= 0;
  return sarap_database_run (db, "PRAGMA query_only = ON", copied ? error : NULL) && copied;
}

gboolean
sarap_database_fold (SarapDatabase *db, GError **error)
{
  return sarap_database_run (db, "PRAGMA journal_mode = DELETE", error);
}

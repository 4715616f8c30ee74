#include "store/sarap-reference.h"

#include "store/sarap-database-private.h"
#include "store/sarap-replay.h"

/* SQLite's name for a database in memory */
#define IN_MEMORY ":memory:"

SarapDatabase *
sarap_reference_open (GError **error)
{
  g_autoptr (SarapDatabase) db = sarap_database_new_in_memory (IN_MEMORY);

  return sarap_database_reopen (db, error) && sarap_database_migrate (db, error)
             ? g_steal_pointer (&db)
             : NULL;
}

static void
clear_reference (gpointer data)
{
  SarapReplayReference *reference = data;

  g_free (reference->column);
  g_free (reference->parent);
  g_free (reference->agrees);
}

static void
free_table (gpointer data)
{
  SarapReplayTable *table = data;

  g_free (table->name);
  g_strfreev (table->columns);
  g_strfreev (table->computed);
  g_array_unref (table->references);
  g_free (table);
}

/* The columns of one key follow each other; one of them is the id of the other record */
static GArray *
read_references (SarapDatabase *reference, const char *name, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT max (CASE \"to\" WHEN 'id' THEN \"from\" END), \"table\","
      " group_concat ('p.\"' || \"to\" || '\" = t.\"' || \"from\" || '\"', ' AND ')"
      " FROM pragma_foreign_key_list (:name) GROUP BY id, \"table\" ORDER BY id DESC");
  g_autoptr (SarapRows) rows = NULL;
  GArray *references;

  sarap_query_text (query, "name", name);
  if ((rows = sarap_database_select (reference, query, "ttt", error)) == NULL)
    return NULL;
  references = g_array_new (FALSE, FALSE, sizeof (SarapReplayReference));
  g_array_set_clear_func (references, clear_reference);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      SarapReplayReference one = { g_strdup (sarap_rows_text (rows, row, 0)),
                                   g_strdup (sarap_rows_text (rows, row, 1)),
                                   g_strdup (sarap_rows_text (rows, row, 2)) };

      g_array_append_val (references, one);
    }
  return references;
}

static SarapReplayTable *
describe (SarapDatabase *reference, const char *name, const char *computed, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT name FROM pragma_table_info (:name) ORDER BY cid");
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GStrvBuilder) digested = g_strv_builder_new ();
  GArray *references;
  SarapReplayTable *table;
  guint n = 0;

  sarap_query_text (query, "name", name);
  if ((rows = sarap_database_select (reference, query, "t", error)) == NULL ||
      (references = read_references (reference, name, error)) == NULL)
    return NULL;
  table = g_new0 (SarapReplayTable, 1);
  table->name = g_strdup (name);
  table->computed = g_strsplit (computed, ",", -1);
  table->references = references;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      const char *column = sarap_rows_text (rows, row, 0);

      if (g_str_equal (column, "version"))
        {
          table->versioned = TRUE;
          table->n_first = n;
        }
      else if (!g_strv_contains ((const char *const *) table->computed, column))
        {
          g_strv_builder_add (digested, column);
          n++;
        }
    }
  table->columns = g_strv_builder_end (digested);
  if (!table->versioned)
    table->n_first = n;
  return table;
}

static GPtrArray *
read_tables (GError **error)
{
  g_autoptr (SarapDatabase) reference = sarap_reference_open (error);
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT record, computed FROM record_kind WHERE line = 1 ORDER BY rowid");
  g_autoptr (SarapRows) rows =
      reference ? sarap_database_select (reference, query, "tt", error) : NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (free_table);

  if (rows == NULL)
    return NULL;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      SarapReplayTable *table = describe (reference, sarap_rows_text (rows, row, 0),
                                          sarap_rows_text (rows, row, 1), error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

GPtrArray *
sarap_replay_tables (GError **error)
{
  static GMutex mutex;
  static GPtrArray *tables;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (tables == NULL)
    tables = read_tables (error);
  return tables;
}

#include "store/sarap-tables.h"

#include "store/sarap-migration.h"

static void
free_table (gpointer data)
{
  SarapTable *table = data;

  g_free (table->name);
  g_strfreev (table->columns);
  g_free (table->kinds);
  g_free (table);
}

static char
kind_of (const char *word)
{
  return g_str_equal (word, "text") ? 't' : g_str_equal (word, "date") ? 'd' : 'i';
}

static SarapTable *
read_table (const char *name, const char *body)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^  \"?(\\w+)\"?\\s+\\{(id|ref|int|text|date)\\}", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (GString) kinds = g_string_new (NULL);
  SarapTable *table = g_new0 (SarapTable, 1);

  for (g_regex_match (regex, body, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *column = g_match_info_fetch (match, 1);
      g_autofree char *word = g_match_info_fetch (match, 2);

      g_strv_builder_add (columns, column);
      g_string_append_c (kinds, kind_of (word));
      table->has_id |= g_str_equal (word, "id");
    }
  table->name = g_strdup (name);
  table->columns = g_strv_builder_end (columns);
  table->kinds = g_string_free (g_steal_pointer (&kinds), FALSE);
  return table;
}

static GPtrArray *
read_tables (void)
{
  g_autofree char *schema = sarap_migration_common_text ();
  g_autoptr (GRegex) regex = g_regex_new ("^CREATE TABLE (\\w+) \\((.*?)^\\)",
                                          G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);

  for (g_regex_match (regex, schema, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *body = g_match_info_fetch (match, 2);

      if (!g_str_equal (name, "record_kind") && !g_str_equal (name, "audit_head"))
        g_ptr_array_add (tables, read_table (name, body));
    }
  return tables;
}

/**
 * sarap_database_tables:
 *
 * Reads them off the schema's own text, so that there is one list of columns only.
 *
 * Returns: (transfer none): the tables, as #SarapTable
 */
GPtrArray *
sarap_database_tables (void)
{
  static GPtrArray *tables;

  if (g_once_init_enter (&tables))
    g_once_init_leave (&tables, read_tables ());
  return tables;
}

/**
 * sarap_database_find_table:
 * @name: (nullable): any text, of whoever it comes from
 *
 * Returns: (transfer none) (nullable): the schema's own copy of the name, which lives as long as
 *   the program; %NULL when there is no such table
 */
const char *
sarap_database_find_table (const char *name)
{
  GPtrArray *tables = sarap_database_tables ();

  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (((SarapTable *) tables->pdata[i])->name, name) == 0)
      return ((SarapTable *) tables->pdata[i])->name;
  return NULL;
}

gboolean
sarap_database_has_table (const char *name)
{
  return sarap_database_find_table (name) != NULL;
}

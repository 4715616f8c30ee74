#include "store/sarap-tables.h"

#include "store/sarap-migration.h"

static GPtrArray *
read_tables (void)
{
  g_autofree char *schema = sarap_migration_common_text ();
  g_autoptr (GRegex) regex = g_regex_new ("^CREATE TABLE (\\w+) \\(", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, schema, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!g_str_equal (name, "record_kind") && !g_str_equal (name, "audit_head"))
        g_ptr_array_add (tables, g_steal_pointer (&name));
    }
  return tables;
}

GPtrArray *
sarap_database_tables (void)
{
  static GPtrArray *tables;

  if (g_once_init_enter (&tables))
    g_once_init_leave (&tables, read_tables ());
  return tables;
}

const char *
sarap_database_find_table (const char *name)
{
  GPtrArray *tables = sarap_database_tables ();

  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (tables->pdata[i], name) == 0)
      return tables->pdata[i];
  return NULL;
}

#include "store/sarap-statement.h"

#include <sql-parser/gda-sql-statement.h>
#include <string.h>

/* libgda's own parser fails on backslashes, comments, EXISTS and `#>>`, and gives wrong rows for
   UNION with ORDER BY on PostgreSQL. So the engine gets the text unchanged, as a statement of
   unknown type; only values outside quotes and comments are found. */
static GRegex *
values_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("'(?:[^']|'')*+'"
                                            "|\"[^\"]*+\""
                                            "|--[^\n]*+"
                                            "|/\\*.*?\\*/"
                                            "|\\$(\\w*)\\$.*?\\$\\1\\$"
                                            "|::"
                                            "|:([A-Za-z_]\\w*)",
                                            G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

/* Skips white space and comments: libgda decides by the first word for SQLite */
static const char *
first_word (const char *sql)
{
  for (;;)
    {
      const char *end = NULL;

      sql += strspn (sql, " \t\r\n");
      if (g_str_has_prefix (sql, "--"))
        end = strchr (sql, '\n');
      else if (g_str_has_prefix (sql, "/*") && (end = strstr (sql, "*/")))
        end += 2;
      if (!end)
        return sql;
      sql = end;
    }
}

static void
add_text (GSList **expressions, GString *text)
{
  GdaSqlExpr *expression = gda_sql_expr_new (NULL);

  expression->value = gda_value_new (G_TYPE_STRING);
  g_value_set_string (expression->value, text->str);
  g_string_truncate (text, 0);
  *expressions = g_slist_prepend (*expressions, expression);
}

static void
add_value (GSList **expressions, const SarapQueryValue *value)
{
  GdaSqlExpr *expression = gda_sql_expr_new (NULL);

  expression->param_spec = gda_sql_param_spec_new (NULL);
  expression->param_spec->name = g_strdup (value->name);
  expression->param_spec->g_type = value->kind == 'i' ? G_TYPE_INT64 : G_TYPE_STRING;
  expression->param_spec->nullok = FALSE;
  *expressions = g_slist_prepend (*expressions, expression);
}

/* PostgreSQL cannot always infer the type of a value */
static const char *
after_value (SarapEngine engine, char kind)
{
  if (engine == SARAP_ENGINE_SQLITE)
    return ")";
  return kind == 'i' ? "::bigint)" : kind == 'd' ? "::date)" : "::text)";
}

static GSList *
build_expressions (SarapEngine engine, SarapQuery *query, const char *sql, const char *last)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GSList *expressions = NULL;
  int from = 0, start, end;

  if (last)
    g_string_append (text, "SELECT * FROM (");
  for (g_regex_match (values_regex (), sql, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = NULL;
      const SarapQueryValue *value;

      if (!g_match_info_fetch_pos (match, 2, &start, &end) || start < 0)
        continue;
      g_string_append_len (text, sql + from, start - 1 - from);
      from = end;
      name = g_strndup (sql + start, end - start);
      value = sarap_query_find (query, name);
      /* libgda leaks a bound NULL, and turns "= :name" into IS NULL, even in SET */
      if (!value || !value->kind)
        {
          g_string_append (text, "NULL");
          continue;
        }
      g_string_append_c (text, '(');
      add_text (&expressions, text);
      add_value (&expressions, value);
      g_string_append (text, after_value (engine, value->kind));
    }
  g_string_append (text, sql + from);
  g_string_append (text, last ? last : "");
  add_text (&expressions, text);
  return g_slist_reverse (expressions);
}

char *
sarap_statement_key (SarapQuery *query, gboolean rows)
{
  GString *key = g_string_new (query->sql);

  g_string_append_c (key, rows ? '?' : '!');
  for (guint i = 0; i < query->values->len; i++)
    {
      const SarapQueryValue *value = &g_array_index (query->values, SarapQueryValue, i);

      g_string_append_c (key, '|');
      g_string_append (key, value->name);
      g_string_append_c (key, value->kind ? value->kind : '0');
    }
  return g_string_free (key, FALSE);
}

SarapStatement *
sarap_statement_new (SarapEngine engine, SarapQuery *query, gboolean rows, GError **error)
{
  SarapStatement *self = g_new0 (SarapStatement, 1);
  GdaSqlStatement *structure = gda_sql_statement_new (GDA_SQL_STATEMENT_UNKNOWN);
  const char *sql = first_word (query->sql);
  /* libgda reads rows only from a text that begins with SELECT, PRAGMA or EXPLAIN */
  gboolean wrapped =
      rows && engine == SARAP_ENGINE_SQLITE &&
      (g_ascii_strncasecmp (sql, "WITH", 4) == 0 || g_ascii_strncasecmp (sql, "VALUES", 6) == 0);

  gda_sql_statement_unknown_take_expressions (
      structure, build_expressions (engine, query, sql, wrapped ? ")" : NULL));
  self->gda = g_object_new (GDA_TYPE_STATEMENT, "structure", structure, NULL);
  gda_sql_statement_free (structure);
  if (gda_statement_get_parameters (self->gda, &self->parameters, error))
    return self;
  sarap_statement_free (self);
  return NULL;
}

void
sarap_statement_free (SarapStatement *self)
{
  g_clear_object (&self->parameters);
  g_clear_object (&self->gda);
  g_free (self);
}

gboolean
sarap_statement_assign (SarapStatement *self, SarapQuery *query, GError **error)
{
  for (GSList *l = self->parameters ? self->parameters->holders : NULL; l; l = l->next)
    {
      const SarapQueryValue *value = sarap_query_find (query, gda_holder_get_id (l->data));
      GValue *gvalue = gda_value_new (value->kind == 'i' ? G_TYPE_INT64 : G_TYPE_STRING);

      if (value->kind == 'i')
        g_value_set_int64 (gvalue, value->integer);
      else
        g_value_set_string (gvalue, value->text);
      if (!gda_holder_take_value (l->data, gvalue, error))
        return FALSE;
    }
  return TRUE;
}

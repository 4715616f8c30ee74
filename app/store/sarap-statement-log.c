#include "store/sarap-statement-log.h"

#include <libgda/libgda.h>
#include <string.h>

#include "base/sarap-log.h"

/* Characters of a logged statement: those of the schema are pages long */
#define LONGEST 300

/* Text between quotes, and white space that is irrelevant outside them */
static GRegex *
left_out_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("('(?:[^']|'')*+(?:'|$))"
                                            "|\\$(\\w*)\\$.*?(?:\\$\\2\\$|$)"
                                            "|--[^\n]*+"
                                            "|/\\*.*?(?:\\*/|$)"
                                            "|\\s+",
                                            G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

static gboolean
replace (const GMatchInfo *match, GString *text, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);

  if (*found == '\'' || *found == '$')
    g_string_append (text, "'…'");
  else if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
  return FALSE;
}

char *
sarap_statement_text (const char *sql)
{
  g_autofree char *text =
      g_regex_replace_eval (left_out_regex (), sql, -1, 0, 0, replace, NULL, NULL);

  if (!text)
    return g_strdup ("…");
  g_strstrip (text);
  if (g_utf8_strlen (text, -1) <= LONGEST)
    return g_steal_pointer (&text);
  *g_utf8_offset_to_pointer (text, LONGEST) = '\0';
  return g_strconcat (text, "…", NULL);
}

/* Rows read, or written or removed without those of triggers; -1 on failure */
static int
rows_of (GObject *result)
{
  GdaHolder *rows = NULL;

  if (GDA_IS_DATA_MODEL (result))
    return gda_data_model_get_n_rows (GDA_DATA_MODEL (result));
  if (GDA_IS_SET (result))
    rows = gda_set_get_holder (GDA_SET (result), "IMPACTED_ROWS");
  return rows ? g_value_get_int (gda_holder_get_value (rows)) : result ? 0 : -1;
}

void
sarap_statement_log (const SarapQuery *query, GObject *result, gint64 began)
{
  double ms = sarap_log_ms_since (began);
  g_autofree char *text = NULL;

  if (!sarap_log_is_wanted ())
    return;
  text = sarap_statement_text (query->sql);
  if (result)
    g_debug ("%.2f ms, %d rows: %s", ms, rows_of (result), text);
  else
    g_debug ("%.2f ms, failed: %s", ms, text);
}

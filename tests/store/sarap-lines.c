#include "sarap-lines.h"

#include <string.h>

gint64
sarap_last_line (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT seq FROM audit_head");
}

char *
sarap_lines_after (SarapDatabase *db, gint64 seq)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT action, record, coalesce (CAST (record_id AS text), '-'),"
                       " coalesce (CAST (officer_id AS text), '-'), detail FROM audit"
                       " WHERE seq > :seq ORDER BY seq");
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  sarap_query_integer (query, "seq", seq);
  rows = sarap_database_select (db, query, "ttttt", &error);
  g_assert_no_error (error);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_string_append_printf (lines, "%s%s %s %s %s %s", row > 0 ? "\n" : "",
                            sarap_rows_text (rows, row, 0), sarap_rows_text (rows, row, 1),
                            sarap_rows_text (rows, row, 2), sarap_rows_text (rows, row, 3),
                            sarap_rows_text (rows, row, 4));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Digests of several records stand one behind the other: as many D */
static gboolean
mask_digests (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *digests = g_match_info_fetch (match, 1);
  guint n = strlen (digests) / 20;

  g_string_append (result, n > 9 ? "\"D…" : "\"");
  for (guint i = 0; i < n && n <= 9; i++)
    g_string_append_c (result, 'D');
  g_string_append_c (result, '"');
  return FALSE;
}

static char *
mask (const char *lines)
{
  g_autoptr (GRegex) digest = g_regex_new ("\"((?:[A-Za-z0-9+/]{20})+)\"", 0, 0, NULL);
  g_autofree char *masked =
      g_regex_replace_eval (digest, lines, -1, 0, 0, mask_digests, NULL, NULL);
  g_autoptr (GRegex) quote = g_regex_new ("(?<!\\\\)\"", 0, 0, NULL);

  return g_regex_replace_literal (quote, masked, -1, 0, "'", 0, NULL);
}

void
sarap_assert_lines (SarapDatabase *db, gint64 after, const char *expected)
{
  g_autofree char *lines = sarap_lines_after (db, after);
  g_autofree char *masked = mask (lines);

  g_assert_cmpstr (masked, ==, expected);
}

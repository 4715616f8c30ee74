#include "records/sarap-history.h"

#include "store/sarap-line-detail.h"

/* A change names what was changed, and of a member not the commission: that is the member's, or
   what the line of their removal says. The lines of an import name no record. */
#define COLUMNS                                                                                    \
  "a.seq, a.moment, a.actor, a.action, a.record, a.record_id, a.detail,"                           \
  " CASE WHEN a.record = 'commission_member' AND a.action = 'change' THEN"                         \
  " (SELECT b.code || '/' || c.number FROM commission_member m"                                    \
  "  JOIN commission c ON c.id = m.commission_id JOIN body b ON b.id = c.body_id"                  \
  "  WHERE m.id = a.record_id) END,"                                                               \
  " CASE WHEN a.record = 'commission_member' AND a.action = 'change' THEN"                         \
  " (SELECT max (r.detail) FROM audit r WHERE r.record = 'commission_member'"                      \
  "  AND r.record_id = a.record_id AND r.action = 'remove') END"
#define COLUMN_TYPES "ITTTTiTtt"

void
sarap_history_line_free (SarapHistoryLine *line)
{
  g_free (line->moment);
  g_free (line->actor);
  g_free (line->action);
  g_free (line->record);
  g_free (line->detail);
  g_free (line->commission);
  g_free (line);
}

static void
take_commission (const char *name, const char *was, const char *became, gpointer data)
{
  char **commission = data;

  if (g_str_equal (name, "commission") && *commission == NULL)
    *commission = g_strdup (was);
}

static SarapHistoryLine *
line_from_row (SarapRows *rows, guint row)
{
  SarapHistoryLine *line = g_new (SarapHistoryLine, 1);

  line->seq = sarap_rows_integer (rows, row, 0);
  line->moment = g_strdup (sarap_rows_text (rows, row, 1));
  line->actor = g_strdup (sarap_rows_text (rows, row, 2));
  line->action = g_strdup (sarap_rows_text (rows, row, 3));
  line->record = g_strdup (sarap_rows_text (rows, row, 4));
  line->record_id = sarap_rows_integer (rows, row, 5);
  line->detail = g_strdup (sarap_rows_text (rows, row, 6));
  line->commission = g_strdup (sarap_rows_text (rows, row, 7));
  if (line->commission == NULL)
    sarap_line_detail_read (sarap_rows_text (rows, row, 8), take_commission, &line->commission);
  return line;
}

GPtrArray *
sarap_history_of_officer (
    SarapDatabase *db, gint64 officer_id, gint64 before, guint limit, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT " COLUMNS " FROM audit a "
                       "WHERE a.seq < :before %s ORDER BY a.seq DESC LIMIT :limit",
                       officer_id != 0 ? "AND a.officer_id = :officer" : "");
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;
  GPtrArray *lines;

  sarap_query_integer (query, "before", before != 0 ? before : G_MAXINT64);
  sarap_query_integer (query, "limit", limit);
  if (officer_id != 0)
    sarap_query_integer (query, "officer", officer_id);
  if ((rows = sarap_database_select (db, query, COLUMN_TYPES, error)) == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_history_line_free);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_ptr_array_add (lines, line_from_row (rows, row));
  return lines;
}

SarapHistoryLine *
sarap_history_last_of (
    SarapDatabase *db, const char *record, gint64 record_id, gint64 officer_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT " COLUMNS " FROM audit a "
                                          "WHERE a.record = :record AND a.record_id = :id %s"
                                          " ORDER BY a.seq DESC LIMIT 1",
                                          officer_id != 0 ? "AND a.officer_id = :officer" : "");
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "record", record);
  sarap_query_integer (query, "id", record_id);
  if (officer_id != 0)
    sarap_query_integer (query, "officer", officer_id);
  if ((rows = sarap_database_select (db, query, COLUMN_TYPES, error)) == NULL)
    return NULL;
  return sarap_rows_count (rows) > 0 ? line_from_row (rows, 0) : NULL;
}

/* The part of the feed that runs on the store's thread, where the database may be used */
#include "store/sarap-feed.h"

#include "store/sarap-database-private.h"
#include "store/sarap-libpq.h"
#include "store/sarap-pulse.h"

/* New lines above which the lines are not read one by one */
#define MOST_LINES 200

PGconn *
sarap_feed_connect (SarapDatabase *db)
{
  g_autofree char *conninfo = sarap_name_conninfo (db->name, db->password);
  PGconn *pg = PQconnectdb (conninfo);

  PQsetNoticeProcessor (pg, sarap_libpq_take_notice, NULL);
  if (PQstatus (pg) != CONNECTION_OK || !sarap_pulse_ask (pg, "LISTEN sarap"))
    g_clear_pointer (&pg, PQfinish);
  return pg;
}

/* Anyone who can write the file can put any value into a line: only as much is read as the name of
   a table can have */
static SarapRows *
read_lines (SarapDatabase *db, gint64 after)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT CASE WHEN typeof (record) = 'text'"
                       " AND length (CAST (record AS blob)) < 64 THEN record END, CAST (record_id "
                       "AS integer), CAST (officer_id AS integer)"
                       " FROM audit WHERE seq > :after ORDER BY seq LIMIT :limit");

  sarap_query_integer (query, "after", after);
  sarap_query_integer (query, "limit", MOST_LINES + 1);
  return sarap_database_select (db, query, "tii", NULL);
}

static SarapChanges *
changes_of (SarapRows *rows)
{
  g_autoptr (SarapChanges) changes = sarap_changes_new ();
  guint count = sarap_rows_count (rows);

  /* a change without lines of the chain, or too many lines */
  if (count == 0 || count > MOST_LINES)
    {
      sarap_changes_add_everything (changes);
      return g_steal_pointer (&changes);
    }
  for (guint row = 0; row < count; row++)
    /* an import, or a line that is not about a table */
    if (!sarap_changes_add (changes, sarap_rows_text (rows, row, 0),
                            sarap_rows_integer (rows, row, 1), sarap_rows_integer (rows, row, 2)))
      sarap_changes_add_everything (changes);
  return g_steal_pointer (&changes);
}

/* data_version changes with others' writes, total_changes () with those of this connection */
static gboolean
read_mark (SarapDatabase *db, SarapFeedMark *mark)
{
  return sarap_database_ask (db, "PRAGMA data_version", &mark->data_version, NULL) &&
         sarap_database_ask (db, "SELECT total_changes ()", &mark->total_changes, NULL);
}

SarapChanges *
sarap_feed_look (SarapDatabase *db, SarapFeedMark *mark)
{
  SarapFeedMark now = { .seq = mark->seq };
  g_autoptr (SarapRows) rows = NULL;
  gboolean first = mark->data_version == 0;

  /* marks are read first: a change in between is then told twice, not lost */
  if (!read_mark (db, &now) ||
      (now.data_version == mark->data_version && now.total_changes == mark->total_changes) ||
      !sarap_database_ask (db, "SELECT seq FROM audit_head", &now.seq, NULL))
    return NULL;
  if (!first)
    rows = read_lines (db, mark->seq);
  *mark = now;
  return rows ? changes_of (rows) : NULL;
}

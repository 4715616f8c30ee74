/* The part of the feed that runs on the store's thread: there alone the database may be asked */
#include "store/sarap-feed.h"

#include "store/sarap-database-private.h"
#include "store/sarap-libpq.h"
#include "store/sarap-pulse.h"

/* More new lines than this are not read one by one */
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

/* Whoever can write the file can write any value into a line: no more of it is read than a table's
   name takes */
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

  /* somebody wrote without telling the chain, or too much to tell */
  if (count == 0 || count > MOST_LINES)
    {
      sarap_changes_add_everything (changes);
      return g_steal_pointer (&changes);
    }
  for (guint row = 0; row < count; row++)
    /* an import, or no word of ours: what the line is about is no table */
    if (!sarap_changes_add (changes, sarap_rows_text (rows, row, 0),
                            sarap_rows_integer (rows, row, 1), sarap_rows_integer (rows, row, 2)))
      sarap_changes_add_everything (changes);
  return g_steal_pointer (&changes);
}

/* data_version moves with what others write, total_changes () with what this connection writes */
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

  /* the marks come first: what is written in between is told twice rather than never */
  if (!read_mark (db, &now) ||
      (now.data_version == mark->data_version && now.total_changes == mark->total_changes) ||
      !sarap_database_ask (db, "SELECT seq FROM audit_head", &now.seq, NULL))
    return NULL;
  if (!first)
    rows = read_lines (db, mark->seq);
  *mark = now;
  return rows ? changes_of (rows) : NULL;
}

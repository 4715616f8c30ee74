#include "store/sarap-replay-stream.h"

#include <string.h>

#include "store/sarap-audit.h"
#include "store/sarap-dialect.h"
#include "store/sarap-store-error-private.h"

/* Records, lines about one record, and lines about many records that are read at a time */
#define RECORDS_AT_ONCE 1000
#define LINES_AT_ONCE 1000
#define ADDED_AT_ONCE 16
/* Greatest number of additions in a line, and its greatest length */
#define MOST_OF_A_LINE 1000
/* Bytes of "#":["…","…"]} and the character before it */
#define TAIL 60

#define BASE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

static gboolean
refuse_damaged (const char *what, GError **error)
{
  sarap_store_error_set (error, SARAP_STORE_ERROR_CORRUPT, what);
  return FALSE;
}

/* Keys that are texts or bytes would be read again for ever: each key must be greater than the
   last */
static gboolean
check_goes_on (gint64 next, gint64 previous, GError **error)
{
  return next > previous || sarap_store_error_damaged (error);
}

/* g_strlcpy() would look for the end of the whole text */
static void
copy_digest (char digest[SARAP_DIGEST_RECORD + 1], const char *from)
{
  memcpy (digest, from, SARAP_DIGEST_RECORD);
  digest[SARAP_DIGEST_RECORD] = '\0';
}

/* Records ---- */

gboolean
sarap_replay_records_init (SarapReplayRecords *self,
                           SarapDatabase *db,
                           const SarapReplayTable *table,
                           GError **error)
{
  g_autofree char *digest =
      sarap_dialect_digest (db, (const char *const *) table->columns, table->n_first);
  g_autofree char *packed = sarap_dialect_packed (db, "id, version, digest");

  self->db = db;
  self->sql = g_strdup_printf (
      "SELECT max (id), %s FROM (SELECT id, %s AS version, %s AS digest FROM %s"
      " WHERE id > :after AND id < " SARAP_REPLAY_END_TEXT " ORDER BY id LIMIT %d) AS slice",
      packed, table->versioned ? "version" : "0", digest, table->name, RECORDS_AT_ONCE);
  self->at = "";
  self->id = self->last = 0;
  return sarap_replay_records_next (self, error);
}

static gboolean
read_records (SarapReplayRecords *self, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (self->sql);

  sarap_query_integer (query, "after", self->last);
  g_clear_pointer (&self->rows, sarap_rows_free);
  if ((self->rows = sarap_database_select (self->db, query, "it", error)) == NULL)
    return FALSE;
  self->at = sarap_rows_is_null (self->rows, 0, 1) ? "" : sarap_rows_text (self->rows, 0, 1);
  self->last = sarap_rows_integer (self->rows, 0, 0);
  return TRUE;
}

gboolean
sarap_replay_records_next (SarapReplayRecords *self, GError **error)
{
  gint64 previous = self->id;
  char *end = NULL;

  if (*self->at == '\0' && !read_records (self, error))
    return FALSE;
  if (*self->at == '\0')
    {
      self->id = G_MAXINT64;
      return TRUE;
    }
  self->id = g_ascii_strtoll (self->at, &end, 10);
  if (*end == ',')
    self->version = g_ascii_strtoll (end + 1, &end, 10);
  if (*end != ',' || strspn (end + 1, BASE64) != SARAP_DIGEST_RECORD ||
      strncmp (end + 1 + SARAP_DIGEST_RECORD, ",;", 2) != 0)
    return refuse_damaged ("digest", error);
  if (!check_goes_on (self->id, previous, error))
    return FALSE;
  copy_digest (self->digest, end + 1);
  self->at = end + 1 + SARAP_DIGEST_RECORD + 2;
  return TRUE;
}

void
sarap_replay_records_clear (SarapReplayRecords *self)
{
  g_clear_pointer (&self->rows, sarap_rows_free);
  g_clear_pointer (&self->sql, g_free);
}

/* Lines about one record ---- */

gboolean
sarap_replay_lines_init (SarapReplayLines *self,
                         SarapDatabase *db,
                         const SarapReplayTable *table,
                         GError **error)
{
  self->db = db;
  self->record = table->name;
  self->line.id = self->line.seq = G_MININT64;
  return sarap_replay_lines_next (self, error);
}

static gboolean
read_lines (SarapReplayLines *self, GError **error)
{
  g_autofree char *tail = sarap_dialect_tail (self->db, "detail", TAIL);
  g_autofree char *sql = g_strdup_printf ("SELECT record_id, seq, action, %s FROM audit WHERE "
                                          "record = :record AND record_id IS NOT NULL"
                                          " AND action <> 'password' AND (record_id, seq) > (:id, "
                                          ":seq) ORDER BY record_id, seq LIMIT %d",
                                          tail, LINES_AT_ONCE);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "record", self->record);
  sarap_query_integer (query, "id", self->line.id);
  sarap_query_integer (query, "seq", self->line.seq);
  g_clear_pointer (&self->rows, sarap_rows_free);
  self->row = 0;
  return (self->rows = sarap_database_select (self->db, query, "iitt", error)) != NULL;
}

static SarapReplayAction
action_of (const char *word)
{
  static const char *const words[] = { "add", "change", "remove" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return i;
  return SARAP_REPLAY_OTHER;
}

/* Reads null, or twenty letters between quotes */
static gboolean
take_digest (const char **at, char digest[SARAP_DIGEST_RECORD + 1])
{
  digest[0] = '\0';
  if (g_str_has_prefix (*at, "null"))
    {
      *at += strlen ("null");
      return TRUE;
    }
  if (**at != '"' || strspn (*at + 1, BASE64) != SARAP_DIGEST_RECORD ||
      (*at)[1 + SARAP_DIGEST_RECORD] != '"')
    return FALSE;
  copy_digest (digest, *at + 1);
  *at += SARAP_DIGEST_RECORD + 2;
  return TRUE;
}

static gboolean
read_digests (const char *tail, SarapReplayLine *line)
{
  const char *at = tail != NULL ? g_strrstr (tail, "\"#\":[") : NULL;

  if (at == NULL)
    return FALSE;
  at += strlen ("\"#\":[");
  return take_digest (&at, line->was) && *at++ == ',' && take_digest (&at, line->became) &&
         strcmp (at, "]}") == 0;
}

gboolean
sarap_replay_lines_next (SarapReplayLines *self, GError **error)
{
  gint64 id, seq;
  gboolean end_of_slice = self->rows == NULL || self->row == sarap_rows_count (self->rows);

  if (end_of_slice && !read_lines (self, error))
    return FALSE;
  if (sarap_rows_count (self->rows) == 0)
    {
      self->line.id = G_MAXINT64;
      return TRUE;
    }
  id = sarap_rows_integer (self->rows, self->row, 0);
  seq = sarap_rows_integer (self->rows, self->row, 1);
  if (id != self->line.id ? !check_goes_on (id, self->line.id, error)
                          : !check_goes_on (seq, self->line.seq, error))
    return FALSE;
  self->line.id = id;
  self->line.seq = seq;
  self->line.action = action_of (sarap_rows_text (self->rows, self->row, 2));
  if (!read_digests (sarap_rows_text (self->rows, self->row, 3), &self->line))
    self->line.action = SARAP_REPLAY_OTHER;
  self->row++;
  return TRUE;
}

void
sarap_replay_lines_clear (SarapReplayLines *self)
{
  g_clear_pointer (&self->rows, sarap_rows_free);
}

/* Lines about many records ---- */

gboolean
sarap_replay_added_init (SarapReplayAdded *self,
                         SarapDatabase *db,
                         const SarapReplayTable *table,
                         SarapReplayUnreadable unreadable,
                         gpointer data,
                         GError **error)
{
  self->db = db;
  self->record = table->name;
  self->unreadable = unreadable;
  self->data = data;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->last = 0;
  return sarap_replay_added_next (self, error);
}

static gboolean
read_added (SarapReplayAdded *self, GError **error)
{
  g_autofree char *detail = sarap_dialect_bounded (self->db, "detail", SARAP_AUDIT_MOST_BYTES);
  g_autofree char *sql =
      g_strdup_printf ("SELECT seq, %s FROM audit WHERE record = :record AND record_id IS NULL"
                       " AND seq > :after ORDER BY seq LIMIT :limit",
                       detail);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "record", self->record);
  sarap_query_integer (query, "after", self->seq);
  sarap_query_integer (query, "limit", ADDED_AT_ONCE);
  g_clear_pointer (&self->rows, sarap_rows_free);
  self->row = 0;
  return (self->rows = sarap_database_select (self->db, query, "it", error)) != NULL;
}

/* Reads "17-812,815" */
static gboolean
take_ids (SarapReplayAdded *self, const char **at)
{
  g_array_set_size (self->ids, 0);
  do
    {
      char *end;
      gint64 low = g_ascii_strtoll (*at, &end, 10), high = low;

      if (end == *at || low <= self->last)
        return FALSE;
      if (*end == '-')
        high = g_ascii_strtoll (*at = end + 1, &end, 10);
      if (end == *at || high < low || high == G_MAXINT64 ||
          high - low >= MOST_OF_A_LINE - (gint64) self->ids->len)
        return FALSE;
      for (gint64 id = low; id <= high; id++)
        g_array_append_val (self->ids, id);
      self->last = high;
      *at = end;
    }
  while (*(*at)++ == ',');
  (*at)--;
  return TRUE;
}

static gboolean
take_line (SarapReplayAdded *self, const char *detail)
{
  const char *at = detail;
  gsize length;

  if (at == NULL || !g_str_has_prefix (at, "{\"ids\":\""))
    return FALSE;
  at += strlen ("{\"ids\":\"");
  if (!take_ids (self, &at) || !g_str_has_prefix (at, "\",\"#\":\""))
    return FALSE;
  at += strlen ("\",\"#\":\"");
  length = strspn (at, BASE64);
  self->digests = at;
  self->index = 0;
  return length == (gsize) self->ids->len * SARAP_DIGEST_RECORD && strcmp (at + length, "\"}") == 0;
}

/* Goes on to the next readable line, and reports the others */
static gboolean
next_line (SarapReplayAdded *self, GError **error)
{
  for (;;)
    {
      gint64 previous = self->seq;

      if ((self->rows == NULL || self->row == sarap_rows_count (self->rows)) &&
          !read_added (self, error))
        return FALSE;
      if (sarap_rows_count (self->rows) == 0)
        {
          self->id = G_MAXINT64;
          return TRUE;
        }
      self->seq = sarap_rows_integer (self->rows, self->row, 0);
      if (!check_goes_on (self->seq, previous, error))
        return FALSE;
      if (take_line (self, sarap_rows_text (self->rows, self->row++, 1)))
        return TRUE;
      g_array_set_size (self->ids, 0);
      self->index = 0;
      if (!self->unreadable (self->seq, self->data, error))
        return FALSE;
    }
}

gboolean
sarap_replay_added_next (SarapReplayAdded *self, GError **error)
{
  if (self->index >= self->ids->len && !next_line (self, error))
    return FALSE;
  if (self->id == G_MAXINT64)
    return TRUE;
  self->id = g_array_index (self->ids, gint64, self->index);
  copy_digest (self->digest, self->digests + (gsize) self->index * SARAP_DIGEST_RECORD);
  self->index++;
  return TRUE;
}

void
sarap_replay_added_clear (SarapReplayAdded *self)
{
  g_clear_pointer (&self->rows, sarap_rows_free);
  g_clear_pointer (&self->ids, g_array_unref);
}

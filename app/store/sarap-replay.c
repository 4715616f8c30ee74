#include "store/sarap-replay.h"

#include <string.h>

#include "store/sarap-digest.h"
#include "store/sarap-replay-stream.h"

/* Faults of impossible ids after which no more are reported */
#define MOST_IDS 100

/* The state of a record after its lines */
typedef struct
{
  gboolean there;
  char digest[SARAP_DIGEST_RECORD + 1];
  gint64 n_changes;
  gint64 line; /* the last one */
} State;

typedef struct
{
  const SarapReplayTable *table;
  SarapReplayFound found;
  gpointer data;
  SarapReplayRecords records;
  SarapReplayLines lines;
  SarapReplayAdded added;
} Replay;

static gboolean
tell_of (Replay *self,
         SarapReplayFaultKind kind,
         gint64 id,
         gint64 line,
         const char *digest,
         GError **error)
{
  SarapReplayFault fault = { kind, self->table->name, id, line, digest };

  return self->found (&fault, self->data, error);
}

static gboolean
fault_tell (Replay *self, SarapReplayFaultKind kind, gint64 id, gint64 line, GError **error)
{
  return tell_of (self, kind, id, line, NULL, error);
}

static gboolean
is_state (const State *state, const char *digest)
{
  return digest[0] == '\0' ? !state->there : state->there && strcmp (state->digest, digest) == 0;
}

static void
set_state (State *state, const char *digest, gint64 line)
{
  state->there = digest[0] != '\0';
  g_strlcpy (state->digest, digest, sizeof state->digest);
  state->line = line;
}

/* The states that a line of this action may begin and end with */
static gboolean
is_sound (const SarapReplayLine *line)
{
  gboolean was = line->was[0] != '\0', became = line->became[0] != '\0';

  switch (line->action)
    {
    case SARAP_REPLAY_ADD:
      return !was && became;
    case SARAP_REPLAY_CHANGE:
      return was && became;
    case SARAP_REPLAY_REMOVE:
      return was && !became;
    default:
      return FALSE;
    }
}

static gboolean
take_line (Replay *self, const SarapReplayLine *line, State *state, GError **error)
{
  if (!is_sound (line))
    return fault_tell (self, SARAP_REPLAY_UNREADABLE, line->id, line->seq, error);
  if (!is_state (state, line->was) &&
      !fault_tell (self, SARAP_REPLAY_BROKEN, line->id, line->seq, error))
    return FALSE;
  if (line->action == SARAP_REPLAY_CHANGE)
    state->n_changes++;
  set_state (state, line->became, line->seq);
  return TRUE;
}

static gboolean
take_added (Replay *self, gint64 id, State *state, GError **error)
{
  if (state->there && !fault_tell (self, SARAP_REPLAY_BROKEN, id, self->added.seq, error))
    return FALSE;
  set_state (state, self->added.digest, self->added.seq);
  return sarap_replay_added_next (&self->added, error);
}

/* Applies the lines about a record in their order, including that of the import that added it */
static gboolean
replay_lines (Replay *self, gint64 id, State *state, GError **error)
{
  while (self->lines.line.id == id || self->added.id == id)
    {
      gboolean line_comes_first = self->lines.line.id == id &&
                                  (self->added.id != id || self->lines.line.seq < self->added.seq);

      if (!line_comes_first)
        {
          if (!take_added (self, id, state, error))
            return FALSE;
        }
      else if (!take_line (self, &self->lines.line, state, error) ||
               !sarap_replay_lines_next (&self->lines, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_compare (Replay *self, gint64 id, const State *state, GError **error)
{
  gboolean there = self->records.id == id;

  if (there && state->line == 0)
    return fault_tell (self, SARAP_REPLAY_NO_ORIGIN, id, 0, error);
  if (there && !state->there)
    return fault_tell (self, SARAP_REPLAY_BACK, id, state->line, error);
  if (!there && state->there)
    return fault_tell (self, SARAP_REPLAY_GONE, id, state->line, error);
  if (!there)
    return TRUE;
  if (strcmp (self->records.digest, state->digest) != 0)
    return tell_of (self, SARAP_REPLAY_DIFFERS, id, state->line, state->digest, error);
  if (self->table->versioned && self->records.version != state->n_changes + 1)
    return fault_tell (self, SARAP_REPLAY_VERSION, id, state->line, error);
  return TRUE;
}

/* The lowest id that has a record or a line left, G_MAXINT64 at the end */
static gint64
next_id (const Replay *self)
{
  return MIN (self->records.id, MIN (self->lines.line.id, self->added.id));
}

static gboolean
replay_all (Replay *self, GError **error)
{
  for (gint64 id; (id = next_id (self)) != G_MAXINT64;)
    {
      State state = { FALSE };

      if (!replay_lines (self, id, &state, error) || !record_compare (self, id, &state, error) ||
          (self->records.id == id && !sarap_replay_records_next (&self->records, error)))
        return FALSE;
    }
  return TRUE;
}

/* Ids that no database gives, which the replay does not reach */
static gboolean
check_ids (Replay *self, SarapDatabase *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE id < 1 OR id = " SARAP_REPLAY_END_TEXT " ORDER BY id LIMIT %d",
      self->table->name, MOST_IDS);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    if (!fault_tell (self, SARAP_REPLAY_NO_ORIGIN, sarap_rows_integer (rows, row, 0), 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
on_unreadable (gint64 seq, gpointer data, GError **error)
{
  return fault_tell (data, SARAP_REPLAY_UNREADABLE, 0, seq, error);
}

gboolean
sarap_replay (SarapDatabase *db,
              const SarapReplayTable *table,
              SarapReplayFound found,
              gpointer data,
              GError **error)
{
  Replay self = { .table = table, .found = found, .data = data };
  gboolean done = check_ids (&self, db, error) &&
                  sarap_replay_records_init (&self.records, db, table, error) &&
                  sarap_replay_lines_init (&self.lines, db, table, error) &&
                  sarap_replay_added_init (&self.added, db, table, on_unreadable, &self, error) &&
                  replay_all (&self, error);

  sarap_replay_records_clear (&self.records);
  sarap_replay_lines_clear (&self.lines);
  sarap_replay_added_clear (&self.added);
  return done;
}

void
sarap_replay_digest (const SarapReplayTable *table, const char *const *texts, char *digest)
{
  g_autoptr (GString) canonical = g_string_new (NULL);
  gsize later = G_MAXSIZE;

  for (guint i = 0; table->columns[i] != NULL; i++)
    {
      if (i == table->n_first)
        later = canonical->len;
      sarap_digest_value (canonical, texts[i], texts[i] != NULL ? strlen (texts[i]) : 0);
    }
  sarap_digest_end_later (canonical, later);
  sarap_digest_record (canonical, digest);
}

/* The functions that the triggers of an SQLite file call to write the audit chain. A program
   without them cannot change the file. On PostgreSQL the schema itself contains them. */
#include "store/sarap-sqlite-audit.h"

#include "store/sarap-digest.h"
#include "store/sarap-json.h"

#include <string.h>

/* Additions in one line */
#define MOST_OF_A_LINE 1000

/* Additions to one table whose ids follow each other closely */
typedef struct
{
  char *record;
  GString *ids, *digests;
  guint n;
  gint64 run_start, run_end;
} Gathered;

struct _SarapSqliteSession
{
  char *actor;
  SarapSqliteMode mode;
  GQueue gathered;    /* of Gathered, in the order of their beginnings */
  GString *canonical; /* a buffer for every digest */
};

static void
gathered_free (Gathered *self)
{
  g_free (self->record);
  if (self->ids != NULL)
    g_string_free (self->ids, TRUE);
  if (self->digests != NULL)
    g_string_free (self->digests, TRUE);
  g_free (self);
}

SarapSqliteSession *
sarap_sqlite_session_new (void)
{
  SarapSqliteSession *self = g_new0 (SarapSqliteSession, 1);

  g_queue_init (&self->gathered);
  self->canonical = g_string_new (NULL);
  return self;
}

void
sarap_sqlite_session_free (SarapSqliteSession *self)
{
  g_queue_clear_full (&self->gathered, (GDestroyNotify) gathered_free);
  g_string_free (self->canonical, TRUE);
  g_free (self->actor);
  g_free (self);
}

void
sarap_sqlite_session_set_actor (SarapSqliteSession *self, const char *actor)
{
  g_free (self->actor);
  self->actor = g_strdup (actor);
}

const char *
sarap_sqlite_session_actor (SarapSqliteSession *self)
{
  return self->actor;
}

void
sarap_sqlite_session_set_mode (SarapSqliteSession *self, SarapSqliteMode mode)
{
  self->mode = mode;
  g_queue_clear_full (&self->gathered, (GDestroyNotify) gathered_free);
}

static void
end_run (Gathered *self)
{
  g_string_append_printf (self->ids, "%s%" G_GINT64_FORMAT, self->ids->len > 0 ? "," : "",
                          self->run_start);
  if (self->run_end > self->run_start)
    g_string_append_printf (self->ids, "-%" G_GINT64_FORMAT, self->run_end);
}

gboolean
sarap_sqlite_session_take (SarapSqliteSession *self, char **record, char **detail)
{
  Gathered *first = g_queue_pop_head (&self->gathered);

  if (first == NULL)
    return FALSE;
  end_run (first);
  *detail = g_strdup_printf ("{\"ids\":\"%s\",\"#\":\"%s\"}", first->ids->str, first->digests->str);
  *record = g_steal_pointer (&first->record);
  gathered_free (first);
  return TRUE;
}

/* The last line of the table, if this id still fits: ids must ascend */
static Gathered *
find_gathered (SarapSqliteSession *self, const char *record, gint64 id)
{
  Gathered *fresh;

  for (GList *l = self->gathered.tail; l != NULL; l = l->prev)
    {
      Gathered *last = l->data;

      if (strcmp (last->record, record) != 0)
        continue;
      if (last->n < MOST_OF_A_LINE && id > last->run_end)
        return last;
      break;
    }
  fresh = g_new0 (Gathered, 1);
  fresh->record = g_strdup (record);
  fresh->ids = g_string_new (NULL);
  fresh->digests = g_string_sized_new (MOST_OF_A_LINE * SARAP_DIGEST_RECORD + 1);
  g_queue_push_tail (&self->gathered, fresh);
  return fresh;
}

static void
gather (SarapSqliteSession *self, const char *record, gint64 id, const char *digest)
{
  Gathered *line = find_gathered (self, record, id);

  if (line->n > 0 && id != line->run_end + 1)
    end_run (line);
  if (line->n == 0 || id != line->run_end + 1)
    line->run_start = id;
  line->run_end = id;
  g_string_append (line->digests, digest);
  line->n++;
}

static SarapSqliteSession *
session_of (sqlite3_context *context)
{
  return sqlite3_user_data (context);
}

static void
append_value (GString *canonical, sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  sarap_digest_value (canonical, text, text != NULL ? sqlite3_value_bytes (value) : 0);
}

/* An empty blob separates the columns that a table has had from the start from later ones; no
   column can contain one */
static gboolean
is_mark (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_BLOB && sqlite3_value_bytes (value) == 0;
}

static void
digest_values (SarapSqliteSession *self, sqlite3_value **values, int n_values, char *digest)
{
  gsize later = G_MAXSIZE;

  g_string_truncate (self->canonical, 0);
  for (int i = 0; i < n_values; i++)
    if (is_mark (values[i]))
      later = self->canonical->len;
    else
      append_value (self->canonical, values[i]);
  sarap_digest_end_later (self->canonical, later);
  sarap_digest_record (self->canonical, digest);
}

/* sarap_mode () */
static void
answer_mode (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_int (context, session_of (context)->mode);
}

/* sarap_actor () */
static void
answer_actor (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *actor = session_of (context)->actor;

  sqlite3_result_text (context, actor != NULL ? actor : "", -1, SQLITE_TRANSIENT);
}

/* sarap_digest (column, …) */
static void
answer_digest (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char digest[SARAP_DIGEST_RECORD + 1];

  digest_values (session_of (context), values, n_values, digest);
  sqlite3_result_text (context, digest, SARAP_DIGEST_RECORD, SQLITE_TRANSIENT);
}

/* sarap_gather (record, id, column, …), where the id is the first column */
static void
answer_gather (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char digest[SARAP_DIGEST_RECORD + 1];
  const char *record = (const char *) sqlite3_value_text (values[0]);

  digest_values (session_of (context), values + 1, n_values - 1, digest);
  if (record != NULL)
    gather (session_of (context), record, sqlite3_value_int64 (values[1]), digest);
  sqlite3_result_null (context);
}

static void
append_pair (GString *json, const char *name, const char *was, const char *became)
{
  g_string_append_printf (json, "%s\"%s\":[", json->len > 1 ? "," : "", name);
  sarap_json_append (json, was);
  g_string_append_c (json, ',');
  sarap_json_append (json, became);
  g_string_append_c (json, ']');
}

/* sarap_detail (digest that was, that became, name, what was, what became, name, …) */
static void
answer_detail (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autoptr (GString) json = g_string_new ("{");

  for (int i = 2; i + 2 < n_values; i += 3)
    {
      const char *name = (const char *) sqlite3_value_text (values[i]);
      const char *was = (const char *) sqlite3_value_text (values[i + 1]);
      const char *became = (const char *) sqlite3_value_text (values[i + 2]);

      if (g_strcmp0 (was, became) != 0)
        append_pair (json, name != NULL ? name : "", was, became);
    }
  append_pair (json, "#", (const char *) sqlite3_value_text (values[0]),
               (const char *) sqlite3_value_text (values[1]));
  g_string_append_c (json, '}');
  sqlite3_result_text (context, json->str, json->len, SQLITE_TRANSIENT);
}

static const char *
text_or_empty (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text != NULL ? text : "";
}

/* sarap_line_digest (salt, moment, actor, action, record, record_id, officer_id, detail) */
static void
answer_line_digest (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char digest[SARAP_DIGEST_LINE + 1];

  sarap_digest_line (text_or_empty (values[0]), text_or_empty (values[1]),
                     text_or_empty (values[2]), text_or_empty (values[3]),
                     text_or_empty (values[4]), sqlite3_value_int64 (values[5]),
                     sqlite3_value_int64 (values[6]), text_or_empty (values[7]), digest);
  sqlite3_result_text (context, digest, SARAP_DIGEST_LINE, SQLITE_TRANSIENT);
}

/* sarap_chain (before, seq, digest) */
static void
answer_chain (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char chain[SARAP_DIGEST_LINE + 1];

  sarap_digest_chain (text_or_empty (values[0]), sqlite3_value_int64 (values[1]),
                      text_or_empty (values[2]), chain);
  sqlite3_result_text (context, chain, SARAP_DIGEST_LINE, SQLITE_TRANSIENT);
}

int
sarap_sqlite_add_audit_functions (sqlite3 *sqlite, SarapSqliteSession *session)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*answer) (sqlite3_context *context, int n_values, sqlite3_value **values);
  } functions[] = {
    { "sarap_mode", 0, answer_mode },      { "sarap_actor", 0, answer_actor },
    { "sarap_digest", -1, answer_digest }, { "sarap_gather", -1, answer_gather },
    { "sarap_detail", -1, answer_detail }, { "sarap_line_digest", 8, answer_line_digest },
    { "sarap_chain", 3, answer_chain },
  };
  int status = SQLITE_OK;

  for (guint i = 0; status == SQLITE_OK && i < G_N_ELEMENTS (functions); i++)
    status = sqlite3_create_function (sqlite, functions[i].name, functions[i].n_values,
                                      SQLITE_UTF8 | SQLITE_INNOCUOUS, session, functions[i].answer,
                                      NULL, NULL);
  return status;
}

#include "store/sarap-audit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sarap-database-private.h"
#include "store/sarap-dialect.h"
#include "store/sarap-digest.h"
#include "store/sarap-store-error-private.h"

/* Lines read at a time. The memory stays small for a chain of a million lines; one line of an
   import has twenty thousand letters. */
#define SLICE 100
/* Bytes of any other text of a line: an actor of 255 letters */
#define MOST_OF_A_TEXT 1020
/* Faults after which checking stops */
#define MOST_TOLD 100

/* A line of the chain as the database has it */
typedef struct
{
  gint64 seq;
  const char *moment, *actor, *action, *record;
  gint64 record_id, officer_id;
  const char *detail, *salt, *digest, *chain;
} Line;

static SarapRows *
read_head (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT seq, chain FROM audit_head");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "IT", error);

  if (!rows || sarap_rows_count (rows) == 1)
    return g_steal_pointer (&rows);
  sarap_store_error_set (error, SARAP_STORE_ERROR_CORRUPT, "audit_head");
  return NULL;
}

gboolean
sarap_audit_append (
    SarapDatabase *db, const char *action, const char *record, const char *detail, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("INSERT INTO audit_line (action, record, detail)"
                                                  " VALUES (:action, :record, :detail)");

  sarap_query_text (query, "action", action);
  sarap_query_text (query, "record", record);
  sarap_query_text (query, "detail", detail);
  return sarap_database_execute (db, query, error) >= 0;
}

static void
line_from_row (Line *line, SarapRows *rows, guint row)
{
  *line = (Line){
    .seq = sarap_rows_integer (rows, row, 0),
    .record_id = sarap_rows_integer (rows, row, 1),
    .officer_id = sarap_rows_integer (rows, row, 2),
    .moment = sarap_rows_text (rows, row, 3),
    .actor = sarap_rows_text (rows, row, 4),
    .action = sarap_rows_text (rows, row, 5),
    .record = sarap_rows_text (rows, row, 6),
    .salt = sarap_rows_text (rows, row, 7),
    .digest = sarap_rows_text (rows, row, 8),
    .chain = sarap_rows_text (rows, row, 9),
    .detail = sarap_rows_text (rows, row, 10),
  };
}

static void
check_line (const Line *line, gint64 seq, const char *before, GPtrArray *faults)
{
  char digest[SARAP_DIGEST_LINE + 1], chain[SARAP_DIGEST_LINE + 1];

  sarap_digest_line (line->salt, line->moment, line->actor, line->action, line->record,
                     line->record_id, line->officer_id, line->detail, digest);
  sarap_digest_chain (before, line->seq, line->digest, chain);
  if (line->seq != seq)
    g_ptr_array_add (
        faults, g_strdup_printf (_ ("The audit chain has line %lld where line %lld should be."),
                                 (long long) line->seq, (long long) seq));
  if (!g_str_equal (digest, line->digest))
    g_ptr_array_add (faults,
                     g_strdup_printf (_ ("Line %lld of the audit chain was changed afterwards."),
                                      (long long) line->seq));
  if (!g_str_equal (chain, line->chain))
    g_ptr_array_add (
        faults,
        g_strdup_printf (_ ("Line %lld of the audit chain does not follow the line before it."),
                         (long long) line->seq));
}

/* The texts of a line, each within its greatest length */
static char *
list_texts (SarapDatabase *db)
{
  static const char *const texts[] = { "moment", "actor",  "action", "record",
                                       "salt",   "digest", "chain",  NULL };
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *detail = sarap_dialect_bounded (db, "detail", SARAP_AUDIT_MOST_BYTES);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = sarap_dialect_bounded (db, texts[i], MOST_OF_A_TEXT);

      g_string_append_printf (list, "%s, ", text);
    }
  g_string_append (list, detail);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static SarapRows *
read_slice (SarapDatabase *db, gint64 after, GError **error)
{
  g_autofree char *texts = list_texts (db);
  g_autofree char *sql = g_strdup_printf ("SELECT seq, record_id, officer_id, %s FROM audit"
                                          " WHERE seq > :after ORDER BY seq LIMIT :limit",
                                          texts);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_integer (query, "after", after);
  sarap_query_integer (query, "limit", SLICE);
  return sarap_database_select (db, query, "IiiTTTTTTTT", error);
}

static gboolean
check_end (SarapDatabase *db, gint64 seq, const char *chain, GPtrArray *faults, GError **error)
{
  g_autoptr (SarapRows) head = read_head (db, error);

  if (!head)
    return FALSE;
  if (sarap_rows_integer (head, 0, 0) != seq || !g_str_equal (sarap_rows_text (head, 0, 1), chain))
    g_ptr_array_add (
        faults,
        g_strdup_printf (_ ("The audit chain ends with line %lld, but line %lld was written last."),
                         (long long) seq, (long long) sarap_rows_integer (head, 0, 0)));
  return TRUE;
}

/* A person who sees only a part of the lines would take the others for removed */
static gboolean
check_sees_all (SarapDatabase *db, GError **error)
{
  gint64 all = 1;

  if (db->pg &&
      !sarap_database_ask (
          db, "SELECT CAST (sarap_is ('admin') OR sarap_is ('auditor') AS integer)", &all, error))
    return FALSE;
  if (all == 1)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED,
                       _ ("Only an administrator or an auditor sees the whole audit chain and can "
                          "check it."));
  return FALSE;
}

static gboolean
tell_stopped (gint64 seq, GPtrArray *faults)
{
  g_ptr_array_add (faults, g_strdup_printf (_ ("The audit chain was not checked beyond line %lld."),
                                            (long long) seq));
  return TRUE;
}

gboolean
sarap_audit_verify (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  g_auto (SarapTransaction) view = { 0 };
  g_autofree char *before = g_strdup ("");
  guint n_before = faults->len, count;
  gint64 seq = 0;

  if (!sarap_transaction_begin_read (&view, db, error) || !check_sees_all (db, error))
    return FALSE;
  do
    {
      g_autoptr (SarapRows) rows = read_slice (db, seq, error);

      if (!rows)
        return FALSE;
      count = sarap_rows_count (rows);
      for (guint row = 0; row < count; row++)
        {
          Line line;

          line_from_row (&line, rows, row);
          /* keys that are texts would be read again for ever */
          if (line.seq <= seq)
            return sarap_store_error_damaged (error);
          check_line (&line, seq + 1, before, faults);
          seq = line.seq;
          if (faults->len - n_before >= MOST_TOLD)
            return tell_stopped (seq, faults) && sarap_transaction_commit (&view, error);
          g_free (before);
          before = g_strdup (line.chain);
        }
    }
  while (count == SLICE);
  return check_end (db, seq, before, faults, error) && sarap_transaction_commit (&view, error);
}

char *
sarap_audit_newest (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sarap_database_engine (db) == SARAP_ENGINE_SQLITE
                                                      ? "SELECT nullif (chain, '') FROM audit_head"
                                                      : "SELECT sarap_audit_newest ()");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "t", error);

  return rows && sarap_rows_count (rows) == 1 ? g_strdup (sarap_rows_text (rows, 0, 0)) : NULL;
}

gint64
sarap_audit_find (SarapDatabase *db, const char *chain, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT seq FROM audit WHERE chain = :chain");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "chain", chain);
  rows = sarap_database_select (db, query, "i", error);
  if (!rows)
    return 0;
  if (sarap_rows_count (rows) > 0)
    return sarap_rows_integer (rows, 0, 0);
  g_set_error (
      error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND,
      _ ("The audit chain has no line with the digest %s: it was cut short or written anew."),
      chain);
  return 0;
}

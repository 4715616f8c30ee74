#include "records/sarap-invariants.h"

#include "base/sarap-log.h"
#include "records/sarap-record-computed.h"
#include "records/sarap-record-store.h"
#include "records/sarap-verify-lines.h"
#include "store/sarap-dialect.h"
#include "store/sarap-replay.h"
#include "store/sarap-schema-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const SarapRecordType *type;
  GPtrArray *faults;
} Check;

/* Every record must pass the check that it passed when it was written */
static gboolean
on_record (const char *const *values, gpointer data, GError **error)
{
  Check *check = data;
  g_autoptr (GPtrArray) faults = sarap_record_type_check (check->type, values);

  for (guint i = 0; i < faults->len; i++)
    {
      SarapFault *fault = g_ptr_array_index (faults, i);

      /* TRANSLATORS: a kind of record, the code or IIN of one, a field, what is wrong with it */
      g_ptr_array_add (check->faults, g_strdup_printf (_ ("%s %s: %s: %s"), _ (check->type->label),
                                                       values[0] != NULL ? values[0] : "",
                                                       _ (check->type->fields[fault->field].label),
                                                       fault->message));
    }
  return TRUE;
}

static gboolean
verify_records (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      Check check = { sarap_record_types[i], faults };

      if (!sarap_records_visit_damaged (db, sarap_record_types[i], on_record, &check, error))
        return FALSE;
    }
  return TRUE;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* A missing parent cannot be named */
static const char *
say_key (SarapRows *rows, guint row)
{
  const char *key = sarap_rows_text (rows, row, 0);

  return key != NULL ? key : "?";
}

/* Runs a query for the IINs, or codes, of records that break a rule */
static gboolean
verify_none (
    SarapDatabase *db, const char *sql, const char *sentence, GPtrArray *faults, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "t", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    g_ptr_array_add (faults, g_strdup_printf (sentence, say_key (rows, row)));
  return TRUE;
}

#pragma GCC diagnostic pop

/* Finds a damaged file, or one changed by a program that ignores constraints */
static gboolean
verify_file (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return verify_none (db, sarap_dialect_damage (db),
                      /* TRANSLATORS: what SQLite says is wrong */
                      _ ("The file of the database is damaged: %s."), faults, error);
}

/* The greatest length of a text field, or of any other column */
static guint
most_bytes (const SarapReplayTable *table, const char *column)
{
  const SarapRecordType *type = sarap_record_type_find (table->name);
  int field = type != NULL ? sarap_record_type_field (type, column) : -1;

  return 4 * (field >= 0 && type->fields[field].type == SARAP_FIELD_LONG_TEXT
                  ? SARAP_FIELD_LONGEST_TEXT
                  : SARAP_FIELD_LONGEST);
}

/* SQLite: texts so long that joining, comparing and showing them would never end. A server's
   constraints prevent them, except in accounts, which are not joined with other tables. */
static gboolean
verify_lengths (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  GPtrArray *tables;

  if (sarap_database_engine (db) != SARAP_ENGINE_SQLITE)
    return TRUE;
  tables = sarap_replay_tables (error);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      const SarapReplayTable *table = tables->pdata[i];
      g_autoptr (GString) sql = g_string_new (NULL);

      if (g_str_equal (table->name, "account"))
        continue;
      g_string_printf (sql, "SELECT '%s ' || CAST (id AS text) FROM %s WHERE", table->name,
                       table->name);
      for (guint column = 0; table->columns[column] != NULL; column++)
        g_string_append_printf (sql, "%s length (CAST (\"%s\" AS blob)) > %u",
                                column > 0 ? " OR" : "", table->columns[column],
                                most_bytes (table, table->columns[column]));
      g_string_append (sql, " ORDER BY id LIMIT 100");
      if (!verify_none (db, sql->str,
                        /* TRANSLATORS: a table of the database, and a number in it */
                        _ ("The record %s has a text that is longer than any may be."), faults,
                        error))
        return FALSE;
    }
  return tables != NULL;
}

/* Every change leaves a line in the audit chain */
static gboolean
verify_chain_exists (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return verify_none (db,
                      "SELECT min (code) FROM body HAVING count (*) > 0 AND "
                      "NOT EXISTS (SELECT 1 FROM audit)",
                      _ ("There are records, of which the body %s is the first, but no line of the "
                         "audit chain: it was taken away."),
                      faults, error);
}

static gboolean
verify_references (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  GPtrArray *tables = sarap_replay_tables (error);

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      const SarapReplayTable *table = tables->pdata[i];

      for (guint j = 0; j < table->references->len; j++)
        {
          const SarapReplayReference *reference =
              &g_array_index (table->references, SarapReplayReference, j);
          g_autofree char *sql = g_strdup_printf (
              "SELECT '%s ' || CAST (t.id AS text) || ' (%s)' FROM %s t WHERE t.%s IS NOT NULL"
              " AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s) ORDER BY t.id LIMIT 100",
              table->name, reference->column, table->name, reference->column, reference->parent,
              reference->agrees);

          if (!verify_none (db, sql,
                            /* TRANSLATORS: a table of the database, a number in it, a column */
                            _ ("The record %s refers to one that is not there."), faults, error))
            return FALSE;
        }
    }
  return tables != NULL;
}

/* officer.body_id and unit_id are those of the customs record that began last */
static gboolean
verify_bodies_of_officers (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return verify_none (
      db,
      "SELECT o.iin FROM officer o WHERE coalesce (o.body_id, 0) <> coalesce ((SELECT s.body_id "
      "FROM service s WHERE s.officer_id = o.id AND s.employer_kind = 'customs' "
      "ORDER BY s.\"start\" DESC LIMIT 1), 0) OR coalesce (o.unit_id, 0) <> coalesce ((SELECT "
      "s.unit_id FROM service s WHERE s.officer_id = o.id AND s.employer_kind = 'customs' "
      "ORDER BY s.\"start\" DESC LIMIT 1), 0) ORDER BY o.iin LIMIT 100",
      /* TRANSLATORS: an IIN */
      _ ("Officer %s is kept under a body or unit that is not that of the last service record."),
      faults, error);
}

static gboolean
verify_central_body (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return verify_none (db,
                      "SELECT min (code) FROM body HAVING count (*) > 0 AND "
                      "sum (CASE WHEN kind = 'central' THEN 1 ELSE 0 END) <> 1",
                      _ ("None of the bodies, of which %s is the first, is the central one."),
                      faults, error);
}

/* Called for an officer whose keys differ from those of the name */
typedef gboolean (*WrongKeys) (SarapDatabase *db,
                               gint64 id,
                               const char *iin,
                               const SarapRecordComputed *computed,
                               gpointer data,
                               GError **error);

static gboolean
visit_wrong_keys (SarapDatabase *db, WrongKeys wrong, gpointer data, GError **error)
{
  gint64 after = G_MININT64;
  guint n_rows;

  do
    {
      g_autoptr (SarapQuery) query = sarap_query_new (
          "SELECT id, iin, surname, given_name, patronymic, sort_key, search_key, loose_key "
          "FROM officer WHERE id > :after ORDER BY id LIMIT 1000");
      g_autoptr (SarapRows) rows = NULL;

      sarap_query_integer (query, "after", after);
      if ((rows = sarap_database_select (db, query, "ITTTtTTT", error)) == NULL)
        return FALSE;
      n_rows = sarap_rows_count (rows);
      for (guint row = 0; row < n_rows; row++)
        {
          g_auto (SarapRecordComputed) computed = { NULL };
          const char *values[4];
          gint64 id = sarap_rows_integer (rows, row, 0);

          for (guint i = 0; i < G_N_ELEMENTS (values); i++)
            values[i] = sarap_rows_text (rows, row, 1 + i);
          sarap_record_computed_init (&computed, values);
          if ((g_strcmp0 (computed.sort_key, sarap_rows_text (rows, row, 5)) != 0 ||
               g_strcmp0 (computed.search_key, sarap_rows_text (rows, row, 6)) != 0 ||
               g_strcmp0 (computed.loose_key, sarap_rows_text (rows, row, 7)) != 0) &&
              !wrong (db, id, values[0], &computed, data, error))
            return FALSE;
          /* ids that are no numbers would be read again for ever */
          if (id <= after)
            return sarap_store_error_damaged (error);
          after = id;
        }
    }
  while (n_rows == 1000);
  return TRUE;
}

static gboolean
tell_wrong_keys (SarapDatabase *db,
                 gint64 id,
                 const char *iin,
                 const SarapRecordComputed *computed,
                 gpointer data,
                 GError **error)
{
  g_ptr_array_add (data, g_strdup_printf (_ ("Officer %s would be sorted or found by "
                                             "another name than their own."),
                                          iin));
  return TRUE;
}

static gboolean
set_keys (SarapDatabase *db,
          gint64 id,
          const char *iin,
          const SarapRecordComputed *computed,
          gpointer data,
          GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("UPDATE officer SET sort_key = :sort, search_key = :search, loose_key = "
                       ":loose, version = version + 1 WHERE id = :id");

  sarap_query_text (query, "sort", computed->sort_key);
  sarap_query_text (query, "search", computed->search_key);
  sarap_query_text (query, "loose", computed->loose_key);
  sarap_query_integer (query, "id", id);
  ++*(gint64 *) data;
  return sarap_database_execute (db, query, error) >= 0;
}

gboolean
sarap_invariants_renew_keys (SarapDatabase *db, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("keys of names made anew");
  g_auto (SarapTransaction) transaction = { 0 };

  timed.rows = 0;
  return sarap_transaction_begin (&transaction, db, error) &&
         visit_wrong_keys (db, set_keys, &timed.rows, error) &&
         sarap_transaction_commit (&transaction, error);
}

static gboolean
verify_keys (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  return visit_wrong_keys (db, tell_wrong_keys, faults, error);
}

/* Finds faults that a person with rights cannot cause by permitted changes. Texts that are too long
   end the check: the later ones must not read them. */
static gboolean
verify_unharmed (SarapDatabase *db, gboolean *too_long, GPtrArray *faults, GError **error)
{
  guint n_before;

  if (!verify_file (db, faults, error) || !sarap_schema_verify (db, faults, error))
    return FALSE;
  n_before = faults->len;
  if (!verify_lengths (db, faults, error))
    return FALSE;
  *too_long = faults->len > n_before;
  if (*too_long)
    {
      g_ptr_array_add (faults,
                       g_strdup (_ ("As long as there are such texts, the records are not checked "
                                    "any further.")));
      return TRUE;
    }
  return verify_references (db, faults, error) && verify_chain_exists (db, faults, error) &&
         verify_records (db, faults, error) && verify_bodies_of_officers (db, faults, error) &&
         sarap_verify_lines (db, faults, error);
}

gboolean
sarap_invariants_verify (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };
  gboolean too_long = FALSE;

  return sarap_transaction_begin_read (&transaction, db, error) &&
         verify_unharmed (db, &too_long, faults, error) &&
         (too_long ||
          (verify_central_body (db, faults, error) && verify_keys (db, faults, error))) &&
         sarap_transaction_commit (&transaction, error);
}

gboolean
sarap_invariants_look (SarapDatabase *db, gboolean but_keys, GPtrArray *faults, GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };
  gboolean too_long = FALSE;

  return sarap_transaction_begin_read (&transaction, db, error) &&
         verify_unharmed (db, &too_long, faults, error) &&
         (too_long || but_keys || verify_keys (db, faults, error)) &&
         sarap_transaction_commit (&transaction, error);
}

#include "records/sarap-verify-lines.h"

#include "records/sarap-record.h"
#include "store/sarap-digest.h"
#include "store/sarap-expose.h"
#include "store/sarap-line-detail.h"
#include "store/sarap-replay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Faults of one table that are reported one by one */
#define MOST_TOLD 100
/* Range in which a former value is searched: days on either side, numbers */
#define DAYS 10958
#define LEVELS 100
/* Bytes hashed in the search in all, a few tenths of a second: more would not help for a file full
   of faults. Each attempt costs this many bytes in addition to the record. */
#define MOST_HASHED (32 * 1024 * 1024)
#define BYTES_OF_A_TRY 100

typedef struct
{
  SarapDatabase *db;
  GPtrArray *faults;
  const SarapReplayTable *table;
  guint n_told;
  gsize *n_hashed; /* of the search for former values, in all tables */
} Verify;

/* A current record: its columns, and the form of each in a line */
typedef struct
{
  char **raw;  /* in the form for the digest, NULL after the last column */
  char **said; /* with a code in place of an id */
  char *key;   /* an IIN or a code that identifies the record for people */
} Found;

static void
texts_free (char **texts, const SarapReplayTable *table)
{
  for (guint i = 0; texts != NULL && table->columns[i] != NULL; i++)
    g_free (texts[i]);
  g_free (texts);
}

static const char *
label_of (const SarapReplayTable *table)
{
  const SarapRecordType *type = sarap_record_type_find (table->name);

  if (type != NULL)
    return _ (type->label);
  return g_str_equal (table->name, "account") ? _ ("Account") : table->name;
}

static const char *
label_of_field (const SarapReplayTable *table, const char *name)
{
  const SarapRecordType *type = sarap_record_type_find (table->name);
  int field = type != NULL ? sarap_record_type_field (type, name) : -1;

  return field >= 0 ? _ (type->fields[field].label) : name;
}

/* Columns that identify a record for people */
static gboolean
is_key (const char *name)
{
  return g_str_equal (name, "iin") || g_str_equal (name, "login");
}

static gboolean
read_record (Verify *self, gint64 id, Found *found, GError **error)
{
  const SarapReplayTable *table = self->table;
  guint n = g_strv_length (table->columns);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *letters = g_strnfill (2 * n, 't');
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *said = sarap_expose_text (table->columns[i], "t");

      g_string_append_printf (sql, "%sCAST (t.\"%s\" AS text), CAST (%s AS text)",
                              i > 0 ? ", " : "", table->columns[i], said);
    }
  g_string_append_printf (sql, " FROM %s t WHERE t.id = :id", table->name);
  query = sarap_query_new (sql->str);
  sarap_query_integer (query, "id", id);
  if ((rows = sarap_database_select (self->db, query, letters, error)) == NULL)
    return FALSE;
  if (sarap_rows_count (rows) == 0)
    return TRUE;
  found->raw = g_new0 (char *, n + 1);
  found->said = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      found->raw[i] = g_strdup (sarap_rows_text (rows, 0, 2 * i));
      found->said[i] = g_strdup (sarap_rows_text (rows, 0, 2 * i + 1));
      if (found->key == NULL && is_key (sarap_expose_name (table->columns[i])))
        found->key = g_strdup (found->said[i]);
    }
  if (found->key == NULL)
    for (guint i = 0; i < n && found->key == NULL; i++)
      if (g_str_equal (table->columns[i], "code") || g_str_equal (table->columns[i], "number"))
        found->key = g_strdup (found->said[i]);
  return TRUE;
}

/* The contents of a record according to its lines: name → text, NULL for none */
typedef struct
{
  GHashTable *known;
  gboolean whole; /* from a line about its addition: fields that are not named are empty */
} Known;

static void
on_field (const char *name, const char *was, const char *became, gpointer data)
{
  Known *self = data;

  g_hash_table_insert (self->known, g_strdup (name), g_strdup (became));
}

static gboolean
read_known (Verify *self, gint64 id, Known *known, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT action, detail FROM audit WHERE record = :record AND record_id = :id ORDER BY seq");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "record", self->table->name);
  sarap_query_integer (query, "id", id);
  if ((rows = sarap_database_select (self->db, query, "tt", error)) == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      const char *action = sarap_rows_text (rows, row, 0);

      if (g_strcmp0 (action, "add") == 0)
        {
          g_hash_table_remove_all (known->known);
          known->whole = TRUE;
        }
      if (g_strcmp0 (action, "add") == 0 || g_strcmp0 (action, "change") == 0)
        sarap_line_detail_read (sarap_rows_text (rows, row, 1), on_field, known);
    }
  return TRUE;
}

static char *
name_record (Verify *self, gint64 id, const Found *found)
{
  /* TRANSLATORS: a kind of record such as "Attestation", its number in the database, the officer's
     IIN or a code */
  return found->key != NULL ? g_strdup_printf (_ ("%s %lld (%s)"), label_of (self->table),
                                               (long long) id, found->key)
                            : g_strdup_printf ("%s %lld", label_of (self->table), (long long) id);
}

/* The translated word of a code; other texts unchanged */
static const char *
say_text (const SarapReplayTable *table, const char *name, const char *text)
{
  const SarapRecordType *type = sarap_record_type_find (table->name);
  int field = type != NULL ? sarap_record_type_field (type, name) : -1;
  int code = 0;

  if (text == NULL)
    return "";
  if (field >= 0 && type->fields[field].type == SARAP_FIELD_CODE)
    code = sarap_code_find (type->fields[field].codes, text, -1);
  return code > 0 ? _ (sarap_code_label (type->fields[field].codes, code)) : text;
}

static void
tell_field (Verify *self,
            const char *who,
            const char *column,
            const char *is_now,
            const char *was,
            gint64 line)
{
  const char *name = sarap_expose_name (column);

  g_ptr_array_add (
      self->faults,
      /* TRANSLATORS: which record, a field, its value, the number of a line, another value */
      g_strdup_printf (_ ("%s: “%s” is “%s”, but after line %lld of the audit chain it was “%s”."),
                       who, label_of_field (self->table, name),
                       say_text (self->table, name, is_now), (long long) line,
                       say_text (self->table, name, was)));
}

/* Finds the fields that differ from their lines; returns their number */
static guint
tell_known (Verify *self, const char *who, const Found *found, const Known *known, gint64 line)
{
  guint n = 0;

  for (guint i = 0; self->table->columns[i] != NULL; i++)
    {
      const char *column = self->table->columns[i], *name = sarap_expose_name (column);
      gpointer was = NULL;
      gboolean is_known =
          g_hash_table_lookup_extended (known->known, name, NULL, &was) || known->whole;

      if (g_str_equal (column, "id") || !is_known || g_strcmp0 (was, found->said[i]) == 0)
        continue;
      tell_field (self, who, column, found->said[i], was, line);
      n++;
    }
  return n;
}

/* The meaning of an id: its column, the table, and the columns that identify its records for
   people */
static const char *const *
reference_of (const char *column)
{
  static const char *const references[][3] = { { "officer_id", "officer", "iin" },
                                               { "body_id", "body", "code" },
                                               { "unit_id", "unit", "code" } };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i][0], column))
      return references[i];
  return NULL;
}

/* The text for an id; the number itself if nothing has this id any more */
static char *
say_value (Verify *self, const char *column, char *raw)
{
  const char *const *reference = raw != NULL ? reference_of (column) : NULL;
  g_autofree char *sql = NULL;
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;

  if (reference == NULL)
    return raw;
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id", reference[2], reference[1]);
  query = sarap_query_new (sql);
  sarap_query_integer (query, "id", g_ascii_strtoll (raw, NULL, 10));
  rows = sarap_database_select (self->db, query, "t", NULL);
  if (rows == NULL || sarap_rows_count (rows) == 0 || sarap_rows_is_null (rows, 0, 0))
    return raw;
  g_free (raw);
  return g_strdup (sarap_rows_text (rows, 0, 0));
}

/* Search for a former value ---- */

typedef struct
{
  SarapDatabase *db;
  const SarapReplayTable *table;
  char **texts; /* borrowed: a copy of the record's texts, with one of them replaced at a time */
  const char *digest;
  gsize n_bytes; /* of the record */
  gsize *n_hashed;
} Search;

static gboolean
may_try (const Search *search)
{
  return *search->n_hashed < MOST_HASHED;
}

static gboolean
fits (Search *search, guint column, const char *text)
{
  char digest[SARAP_DIGEST_RECORD + 1];
  char *kept = search->texts[column];

  if (!may_try (search))
    return FALSE;
  *search->n_hashed += search->n_bytes + BYTES_OF_A_TRY;
  search->texts[column] = (char *) text;
  sarap_replay_digest (search->table, (const char *const *) search->texts, digest);
  search->texts[column] = kept;
  return strcmp (digest, search->digest) == 0;
}

static gboolean
seek_number (Search *search, guint column, gint64 low, gint64 high, char **was)
{
  for (gint64 value = low; value <= high && may_try (search); value++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      if (fits (search, column, text))
        {
          *was = g_steal_pointer (&text);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
seek_id (Search *search, guint column, char **was)
{
  const char *const *reference = reference_of (search->table->columns[column]);
  g_autofree char *sql = NULL;
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;

  if (reference == NULL)
    return FALSE;
  sql = g_strdup_printf ("SELECT max (id) FROM %s", reference[1]);
  query = sarap_query_new (sql);
  return (rows = sarap_database_select (search->db, query, "i", NULL)) != NULL &&
         seek_number (search, column, 1, sarap_rows_integer (rows, 0, 0), was);
}

static gboolean
seek_date (Search *search, guint column, char **was)
{
  SarapDate date;
  char text[SARAP_DATE_TEXT];

  if (search->texts[column] == NULL || !sarap_date_parse (search->texts[column], -1, &date))
    date = sarap_date_new (2000, 1, 1);
  for (int days = 0; days <= 2 * DAYS && may_try (search); days++)
    if (fits (search, column,
              sarap_date_to_text (date + (days % 2 == 0 ? days / 2 : -(days / 2) - 1), text)))
      {
        *was = g_strdup (text);
        return TRUE;
      }
  return FALSE;
}

static gboolean
seek_code (Search *search, guint column, const SarapCode *codes, char **was)
{
  for (guint i = 1; codes[i].code != NULL; i++)
    if (fits (search, column, codes[i].code))
      {
        *was = g_strdup (codes[i].code);
        return TRUE;
      }
  return FALSE;
}

static gboolean
seek_value (Search *search, guint column, char **was)
{
  const char *name = sarap_expose_name (search->table->columns[column]);
  const SarapRecordType *type = sarap_record_type_find (search->table->name);
  int index = type != NULL ? sarap_record_type_field (type, name) : -1;
  const SarapField *field = index >= 0 ? &type->fields[index] : NULL;

  *was = NULL;
  if (fits (search, column, NULL))
    return TRUE;
  if (g_str_has_suffix (search->table->columns[column], "_id"))
    return seek_id (search, column, was);
  if (field == NULL)
    return FALSE;
  if (field->type == SARAP_FIELD_CODE)
    return seek_code (search, column, field->codes, was);
  if (field->type == SARAP_FIELD_DATE)
    return seek_date (search, column, was);
  return field->type == SARAP_FIELD_INTEGER && seek_number (search, column, -LEVELS, LEVELS, was);
}

static gsize
bytes_of (char **texts, const SarapReplayTable *table)
{
  gsize n = 0;

  for (guint i = 0; table->columns[i] != NULL; i++)
    n += texts[i] != NULL ? strlen (texts[i]) : 0;
  return n;
}

/* Whether only one field differs: the field and its former value */
static gboolean
tell_sought (Verify *self, const char *who, const Found *found, const SarapReplayFault *fault)
{
  Search search = {
    self->db,      self->table, found->raw, fault->digest, bytes_of (found->raw, self->table),
    self->n_hashed
  };

  for (guint i = 0; fault->digest != NULL && self->table->columns[i] != NULL; i++)
    {
      char *raw = NULL;
      g_autofree char *was = NULL;

      if (g_str_equal (self->table->columns[i], "id") || !seek_value (&search, i, &raw))
        continue;
      was = say_value (self, self->table->columns[i], raw);
      tell_field (self, who, self->table->columns[i], found->said[i], was, fault->line);
      return TRUE;
    }
  return FALSE;
}

static gboolean
tell_difference (Verify *self,
                 const char *who,
                 const Found *found,
                 const SarapReplayFault *fault,
                 GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Known known = { table, FALSE };

  if (!read_known (self, fault->id, &known, error))
    return FALSE;
  if (found->raw == NULL || (tell_known (self, who, found, &known, fault->line) == 0 &&
                             !tell_sought (self, who, found, fault)))
    g_ptr_array_add (self->faults,
                     /* TRANSLATORS: which record, the number of a line */
                     g_strdup_printf (_ ("%s: the record is not as it was after line %lld of the "
                                         "audit chain."),
                                      who, (long long) fault->line));
  return TRUE;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void
fault_tell (Verify *self, const char *sentence, const char *who, gint64 line)
{
  g_ptr_array_add (self->faults, g_strdup_printf (sentence, who, (long long) line));
}

#pragma GCC diagnostic pop

static gboolean
tell_fault (Verify *self,
            const char *who,
            const Found *found,
            const SarapReplayFault *fault,
            GError **error)
{
  switch (fault->kind)
    {
    case SARAP_REPLAY_NO_ORIGIN:
      fault_tell (self, _ ("%s: no line of the audit chain says that this record was added."), who,
                  0);
      return TRUE;
    case SARAP_REPLAY_GONE:
      fault_tell (
          self,
          _ ("%s: the record is gone, but no line of the audit chain says that it was removed. "
             "After line %lld it was there."),
          who, fault->line);
      return TRUE;
    case SARAP_REPLAY_BACK:
      fault_tell (self,
                  _ ("%s: the record is there, but line %lld of the audit chain says that it was "
                     "removed."),
                  who, fault->line);
      return TRUE;
    case SARAP_REPLAY_VERSION:
      fault_tell (
          self,
          _ ("%s: the version of the record does not agree with the number of its changes in the "
             "audit chain."),
          who, 0);
      return TRUE;
    case SARAP_REPLAY_BROKEN:
      fault_tell (
          self,
          _ ("%s: line %lld of the audit chain does not continue the earlier lines about this "
             "record."),
          who, fault->line);
      return TRUE;
    case SARAP_REPLAY_UNREADABLE:
      g_ptr_array_add (self->faults,
                       g_strdup_printf (_ ("Line %lld of the audit chain does not have the form of "
                                           "such a line."),
                                        (long long) fault->line));
      return TRUE;
    case SARAP_REPLAY_DIFFERS:
      return tell_difference (self, who, found, fault, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
on_fault (const SarapReplayFault *fault, gpointer data, GError **error)
{
  Verify *self = data;
  Found found = { NULL };
  g_autofree char *who = NULL;
  gboolean told;

  if (++self->n_told > MOST_TOLD)
    return TRUE;
  if (fault->id != 0 && !read_record (self, fault->id, &found, error))
    return FALSE;
  who = name_record (self, fault->id, &found);
  told = tell_fault (self, who, &found, fault, error);
  texts_free (found.raw, self->table);
  texts_free (found.said, self->table);
  g_free (found.key);
  return told;
}

gboolean
sarap_verify_lines (SarapDatabase *db, GPtrArray *faults, GError **error)
{
  GPtrArray *tables = sarap_replay_tables (error);
  gsize n_hashed = 0;

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      Verify self = { db, faults, tables->pdata[i], 0, &n_hashed };

      if (!sarap_replay (db, self.table, on_fault, &self, error))
        return FALSE;
      if (self.n_told > MOST_TOLD)
        g_ptr_array_add (
            faults,
            /* TRANSLATORS: a number, and a kind of record */
            g_strdup_printf (ngettext ("… and %u more fault of this kind of record: %s.",
                                       "… and %u more faults of this kind of record: %s.",
                                       self.n_told - MOST_TOLD),
                             self.n_told - MOST_TOLD, label_of (self.table)));
    }
  return tables != NULL;
}

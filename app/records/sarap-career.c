#include "records/sarap-career.h"

#include "store/sarap-dialect.h"

#include <string.h>

typedef struct
{
  char *code;
  gboolean central;
} Body;

struct _SarapCareerReader
{
  /* Owned */
  GHashTable *bodies; /* id → Body */
  GArray *service;
  GArray *units;
  GArray *deferrals;
  GArray *attestations;

  /* Borrowed */
  SarapDatabase *db;
};

static void
body_free (gpointer data)
{
  Body *body = data;

  g_free (body->code);
  g_free (body);
}

static gboolean
read_bodies (SarapCareerReader *self, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT id, code, kind FROM body");
  g_autoptr (SarapRows) rows = sarap_database_select (self->db, query, "itt", error);

  if (rows == NULL)
    return FALSE;
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      Body *body = g_new (Body, 1);

      body->code = g_strdup (sarap_rows_text (rows, row, 1));
      body->central = sarap_code_find (sarap_body_kinds, sarap_rows_text (rows, row, 2), -1) ==
                      SARAP_BODY_CENTRAL;
      g_hash_table_insert (self->bodies, GSIZE_TO_POINTER (sarap_rows_integer (rows, row, 0)),
                           body);
    }
  return TRUE;
}

/**
 * sarap_career_reader_new:
 * @db: a database
 * @error: return location
 *
 * Returns: (transfer full): a reader that knows the bodies as they are now
 */
SarapCareerReader *
sarap_career_reader_new (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapCareerReader) self = g_new0 (SarapCareerReader, 1);

  self->db = db;
  self->bodies = g_hash_table_new_full (NULL, NULL, NULL, body_free);
  self->service = g_array_new (FALSE, TRUE, sizeof (SarapServiceRecord));
  self->units = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->deferrals = g_array_new (FALSE, TRUE, sizeof (SarapDeferral));
  self->attestations = g_array_new (FALSE, TRUE, sizeof (SarapAttestation));
  return read_bodies (self, error) ? g_steal_pointer (&self) : NULL;
}

void
sarap_career_reader_free (SarapCareerReader *self)
{
  g_hash_table_unref (self->bodies);
  g_array_unref (self->service);
  g_array_unref (self->units);
  g_array_unref (self->deferrals);
  g_array_unref (self->attestations);
  g_free (self);
}

/* The code of a body, %NULL if there is none with this id */
const char *
sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id)
{
  Body *body = g_hash_table_lookup (self->bodies, GSIZE_TO_POINTER (body_id));

  return body != NULL ? body->code : NULL;
}

/* The packed records: fields ended by a comma, records by a semicolon. The statement makes them
   (see packed_columns), so nothing else can stand there. */

static SarapDate
take_date (const char **at)
{
  SarapDate date = SARAP_DATE_NONE;

  if (**at == ',')
    {
      (*at)++;
      return SARAP_DATE_NONE;
    }
  sarap_date_parse (*at, 10, &date);
  *at += 11;
  return date;
}

static gint64
take_integer (const char **at)
{
  gint64 value = 0;

  for (; **at != ','; (*at)++)
    value = value * 10 + (**at - '0');
  (*at)++;
  return value;
}

static int
take_code (const char **at, const SarapCode *table)
{
  const char *end = strchr (*at, ',');
  int value = sarap_code_find (table, *at, end - *at);

  *at = end + 1;
  return value;
}

static gboolean
next_record (const char **at)
{
  if (**at == ';')
    (*at)++;
  return **at != '\0';
}

static void
read_service (SarapCareerReader *self, const char *packed)
{
  g_array_set_size (self->service, 0);
  g_array_set_size (self->units, 0);
  for (const char *at = packed; next_record (&at);)
    {
      SarapServiceRecord record = { 0 };
      gint64 unit;
      Body *body;

      record.employer_kind = take_code (&at, sarap_employer_kinds);
      record.start = take_date (&at);
      record.end = take_date (&at);
      record.body = take_integer (&at);
      unit = take_integer (&at);
      record.category = take_code (&at, sarap_categories);
      record.level = take_integer (&at);
      body = g_hash_table_lookup (self->bodies, GSIZE_TO_POINTER (record.body));
      record.central = body != NULL && body->central;
      g_array_append_val (self->service, record);
      g_array_append_val (self->units, unit);
    }
}

static void
read_deferrals (SarapCareerReader *self, const char *packed)
{
  g_array_set_size (self->deferrals, 0);
  for (const char *at = packed; next_record (&at);)
    {
      SarapDeferral deferral;

      deferral.kind = take_code (&at, sarap_deferral_kinds);
      deferral.start = take_date (&at);
      deferral.end = take_date (&at);
      g_array_append_val (self->deferrals, deferral);
    }
}

static void
read_attestations (SarapCareerReader *self, const char *packed)
{
  g_array_set_size (self->attestations, 0);
  for (const char *at = packed; next_record (&at);)
    {
      SarapAttestation attestation;

      attestation.kind = take_code (&at, sarap_attestation_kinds);
      attestation.date = take_date (&at);
      attestation.decision = take_code (&at, sarap_decisions);
      attestation.outcome = take_code (&at, sarap_outcomes);
      g_array_append_val (self->attestations, attestation);
    }
}

/* One row an officer: id, IIN, and the records of each kind packed into one text */
static char *
packed_columns (SarapDatabase *db)
{
  const char *joined = sarap_dialect_joined (db);

  return g_strdup_printf (
      "SELECT o.id, o.iin, "
      "(SELECT %s (employer_kind || ',' || \"start\" || ',' || coalesce (\"end\" || '', '') || "
      "',' || coalesce (body_id || '', '') || ',' || coalesce (unit_id || '', '') || ',' || "
      "coalesce (category, '') || ',' || coalesce (level || '', '') || ',', ';') "
      "FROM service WHERE officer_id = o.id), "
      "(SELECT %s (kind || ',' || \"start\" || ',' || coalesce (\"end\" || '', '') || ',', ';') "
      "FROM deferral WHERE officer_id = o.id), "
      "(SELECT %s (kind || ',' || \"date\" || ',' || decision || ',' || coalesce (outcome, '') || "
      "',', ';') FROM attestation WHERE officer_id = o.id) "
      "FROM officer o ",
      joined, joined, joined);
}

static int
visit_rows (SarapCareerReader *self,
            SarapQuery *query,
            SarapCareerVisit visit,
            gpointer data,
            GError **error)
{
  g_autoptr (SarapRows) rows = sarap_database_select (self->db, query, "itttt", error);
  guint n_rows;

  if (rows == NULL)
    return -1;
  n_rows = sarap_rows_count (rows);
  for (guint row = 0; row < n_rows; row++)
    {
      SarapCareerRow line = { 0 };
      const char *packed;

      line.officer_id = sarap_rows_integer (rows, row, 0);
      line.iin = sarap_rows_text (rows, row, 1);
      read_service (self, (packed = sarap_rows_text (rows, row, 2)) ? packed : "");
      read_deferrals (self, (packed = sarap_rows_text (rows, row, 3)) ? packed : "");
      read_attestations (self, (packed = sarap_rows_text (rows, row, 4)) ? packed : "");
      line.career.service = (const SarapServiceRecord *) self->service->data;
      line.career.n_service = self->service->len;
      line.career.deferrals = (const SarapDeferral *) self->deferrals->data;
      line.career.n_deferrals = self->deferrals->len;
      line.career.attestations = (const SarapAttestation *) self->attestations->data;
      line.career.n_attestations = self->attestations->len;
      line.units = (const gint64 *) self->units->data;
      if (!visit (&line, data, error))
        return -1;
    }
  return n_rows;
}

/**
 * sarap_career_reader_slice:
 * @self: a reader
 * @after: (nullable): the IIN after which to go on
 * @limit: how many officers at most
 * @visit: called for each, in the order of the IINs
 * @data: passed on
 * @error: return location
 *
 * Returns: how many officers there were, -1 on an error or when @visit ended it
 */
int
sarap_career_reader_slice (SarapCareerReader *self,
                           const char *after,
                           guint limit,
                           SarapCareerVisit visit,
                           gpointer data,
                           GError **error)
{
  g_autofree char *columns = packed_columns (self->db);
  g_autofree char *sql =
      g_strconcat (columns, "WHERE o.iin > :after ORDER BY o.iin LIMIT :limit", NULL);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "after", after != NULL ? after : "");
  sarap_query_integer (query, "limit", limit);
  return visit_rows (self, query, visit, data, error);
}

static char *
json_of_ids (const gint64 *ids, guint n_ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s[%" G_GINT64_FORMAT "]", i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/**
 * sarap_career_reader_some:
 * @self: a reader
 * @officer_ids: ids of officers; those that are not there are left out
 * @n_officers: how many
 * @visit: called for each, in any order
 * @data: passed on
 * @error: return location
 *
 * Returns: %FALSE on an error or when @visit ended it
 */
gboolean
sarap_career_reader_some (SarapCareerReader *self,
                          const gint64 *officer_ids,
                          guint n_officers,
                          SarapCareerVisit visit,
                          gpointer data,
                          GError **error)
{
  g_autofree char *columns = packed_columns (self->db);
  g_autofree char *rows = sarap_dialect_rows (self->db, "officer_id integer");
  g_autofree char *sql = g_strdup_printf ("%sJOIN %s r ON r.officer_id = o.id", columns, rows);
  g_autofree char *json = json_of_ids (officer_ids, n_officers);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "rows", json);
  return visit_rows (self, query, visit, data, error) >= 0;
}

#include "records/sarap-career.h"

#include "records/sarap-career-group.h"
#include "store/sarap-dialect.h"

#include <string.h>

#define IIN_SIZE 16
/* Officers are read as a range of ids if the ids span at most this many times their number */
#define RANGE_FACTOR 4

typedef struct
{
  char *code;
  gboolean central;
} Body;

typedef struct
{
  gint64 id;
  char iin[IIN_SIZE];
  SarapDate birth_date;
  SarapSex sex;
} Officer;

struct _SarapCareerReader
{
  /* Owned */
  GHashTable *bodies;  /* id → Body */
  GArray *officers;    /* Officer, sorted by IIN */
  GHashTable *indices; /* id → index in officers + 1, if they are no range */
  GArray *range;       /* guint: index in officers + 1, by id - lowest */
  SarapCareerGroup service;
  SarapCareerGroup deferrals;
  SarapCareerGroup attestations;

  /* Borrowed */
  SarapDatabase *db;

  gint64 lowest;  /* lowest id of an officer */
  gint64 body_id; /* reads only officers of this body; 0: all */
  gboolean all;   /* also reads values that no standing depends on */
};

/* Reads one packed row of the officer at @index into its group, up to its semicolon; FALSE when the
   row is damaged */
typedef gboolean (*TakeRow) (SarapCareerReader *self, guint index, const char **at);

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
  g_autoptr (SarapRows) rows = sarap_database_select (self->db, query, "ITT", error);

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

SarapCareerReader *
sarap_career_reader_new (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapCareerReader) self = g_new0 (SarapCareerReader, 1);

  self->db = db;
  self->bodies = g_hash_table_new_full (NULL, NULL, NULL, body_free);
  self->officers = g_array_new (FALSE, TRUE, sizeof (Officer));
  self->indices = g_hash_table_new (NULL, NULL);
  self->range = g_array_new (FALSE, TRUE, sizeof (guint));
  sarap_career_group_init (&self->service, sizeof (SarapServiceRecord));
  sarap_career_group_init (&self->deferrals, sizeof (SarapDeferral));
  sarap_career_group_init (&self->attestations, sizeof (SarapAttestation));
  return read_bodies (self, error) ? g_steal_pointer (&self) : NULL;
}

void
sarap_career_reader_free (SarapCareerReader *self)
{
  g_hash_table_unref (self->bodies);
  g_array_unref (self->officers);
  g_hash_table_unref (self->indices);
  g_array_unref (self->range);
  sarap_career_group_clear (&self->service);
  sarap_career_group_clear (&self->deferrals);
  sarap_career_group_clear (&self->attestations);
  g_free (self);
}

const char *
sarap_career_reader_body_code (SarapCareerReader *self, gint64 body_id)
{
  Body *body = g_hash_table_lookup (self->bodies, GSIZE_TO_POINTER (body_id));

  return body != NULL ? body->code : NULL;
}

/* Packed rows (see sarap_dialect_packed()): values end with a comma, rows with a semicolon. None of
   the columns read here contains either, unless somebody edited the file: so every step is checked.
   A function that takes a value moves past its comma, or returns FALSE. */

/* More digits than any id has, without overflow */
#define MOST_DIGITS 18

static gboolean
take_date (const char **at, gboolean needed, SarapDate *date)
{
  if (**at != ',')
    {
      if (!sarap_date_parse (*at, 10, date) || (*at)[10] != ',')
        return FALSE;
      *at += 11;
      return TRUE;
    }
  *date = SARAP_DATE_NONE;
  (*at)++;
  return !needed;
}

/* Inline: half of the values are numbers */
static inline gboolean
take_integer (const char **at, gboolean needed, gint64 *integer)
{
  gboolean negative = **at == '-';
  const char *first = *at + negative, *c = first;
  guint64 value = 0;
  guint digit;

  for (; (digit = (guint) (guchar) *c - '0') <= 9; c++)
    value = value * 10 + digit;
  *integer = (gint64) (negative ? -value : value);
  *at = c + 1;
  return *c == ',' && c - first <= MOST_DIGITS && (c > first || !needed);
}

static gboolean
take_code (const char **at, const SarapCode *table, gboolean needed, int *value)
{
  const char *end = strchr (*at, ',');

  if (end == NULL)
    return FALSE;
  *value = sarap_code_find (table, *at, end - *at);
  *at = end + 1;
  return *value >= needed;
}

static gboolean
take_service (SarapCareerReader *self, guint index, const char **at)
{
  SarapServiceRecord record = { 0 };
  gint64 body_id, unit_id, level;
  int kind, category;
  Body *body;

  if (!take_code (at, sarap_employer_kinds, TRUE, &kind) || !take_date (at, TRUE, &record.start) ||
      !take_date (at, FALSE, &record.end) || !take_integer (at, FALSE, &body_id) ||
      !take_integer (at, FALSE, &unit_id) || !take_code (at, sarap_categories, FALSE, &category) ||
      !take_integer (at, FALSE, &level))
    return FALSE;
  record.employer_kind = kind;
  record.category = category;
  record.body = body_id;
  record.unit = unit_id;
  record.level = (int) level;
  body = g_hash_table_lookup (self->bodies, GSIZE_TO_POINTER (body_id));
  record.central = body != NULL && body->central;
  sarap_career_group_add (&self->service, index, &record);
  return TRUE;
}

static gboolean
take_deferral (SarapCareerReader *self, guint index, const char **at)
{
  SarapDeferral deferral;
  int kind;

  if (!take_code (at, sarap_deferral_kinds, TRUE, &kind) ||
      !take_date (at, TRUE, &deferral.start) || !take_date (at, FALSE, &deferral.end))
    return FALSE;
  deferral.kind = kind;
  sarap_career_group_add (&self->deferrals, index, &deferral);
  return TRUE;
}

static gboolean
take_attestation (SarapCareerReader *self, guint index, const char **at)
{
  SarapAttestation attestation = { 0 };
  int kind, decision, outcome;

  if (!take_code (at, sarap_attestation_kinds, TRUE, &kind) ||
      !take_date (at, TRUE, &attestation.date) ||
      !take_code (at, sarap_decisions, TRUE, &decision) ||
      !take_code (at, sarap_outcomes, FALSE, &outcome) ||
      (self->all && !take_date (at, FALSE, &attestation.outcome_date)))
    return FALSE;
  attestation.kind = kind;
  attestation.decision = decision;
  attestation.outcome = outcome;
  sarap_career_group_add (&self->attestations, index, &attestation);
  return TRUE;
}

/* Officers ------------------------------------------------------------------------------------- */

static int
compare_iins (gconstpointer a, gconstpointer b)
{
  const Officer *one = a, *other = b;

  return strcmp (one->iin, other->iin);
}

static gboolean
are_sorted (GArray *officers)
{
  for (guint i = 1; i < officers->len; i++)
    if (compare_iins (&g_array_index (officers, Officer, i - 1),
                      &g_array_index (officers, Officer, i)) > 0)
      return FALSE;
  return TRUE;
}

/* The index + 1 of the officer with an id, 0 for none of the slice */
static guint
index_of_id (SarapCareerReader *self, gint64 id)
{
  gint64 offset = id - self->lowest;

  if (self->range->len == 0)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, GSIZE_TO_POINTER (id)));
  return offset >= 0 && offset < self->range->len ? g_array_index (self->range, guint, offset) : 0;
}

static void
index_officers (SarapCareerReader *self)
{
  gint64 highest = 0, lowest = G_MAXINT64;

  if (!are_sorted (self->officers))
    g_array_sort (self->officers, compare_iins);
  g_array_set_size (self->range, 0);
  g_hash_table_remove_all (self->indices);
  for (guint i = 0; i < self->officers->len; i++)
    {
      gint64 id = g_array_index (self->officers, Officer, i).id;

      lowest = MIN (lowest, id);
      highest = MAX (highest, id);
    }
  self->lowest = lowest;
  if (self->officers->len > 0 && highest - lowest < (gint64) self->officers->len * RANGE_FACTOR)
    g_array_set_size (self->range, highest - lowest + 1);
  for (guint i = 0; i < self->officers->len; i++)
    {
      gint64 id = g_array_index (self->officers, Officer, i).id;

      if (self->range->len > 0)
        g_array_index (self->range, guint, id - lowest) = i + 1;
      else
        g_hash_table_insert (self->indices, GSIZE_TO_POINTER (id), GUINT_TO_POINTER (i + 1));
    }
}

/* An IIN has digits only, so that its bytes sort like the number */
static gboolean
take_iin (const char **at, char iin[IIN_SIZE])
{
  gsize length = 0;

  while (length < IIN_SIZE && g_ascii_isdigit ((*at)[length]))
    length++;
  if (length == 0 || length == IIN_SIZE || (*at)[length] != ',')
    return FALSE;
  memcpy (iin, *at, length);
  *at += length + 1;
  return TRUE;
}

static gboolean
take_officer (SarapCareerReader *self, const char **at, Officer *officer)
{
  int sex = SARAP_SEX_NONE;

  if (!take_integer (at, TRUE, &officer->id) || !take_iin (at, officer->iin) ||
      (self->all &&
       (!take_date (at, TRUE, &officer->birth_date) || !take_code (at, sarap_sexes, TRUE, &sex))))
    return FALSE;
  officer->sex = sex;
  return *(*at)++ == ';';
}

static gboolean
read_officers (SarapCareerReader *self, SarapQuery *query, GError **error)
{
  g_autoptr (SarapRows) rows = sarap_database_select (self->db, query, "p", error);
  const char *at;

  if (rows == NULL)
    return FALSE;
  g_array_set_size (self->officers, 0);
  at = sarap_rows_text (rows, 0, 0);
  while (at != NULL && *at != '\0')
    {
      Officer officer = { 0, "" };

      if (!take_officer (self, &at, &officer))
        return sarap_store_error_damaged (error);
      g_array_append_val (self->officers, officer);
    }
  index_officers (self);
  return TRUE;
}

/* A JSON array of rows with one id, read @stride bytes apart */
static char *
json_of_ids (gconstpointer ids, guint n_ids, gsize stride)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s[%" G_GINT64_FORMAT "]", i > 0 ? "," : "",
                            *(const gint64 *) ((const char *) ids + i * stride));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static SarapQuery *
query_of_kind (SarapCareerReader *self, const char *table, const char *columns)
{
  g_autofree char *packed = sarap_dialect_packed (self->db, columns);
  g_autofree char *rows = NULL;
  g_autofree char *json = NULL, *among = NULL;
  g_autofree char *sql = NULL;
  SarapQuery *query;

  if (self->range->len > 0)
    {
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE officer_id BETWEEN :lowest AND :highest",
                             packed, table);
      query = sarap_query_new (sql);
      sarap_query_integer (query, "lowest", self->lowest);
      sarap_query_integer (query, "highest", self->lowest + self->range->len - 1);
      return query;
    }
  rows = sarap_dialect_rows (self->db, "asked integer");
  json = json_of_ids (self->officers->data, self->officers->len, sizeof (Officer));
  among = sarap_dialect_among (self->db, "officer_id");
  sql = g_strdup_printf ("SELECT %s FROM %s r JOIN %s ON officer_id = r.asked%s", packed, rows,
                         table, among);
  query = sarap_query_new (sql);
  sarap_query_text (query, "rows", json);
  sarap_dialect_bind_ids (query, self->officers->data, self->officers->len, sizeof (Officer));
  return query;
}

static gboolean
read_kind (SarapCareerReader *self,
           SarapCareerGroup *group,
           const char *table,
           const char *columns,
           TakeRow take,
           GError **error)
{
  g_autoptr (SarapQuery) query = query_of_kind (self, table, columns);
  g_autoptr (SarapRows) rows = sarap_database_select (self->db, query, "p", error);
  const char *at;

  if (rows == NULL)
    return FALSE;
  sarap_career_group_empty (group);
  at = sarap_rows_text (rows, 0, 0);
  while (at != NULL && *at != '\0')
    {
      gint64 officer_id;
      guint index;

      if (!take_integer (&at, TRUE, &officer_id))
        return sarap_store_error_damaged (error);
      index = index_of_id (self, officer_id);
      if (index == 0)
        at += strcspn (at, ";");
      else if (!take (self, index - 1, &at))
        return sarap_store_error_damaged (error);
      if (*at++ != ';')
        return sarap_store_error_damaged (error);
    }
  sarap_career_group_sort (group, self->officers->len);
  return TRUE;
}

static gboolean
read_careers (SarapCareerReader *self, GError **error)
{
  return read_kind (self, &self->service, "service",
                    "officer_id, employer_kind, \"start\", \"end\", body_id, unit_id, category, "
                    "level",
                    take_service, error) &&
         read_kind (self, &self->deferrals, "deferral", "officer_id, kind, \"start\", \"end\"",
                    take_deferral, error) &&
         read_kind (self, &self->attestations, "attestation",
                    self->all ? "officer_id, kind, \"date\", decision, outcome, outcome_date"
                              : "officer_id, kind, \"date\", decision, outcome",
                    take_attestation, error);
}

static const char *
officer_columns (SarapCareerReader *self)
{
  return self->all ? "id, iin, birth_date, sex" : "id, iin";
}

static gboolean
visit_officers (SarapCareerReader *self,
                SarapQuery *officers,
                const char *after,
                SarapCareerVisit visit,
                gpointer data,
                GError **error)
{
  if (!read_officers (self, officers, error))
    return FALSE;
  /* SQLite sorts a blob after every text, so it would be read again for ever */
  if (after != NULL && self->officers->len > 0 &&
      strcmp (g_array_index (self->officers, Officer, 0).iin, after) <= 0)
    return sarap_store_error_damaged (error);
  if (self->officers->len > 0 && !read_careers (self, error))
    return FALSE;
  for (guint i = 0; i < self->officers->len; i++)
    {
      Officer *officer = &g_array_index (self->officers, Officer, i);
      SarapCareerRow row = { .officer_id = officer->id,
                             .iin = officer->iin,
                             .birth_date = officer->birth_date,
                             .sex = officer->sex };
      SarapCareer *career = &row.career;

      career->service = sarap_career_group_get (&self->service, i, &career->n_service);
      career->deferrals = sarap_career_group_get (&self->deferrals, i, &career->n_deferrals);
      career->attestations =
          sarap_career_group_get (&self->attestations, i, &career->n_attestations);
      if (!visit (&row, data, error))
        return FALSE;
    }
  return TRUE;
}

void
sarap_career_reader_ask_all (SarapCareerReader *self, gint64 body_id)
{
  self->all = TRUE;
  self->body_id = body_id;
}

int
sarap_career_reader_slice (SarapCareerReader *self,
                           const char *after,
                           guint limit,
                           SarapCareerVisit visit,
                           gpointer data,
                           GError **error)
{
  const char *columns = officer_columns (self);
  g_autofree char *packed = sarap_dialect_packed (self->db, columns);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM (SELECT %s FROM officer WHERE iin > :after%s "
                       "ORDER BY iin LIMIT :limit) slice",
                       packed, columns, self->body_id != 0 ? " AND body_id = :body" : "");
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "after", after != NULL ? after : "");
  if (self->body_id != 0)
    sarap_query_integer (query, "body", self->body_id);
  sarap_query_integer (query, "limit", limit);
  return visit_officers (self, query, after, visit, data, error) ? (int) self->officers->len : -1;
}

gboolean
sarap_career_reader_some (SarapCareerReader *self,
                          const gint64 *officer_ids,
                          guint n_officers,
                          SarapCareerVisit visit,
                          gpointer data,
                          GError **error)
{
  g_autofree char *packed = sarap_dialect_packed (self->db, officer_columns (self));
  g_autofree char *rows = sarap_dialect_rows (self->db, "asked integer");
  g_autofree char *among = sarap_dialect_among (self->db, "id");
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s r JOIN officer ON id = r.asked%s", packed, rows, among);
  g_autofree char *json = json_of_ids (officer_ids, n_officers, sizeof *officer_ids);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_text (query, "rows", json);
  sarap_dialect_bind_ids (query, officer_ids, n_officers, sizeof *officer_ids);
  return visit_officers (self, query, NULL, visit, data, error);
}

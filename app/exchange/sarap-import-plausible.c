#include "exchange/sarap-import-file.h"
#include "procedure/sarap-warning-sentences.h"
#include "records/sarap-career-group.h"
#include "records/sarap-career.h"

#include <string.h>

/* Warnings that an import would bring into the files of officers (app/rules/README.md 11). Each
   officer of the folder is checked with the records of the database, overridden by rows of the
   folder. */

/* Officers checked together */
#define OFFICERS_AT_ONCE 1000

/* The files with records of a career, in the order of the parts of an officer's file */
static const struct
{
  const SarapRecordType *type;
  SarapFilePart part;
  gsize size;
} kinds[] = {
  { &sarap_officer_type, SARAP_PART_OFFICER, 0 },
  { &sarap_service_type, SARAP_PART_SERVICE, sizeof (SarapServiceRecord) },
  { &sarap_deferral_type, SARAP_PART_DEFERRAL, sizeof (SarapDeferral) },
  { &sarap_attestation_type, SARAP_PART_ATTESTATION, sizeof (SarapAttestation) },
};

enum
{
  OFFICER,
  SERVICE,
  DEFERRAL,
  ATTESTATION,
  N_KINDS
};

/* The resulting records of one kind of one officer */
typedef struct
{
  GArray *records; /* SarapServiceRecord, SarapDeferral or SarapAttestation */
  GArray *rows;    /* guint, the row of the folder + 1; 0: only in the database */
} Merged;

/* The rows of the folder by officer, and the results for one officer after the other */
typedef struct
{
  SarapImport *import;
  SarapDate today;
  GHashTable *indices;            /* IIN → index + 1 */
  GPtrArray *iins;                /* by index, in the folder's buffers */
  SarapCareerGroup rows[N_KINDS]; /* guint, the rows of each file, by index */
  Merged merged[N_KINDS];
  gboolean *known; /* for the officers checked together: whether the database has them */
  guint first;     /* the index of the first of them */
  SarapWarnings *before;
  SarapWarnings *after;
} Look;

static void
look_init (Look *look, SarapImport *import, SarapDate today)
{
  *look = (Look){ .import = import, .today = today };
  look->indices = g_hash_table_new (g_str_hash, g_str_equal);
  look->iins = g_ptr_array_new ();
  look->known = g_new0 (gboolean, OFFICERS_AT_ONCE);
  look->before = sarap_warnings_new ();
  look->after = sarap_warnings_new ();
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      sarap_career_group_init (&look->rows[kind], sizeof (guint));
      look->merged[kind].records = g_array_new (FALSE, FALSE, MAX (kinds[kind].size, 1));
      look->merged[kind].rows = g_array_new (FALSE, FALSE, sizeof (guint));
    }
}

static void
look_clear (Look *look)
{
  g_hash_table_unref (look->indices);
  g_ptr_array_unref (look->iins);
  g_free (look->known);
  g_array_unref (look->before);
  g_array_unref (look->after);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      sarap_career_group_clear (&look->rows[kind]);
      g_array_unref (look->merged[kind].records);
      g_array_unref (look->merged[kind].rows);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static SarapImportFile *
file_of (Look *look, guint kind)
{
  return sarap_import_find_file (look->import, kinds[kind].type);
}

/* Each of these records begins with the IIN of its officer */
static void
gather_rows (Look *look, guint kind)
{
  SarapImportFile *file = file_of (look, kind);
  int iin = sarap_record_type_field (file->type, "iin");

  for (guint row = 0; row < file->rows->len; row++)
    {
      const char *values[SARAP_IMPORT_FIELDS];
      guint index;

      sarap_import_file_values (file, row, values);
      index = GPOINTER_TO_UINT (g_hash_table_lookup (look->indices, values[iin]));
      if (index == 0)
        {
          g_ptr_array_add (look->iins, (gpointer) values[iin]);
          index = look->iins->len;
          g_hash_table_insert (look->indices, (gpointer) values[iin], GUINT_TO_POINTER (index));
        }
      sarap_career_group_add (&look->rows[kind], index - 1, &row);
    }
}

static SarapDate
date_of (const SarapRecordType *type, const char *const *values, const char *field)
{
  const char *text = values[sarap_record_type_field (type, field)];
  SarapDate date = SARAP_DATE_NONE;

  if (text != NULL)
    sarap_date_parse (text, -1, &date);
  return date;
}

static int
code_of (const SarapRecordType *type, const char *const *values, const char *field)
{
  int index = sarap_record_type_field (type, field);
  int value = sarap_code_find (type->fields[index].codes, values[index], -1);

  return MAX (value, 0);
}

/* Adds the record, or replaces the one with its key */
static void
merge (Merged *merged,
       gconstpointer record,
       guint row,
       gboolean (*same) (gconstpointer, gconstpointer))
{
  gsize size = g_array_get_element_size (merged->records);

  for (guint i = 0; i < merged->records->len; i++)
    if (same (merged->records->data + i * size, record))
      {
        memcpy (merged->records->data + i * size, record, size);
        g_array_index (merged->rows, guint, i) = row + 1;
        return;
      }
  row++;
  g_array_append_vals (merged->records, record, 1);
  g_array_append_val (merged->rows, row);
}

static gboolean
same_service (gconstpointer a, gconstpointer b)
{
  const SarapServiceRecord *one = a, *other = b;

  return one->start == other->start && one->employer_kind == other->employer_kind;
}

static gboolean
same_deferral (gconstpointer a, gconstpointer b)
{
  const SarapDeferral *one = a, *other = b;

  return one->start == other->start && one->kind == other->kind;
}

static gboolean
same_attestation (gconstpointer a, gconstpointer b)
{
  const SarapAttestation *one = a, *other = b;

  return one->date == other->date && one->kind == other->kind;
}

static void
merge_row (Look *look, guint kind, guint row)
{
  SarapImportFile *file = file_of (look, kind);
  const char *values[SARAP_IMPORT_FIELDS];

  sarap_import_file_values (file, row, values);
  if (kind == SERVICE)
    {
      SarapServiceRecord record = {
        .employer_kind = code_of (file->type, values, "employer_kind"),
        .start = date_of (file->type, values, "start"),
        .end = date_of (file->type, values, "end"),
        .category = code_of (file->type, values, "category"),
      };

      merge (&look->merged[kind], &record, row, same_service);
    }
  else if (kind == DEFERRAL)
    {
      SarapDeferral deferral = { code_of (file->type, values, "kind"),
                                 date_of (file->type, values, "start"),
                                 date_of (file->type, values, "end") };

      merge (&look->merged[kind], &deferral, row, same_deferral);
    }
  else
    {
      SarapAttestation attestation = { code_of (file->type, values, "kind"),
                                       date_of (file->type, values, "date"),
                                       code_of (file->type, values, "decision"),
                                       code_of (file->type, values, "outcome"),
                                       date_of (file->type, values, "outcome_date") };

      merge (&look->merged[kind], &attestation, row, same_attestation);
    }
}

static void
begin_with (Merged *merged, gconstpointer records, guint n)
{
  g_array_set_size (merged->records, 0);
  if (n > 0)
    g_array_append_vals (merged->records, records, n);
  g_array_set_size (merged->rows, 0);
  g_array_set_size (merged->rows, n);
  if (n > 0)
    memset (merged->rows->data, 0, n * sizeof (guint));
}

/* The officer's own row of the folder + 1, and its values */
static guint
take_officer (Look *look, guint index, SarapFileFacts *facts)
{
  SarapImportFile *file = file_of (look, OFFICER);
  const char *values[SARAP_IMPORT_FIELDS];
  guint n;
  const guint *rows = sarap_career_group_get (&look->rows[OFFICER], index, &n);

  if (n == 0)
    return 0;
  sarap_import_file_values (file, rows[0], values);
  facts->birth_date = date_of (file->type, values, "birth_date");
  facts->sex = code_of (file->type, values, "sex");
  return rows[0] + 1;
}

static gboolean
was_there (const SarapWarnings *before, const SarapWarning *warning)
{
  for (guint i = 0; i < before->len; i++)
    {
      const SarapWarning *one = &g_array_index (before, SarapWarning, i);

      if (one->kind == warning->kind && one->number == warning->number &&
          one->code == warning->code && memcmp (one->dates, warning->dates, sizeof one->dates) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
row_of (Look *look, SarapFilePart part, int index, guint officer_row)
{
  if (part == SARAP_PART_OFFICER)
    return officer_row;
  for (guint kind = SERVICE; kind < N_KINDS; kind++)
    if (kinds[kind].part == part && index >= 0)
      return g_array_index (look->merged[kind].rows, guint, index);
  return 0;
}

/* The column to show first */
static const char *
column_of (const SarapWarning *warning, const SarapRecordType *type)
{
  if (warning->kind == SARAP_WARNING_OUTCOME_LATE || warning->kind == SARAP_WARNING_OUTCOME_AHEAD)
    return "outcome_date";
  if (warning->kind == SARAP_WARNING_DEFERRAL_OPEN_LONG ||
      warning->kind == SARAP_WARNING_DEFERRAL_ENDS_LATE)
    return "end";
  if (warning->kind == SARAP_WARNING_DEFERRAL_OF_MAN)
    return "kind";
  if (type == &sarap_officer_type)
    return "birth_date";
  return type == &sarap_attestation_type ? "date" : "start";
}

static void
warning_tell (Look *look, const SarapWarning *warning, SarapFilePart part, guint row)
{
  SarapImportFile *file = NULL;
  guint line;

  for (guint kind = 0; kind < N_KINDS; kind++)
    if (kinds[kind].part == part)
      file = file_of (look, kind);
  line = g_array_index (file->rows, SarapImportRow, row - 1).line;
  /* an attestation that was not held yet is impossible; an outcome may be recorded for a future
     day, and history is imported unchanged (README.md 2) */
  if (warning->kind == SARAP_WARNING_ATTESTATION_AHEAD)
    sarap_import_add_fault (look->import, file, line, column_of (warning, file->type),
                            sarap_format_warning (warning));
  else
    sarap_import_add_plausible (look->import, file, line, column_of (warning, file->type),
                                warning->kind, sarap_format_warning (warning));
}

/* Adds warnings of the folder: about its own rows, or about a record that contradicts one of its
   rows */
static void
tell_brought (Look *look, guint officer_row)
{
  for (guint i = 0; i < look->after->len; i++)
    {
      const SarapWarning *warning = &g_array_index (look->after, SarapWarning, i);
      guint row = row_of (look, warning->part, warning->index, officer_row);
      guint other = row_of (look, warning->other_part, warning->other, officer_row);

      /* warnings of a row about itself were reported when it was read */
      if (warning->part == SARAP_PART_OFFICER || was_there (look->before, warning))
        continue;
      if (row != 0)
        warning_tell (look, warning, warning->part, row);
      else if (other != 0)
        warning_tell (look, warning, warning->other_part, other);
      else if (officer_row != 0)
        warning_tell (look, warning, SARAP_PART_OFFICER, officer_row);
    }
}

/* Rows of the folder refer to bodies by code. Bodies decide only the commission, not a date. */
static void
compare_standings (Look *look, guint index, const SarapCareerRow *before, const SarapCareer *after)
{
  SarapStanding was, will;

  sarap_rules_standing (&before->career, look->today, &was, NULL);
  sarap_rules_standing (after, look->today, &will, NULL);
  sarap_import_add_standing (look->import, before->officer_id, look->iins->pdata[index], &was,
                             &will);
}

static void
look_at_officer (Look *look, guint index, const SarapCareerRow *before)
{
  SarapFileFacts facts = { .iin = look->iins->pdata[index] };
  guint officer_row;

  g_array_set_size (look->before, 0);
  g_array_set_size (look->after, 0);
  if (before != NULL)
    {
      facts.birth_date = before->birth_date;
      facts.sex = before->sex;
      facts.career = before->career;
      sarap_rules_warnings (&facts, look->today, look->before);
    }
  begin_with (&look->merged[SERVICE], facts.career.service, facts.career.n_service);
  begin_with (&look->merged[DEFERRAL], facts.career.deferrals, facts.career.n_deferrals);
  begin_with (&look->merged[ATTESTATION], facts.career.attestations, facts.career.n_attestations);
  officer_row = take_officer (look, index, &facts);
  for (guint kind = SERVICE; kind < N_KINDS; kind++)
    {
      guint n;
      const guint *rows = sarap_career_group_get (&look->rows[kind], index, &n);

      for (guint i = 0; i < n; i++)
        merge_row (look, kind, rows[i]);
    }
  facts.career = (SarapCareer){
    (gconstpointer) look->merged[SERVICE].records->data,     look->merged[SERVICE].records->len,
    (gconstpointer) look->merged[DEFERRAL].records->data,    look->merged[DEFERRAL].records->len,
    (gconstpointer) look->merged[ATTESTATION].records->data, look->merged[ATTESTATION].records->len,
  };
  sarap_rules_warnings (&facts, look->today, look->after);
  tell_brought (look, officer_row);
  if (before != NULL)
    compare_standings (look, index, before, &facts.career);
}

static gboolean
on_known (const SarapCareerRow *row, gpointer data, GError **error)
{
  Look *look = data;
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (look->indices, row->iin));

  g_return_val_if_fail (index > look->first && index <= look->first + OFFICERS_AT_ONCE, TRUE);
  look->known[index - 1 - look->first] = TRUE;
  look_at_officer (look, index - 1, row);
  return TRUE;
}

/* Checks the officers in the database, then the new ones */
static gboolean
look_at_some (
    Look *look, SarapCareerReader *reader, SarapReadableFiles *files, guint n, GError **error)
{
  const char *const *iins = (const char *const *) look->iins->pdata + look->first;
  g_autofree gint64 *ids = g_new0 (gint64, n);
  guint n_known = 0;

  memset (look->known, 0, OFFICERS_AT_ONCE * sizeof (gboolean));
  if (!sarap_readable_files_find_many (files, iins, n, ids, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (ids[i] != 0)
      ids[n_known++] = ids[i];
  if (n_known > 0 && !sarap_career_reader_some (reader, ids, n_known, on_known, look, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!look->known[i])
      look_at_officer (look, look->first + i, NULL);
  return TRUE;
}

gboolean
sarap_import_look_plausible (SarapImport *self,
                             SarapDatabase *db,
                             SarapReadableFiles *files,
                             SarapDate today,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (SarapCareerReader) reader = sarap_career_reader_new (db, error);
  g_auto (Look) look = { NULL };

  look_init (&look, self, today);
  if (reader == NULL)
    return FALSE;
  sarap_career_reader_ask_all (reader, 0);
  for (guint kind = 0; kind < N_KINDS; kind++)
    gather_rows (&look, kind);
  for (guint kind = 0; kind < N_KINDS; kind++)
    sarap_career_group_sort (&look.rows[kind], look.iins->len);
  for (; look.first < look.iins->len; look.first += OFFICERS_AT_ONCE)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !look_at_some (&look, reader, files, MIN (look.iins->len - look.first, OFFICERS_AT_ONCE),
                       error))
      return FALSE;
  return TRUE;
}

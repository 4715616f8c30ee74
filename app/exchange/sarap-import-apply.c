#include "exchange/sarap-import-file.h"
#include "base/sarap-log.h"
#include "records/sarap-record-store.h"
#include "records/sarap-text.h"

#include <glib/gi18n-lib.h>

/* Records compared and written by one statement */
#define RECORDS_AT_ONCE 4000

/* One pass over the rows of the folder, in a transaction */
typedef struct
{
  SarapImport *import;
  SarapReadableFiles *known;
  SarapDate today;
  gboolean write;
  GCancellable *cancellable;
  SarapExchangeProgress progress;
  gpointer progress_data;
  guint64 n_done;
  guint64 n_kept_new;
  guint64 n_kept_changed;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->known, sarap_readable_files_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Rows of one file that are compared and written together */
typedef struct
{
  Run *run;
  SarapImportFile *file;
  SarapRecordBatch *records;
  GArray *rows;      /* guint: the rows in @records */
  GArray *different; /* guint: rows that are new or changed */
  GArray *unknown;   /* guint: rows whose key no record has, before their texts are compared */
  GHashTable
      *stays; /* row → the record's values (char **) of optional columns that the file lacks */
  gboolean lacks;    /* whether the file lacks any */
  gboolean respells; /* whether a record may have the same key in another spelling */
} Batch;

/* Keys with texts of an officer's record: records from before texts were cleaned may have another
   spelling. Codes of bodies and units that only look alike are faults. */
static gboolean
has_texts_in_key (const SarapRecordType *type)
{
  gboolean texts = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    texts |= type->fields[i].type == SARAP_FIELD_TEXT && (type->fields[i].flags & SARAP_FIELD_KEY);
  return texts && sarap_record_type_field (type, "iin") >= 0;
}

static gboolean
lacks_columns (const SarapImportFile *file)
{
  for (guint i = 0; i < file->type->n_fields; i++)
    if (!sarap_import_file_has (file, i))
      return TRUE;
  return FALSE;
}

static void
batch_init (Batch *batch, Run *run, SarapImportFile *file)
{
  batch->run = run;
  batch->file = file;
  batch->records = sarap_record_batch_new (file->type);
  batch->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  batch->different = g_array_new (FALSE, FALSE, sizeof (guint));
  batch->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  batch->stays = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  batch->lacks = lacks_columns (file);
}

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->records, sarap_record_batch_free);
  g_clear_pointer (&batch->rows, g_array_unref);
  g_clear_pointer (&batch->different, g_array_unref);
  g_clear_pointer (&batch->unknown, g_array_unref);
  g_clear_pointer (&batch->stays, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static void
empty_batch (Batch *batch)
{
  sarap_record_batch_clear (batch->records);
  g_array_set_size (batch->rows, 0);
  g_array_set_size (batch->different, 0);
  g_array_set_size (batch->unknown, 0);
  g_hash_table_remove_all (batch->stays);
}

/* The values of a row for its record: a column that the file lacks leaves the value unchanged */
static void
values_of (Batch *batch, guint row, const char **values)
{
  const SarapRecordType *type = batch->file->type;
  char **stays = g_hash_table_lookup (batch->stays, GUINT_TO_POINTER (row));
  guint n = 0;

  sarap_import_file_values (batch->file, row, values);
  for (guint i = 0; stays != NULL && i < type->n_fields; i++)
    if (!sarap_import_file_has (batch->file, i))
      {
        const char *kept = stays[n++];

        values[i] = *kept != '\0' ? kept : NULL;
      }
}

static void
keep_what_stays (Batch *batch, guint row, const char *const *before)
{
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint i = 0; i < batch->file->type->n_fields; i++)
    if (!sarap_import_file_has (batch->file, i))
      {
        any |= before[i] != NULL;
        g_ptr_array_add (stays, g_strdup (before[i] != NULL ? before[i] : ""));
      }
  g_ptr_array_add (stays, NULL);
  if (any)
    g_hash_table_insert (batch->stays, GUINT_TO_POINTER (row), g_ptr_array_steal (stays, NULL));
}

static void
add_row (Batch *batch, guint row)
{
  const char *values[SARAP_IMPORT_FIELDS];

  values_of (batch, row, values);
  sarap_record_batch_add (batch->records, values);
  g_array_append_val (batch->rows, row);
}

static void
keep_change (Batch *batch,
             guint row,
             gint64 id,
             gint64 officer_id,
             const char *const *before,
             const char *const *after)
{
  const SarapRecordType *type = batch->file->type;
  SarapImportChange *change = g_new0 (SarapImportChange, 1);

  change->type = type;
  change->line = g_array_index (batch->file->rows, SarapImportRow, row).line;
  change->id = id;
  change->officer_id = officer_id;
  change->after = g_memdup2 (after, type->n_fields * sizeof (char *));
  if (before != NULL)
    change->before = g_new0 (char *, type->n_fields);
  for (guint i = 0; before != NULL && i < type->n_fields; i++)
    change->before[i] = g_strdup (before[i]);
  g_ptr_array_add (batch->run->import->changes, change);
}

/* A record from before texts were cleaned equals its clean form */
static gboolean
says_the_same (const SarapRecordType *type, const char *const *before, const char *const *after)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!sarap_text_equal (before[i], after[i]))
      return FALSE;
  return TRUE;
}

static void
take_difference (Batch *batch, guint row, gint64 id, gint64 officer_id, const char *const *before)
{
  guint64 *n_kept = before == NULL ? &batch->run->n_kept_new : &batch->run->n_kept_changed;
  const char *after[SARAP_IMPORT_FIELDS];

  if (before != NULL && batch->lacks)
    keep_what_stays (batch, row, before);
  values_of (batch, row, after);
  if (before != NULL && says_the_same (batch->file->type, before, after))
    return;
  *(before == NULL ? &batch->file->counts.n_new : &batch->file->counts.n_changed) += 1;
  if (++*n_kept <= SARAP_IMPORT_CHANGES)
    keep_change (batch, row, id, officer_id, before, after);
  g_array_append_val (batch->different, row);
}

static void
on_compared (guint index, gint64 id, gint64 officer_id, const char *const *before, gpointer data)
{
  Batch *batch = data;
  guint row = g_array_index (batch->rows, guint, index);

  if (before == NULL && officer_id != 0 && batch->respells)
    g_array_append_val (batch->unknown, row);
  else
    take_difference (batch, row, id, officer_id, before);
}

static void
on_compared_again (
    guint index, gint64 id, gint64 officer_id, const char *const *before, gpointer data)
{
  Batch *batch = data;

  take_difference (batch, g_array_index (batch->unknown, guint, index), id, officer_id, before);
}

static void
on_similar (guint index, gint64 id, gint64 officer_id, const char *const *before, gpointer data)
{
  Batch *batch = data;
  guint row = g_array_index (batch->unknown, guint, index);
  const SarapRecordType *type = batch->file->type;
  const char *values[SARAP_IMPORT_FIELDS];

  sarap_import_file_values (batch->file, row, values);
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & SARAP_FIELD_KEY) && !sarap_text_equal (before[i], values[i]))
      return;
  sarap_import_cells_respell (batch->file, row, before);
}

static void
add_unknown (Batch *batch, SarapRecordBatch *records)
{
  sarap_record_batch_clear (records);
  for (guint i = 0; i < batch->unknown->len; i++)
    {
      const char *values[SARAP_IMPORT_FIELDS];

      sarap_import_file_values (batch->file, g_array_index (batch->unknown, guint, i), values);
      sarap_record_batch_add (records, values);
    }
}

/* Rows whose key no record has: they are new, unless a record has the same key in another
   spelling */
static gboolean
compare_unknown (Batch *batch, SarapDatabase *db, GError **error)
{
  g_autoptr (SarapRecordBatch) records = sarap_record_batch_new (batch->file->type);
  SarapReadableFiles *known = batch->run->known;

  add_unknown (batch, records);
  if (!sarap_record_batch_find_similar (records, db, known, on_similar, batch, error))
    return FALSE;
  add_unknown (batch, records);
  return sarap_record_batch_compare (records, db, known, on_compared_again, batch, error);
}

static gboolean
compare_batch (Batch *batch, SarapDatabase *db, GError **error)
{
  return sarap_record_batch_compare (batch->records, db, batch->run->known, on_compared, batch,
                                     error) &&
         (batch->unknown->len == 0 || compare_unknown (batch, db, error));
}

/* Writes only what is new or changed */
static gboolean
write_batch (Batch *batch, SarapDatabase *db, GError **error)
{
  if (batch->different->len == 0)
    return TRUE;
  if (batch->different->len < batch->rows->len || batch->unknown->len > 0 ||
      g_hash_table_size (batch->stays) > 0)
    {
      sarap_record_batch_clear (batch->records);
      g_array_set_size (batch->rows, 0);
      for (guint i = 0; i < batch->different->len; i++)
        add_row (batch, g_array_index (batch->different, guint, i));
    }
  return sarap_record_batch_write (batch->records, db, error);
}

static gboolean
finish_batch (Batch *batch, SarapDatabase *db, GError **error)
{
  Run *run = batch->run;
  guint n = batch->rows->len;

  if (n == 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
      !compare_batch (batch, db, error) || (run->write && !write_batch (batch, db, error)))
    return FALSE;
  batch->file->counts.n_same += n - batch->different->len;
  run->n_done += n;
  if (run->progress != NULL)
    run->progress (run->n_done, sarap_import_get_n_rows (run->import, NULL), run->progress_data);
  empty_batch (batch);
  return TRUE;
}

static gboolean
learn_files (Run *run, SarapDatabase *db, GError **error)
{
  run_clear (run);
  run->known = sarap_readable_files_new (db, error);
  return run->known != NULL;
}

/* Only one body may be central at any moment: one that is no longer central is written first */
static gboolean
run_file (Run *run, SarapImportFile *file, SarapDatabase *db, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed (file->type->file);
  g_auto (Batch) batch = { NULL };

  timed.rows = file->rows->len;
  if (run->known == NULL && !learn_files (run, db, error))
    return FALSE;
  batch_init (&batch, run, file);
  if (has_texts_in_key (file->type) &&
      !sarap_record_type_any (db, file->type, &batch.respells, error))
    return FALSE;
  file->counts = (SarapImportCounts){ 0, 0, 0 };
  for (guint row = 0; row < file->rows->len; row++)
    {
      if (row + 1 != file->central_row)
        add_row (&batch, row);
      if (batch.rows->len == RECORDS_AT_ONCE && !finish_batch (&batch, db, error))
        return FALSE;
    }
  if (!finish_batch (&batch, db, error))
    return FALSE;
  if (file->central_row != 0)
    add_row (&batch, file->central_row - 1);
  if (!finish_batch (&batch, db, error))
    return FALSE;
  /* written records are not among those read before */
  if (run->write && file->counts.n_new + file->counts.n_changed > 0)
    run_clear (run);
  return TRUE;
}

static void
append_file_detail (GString *detail, const SarapImportFile *file)
{
  if (file->sha256 == NULL)
    return;
  g_string_append_printf (detail,
                          "%s\"%s\":{\"rows\":%u,\"new\":%" G_GUINT64_FORMAT
                          ",\"changed\":%" G_GUINT64_FORMAT ",\"sha256\":\"%s\"}",
                          detail->len > 1 ? "," : "", file->type->file, file->rows->len,
                          file->counts.n_new, file->counts.n_changed, file->sha256);
}

/* The last line of the import in the audit chain; none if it changed nothing */
static gboolean
end_import (SarapImport *self, SarapDatabase *db, GError **error)
{
  SarapImportCounts counts = sarap_import_get_counts (self, NULL);
  g_autoptr (GString) detail = g_string_new ("{");

  if (counts.n_new + counts.n_changed == 0)
    return sarap_database_end_bulk (db, "import", NULL, error);
  for (guint i = 0; i < self->n_files; i++)
    append_file_detail (detail, &self->files[i]);
  g_string_append_c (detail, '}');
  return sarap_database_end_bulk (db, "import", detail->str, error);
}

/* Runs once all rows are valid and the records that they refer to exist */
static gboolean
look_plausible (Run *run, SarapDatabase *db, GError **error)
{
  SarapImport *self = run->import;
  gboolean looked;

  if (self->n_faults > 0)
    return TRUE;
  self->resolving = TRUE;
  looked = sarap_import_look_plausible (self, db, run->known, run->today, run->cancellable, error);
  self->resolving = FALSE;
  sarap_import_sort_faults (self);
  return looked;
}

static gboolean
run_all (SarapDatabase *db, gpointer data, GError **error)
{
  Run *run = data;
  SarapImport *self = run->import;

  run->n_done = run->n_kept_new = run->n_kept_changed = 0;
  g_ptr_array_set_size (self->changes, 0);
  g_ptr_array_set_size (self->standings, 0);
  if (!learn_files (run, db, error) ||
      !sarap_import_resolve (self, db, run->known, run->cancellable, error) ||
      !look_plausible (run, db, error))
    return FALSE;
  if (self->n_faults > 0 && run->write)
    {
      g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS,
                   _ ("The folder has faults; nothing of it was written."));
      return FALSE;
    }
  for (guint i = 0; i < self->n_files && self->n_faults == 0; i++)
    if (!run_file (run, &self->files[i], db, error))
      return FALSE;
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
      !sarap_import_name_officers (self, db, error))
    return FALSE;
  return !run->write || end_import (self, db, error);
}

gboolean
sarap_import_check (SarapImport *self,
                    SarapDatabase *db,
                    SarapDate today,
                    GCancellable *cancellable,
                    SarapExchangeProgress progress,
                    gpointer data,
                    GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("dry run of an import");
  g_auto (Run) run = { self, NULL, today, FALSE, cancellable, progress, data };
  g_auto (SarapTransaction) transaction = { NULL };

  return sarap_transaction_begin_read (&transaction, db, error) && run_all (db, &run, error) &&
         sarap_transaction_commit (&transaction, error);
}

/* The results of a pass, which replace earlier ones */
typedef struct
{
  SarapImportCounts counts[SARAP_RECORD_TYPES_MOST];
  GPtrArray *changes;
  GPtrArray *standings;
} Found;

static void
set_aside (SarapImport *self, Found *found)
{
  for (guint i = 0; i < self->n_files; i++)
    found->counts[i] = self->files[i].counts;
  found->changes = self->changes;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_import_change_free);
  found->standings = self->standings;
  self->standings = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_import_standing_free);
}

static void
put_back (SarapImport *self, Found *found)
{
  for (guint i = 0; i < self->n_files; i++)
    self->files[i].counts = found->counts[i];
  g_ptr_array_unref (self->changes);
  self->changes = g_ptr_array_ref (found->changes);
  g_ptr_array_unref (self->standings);
  self->standings = g_ptr_array_ref (found->standings);
}

/* Only the server knows that an officer exists whom this person may not see */
static void
failure_explain (const GError *failure, GError **error)
{
  g_autofree char *iin = sarap_store_error_iin_taken (failure);

  if (iin == NULL)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error (
        error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS,
        _ ("An officer with the IIN %s is entered already, and their file belongs to another "
           "body: ask the HR service of the agency, or take them out of the folder. Nothing "
           "was written."),
        iin);
}

gboolean
sarap_import_apply (SarapImport *self,
                    SarapDatabase *db,
                    SarapDate today,
                    GCancellable *cancellable,
                    SarapExchangeProgress progress,
                    gpointer data,
                    GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("import");
  g_auto (Run) run = { self, NULL, today, TRUE, cancellable, progress, data };
  g_autoptr (GError) failure = NULL;
  Found before;
  gboolean done;

  set_aside (self, &before);
  done = sarap_database_transact_bulk (db, "import", run_all, &run, &failure);
  if (!done)
    failure_explain (failure, error);
  if (!done)
    put_back (self, &before);
  g_ptr_array_unref (before.changes);
  g_ptr_array_unref (before.standings);
  return done;
}

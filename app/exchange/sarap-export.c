#include "exchange/sarap-export.h"

#include "base/sarap-log.h"
#include "exchange/sarap-csv.h"
#include "exchange/sarap-output.h"
#include "records/sarap-record-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Bytes written at once */
#define CHUNK (64 * 1024)
/* Rows between two checks of the cancellable */
#define ROWS_AT_ONCE 1024

/* The fields with a column: an optional field has one only if a record has a value */
typedef gboolean Columns[SARAP_RECORD_FIELDS_MOST];

typedef struct
{
  const SarapRecordType *type; /* of the current file */
  SarapOutput *output;
  GCancellable *cancellable;
  SarapExchangeProgress progress;
  gpointer progress_data;
  guint64 n_done;
  Columns columns; /* of the current file */
} Export;

/* The next kind that is exchanged, from an index; NULL at the end */
static const SarapRecordType *
next_exchanged (guint *index)
{
  while (sarap_record_types[*index] != NULL && sarap_record_types[*index]->file == NULL)
    (*index)++;
  return sarap_record_types[*index] != NULL ? sarap_record_types[(*index)++] : NULL;
}

static char *
make_header (const SarapRecordType *type, const Columns columns)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if (columns[i])
      g_ptr_array_add (names, (gpointer) type->fields[i].name);
  sarap_csv_write_line (line, (const char *const *) names->pdata, names->len);
  return g_string_free (line, FALSE);
}

/* Whether the file at @path begins like an export of this kind of record */
static gboolean
is_exported (const char *path, const SarapRecordType *type)
{
  Columns always = { FALSE };
  g_autofree char *header = NULL, *there = NULL;
  FILE *file = g_fopen (path, "rbe");
  gsize length, n;

  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    always[i] = !(type->fields[i].flags & SARAP_FIELD_OPTIONAL);
  header = make_header (type, always);
  length = strlen (header) - 1;
  there = g_malloc0 (length + 2);
  n = fread (there, 1, length + 1, file);
  fclose (file);
  return n == length + 1 && strncmp (there, header, length) == 0 &&
         (there[length] == '\n' || there[length] == ',');
}

/* Only an earlier export is overwritten, not files that somebody is preparing */
static gboolean
check_folder (const char *folder, GError **error)
{
  const SarapRecordType *type;
  const char *other = NULL;
  guint index = 0, n_there = 0, n_missing = 0;

  while ((type = next_exchanged (&index)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, type->file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        {
          n_missing += (type->flags & SARAP_RECORD_IN_EVERY_EXPORT) != 0;
          continue;
        }
      n_there++;
      if (!is_exported (path, type))
        other = type->file;
    }
  if (n_there == 0 || (n_missing == 0 && other == NULL))
    return TRUE;
  if (other != NULL)
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS,
                 _ ("The folder “%s” has a file %s that is not of an earlier export. Give another "
                    "folder; a new one is made."),
                 folder, other);
  else
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS,
                 _ ("The folder “%s” has some of the files of an export but not all. Give another "
                    "folder; a new one is made."),
                 folder);
  return FALSE;
}

static gboolean
visit_record (const char *const *values, gpointer data, GError **error)
{
  Export *self = data;

  const char *written[SARAP_RECORD_FIELDS_MOST];
  guint n = 0;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->columns[i])
      written[n++] = values[i];
  sarap_csv_write_line (self->output->text, written, n);
  if (++self->n_done % ROWS_AT_ONCE == 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (self->n_done, 0, self->progress_data);
    }
  return sarap_output_flush (self->output, CHUNK, error);
}

static gboolean
find_columns (Export *self, SarapDatabase *db, GError **error)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SarapField *field = &self->type->fields[i];

      self->columns[i] = TRUE;
      if ((field->flags & SARAP_FIELD_OPTIONAL) &&
          !sarap_records_any (db, self->type, field, &self->columns[i], error))
        return FALSE;
    }
  return TRUE;
}

/* An optional file is written if it has records, or existed before */
static gboolean
is_wanted (Export *self, SarapDatabase *db, const char *path, gboolean *wanted, GError **error)
{
  *wanted = (self->type->flags & SARAP_RECORD_IN_EVERY_EXPORT) ||
            g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
  return *wanted || sarap_records_any (db, self->type, NULL, wanted, error);
}

static gboolean
write_file (Export *self, SarapDatabase *db, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, self->type->file, NULL);
  g_autofree char *header = NULL;
  gboolean wanted;

  if (!is_wanted (self, db, path, &wanted, error))
    return FALSE;
  if (!wanted)
    return TRUE;
  if (!find_columns (self, db, error) || !sarap_output_open (self->output, path, error))
    return FALSE;
  header = make_header (self->type, self->columns);
  g_string_append (self->output->text, header);
  return sarap_records_visit (db, self->type, visit_record, self, error) &&
         sarap_output_close (self->output, error);
}

/* Exports from one moment of the database */
static gboolean
write_files (
    Export *self, SarapDatabase *db, const char *folder, SarapOutput *outputs, GError **error)
{
  g_auto (SarapTransaction) transaction = { NULL };
  guint index = 0;

  if (!sarap_transaction_begin_read (&transaction, db, error))
    return FALSE;
  while ((self->type = next_exchanged (&index)) != NULL)
    {
      self->output = &outputs[index - 1];
      if (!write_file (self, db, folder, error))
        return FALSE;
    }
  return sarap_transaction_commit (&transaction, error);
}

static gboolean
rename_outputs (SarapOutput *outputs, const char *folder, GError **error)
{
  g_autofree char *any = g_build_filename (folder, "any", NULL);

  for (guint i = 0; i < SARAP_RECORD_TYPES_MOST; i++)
    if (outputs[i].path != NULL && !sarap_output_rename (&outputs[i], error))
      return FALSE;
  sarap_output_sync_folder (any);
  return TRUE;
}

/* Makes the folder if it is missing */
static gboolean
make_folder (const char *folder, gboolean *made, GError **error)
{
  *made = g_mkdir (folder, 0700) == 0;
  if (*made || (errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR)))
    return TRUE;
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
               /* TRANSLATORS: a folder's name, and why */
               _ ("The folder “%s” cannot be made: %s."), folder,
               sarap_exchange_say_errno (errno == EEXIST ? ENOTDIR : errno));
  return FALSE;
}

gboolean
sarap_export_folder (SarapDatabase *db,
                     const char *folder,
                     GCancellable *cancellable,
                     SarapExchangeProgress progress,
                     gpointer data,
                     GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("export");
  Export self = { NULL, NULL, cancellable, progress, data };
  g_autofree SarapOutput *outputs = g_new0 (SarapOutput, SARAP_RECORD_TYPES_MOST);
  gboolean made = FALSE, exported;

  g_return_val_if_fail (db != NULL && folder != NULL, FALSE);

  exported = make_folder (folder, &made, error) && check_folder (folder, error) &&
             write_files (&self, db, folder, outputs, error) &&
             rename_outputs (outputs, folder, error);
  for (guint i = 0; i < SARAP_RECORD_TYPES_MOST; i++)
    sarap_output_clear (&outputs[i]);
  if (!exported && made)
    g_rmdir (folder);
  timed.rows = self.n_done;
  return exported;
}

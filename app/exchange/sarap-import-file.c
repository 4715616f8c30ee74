#include "exchange/sarap-import-file.h"

#include "exchange/sarap-csv.h"
#include "store/sarap-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1 << 20)
/* Rows between two looks at the cancellable */
#define ROWS_AT_ONCE 1024

static gboolean
set_file_error (const SarapImportFile *file, int code, GError **error)
{
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
               /* TRANSLATORS: a file's name, and why */
               _ ("The file %s cannot be read: %s."), file->type->file,
               sarap_exchange_say_errno (code));
  return FALSE;
}

/* Reads all bytes, also of a file that grows meanwhile, with room for a zero after them */
static gboolean
read_bytes (
    SarapImportFile *file, int fd, gsize expected, GCancellable *cancellable, GError **error)
{
  char digest[SARAP_DIGEST_LINE + 1];
  gsize room = expected + 1;
  gssize n;

  file->buffer = g_malloc (room + 1);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (file->length == room)
        file->buffer = g_realloc (file->buffer, (room *= 2) + 1);
      n = read (fd, file->buffer + file->length, MIN (room - file->length, CHUNK));
      if (n < 0 && errno != EINTR)
        return set_file_error (file, errno, error);
      file->length += MAX (n, 0);
    }
  while (n != 0);
  sarap_digest_text (file->buffer, file->length, digest);
  file->sha256 = g_strdup (digest);
  return TRUE;
}

gboolean
sarap_import_file_load (SarapImportFile *file,
                        int folder,
                        GCancellable *cancellable,
                        GError **error)
{
  /* not waiting for the other end of a pipe */
  int fd = openat (folder, file->type->file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  gboolean read;

  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd < 0)
    return set_file_error (file, errno, error);
  if (fstat (fd, &status) != 0)
    read = set_file_error (file, errno, error);
  else if (S_ISDIR (status.st_mode))
    read = set_file_error (file, EISDIR, error);
  else if (!S_ISREG (status.st_mode))
    read = set_file_error (file, EINVAL, error);
  else
    read = read_bytes (file, fd, status.st_size, cancellable, error);
  close (fd);
  if (read && file->length > G_MAXUINT32)
    read = set_file_error (file, EFBIG, error);
  return read;
}

void
sarap_import_file_values (const SarapImportFile *file,
                          guint row,
                          const char *values[SARAP_IMPORT_FIELDS])
{
  const char *text = file->buffer + g_array_index (file->rows, SarapImportRow, row).at;

  for (guint column = 0; column < file->type->n_fields; column++)
    {
      gsize length = strlen (text);

      values[file->fields[column]] = length > 0 ? text : NULL;
      text += length + 1;
    }
}

/* The name of a column of which only the place is known */
static char *
name_column (const SarapImportFile *file, const SarapCsvRecord *header, guint column)
{
  const char *name = column < header->n_fields ? header->fields[column] : NULL;

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  if (column < file->type->n_fields)
    return g_strdup (file->type->fields[column].name);
  return g_strdup_printf ("%u", column + 1);
}

static char *
list_columns (const SarapRecordType *type)
{
  GString *list = g_string_new (type->fields[0].name);

  for (guint i = 1; i < type->n_fields; i++)
    g_string_append_printf (list, ", %s", type->fields[i].name);
  return g_string_free (list, FALSE);
}

/* Takes the columns in whatever order; each is there once */
static gboolean
parse_names (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *header)
{
  gboolean known[SARAP_IMPORT_FIELDS] = { FALSE };
  guint64 n_faults = self->n_faults;

  for (guint column = 0; column < header->n_fields; column++)
    {
      g_autofree char *name = name_column (file, header, column);
      int field = sarap_record_type_field (file->type, header->fields[column]);

      if (field < 0)
        {
          g_autofree char *columns = list_columns (file->type);

          sarap_import_add_fault (
              self, file, header->line, name,
              g_strdup_printf (_ ("There is no such column in this file. Its columns are: %s."),
                               columns));
        }
      else if (known[field])
        sarap_import_add_fault (self, file, header->line, name,
                                g_strdup (_ ("The column is there twice.")));
      else
        {
          known[field] = TRUE;
          file->fields[MIN (column, SARAP_IMPORT_FIELDS - 1)] = field;
        }
    }
  for (guint field = 0; field < file->type->n_fields; field++)
    if (!known[field])
      sarap_import_add_fault (self, file, header->line, file->type->fields[field].name,
                              g_strdup (_ ("The column is missing from the header.")));
  return self->n_faults == n_faults;
}

static gboolean
parse_header (SarapImport *self, SarapImportFile *file, SarapCsvReader *reader)
{
  SarapCsvRecord header;

  if (!sarap_csv_reader_next (reader, &header))
    {
      sarap_import_add_fault (
          self, file, 1, file->type->fields[0].name,
          g_strdup (_ ("The file is empty; its first line must name its columns.")));
      return FALSE;
    }
  for (guint i = 0; i < header.n_faults; i++)
    {
      g_autofree char *name = name_column (file, &header, header.faults[i].column);

      sarap_import_add_fault (self, file, header.line, name,
                              g_strdup (sarap_csv_fault_message (header.faults[i].kind)));
    }
  if (header.n_faults > 0 || !parse_names (self, file, &header))
    return FALSE;
  sarap_csv_reader_set_n_columns (reader, file->type->n_fields);
  return TRUE;
}

/* The faults of a line that is no record. Its key may be among what cannot be read. */
static void
take_damaged (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *record)
{
  for (guint i = 0; i < record->n_faults; i++)
    {
      guint column = MIN (record->faults[i].column, file->type->n_fields - 1);

      sarap_import_add_fault (self, file, record->line,
                              file->type->fields[file->fields[column]].name,
                              g_strdup (sarap_csv_fault_message (record->faults[i].kind)));
    }
  file->uncertain = TRUE;
}

/* Whether its key is sound */
static gboolean
check_record (SarapImport *self, SarapImportFile *file, guint line, const char *const *values)
{
  g_autoptr (GPtrArray) faults = sarap_record_type_check (file->type, values);
  g_autoptr (GPtrArray) warnings = NULL;
  gboolean sound = TRUE;

  for (guint i = 0; i < faults->len; i++)
    {
      SarapFault *fault = faults->pdata[i];
      const SarapField *field = &file->type->fields[fault->field];

      if (field->flags & SARAP_FIELD_KEY)
        sound = FALSE;
      sarap_import_add_fault (self, file, line, field->name, g_steal_pointer (&fault->message));
    }
  if (file->type->warn == NULL)
    return sound;
  warnings = sarap_record_type_warnings (file->type, values);
  for (guint i = 0; i < warnings->len; i++)
    {
      SarapFault *warning = warnings->pdata[i];

      sarap_import_add_warning (self, file, line, file->type->fields[warning->field].name,
                                g_steal_pointer (&warning->message));
    }
  return sound;
}

/* The last field of the key that every record has says most about which record it is */
static const char *
name_of_key (const SarapRecordType *type)
{
  const char *name = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & SARAP_FIELD_KEY) && (type->fields[i].flags & SARAP_FIELD_REQUIRED))
      name = type->fields[i].name;
  return name;
}

static void
check_key (SarapImport *self, SarapImportFile *file, guint row, const char *const *values)
{
  guint line = g_array_index (file->rows, SarapImportRow, row).line, same;

  same = sarap_import_keys_add (file, row, values);
  if (same == 0)
    return;
  file->uncertain = TRUE;
  sarap_import_add_fault (
      self, file, line, name_of_key (file->type),
      g_strdup_printf (_ ("The same record stands on line %u already."),
                       g_array_index (file->rows, SarapImportRow, same - 1).line));
}

/* What refers to something without saying what all of it is, is a fault by itself */
static gboolean
is_whole (const char *const *key, guint n_key)
{
  for (guint i = 0; i < n_key; i++)
    if (key[i] == NULL)
      return FALSE;
  return TRUE;
}

/* Remembers what the row refers to that is not in the folder */
static void
check_references (SarapImport *self, SarapImportFile *file, guint row, const char *const *values)
{
  for (guint i = 0; i < file->type->n_fields; i++)
    {
      const SarapField *field = &file->type->fields[i];
      const SarapImportFile *referred;
      const char *key[SARAP_KEY_MOST];
      SarapImportReference reference = { row, i };
      guint n_key;

      if (values[i] == NULL || field->type != SARAP_FIELD_REFERENCE)
        continue;
      referred = sarap_import_find_file (self, field->refers);
      n_key = sarap_record_type_referred (file->type, i, values, key);
      if (is_whole (key, n_key) && (referred == NULL || !sarap_import_keys_have (referred, key)))
        g_array_append_val (file->references, reference);
    }
}

/* README.md 1: exactly one body is central */
static void
check_central (SarapImport *self, SarapImportFile *file, guint row, const char *const *values)
{
  int kind = sarap_record_type_field (file->type, "kind");

  if (file->type != &sarap_body_type ||
      sarap_code_find (sarap_body_kinds, values[kind], -1) != SARAP_BODY_CENTRAL)
    return;
  if (file->central_row == 0)
    file->central_row = row + 1;
  else
    sarap_import_add_fault (
        self, file, g_array_index (file->rows, SarapImportRow, row).line, "kind",
        g_strdup_printf (_ ("Only one body is central, and that on line %u is already."),
                         g_array_index (file->rows, SarapImportRow, file->central_row - 1).line));
}

static void
take_row (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *record)
{
  const char *values[SARAP_IMPORT_FIELDS];
  SarapImportRow row = { record->line, record->fields[0] - file->buffer };
  guint index = file->rows->len;

  g_array_append_val (file->rows, row);
  sarap_import_file_values (file, index, values);
  if (check_record (self, file, row.line, values))
    check_key (self, file, index, values);
  else
    file->uncertain = TRUE;
  check_references (self, file, index, values);
  check_central (self, file, index, values);
}

gboolean
sarap_import_file_parse (SarapImport *self,
                         SarapImportFile *file,
                         GCancellable *cancellable,
                         SarapExchangeProgress progress,
                         guint64 before,
                         guint64 total,
                         gpointer data,
                         GError **error)
{
  g_autoptr (SarapCsvReader) reader = sarap_csv_reader_new (file->buffer, file->length);
  SarapCsvRecord record;

  if (!parse_header (self, file, reader))
    {
      file->uncertain = TRUE;
      return TRUE;
    }
  for (guint n = 1; sarap_csv_reader_next (reader, &record); n++)
    {
      if (record.n_faults > 0)
        take_damaged (self, file, &record);
      else
        take_row (self, file, &record);
      if (n % ROWS_AT_ONCE != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (before + sarap_csv_reader_position (reader), total, data);
    }
  if (file->type == &sarap_body_type && file->central_row == 0 && !file->uncertain)
    sarap_import_add_fault (self, file, 1, "kind", g_strdup (_ ("No body is central.")));
  return TRUE;
}

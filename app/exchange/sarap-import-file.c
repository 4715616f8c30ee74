#include "exchange/sarap-import-file.h"

#include "records/sarap-text.h"
#include "store/sarap-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1 << 20)
/* Rows between two checks of the cancellable */
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

/* Reads all bytes, even of a file that grows meanwhile, with room for a zero byte */
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
  /* does not wait for the other end of a pipe */
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

/* A file that could not be decoded is read as UTF-8, whose faults name the lines */
static void
decode_file (SarapImportFile *file)
{
  SarapCsvForm *form = &file->form;

  if (!sarap_csv_form_decode (form->encoding, &file->buffer, &file->length))
    form->encoding = SARAP_CSV_UTF_8;
  file->buffer[file->length] = '\0';
  file->length = sarap_csv_form_sniff_start (form, file->buffer, file->length);
  if (form->separator == '\0')
    form->separator = sarap_import_header_sniff (file->type, file->buffer + form->at);
  g_debug ("%s: encoding %d, separator %d, header on line %u", file->type->file, form->encoding,
           form->separator, form->line);
}

void
sarap_import_decode (SarapImport *self)
{
  gboolean shown[SARAP_RECORD_TYPES_MOST] = { FALSE }, any_utf_8 = FALSE;

  for (guint i = 0; i < self->n_files; i++)
    {
      SarapImportFile *file = &self->files[i];

      if (file->buffer == NULL)
        continue;
      shown[i] = sarap_csv_form_sniff_encoding (file->buffer, file->length, &file->form.encoding);
      any_utf_8 = any_utf_8 || (shown[i] && file->form.encoding == SARAP_CSV_UTF_8);
    }
  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->files[i].buffer == NULL)
        continue;
      if (!shown[i] && any_utf_8)
        self->files[i].form.encoding = SARAP_CSV_UTF_8;
      decode_file (&self->files[i]);
    }
}

void
sarap_import_file_values (const SarapImportFile *file,
                          guint row,
                          const char *values[SARAP_IMPORT_FIELDS])
{
  const char *text = g_array_index (file->rows, SarapImportRow, row).texts;

  for (guint field = 0; field < file->type->n_fields; field++)
    values[field] = NULL;
  for (guint column = 0; column < file->n_columns; column++)
    {
      gsize length = strlen (text);

      if (file->fields[column] != SARAP_IMPORT_UNNAMED)
        values[file->fields[column]] = length > 0 ? text : NULL;
      text += length + 1;
    }
}

gboolean
sarap_import_file_has (const SarapImportFile *file, guint field)
{
  for (guint column = 0; column < file->n_columns; column++)
    if (file->fields[column] == (int) field)
      return TRUE;
  return FALSE;
}

char *
sarap_import_file_name_column (const SarapImportFile *file, guint column)
{
  int field = column < file->n_columns ? file->fields[column] : SARAP_IMPORT_UNNAMED;

  if (field == SARAP_IMPORT_UNNAMED)
    return g_strdup_printf ("%u", column + 1);
  return g_strdup (file->type->fields[field].name);
}

/* Reports the faults of a line that is no record. The unreadable part may contain its key. */
static void
take_damaged (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *record)
{
  for (guint i = 0; i < record->n_faults; i++)
    {
      guint column = MIN (record->faults[i].column, file->n_columns - 1);
      g_autofree char *name = sarap_import_file_name_column (file, column);

      if (record->faults[i].kind == SARAP_CSV_FAULT_ENCODING)
        sarap_import_causes_add (file, SARAP_IMPORT_CAUSE_ENCODING, column, record->line, NULL);
      else
        sarap_import_add_fault (self, file, record->line, name,
                                g_strdup (sarap_csv_fault_message (record->faults[i].kind)));
    }
  file->uncertain = TRUE;
}

static guint
column_of (const SarapImportFile *file, guint field)
{
  guint column = 0;

  while (column < file->n_columns && file->fields[column] != (int) field)
    column++;
  return column;
}

/* Records a fault that many lines have for one reason; returns whether it is such a fault */
static gboolean
take_cause (SarapImportFile *file, guint line, guint field, const char *const *values)
{
  SarapImportCauseKind cause = sarap_import_cause_of (&file->type->fields[field], values[field]);

  if (cause == SARAP_IMPORT_CAUSE_NONE)
    return FALSE;
  sarap_import_causes_add (file, cause, column_of (file, field), line, values[field]);
  return TRUE;
}

static gboolean
is_told (GPtrArray *warnings, int field)
{
  for (guint i = 0; i < warnings->len; i++)
    if ((int) ((SarapFault *) warnings->pdata[i])->field == field)
      return TRUE;
  return FALSE;
}

/* All names of a file are mostly written in one way, so that is reported once */
static void
add_hints_once (SarapImportFile *file, guint line, const char *const *values, GPtrArray *warnings)
{
  g_autoptr (GPtrArray) hints = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_fault_free);

  if (file->type->hint_once == NULL)
    return;
  file->type->hint_once (values, hints);
  for (guint i = 0; i < hints->len; i++)
    {
      guint field = ((SarapFault *) hints->pdata[i])->field;

      if (!is_told (warnings, (int) field))
        sarap_import_causes_add (file, SARAP_IMPORT_CAUSE_LETTER_CASE, column_of (file, field),
                                 line, values[field]);
    }
}

/* Reports warnings, which do not prevent the import */
static void
add_warnings (SarapImport *self, SarapImportFile *file, guint line, const char *const *values)
{
  g_autoptr (GPtrArray) warnings = NULL;

  if (file->type->warn == NULL && file->type->hint == NULL)
    return;
  warnings = sarap_record_type_warnings (file->type, values);
  if (file->type->hint != NULL)
    file->type->hint (values, warnings);
  add_hints_once (file, line, values, warnings);
  for (guint i = 0; i < warnings->len; i++)
    {
      SarapFault *warning = warnings->pdata[i];

      sarap_import_add_warning (self, file, line, file->type->fields[warning->field].name,
                                g_steal_pointer (&warning->message));
    }
}

/* Checks a row; returns whether its key is valid */
static gboolean
check_record (SarapImport *self, SarapImportFile *file, guint line, const char *const *values)
{
  /* values that are impossible on the day are checked later, for all records at once */
  g_autoptr (GPtrArray) faults = sarap_record_type_check_on (file->type, values, SARAP_DATE_FAR);
  gboolean sound = TRUE;

  for (guint i = 0; i < faults->len; i++)
    {
      SarapFault *fault = faults->pdata[i];
      const SarapField *field = &file->type->fields[fault->field];

      if (field->flags & SARAP_FIELD_KEY)
        sound = FALSE;
      if (!take_cause (file, line, fault->field, values))
        sarap_import_add_fault (self, file, line, field->name, g_steal_pointer (&fault->message));
    }
  add_warnings (self, file, line, values);
  return sound;
}

/* The last field of the key that every record has best identifies the record */
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

/* An incomplete reference is a fault by itself */
static gboolean
is_whole (const char *const *key, guint n_key)
{
  for (guint i = 0; i < n_key; i++)
    if (key[i] == NULL)
      return FALSE;
  return TRUE;
}

/* Remembers the references of a row that are not in the folder */
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
      if (is_whole (key, n_key) && (referred == NULL || !sarap_import_keys_have (referred, key)) &&
          !take_cause (file, g_array_index (file->rows, SarapImportRow, row).line, i, values))
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

/* A text under no name of a column must not be lost silently */
static void
check_unnamed (SarapImportFile *file, const SarapCsvRecord *record)
{
  for (guint column = 0; column < file->n_columns; column++)
    if (file->fields[column] == SARAP_IMPORT_UNNAMED && *record->fields[column] != '\0')
      {
        g_autofree char *clean = sarap_text_clean (record->fields[column]);
        const char *text = clean != NULL ? clean : record->fields[column];

        if (*text != '\0')
          sarap_import_causes_add (file, SARAP_IMPORT_CAUSE_UNNAMED, column, record->line, text);
      }
}

static void
take_row (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *record)
{
  const char *values[SARAP_IMPORT_FIELDS];
  SarapImportRow row = { NULL, record->line };
  guint index = file->rows->len;

  check_unnamed (file, record);
  row.texts = sarap_import_cells_read (file, record);
  g_array_append_val (file->rows, row);
  sarap_import_file_values (file, index, values);
  if (check_record (self, file, row.line, values))
    check_key (self, file, index, values);
  else
    file->uncertain = TRUE;
  check_references (self, file, index, values);
  check_central (self, file, index, values);
}

/* Whether the only fault of a line is further fields, all of them empty */
static gboolean
is_only_longer (const SarapImportFile *file, const SarapCsvRecord *record)
{
  return record->n_faults == 1 && record->faults[0].kind == SARAP_CSV_FAULT_TOO_MANY &&
         sarap_import_is_blank (record, file->n_columns);
}

static void
take_record (SarapImport *self, SarapImportFile *file, const SarapCsvRecord *record)
{
  if (sarap_import_is_blank (record, 0))
    file->n_blank++;
  else if (record->n_faults == 0 || is_only_longer (file, record))
    take_row (self, file, record);
  else
    take_damaged (self, file, record);
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

  sarap_csv_reader_begin (reader, file->form.at, file->form.line, file->form.separator);
  if (!sarap_import_header_parse (self, file, reader))
    {
      file->uncertain = TRUE;
      return TRUE;
    }
  for (guint n = 1; sarap_csv_reader_next (reader, &record); n++)
    {
      take_record (self, file, &record);
      if (n % ROWS_AT_ONCE != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (before + sarap_csv_reader_position (reader), total, data);
    }
  sarap_import_causes_tell (self, file);
  if (file->type == &sarap_body_type && file->central_row == 0 && !file->uncertain)
    sarap_import_add_fault (self, file, 1, "kind", g_strdup (_ ("No body is central.")));
  return TRUE;
}

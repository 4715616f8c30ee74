#include "sarap-folder.h"

#include "records/sarap-record-store.h"
#include "store/sarap-audit.h"

#include <glib/gstdio.h>
#include <string.h>

/* Without the quotation marks that it does not need */
static char *
plain_cell (const char *start, gsize length)
{
  g_autofree char *cell = g_strndup (start, length);

  if (*cell != '"' || strchr (cell, ',') != NULL || strstr (cell, "\"\"") != NULL)
    return g_steal_pointer (&cell);
  return g_strndup (cell + 1, length - 2);
}

/* Cells as an export has them */
static GPtrArray *
new_row (const char *line)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  const char *start = line;
  gboolean quoted = FALSE;

  for (const char *c = line;; c++)
    {
      quoted ^= *c == '"';
      if (*c != '\0' && (*c != ',' || quoted))
        continue;
      g_ptr_array_add (row, plain_cell (start, c - start));
      start = c + 1;
      if (*c == '\0')
        return row;
    }
}

static GPtrArray *
read_rows (const SarapRecordType *type)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "golden", "due", type->file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *start;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  start = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
  lines = g_strsplit (start, "\n", -1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, new_row (g_strchomp (lines[i])));
  return rows;
}

static void
make_education (SarapFolder *self)
{
  static const char *const kinds[] = { "education", "advanced-training", "retraining", "degree",
                                       "title" };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (rows,
                   new_row ("iin,kind,institution,speciality,qualification,document_no,finished"));
  for (guint row = 1; row < sarap_folder_n_rows (self, 2); row++)
    {
      g_autofree char *line = g_strdup_printf (
          "%s,%s,\"Университет «Тұран, %u»\",%s,Заңгер,%s,%s", sarap_folder_get (self, 2, row, 0),
          kinds[row % G_N_ELEMENTS (kinds)], row, row % 2 ? "Құқық" : "", row % 3 ? "ЖБ-1" : "",
          row % 2 ? "2001-06-30" : "");

      g_ptr_array_add (rows, new_row (line));
    }
  self->rows[6] = rows;
}

/* Leaves the first officers and what is theirs */
static void
leave_officers (SarapFolder *self, guint n_officers)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 1; row <= n_officers; row++)
    g_hash_table_add (left, g_strdup (sarap_folder_get (self, 2, row, 0)));
  for (guint file = 2; file < 6; file++)
    for (guint row = sarap_folder_n_rows (self, file) - 1; row > 0; row--)
      if (!g_hash_table_contains (left, sarap_folder_get (self, file, row, 0)))
        g_ptr_array_remove_index (self->rows[file], row);
}

SarapFolder *
sarap_folder_new (guint n_officers)
{
  SarapFolder *self = g_new0 (SarapFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("sarap-folder-XXXXXX", &error);
  g_assert_no_error (error);
  self->line_end = "\n";
  self->start = "";
  for (guint file = 0; file < 6; file++)
    self->rows[file] = read_rows (sarap_record_types[file]);
  if (n_officers > 0)
    leave_officers (self, n_officers);
  make_education (self);
  sarap_folder_write_all (self);
  return self;
}

void
sarap_folder_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

void
sarap_folder_free (SarapFolder *self)
{
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    g_ptr_array_unref (self->rows[file]);
  sarap_folder_remove (self->path);
  g_free (self->path);
  g_free (self);
}

/* A cell as bytes: "\0" stands for a zero byte, which a C string cannot have */
static void
append_cell (GString *text, const char *cell)
{
  const char *zero = strstr (cell, "\\0");

  if (zero == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_len (text, cell, zero - cell);
  g_string_append_c (text, '\0');
  g_string_append (text, zero + 2);
}

void
sarap_folder_write (SarapFolder *self, guint file)
{
  g_autofree char *path = g_build_filename (self->path, sarap_record_types[file]->file, NULL);
  g_autoptr (GString) text = g_string_new (self->start);
  FILE *stream;

  for (guint row = 0; row < self->rows[file]->len; row++)
    {
      GPtrArray *cells = self->rows[file]->pdata[row];

      for (guint i = 0; i < cells->len; i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          append_cell (text, cells->pdata[i]);
        }
      g_string_append (text, self->line_end);
    }
  /* g_file_set_contents() would wait for the disk each time */
  stream = g_fopen (path, "wb");
  g_assert_cmpuint (fwrite (text->str, 1, text->len, stream), ==, text->len);
  g_assert_cmpint (fclose (stream), ==, 0);
}

void
sarap_folder_write_all (SarapFolder *self)
{
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    sarap_folder_write (self, file);
}

guint
sarap_folder_n_rows (SarapFolder *self, guint file)
{
  return self->rows[file]->len;
}

const char *
sarap_folder_get (SarapFolder *self, guint file, guint row, guint column)
{
  return g_ptr_array_index ((GPtrArray *) self->rows[file]->pdata[row], column);
}

void
sarap_folder_set (SarapFolder *self, guint file, guint row, guint column, const char *cell)
{
  GPtrArray *cells = self->rows[file]->pdata[row];
  char *copy = g_strdup (cell);

  g_free (cells->pdata[column]);
  cells->pdata[column] = copy;
}

void
sarap_folder_add_copy (SarapFolder *self, guint file, guint row)
{
  GPtrArray *copy =
      g_ptr_array_copy (self->rows[file]->pdata[row], (GCopyFunc) (gpointer) g_strdup, NULL);

  g_ptr_array_add (self->rows[file], copy);
}

guint
sarap_folder_file (const SarapRecordType *type)
{
  guint file = 0;

  while (sarap_record_types[file] != type)
    file++;
  return file;
}

guint
sarap_folder_column (const SarapRecordType *type, const char *name)
{
  int column = sarap_record_type_field (type, name);

  g_assert_cmpint (column, >=, 0);
  return column;
}

guint
sarap_folder_find (SarapFolder *self,
                   const SarapRecordType *type,
                   const char *column,
                   const char *value)
{
  guint file = sarap_folder_file (type), place = sarap_folder_column (type, column);

  for (guint row = 1; row < sarap_folder_n_rows (self, file); row++)
    {
      const char *cell = sarap_folder_get (self, file, row, place);

      if (value != NULL ? strcmp (cell, value) == 0 : *cell != '\0')
        return row;
    }
  return 0;
}

typedef struct
{
  GChecksum *checksum;
  guint n_fields;
} Fingerprint;

static gboolean
add_record (const char *const *values, gpointer data, GError **error)
{
  Fingerprint *self = data;

  for (guint i = 0; i < self->n_fields; i++)
    {
      g_checksum_update (self->checksum, (const guchar *) (values[i] != NULL ? values[i] : "-"),
                         -1);
      g_checksum_update (self->checksum, (const guchar *) "\n", 1);
    }
  return TRUE;
}

char *
sarap_fingerprint (SarapDatabase *db)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (SarapTransaction) transaction = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *newest = NULL;

  sarap_transaction_begin_read (&transaction, db, &error);
  g_assert_no_error (error);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      Fingerprint self = { checksum, sarap_record_types[i]->n_fields };

      sarap_records_visit (db, sarap_record_types[i], add_record, &self, &error);
      g_assert_no_error (error);
    }
  newest = sarap_audit_newest (db, &error);
  g_assert_no_error (error);
  sarap_transaction_commit (&transaction, &error);
  g_assert_no_error (error);
  g_checksum_update (checksum, (const guchar *) (newest != NULL ? newest : "-"), -1);
  return g_strdup (g_checksum_get_string (checksum));
}

char *
sarap_folder_contents (const char *path)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (path, sarap_record_types[i]->file, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!(sarap_record_types[i]->flags & SARAP_RECORD_IN_EVERY_EXPORT) &&
          !g_file_test (file, G_FILE_TEST_EXISTS))
        continue;
      g_file_get_contents (file, &text, NULL, &error);
      g_assert_no_error (error);
      g_string_append_printf (all, "== %s\n%s", sarap_record_types[i]->file, text);
    }
  return g_string_free (all, FALSE);
}

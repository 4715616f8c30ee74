/* Every column of every file broken in turn by every kind of damage that it can have: the fault
   names file, line and column, and the database stays as it was. On both engines. */

#include "exchange/sarap-import.h"
#include "sarap-folder.h"
#include "sarap-test-database.h"
#include "sarap-test-part.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY sarap_date_new (2026, 11, 22)

#define SEED 394

/* A database that has the folder, and the folder with a change that must not get in */
typedef struct
{
  SarapDatabase *db;
  SarapFolder *folder;
  char *fingerprint;
  guint n_cases;
} Fixture;

static void
fixture_init (Fixture *self, SarapDatabase *db)
{
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;

  self->db = db;
  self->folder = sarap_folder_new (12);
  import = sarap_import_read (self->folder->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->fingerprint = sarap_fingerprint (db);
  sarap_folder_set (self->folder, 2, 1, sarap_folder_column (&sarap_officer_type, "given_name"),
                    "Басқаша");
  sarap_folder_write (self->folder, 2);
}

static void
fixture_clear (Fixture *self)
{
  sarap_folder_free (self->folder);
  g_free (self->fingerprint);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Reads the folder and tries to write it; every fault is on this line, the first in this column;
   line 0: of the whole file */
static void
expect_fault (
    Fixture *self, const SarapRecordType *type, guint line, const char *column, const char *what)
{
  g_autofree char *on_line = line == 0 ? g_strdup_printf ("%s: ", type->file)
                                       : g_strdup_printf ("%s:%u: ", type->file, line);
  g_autofree char *start =
      line == 0 ? g_strdup (on_line) : g_strconcat (on_line, column, ": ", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) import = sarap_import_read (self->folder->path, NULL, NULL, NULL, &error);
  GPtrArray *faults;

  g_assert_no_error (error);
  sarap_import_check (import, self->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  faults = sarap_import_get_faults (import);
  for (guint i = 0; i < MAX (faults->len, 1); i++)
    {
      g_autofree char *text =
          faults->len > 0 ? sarap_import_fault_text (faults->pdata[i]) : g_strdup ("no fault");

      if (!g_str_has_prefix (text, i == 0 ? start : on_line))
        g_error ("%s: expected %s, not %s", what, start, text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  g_assert_false (sarap_import_apply (import, self->db, TODAY, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS);
  after = sarap_fingerprint (self->db);
  g_assert_cmpstr (self->fingerprint, ==, after);
  self->n_cases++;
}

/* Breaks a cell; the fault is in its column */
static void
break_cell (
    Fixture *self, const SarapRecordType *type, guint row, const char *column, const char *cell)
{
  guint file = sarap_folder_file (type), place = sarap_folder_column (type, column);
  g_autofree char *sound = g_strdup (sarap_folder_get (self->folder, file, row, place));
  g_autofree char *what = g_strdup_printf ("%s, %s = %.40s", type->file, column, cell);

  g_assert_cmpuint (row, >, 0);
  sarap_folder_set (self->folder, file, row, place, cell);
  sarap_folder_write (self->folder, file);
  expect_fault (self, type, row + 1, column, what);
  sarap_folder_set (self->folder, file, row, place, sound);
  sarap_folder_write (self->folder, file);
}

static char *
repeat (const char *before, const char *text, guint n, const char *after)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

/* What no field may have, whatever it means */
static void
break_text (Fixture *self, const SarapRecordType *type, guint row, const char *column)
{
  static const char *const cells[] = {
    "a\"b",
    "\"a\"b",
    "\"a",
    "\"",
    "\"a\"\"",
    "\xFF\xFE",
    "\xD0",
    "\"\xD0\"",
    "a\\0b",
    "a\tb",
    "a\x1B"
    "b",
    "\"a\r\nb\"",
    "\"a\nb\"",
    "a\rb",
    "\"a\r\n\r\nb\"",
    "\"a\rb\"",
    "\"\r\n\"",
    "\"\na\"",
    "a\xEF\xBB\xBF",
    "\xEF\xBB\xBF"
    "a",
    "a\xC2\x80",
  };
  g_autofree char *megabyte = repeat ("", "a", 1 << 20, "");
  g_autofree char *quoted = repeat ("\"", "қ,", 1 << 19, "\"");
  g_autofree char *long_one = repeat ("", "қ", 1001, "");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    break_cell (self, type, row, column, cells[i]);
  break_cell (self, type, row, column, megabyte);
  break_cell (self, type, row, column, quoted);
  break_cell (self, type, row, column, long_one);
}

/* What is not of the field's type, or leads nowhere */
static void
break_type (Fixture *self, const SarapRecordType *type, guint row, const SarapField *field)
{
  static const struct
  {
    SarapFieldType type;
    const char *cell;
    const SarapRecordType *refers;
  } cells[] = {
    { SARAP_FIELD_DATE, "2023-02-29" },
    { SARAP_FIELD_DATE, "2023-13-01" },
    { SARAP_FIELD_DATE, "2023-00-10" },
    { SARAP_FIELD_DATE, "2023-1-1" },
    { SARAP_FIELD_DATE, "30.02.2023" },
    { SARAP_FIELD_DATE, "01.02.23" },
    { SARAP_FIELD_DATE, "01/02/2023" },
    { SARAP_FIELD_DATE, "2023-02-01 00:00:01" },
    { SARAP_FIELD_DATE, "44958" },
    { SARAP_FIELD_DATE, "20230201" },
    { SARAP_FIELD_DATE, "кеше" },
    { SARAP_FIELD_INTEGER, "екі" },
    { SARAP_FIELD_INTEGER, "1.5" },
    { SARAP_FIELD_INTEGER, "0x10" },
    { SARAP_FIELD_INTEGER, "99999999999999999999" },
    { SARAP_FIELD_CODE, "nonsense" },
    { SARAP_FIELD_CODE, "Customs" },
    { SARAP_FIELD_CODE, " " },
    { SARAP_FIELD_IIN, "68011131033" },
    { SARAP_FIELD_IIN, "6801113103380" },
    { SARAP_FIELD_IIN, "68011131033a" },
    { SARAP_FIELD_IIN, "680231310338" },
    { SARAP_FIELD_REFERENCE, "000000000000", &sarap_officer_type },
    { SARAP_FIELD_REFERENCE, "nobody", &sarap_officer_type },
    { SARAP_FIELD_REFERENCE, "NOBODY", &sarap_body_type },
    { SARAP_FIELD_REFERENCE, "NOUNIT", &sarap_unit_type },
    { SARAP_FIELD_TEXT, "…" },
    { SARAP_FIELD_TEXT, "Сері?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].type == field->type && cells[i].refers == field->refers)
      break_cell (self, type, row, field->name, cells[i].cell);
  if (field->flags & SARAP_FIELD_REQUIRED)
    {
      break_cell (self, type, row, field->name, "");
      break_cell (self, type, row, field->name, " \xC2\xA0 ");
    }
}

/* A row whose cell in the column is not empty, and not the central body's */
static guint
choose_row (Fixture *self, const SarapRecordType *type, const SarapField *field)
{
  guint row =
      type == &sarap_body_type ? 2 : sarap_folder_find (self->folder, type, field->name, NULL);

  g_assert_cmpuint (row, >, 0);
  return row;
}

/* On a server the sanitizers try one column in so many: what reads the files is the same */
#ifdef __SANITIZE_ADDRESS__
#define PART 5
#else
#define PART 1
#endif

static void
test_cells (SarapTestDatabase *test)
{
  guint part = test->engine == SARAP_ENGINE_POSTGRESQL ? PART : 1, column = 0;
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    for (guint i = 0; i < sarap_record_types[file]->n_fields; i++)
      {
        const SarapRecordType *type = sarap_record_types[file];
        guint row;

        /* a folder as most are has no column for it */
        if (type->fields[i].flags & SARAP_FIELD_OPTIONAL)
          continue;
        row = choose_row (&self, type, &type->fields[i]);
        if (column++ % (part * sarap_test_one_in ()) != 0)
          continue;
        break_text (&self, type, row, type->fields[i].name);
        break_type (&self, type, row, &type->fields[i]);
      }
  g_test_message ("%u cases", self.n_cases);
}

static char *
wrong_check_digit (const char *iin)
{
  char *wrong = g_strdup (iin);

  wrong[11] = wrong[11] == '9' ? '0' : wrong[11] + 1;
  return wrong;
}

static void
break_officer (Fixture *self)
{
  const SarapRecordType *type = &sarap_officer_type;
  guint row = sarap_folder_find (self->folder, type, "sex", "f");
  g_autofree char *wrong = wrong_check_digit (sarap_folder_get (self->folder, 2, row, 0));

  break_cell (self, type, row, "iin", wrong);
  break_cell (self, type, row, "birth_date", "1970-02-30");
  break_cell (self, type, row, "sex", "x");
}

/* One customs record with a value taken away, and another one with a value too many */
static void
break_service (Fixture *self)
{
  static const char *const needed[] = { "body", "position_kk", "position_ru", "category", "level" };
  static const char *const customs[][2] = { { "body", "KBA" },          { "unit", "KBA-01" },
                                            { "position_kk", "Маман" }, { "position_ru", "Спец" },
                                            { "category", "official" }, { "level", "1" } };
  const SarapRecordType *type = &sarap_service_type;
  guint here = sarap_folder_find (self->folder, type, "body", NULL);
  guint there = sarap_folder_find (self->folder, type, "employer_kind", "state");

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    break_cell (self, type, here, needed[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (customs); i++)
    break_cell (self, type, there, customs[i][0], customs[i][1]);
  break_cell (self, type, there, "employer", "");
  break_cell (self, type, sarap_folder_find (self->folder, type, "end", NULL), "end", "1901-01-01");
}

static void
break_others (Fixture *self)
{
  const SarapRecordType *type = &sarap_attestation_type;
  guint row = sarap_folder_find (self->folder, type, "outcome", NULL);

  break_cell (self, type, row, "outcome_date", "");
  break_cell (self, type, row, "outcome_date", "1901-01-01");
  break_cell (self, type, row, "outcome", "");
  type = &sarap_deferral_type;
  break_cell (self, type, sarap_folder_find (self->folder, type, "end", NULL), "end", "1901-01-01");
  type = &sarap_body_type;
  break_cell (self, type, 3, "kind", "central");
}

static void
test_together (SarapTestDatabase *test)
{
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  break_officer (&self);
  break_service (&self);
  break_others (&self);
  g_test_message ("%u cases", self.n_cases);
}

/* The message names the line on which the key stands first */
static void
test_same_key (SarapTestDatabase *test)
{
  static const char *const columns[] = { "code",  "code", "iin",        "start",
                                         "start", "date", "institution" };
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    {
      const SarapRecordType *type = sarap_record_types[file];
      guint n_rows = sarap_folder_n_rows (self.folder, file);
      g_autoptr (SarapImport) import = NULL;
      SarapImportFault *fault;

      sarap_folder_add_copy (self.folder, file, 2);
      sarap_folder_write (self.folder, file);
      expect_fault (&self, type, n_rows + 1, columns[file], type->file);
      import = sarap_import_read (self.folder->path, NULL, NULL, NULL, NULL);
      fault = sarap_import_get_faults (import)->pdata[0];
      g_assert_nonnull (strstr (fault->message, " 3 "));
      g_ptr_array_set_size (self.folder->rows[file], n_rows);
      sarap_folder_write (self.folder, file);
    }
}

static void
break_header (Fixture *self, guint file, guint column)
{
  const SarapRecordType *type = sarap_record_types[file];
  GPtrArray *header = self->folder->rows[file]->pdata[0];
  const char *name = type->fields[column].name;

  /* missing */
  g_ptr_array_remove_index (header, column);
  sarap_folder_write (self->folder, file);
  expect_fault (self, type, 1, name, "missing column");
  /* twice */
  g_ptr_array_insert (header, column, g_strdup (name));
  g_ptr_array_insert (header, column, g_strdup (name));
  sarap_folder_write (self->folder, file);
  expect_fault (self, type, 1, name, "column twice");
  g_ptr_array_remove_index (header, column);
  sarap_folder_write (self->folder, file);
}

static void
break_length (Fixture *self, guint file, guint column)
{
  const SarapRecordType *type = sarap_record_types[file];
  GPtrArray *rows = self->folder->rows[file];
  GPtrArray *sound = rows->pdata[2];

  rows->pdata[2] = g_ptr_array_copy (sound, (GCopyFunc) (gpointer) g_strdup, NULL);
  g_ptr_array_set_free_func (rows->pdata[2], g_free);
  g_ptr_array_set_size (rows->pdata[2], column);
  sarap_folder_write (self->folder, file);
  expect_fault (self, type, 3, type->fields[column].name, "too few fields");
  g_ptr_array_unref (rows->pdata[2]);
  rows->pdata[2] = sound;
  sarap_folder_write (self->folder, file);
}

static void
rename_column (Fixture *self, guint file, guint column)
{
  const SarapRecordType *type = sarap_record_types[file];

  sarap_folder_set (self->folder, file, 0, column, "unknown");
  sarap_folder_write (self->folder, file);
  expect_fault (self, type, 1, "unknown", "unknown column");
  sarap_folder_set (self->folder, file, 0, column, type->fields[column].name);
  sarap_folder_write (self->folder, file);
}

static void
test_columns (SarapTestDatabase *test)
{
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    for (guint column = 0; column < sarap_record_types[file]->n_fields; column++)
      {
        const SarapRecordType *type = sarap_record_types[file];

        if (type->fields[column].flags & SARAP_FIELD_OPTIONAL)
          continue;
        break_header (&self, file, column);
        rename_column (&self, file, column);
        if (column > 0)
          break_length (&self, file, column);
        else
          {
            sarap_folder_set (self.folder, file, 0, 0, "\"");
            sarap_folder_write (self.folder, file);
            expect_fault (&self, type, 1, type->fields[0].name, "header with a quotation mark");
            sarap_folder_set (self.folder, file, 0, 0, type->fields[0].name);
            sarap_folder_write (self.folder, file);
          }
      }
  g_test_message ("%u cases", self.n_cases);
}

static void
test_files (SarapTestDatabase *test)
{
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    {
      const SarapRecordType *type = sarap_record_types[file];
      g_autofree char *path = g_build_filename (self.folder->path, type->file, NULL);
      g_autoptr (SarapImport) import = NULL;

      g_unlink (path);
      if (file < 4)
        expect_fault (&self, type, 0, NULL, "missing file");
      else
        {
          import = sarap_import_read (self.folder->path, NULL, NULL, NULL, NULL);
          g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
        }
      g_file_set_contents (path, "", 0, NULL);
      expect_fault (&self, type, 1, type->fields[0].name, "empty file");
      sarap_folder_write (self.folder, file);
    }
  sarap_folder_set (self.folder, 0, 1, 1, "territorial");
  sarap_folder_write (self.folder, 0);
  expect_fault (&self, &sarap_body_type, 1, "kind", "no central body");
}

/* Turns the columns of a file around */
static void
turn_around (SarapFolder *folder, guint file)
{
  for (guint row = 0; row < sarap_folder_n_rows (folder, file); row++)
    {
      GPtrArray *cells = folder->rows[file]->pdata[row];

      for (guint i = 0; i < cells->len / 2; i++)
        {
          gpointer cell = cells->pdata[i];

          cells->pdata[i] = cells->pdata[cells->len - 1 - i];
          cells->pdata[cells->len - 1 - i] = cell;
        }
    }
}

static void
quote_all (SarapFolder *folder, guint file)
{
  for (guint row = 0; row < sarap_folder_n_rows (folder, file); row++)
    {
      GPtrArray *cells = folder->rows[file]->pdata[row];

      for (guint i = 0; i < cells->len; i++)
        if (*(char *) cells->pdata[i] != '"')
          {
            char *quoted = g_strdup_printf ("\"%s\"", (char *) cells->pdata[i]);

            g_free (cells->pdata[i]);
            cells->pdata[i] = quoted;
          }
    }
}

/* Other ways to write the same: only the one change of the folder is found */
static void
test_variants (SarapTestDatabase *test)
{
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test->db);
  for (guint variant = 0; variant < 5; variant++)
    {
      g_autoptr (SarapImport) import = NULL;
      g_autoptr (GError) error = NULL;
      SarapImportCounts counts;

      self.folder->start = variant % 2 ? "\xEF\xBB\xBF" : "";
      self.folder->line_end = variant >= 1 ? "\r\n" : "\n";
      for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
        {
          if (variant == 3)
            turn_around (self.folder, file);
          if (variant == 4)
            quote_all (self.folder, file);
        }
      sarap_folder_write_all (self.folder);
      import = sarap_import_read (self.folder->path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      counts = sarap_import_get_counts (import, NULL);
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
      g_assert_cmpuint (counts.n_new, ==, 0);
      g_assert_cmpuint (counts.n_changed, ==, 1);
    }
}

/* A hundred faults with their text, in order, and the others counted */
static void
test_many (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *faults;

  for (guint row = 1; row <= 130; row++)
    sarap_folder_set (folder, 3, row, sarap_folder_column (&sarap_service_type, "start"), "x");
  sarap_folder_set (folder, 5, 4, 3, "x");
  sarap_folder_set (folder, 1, 7, 2, "x");
  sarap_folder_write_all (folder);
  import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  faults = sarap_import_get_faults (import);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 132);
  g_assert_cmpuint (faults->len, ==, 100);
  g_assert_cmpstr (((SarapImportFault *) faults->pdata[0])->file, ==, "units.csv");
  for (guint i = 1; i < 100; i++)
    {
      SarapImportFault *fault = faults->pdata[i];

      g_assert_cmpstr (fault->file, ==, "service.csv");
      g_assert_cmpuint (fault->line, ==, i + 1);
    }
  g_assert_false (sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS);
}

static void
write_bytes (const char *path, const char *bytes, gsize length)
{
  FILE *stream = g_fopen (path, "wb");

  g_assert_cmpuint (fwrite (bytes, 1, length, stream), ==, length);
  g_assert_cmpint (fclose (stream), ==, 0);
}

/* Random bytes into a random file: it never ends badly, and each fault has its place */
static void
test_mutations (void)
{
  static const char bytes[] = "\"\",,\r\n\n\t\0a1-\xD0\xBE\xFF\xEF\xBB\xBF";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (SarapFolder) folder = sarap_folder_new (6);

  for (guint round = 0; round < 1500 / sarap_test_one_in (); round++)
    {
      guint file = g_rand_int_range (random, 0, SARAP_FOLDER_FILES);
      g_autofree char *path = g_build_filename (folder->path, sarap_record_types[file]->file, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapImport) import = NULL;

      g_file_get_contents (path, &text, &length, &error);
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        text[g_rand_int_range (random, 0, length)] =
            bytes[g_rand_int_range (random, 0, sizeof bytes)];
      write_bytes (path, text, length);
      import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < sarap_import_get_faults (import)->len; i++)
        {
          SarapImportFault *fault = sarap_import_get_faults (import)->pdata[i];

          g_assert_cmpuint (fault->line, >, 0);
          g_assert_true (*fault->column != '\0' && *fault->message != '\0');
        }
      sarap_folder_write (folder, file);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("faults/cells", test_cells);
  sarap_test_add ("faults/together", test_together);
  sarap_test_add ("faults/same-key", test_same_key);
  sarap_test_add ("faults/columns", test_columns);
  sarap_test_add ("faults/files", test_files);
  sarap_test_add ("faults/variants", test_variants);
  sarap_test_add ("faults/many", test_many);
  g_test_add_func ("/faults/mutations", test_mutations);
  return g_test_run ();
}

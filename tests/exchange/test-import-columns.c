#include "exchange/sarap-import.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-record-store.h"

#include "sarap-folder.h"
#include "sarap-test-database.h"

#define TODAY sarap_date_new (2026, 11, 22)

static SarapImportCounts
import_folder (SarapDatabase *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) import = sarap_import_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sarap_import_get_counts (import, NULL);
}

static SarapRecord *
first_officer (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = sarap_test_integer (db, "SELECT min (id) FROM officer");
  SarapRecord *officer = sarap_record_load (db, &sarap_officer_type, id, 0, &error);

  g_assert_no_error (error);
  return officer;
}

/* A folder without the optional columns changes what it has, and leaves what it has not */
static void
test_absent_columns (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (20);
  const guint file = sarap_folder_file (&sarap_officer_type);
  const guint given = sarap_folder_column (&sarap_officer_type, "given_name");
  g_autoptr (SarapRecord) typed = NULL;
  g_autoptr (SarapRecord) kept = NULL;
  g_autoptr (GError) error = NULL;
  SarapImportCounts counts;
  guint row;

  import_folder (test->db, folder->path);
  typed = first_officer (test->db);
  sarap_record_set (typed, "surname_ru", "Нургалиев");
  sarap_record_save (test->db, typed, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  counts = import_folder (test->db, folder->path);
  g_assert_cmpuint (counts.n_changed, ==, 0);
  row = sarap_folder_find (folder, &sarap_officer_type, "iin", sarap_record_get (typed, "iin"));
  sarap_folder_set (folder, file, row, given, "Нұрлыбек");
  sarap_folder_write (folder, file);
  counts = import_folder (test->db, folder->path);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  kept = first_officer (test->db);
  g_assert_cmpstr (sarap_record_get (kept, "given_name"), ==, "Нұрлыбек");
  g_assert_cmpstr (sarap_record_get (kept, "surname_ru"), ==, "Нургалиев");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("import/absent-columns", test_absent_columns);
  return g_test_run ();
}

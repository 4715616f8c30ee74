#include "exchange/sarap-export.h"
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

/* An employer in Russian is a column of its own, which an export has once something stands there */
static void
test_employer_in_russian (SarapTestDatabase *test)
{
  static const char *const service =
      "iin,employer_kind,employer,body,unit,position_kk,position_ru,category,level,start,end,"
      "order_no%s\n680111310338,state,Қаржы министрлігі,,,,,,,2000-01-01,2001-01-01,%s\n";
  static const char *const files[][2] = {
    { "bodies.csv", "code,kind,name_kk,name_ru\nKBA,central,Агенттік,Агентство\n" },
    { "units.csv", "body,code,kind,name_kk,name_ru\n" },
    { "officers.csv", "iin,surname,given_name,patronymic,birth_date,sex\n"
                      "680111310338,Нұрғалиев,Бауыржан,,1968-01-11,m\n" },
  };
  g_autofree char *folder = g_dir_make_tmp ("sarap-employer-XXXXXX", NULL);
  g_autofree char *exported = g_build_filename (folder, "exported", NULL);
  g_autofree char *path = g_build_filename (folder, "service.csv", NULL);
  g_autofree char *out = g_build_filename (exported, "service.csv", NULL);
  g_autofree char *plain = g_strdup_printf (service, "", "");
  g_autofree char *both = g_strdup_printf (service, ",employer_ru", ",Министерство финансов");
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (folder, files[i][0], NULL);

      g_assert_true (g_file_set_contents (file, files[i][1], -1, NULL));
    }
  g_assert_true (g_file_set_contents (path, plain, -1, NULL));
  g_assert_cmpuint (import_folder (test->db, folder).n_new, ==, 3);
  g_assert_true (sarap_export_folder (test->db, exported, NULL, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (out, &first, NULL, NULL));
  g_assert_cmpstr (first, ==, plain);
  g_assert_true (g_file_set_contents (path, both, -1, NULL));
  g_assert_cmpuint (import_folder (test->db, folder).n_changed, ==, 1);
  /* what an earlier export has written without the column is written over */
  g_assert_true (sarap_export_folder (test->db, exported, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (out, &second, NULL, NULL));
  g_assert_cmpstr (second, ==, both);
  g_assert_cmpuint (import_folder (test->db, exported).n_changed, ==, 0);
  sarap_test_assert_sound (test->db);
  sarap_folder_remove (exported);
  sarap_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("import/absent-columns", test_absent_columns);
  sarap_test_add ("import/employer-in-russian", test_employer_in_russian);
  return g_test_run ();
}

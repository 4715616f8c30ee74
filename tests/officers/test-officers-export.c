#include "exchange/sarap-demo.h"
#include "exchange/sarap-exchange-error.h"
#include "exchange/sarap-workbook.h"
#include "officers/sarap-officers-export.h"

#include "sarap-test-database.h"

#define OFFICERS 10
#define TODAY (sarap_date_new (2026, 11, 23))

/* A list does not take the place of the database that it is from */
static void
test_export_spares_databases (SarapTestDatabase *test)
{
  const char *path = test->name + strlen ("sqlite:");
  const guint32 id = 1;
  SarapOfficersTable list = { &id, 1, 1, FALSE, TODAY };
  g_autoptr (GError) error = NULL;

  sarap_demo_fill (test->db, OFFICERS, 1, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      sarap_officers_export (test->db, &list, path, SARAP_TABLE_CSV, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM officer"), ==, OFFICERS);
}

/* As many lines as officers and a heading, days and IINs as each format has them */
static void
check_format (SarapTestDatabase *test, const SarapOfficersTable *list, SarapTableFormat format)
{
  static const char *const patterns[] = {
    [SARAP_TABLE_CSV_EXCEL] =
        "^(?:[^;\r]*;){7}\"=\"\"[0-9]{12}\"\"\"(?:;(?:[0-9]{2}\\.[0-9]{2}\\.[0-9]{4})?){4};[^;\r]*;"
        "(?:[0-9]{2}\\.[0-9]{2}\\.[0-9]{4})?\r$",
    [SARAP_TABLE_CSV] = "^(?:[^,]*,){7}[0-9]{12}(?:,(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?){4},[^,]*,"
                        "(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?$",
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "list", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  sarap_officers_export (test->db, list, path, format, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (format == SARAP_TABLE_XLSX)
    {
      g_assert_true (sarap_workbook_is_whole (path, OFFICERS + 1));
      return;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, OFFICERS + 2);
  for (guint i = 1; i <= OFFICERS; i++)
    if (!g_regex_match_simple (patterns[format], lines[i], 0, 0))
      g_error ("not as expected: %s", lines[i]);
}

static void
test_export_formats (SarapTestDatabase *test)
{
  guint32 ids[OFFICERS];
  SarapOfficersTable list = { ids, OFFICERS, 1, TRUE, TODAY };
  g_autoptr (GError) error = NULL;

  sarap_demo_fill (test->db, OFFICERS, 1, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < OFFICERS; i++)
    ids[i] = sarap_test_integer (test->db, "SELECT min (id) FROM officer") + i;
  for (SarapTableFormat format = SARAP_TABLE_XLSX; format <= SARAP_TABLE_CSV; format++)
    check_format (test, &list, format);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "export-spares-databases", test_export_spares_databases);
  sarap_test_add ("export-formats", test_export_formats);
  return g_test_run ();
}

#include "administration/sarap-import-format.h"

#include "base/sarap-language.h"

#include "sarap-folder.h"
#include "sarap-test-database.h"

#define TODAY (sarap_date_new (2026, 11, 22))

static SarapImport *
check (SarapTestDatabase *test, SarapFolder *folder, gboolean apply)
{
  g_autoptr (GError) error = NULL;
  SarapImport *import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (apply)
    sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error);
  else
    sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  return import;
}

static const char *
line (GtkStringList *list, guint i)
{
  return gtk_string_list_get_string (list, i);
}

/* Who is changed is named; what was and what will be are told */
static void
test_changed (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (3);
  g_autoptr (SarapImport) all = check (test, folder, TRUE);
  guint officers = sarap_folder_file (&sarap_officer_type);
  guint surname = sarap_folder_column (&sarap_officer_type, "surname");
  g_autofree char *before = g_strdup (sarap_folder_get (folder, officers, 1, surname));
  g_autofree char *given = g_strdup (sarap_folder_get (
      folder, officers, 1, sarap_folder_column (&sarap_officer_type, "given_name")));
  g_autofree char *difference = g_strdup_printf ("<s>%s</s> → <b>Жаңа</b>", before);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GtkStringList) changed = NULL, new = NULL;

  sarap_folder_set (folder, officers, 1, surname, "Жаңа");
  sarap_folder_write (folder, officers);
  import = check (test, folder, FALSE);
  changed = sarap_import_say_changed (import);
  new = sarap_import_say_officers (import);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changed)), ==, 1);
  g_assert_nonnull (strstr (line (changed, 0), given));
  g_assert_nonnull (strstr (line (changed, 0), difference));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (new)), ==, 0);
}

/* Each of them is named, with the number that tells namesakes apart */
static void
test_officers (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (20);
  g_autoptr (SarapImport) import = check (test, folder, FALSE);
  g_autoptr (GtkStringList) new = sarap_import_say_officers (import);
  guint officers = sarap_folder_file (&sarap_officer_type);
  guint surname = sarap_folder_column (&sarap_officer_type, "surname");
  guint iin = sarap_folder_column (&sarap_officer_type, "iin");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (new)), ==, 20);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_nonnull (
          strstr (line (new, i), sarap_folder_get (folder, officers, i + 1, surname)));
      g_assert_nonnull (strstr (line (new, i), sarap_folder_get (folder, officers, i + 1, iin)));
    }
}

/* Whose status would be another one, and how many of them */
static void
test_standings (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (3);
  g_autoptr (SarapImport) all = check (test, folder, TRUE);
  guint service = sarap_folder_file (&sarap_service_type);
  guint end = sarap_folder_column (&sarap_service_type, "end");
  guint kind = sarap_folder_column (&sarap_service_type, "employer_kind");
  guint n_rows = sarap_folder_n_rows (folder, service);
  guint n_ended = 0;
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GtkStringList) standings = NULL;
  g_autofree char *counts = NULL;

  for (guint i = 1; i < n_rows; i++)
    if (*sarap_folder_get (folder, service, i, end) == '\0' &&
        g_str_equal (sarap_folder_get (folder, service, i, kind), "customs"))
      {
        sarap_folder_set (folder, service, i, end, "2026-11-21");
        n_ended++;
      }
  g_assert_cmpuint (n_ended, >, 0);
  sarap_folder_write (folder, service);
  import = check (test, folder, FALSE);
  standings = sarap_import_say_standings (import);
  counts = sarap_import_count_standings (import);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (standings)), ==, n_ended);
  for (guint i = 0; i < n_ended; i++)
    g_assert_nonnull (strstr (line (standings, i), "</s> → <b>Not in service</b>"));
  g_assert_nonnull (strstr (counts, "→ Not in service: "));
  g_test_message ("%s", counts);
}

/* Text from a file is no markup */
static void
test_markup (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (1);
  guint units = sarap_folder_file (&sarap_unit_type);
  guint name = sarap_folder_column (&sarap_unit_type, "name_kk");
  g_autoptr (SarapImport) all = check (test, folder, TRUE);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GtkStringList) changed = NULL;
  g_autoptr (GError) error = NULL;

  sarap_folder_set (folder, units, 1, name, "<b>Бөлім</b> & <i>");
  sarap_folder_write (folder, units);
  import = check (test, folder, FALSE);
  changed = sarap_import_say_changed (import);
  g_assert_nonnull (strstr (line (changed, 0), "&lt;b&gt;Бөлім&lt;/b&gt; &amp; &lt;i&gt;"));
  g_assert_true (pango_parse_markup (line (changed, 0), -1, 0, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_language_set ("en");
  sarap_test_add ("import-format/changed", test_changed);
  sarap_test_add ("import-format/officers", test_officers);
  sarap_test_add ("import-format/standings", test_standings);
  sarap_test_add ("import-format/markup", test_markup);
  return g_test_run ();
}

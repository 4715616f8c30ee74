/* Whole folders in and out, on both engines. */

#include "exchange/sarap-csv.h"
#include "exchange/sarap-export.h"
#include "exchange/sarap-import.h"
#include "records/sarap-account.h"
#include "sarap-folder.h"
#include "sarap-test-database.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TODAY sarap_date_new (2026, 11, 22)

static SarapImport *
read_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  SarapImport *import = sarap_import_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sarap_import_get_faults (import)->len; i++)
    {
      g_autofree char *text = sarap_import_fault_text (sarap_import_get_faults (import)->pdata[i]);

      g_test_message ("%s", text);
    }
  return import;
}

/* Imports a folder that has no faults; what it did */
static SarapImportCounts
import_folder (SarapDatabase *db, const char *path)
{
  g_autoptr (SarapImport) import = read_folder (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sarap_import_get_counts (import, NULL);
}

static char *
export_again (SarapDatabase *db)
{
  g_autofree char *path = g_dir_make_tmp ("sarap-export-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  for (guint i = 0; i < 2; i++) /* the second one over the first */
    {
      sarap_export_folder (db, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  contents = sarap_folder_contents (path);
  sarap_folder_remove (path);
  return contents;
}

/* The same rows as the folder that came in, sorted */
static void
assert_same_rows (SarapFolder *folder, const char *contents)
{
  for (guint file = 0; file < SARAP_FOLDER_FILES; file++)
    for (guint row = 0; row < sarap_folder_n_rows (folder, file); row++)
      {
        GPtrArray *cells = folder->rows[file]->pdata[row];
        g_autoptr (GPtrArray) line = g_ptr_array_new ();
        g_autofree char *text = NULL;
        g_autofree char *whole = NULL;

        for (guint i = 0; i < cells->len; i++)
          g_ptr_array_add (line, cells->pdata[i]);
        g_ptr_array_add (line, NULL);
        text = g_strjoinv (",", (char **) line->pdata);
        whole = g_strdup_printf ("\n%s\n", text);
        if (strstr (contents, whole) == NULL)
          g_error ("the export lacks %s", text);
      }
}

static void
test_round_trip (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  SarapImportCounts counts = import_folder (test->db, folder->path);
  g_autofree char *first = export_again (test->db);
  g_autofree char *other = g_dir_make_tmp ("sarap-other-XXXXXX", NULL);
  g_autofree char *name = g_strdup_printf ("sqlite:%s/other.sqlite", other);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);
  g_autofree char *exported = g_build_filename (other, "export", NULL);
  g_autofree char *second = NULL;
  gsize n_lines = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_changed + counts.n_same, ==, 0);
  for (const char *c = first; (c = strchr (c, '\n')) != NULL; c++)
    n_lines++;
  g_assert_cmpuint (n_lines, ==, counts.n_new + 2 * SARAP_FOLDER_FILES);
  assert_same_rows (folder, first);

  /* into an empty database of SQLite, whatever engine it came from */
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  sarap_export_folder (test->db, exported, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  import_folder (db, exported);
  second = export_again (db);
  g_assert_cmpstr (first, ==, second);
  sarap_folder_remove (exported);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (other);
}

static void
test_second_import (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (40);
  SarapImportCounts first = import_folder (test->db, folder->path), second;
  g_autofree char *before = sarap_fingerprint (test->db);
  g_autofree char *after = NULL, *lines = NULL;
  gint64 n_lines = sarap_test_integer (test->db, "SELECT count (*) FROM audit");

  lines = sarap_test_text (
      test->db,
      test->engine == SARAP_ENGINE_SQLITE
          ? "SELECT group_concat (record, ' ') FROM (SELECT DISTINCT record FROM audit"
            " WHERE action = 'import' ORDER BY seq)"
          : "SELECT string_agg (record, ' ' ORDER BY first) FROM (SELECT record, min (seq)"
            " AS first FROM audit WHERE action = 'import' GROUP BY record) AS l");
  g_assert_cmpstr (lines, ==, "body unit officer service deferral attestation education import");
  second = import_folder (test->db, folder->path);
  after = sarap_fingerprint (test->db);
  g_assert_cmpuint (second.n_new, ==, 0);
  g_assert_cmpuint (second.n_changed, ==, 0);
  g_assert_cmpuint (second.n_same, ==, first.n_new);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==, n_lines);
  g_assert_cmpstr (before, ==, after);
  sarap_test_assert_sound (test->db);
}

static SarapImportChange *
find_change (SarapImport *import, const SarapRecordType *type)
{
  GPtrArray *changes = sarap_import_get_changes (import);

  for (guint i = 0; i < changes->len; i++)
    if (((SarapImportChange *) changes->pdata[i])->type == type)
      return changes->pdata[i];
  return NULL;
}

/* A changed row updates its record, a new one is added, one that is gone deletes nothing */
static void
test_changes (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (40);
  guint officers = sarap_folder_file (&sarap_officer_type);
  guint service = sarap_folder_file (&sarap_service_type);
  guint surname = sarap_folder_column (&sarap_officer_type, "surname");
  guint order_no = sarap_folder_column (&sarap_service_type, "order_no");
  guint row = sarap_folder_find (folder, &sarap_service_type, "order_no", NULL);
  g_autofree char *old_surname = g_strdup (sarap_folder_get (folder, officers, 7, surname));
  g_autofree char *detail = NULL;
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;
  SarapImportCounts first = import_folder (test->db, folder->path), counts;
  gint64 n_lines = sarap_test_integer (test->db, "SELECT count (*) FROM audit");
  SarapImportChange *change;

  sarap_folder_set (folder, officers, 7, surname, "Жаңатегі");
  sarap_folder_set (folder, service, row, order_no, "");
  g_ptr_array_remove_index (folder->rows[sarap_folder_file (&sarap_deferral_type)], 3);
  sarap_folder_add_copy (folder, 0, 2);
  sarap_folder_set (folder, 0, sarap_folder_n_rows (folder, 0) - 1, 0, "ЖАҢА");
  sarap_folder_write_all (folder);

  import = read_folder (folder->path);
  sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  counts = sarap_import_get_counts (import, NULL);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_changed, ==, 2);
  g_assert_cmpuint (counts.n_same, ==, first.n_new - 3);
  change = find_change (import, &sarap_officer_type);
  g_assert_cmpuint (change->line, ==, 8);
  g_assert_cmpstr (change->before[surname], ==, old_surname);
  g_assert_cmpstr (change->after[surname], ==, "Жаңатегі");
  change = find_change (import, &sarap_service_type);
  g_assert_nonnull (change->before[order_no]);
  g_assert_null (change->after[order_no]);
  g_assert_null (find_change (import, &sarap_body_type)->before);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), ==, n_lines);

  sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  counts = sarap_import_get_counts (import, NULL);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_changed, ==, 2);
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) FROM officer WHERE surname = 'Жаңатегі' AND "
                                    "version = 2"),
      ==, 1);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit WHERE action = "
                                                 "'change' AND officer_id IS NOT NULL"),
                   ==, 2);
  detail = sarap_test_text (test->db, "SELECT detail FROM audit WHERE record = 'officer'"
                                      " AND action = 'change'");
  g_assert_nonnull (strstr (detail, "Жаңатегі"));
  g_assert_nonnull (strstr (detail, old_surname));
  sarap_test_assert_sound (test->db);
  g_assert_cmpuint (import_folder (test->db, folder->path).n_changed, ==, 0);
}

/* The agency's HR service imports what differs, and the server says what that was */
static void
test_by_hr (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (40);
  guint officers = sarap_folder_file (&sarap_officer_type);
  guint service = sarap_folder_file (&sarap_service_type);
  guint row = sarap_folder_find (folder, &sarap_service_type, "order_no", NULL);
  g_autofree char *login = sarap_test_login ("hr");
  g_autofree char *drop = g_strdup_printf ("DROP ROLE %s", login);
  g_autoptr (GError) error = NULL;
  SarapImportCounts counts;
  gint64 agency;

  import_folder (test->db, folder->path);
  agency = sarap_test_integer (test->db, "SELECT id FROM body WHERE kind = 'central'");
  sarap_account_add (test->db, login, SARAP_TEST_PASSWORD, SARAP_ACCOUNT_HR, agency, 0, &error);
  g_assert_no_error (error);
  sarap_folder_set (folder, officers, 7, sarap_folder_column (&sarap_officer_type, "surname"),
                    "Жаңатегі");
  sarap_folder_set (folder, service, row, sarap_folder_column (&sarap_service_type, "order_no"),
                    "\"1 \"\"ә\"\", 2\"");
  sarap_folder_add_copy (folder, sarap_folder_file (&sarap_deferral_type), 1);
  sarap_folder_set (folder, sarap_folder_file (&sarap_deferral_type),
                    sarap_folder_n_rows (folder, sarap_folder_file (&sarap_deferral_type)) - 1,
                    sarap_folder_column (&sarap_deferral_type, "start"), "1999-01-01");
  sarap_folder_write_all (folder);
  {
    g_autoptr (SarapDatabase) hr = sarap_test_sign_in (test, "hr");

    counts = import_folder (hr, folder->path);
  }
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_changed, ==, 2);
  sarap_test_assert_sound (test->db);
  sarap_test_run (test->db, drop);
}

/* All of them serve in the body of this row, and always did */
static void
move_to_body (SarapFolder *folder, guint body)
{
  guint service = sarap_folder_file (&sarap_service_type);
  guint column = sarap_folder_column (&sarap_service_type, "body");

  for (guint row = 1; row < sarap_folder_n_rows (folder, service); row++)
    if (*sarap_folder_get (folder, service, row, column) != '\0')
      {
        sarap_folder_set (folder, service, row, column, sarap_folder_get (folder, 0, body, 0));
        sarap_folder_set (folder, service, row, column + 1, "");
      }
}

/* HR of a body enters its files, changes one, and refers to a file that is none of its own */
static void
test_by_body (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) bodies = sarap_folder_new (40), own = sarap_folder_new (40);
  guint officers = sarap_folder_file (&sarap_officer_type);
  guint surname = sarap_folder_column (&sarap_officer_type, "surname");
  guint deferrals = sarap_folder_file (&sarap_deferral_type);
  g_autofree char *body = NULL;
  g_autoptr (SarapDatabase) hr = NULL;
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;
  SarapImportCounts counts;

  for (guint file = officers; file < SARAP_FOLDER_FILES; file++)
    g_ptr_array_set_size (bodies->rows[file], 1);
  sarap_folder_write_all (bodies);
  import_folder (test->db, bodies->path);
  body = g_strdup_printf ("(SELECT id FROM body WHERE code = '%s')",
                          sarap_folder_get (bodies, 0, 2, 0));
  sarap_test_add_person (test, "hr", "hr", body, NULL);
  hr = sarap_test_sign_in (test, "hr");
  move_to_body (own, 2);
  sarap_folder_write_all (own);
  import_folder (hr, own->path);
  g_assert_cmpint (sarap_test_integer (hr, "SELECT count (*) FROM officer"), ==, 40);
  sarap_folder_set (own, officers, 7, surname, "Жаңатегі");
  sarap_folder_write_all (own);
  counts = import_folder (hr, own->path);
  g_assert_cmpuint (counts.n_new, ==, 0);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  sarap_test_assert_sound (test->db);

  sarap_test_run (test->db,
                  "INSERT INTO officer (iin, surname, given_name, birth_date, sex, sort_key,"
                  " search_key, loose_key) VALUES ('900101300909', 'А', 'Б', '1990-01-01', 'm',"
                  " 'a', 'a', 'a')");
  sarap_folder_set (own, deferrals, 1, 0, "900101300909");
  sarap_folder_write_all (own);
  import = read_folder (own->path);
  g_assert_true (sarap_import_check (import, hr, TODAY, NULL, NULL, NULL, &error));
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);
  g_clear_pointer (&hr, sarap_database_close);
  sarap_test_remove_person (test, "hr");
}

/* Which body is central may change: never two at any moment */
static void
test_central_moves (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (5);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;
  guint kind = sarap_folder_column (&sarap_body_type, "kind");
  SarapImportFault *fault;

  import_folder (test->db, folder->path);
  sarap_folder_set (folder, 0, 1, kind, "territorial");
  sarap_folder_set (folder, 0, 2, kind, "central");
  sarap_folder_write (folder, 0);
  g_assert_cmpuint (import_folder (test->db, folder->path).n_changed, ==, 2);

  /* one that the folder does not have stays central */
  sarap_folder_set (folder, 0, 2, 0, "БАСҚА");
  sarap_folder_write (folder, 0);
  import = read_folder (folder->path);
  sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 1);
  fault = sarap_import_get_faults (import)->pdata[0];
  g_assert_cmpstr (fault->column, ==, "kind");
  g_assert_cmpuint (fault->line, ==, 3);
}

/* What a file refers to may be in the database alone */
static void
test_references_in_database (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (20);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import_folder (test->db, folder->path);
  for (guint file = 1; file <= 2; file++)
    {
      g_ptr_array_set_size (folder->rows[file], 1);
      sarap_folder_write (folder, file);
    }
  g_assert_cmpuint (import_folder (test->db, folder->path).n_new, ==, 0);

  /* and in another one, where they are not, they are faults, each once it is looked at */
  sarap_test_run (test->db, "DELETE FROM attestation");
  sarap_test_run (test->db, "DELETE FROM education");
  sarap_test_run (test->db, "DELETE FROM deferral");
  sarap_test_run (test->db, "DELETE FROM service");
  sarap_test_run (test->db, "DELETE FROM officer");
  import = read_folder (folder->path);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      guint64 n_children = sarap_import_get_n_rows (import, NULL) -
                           sarap_import_get_n_rows (import, &sarap_body_type);

      sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sarap_import_get_n_faults (import), ==, n_children);
      g_assert_cmpuint (sarap_import_get_faults (import)->len, ==, MIN (n_children, 100));
    }
  g_assert_false (sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS);
}

/* It stops at once: not at the end, with all the work done */
static void
cancel_half_way (guint64 done, guint64 total, gpointer data)
{
  g_assert_false (g_cancellable_is_cancelled (data));
  if (done >= total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancel (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autoptr (SarapImport) import = read_folder (folder->path);
  g_autofree char *before = sarap_fingerprint (test->db);
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) none = NULL;
  SarapImportCounts found, left;

  g_assert_true (sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error));
  found = sarap_import_get_counts (import, NULL);
  g_assert_false (sarap_import_apply (import, test->db, TODAY, cancellable, cancel_half_way,
                                      cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* it may be looked at again, and applied after all */
  left = sarap_import_get_counts (import, NULL);
  g_assert_cmpmem (&left, sizeof left, &found, sizeof found);
  after = sarap_fingerprint (test->db);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);

  none = sarap_import_read (folder->path, reading, cancel_half_way, reading, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (none);
  g_clear_error (&error);

  sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* In the child: says when half of it is written, and waits to be killed */
static void
stop_half_way (guint64 done, guint64 total, gpointer data)
{
  if (done < total / 2)
    return;
  g_print ("half\n");
  fflush (stdout);
  for (;;)
    pause ();
}

static int
import_as_child (const char *name, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);
  g_autoptr (SarapImport) import = sarap_import_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  sarap_import_apply (import, db, TODAY, NULL, stop_half_way, NULL, &error);
  g_assert_no_error (error);
  return 0;
}

static void
test_killed (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autofree char *before = sarap_fingerprint (test->db);
  g_autofree char *after = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--import-as-child",
                        test->name, folder->path, NULL);
  char half[5] = "";

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), half, sizeof half, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpmem (half, sizeof half, "half\n", 5);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);

  sarap_database_close (test->db);
  test->db = sarap_test_connect (test);
  after = sarap_fingerprint (test->db);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (import_folder (test->db, folder->path).n_changed, ==, 0);
}

static void
test_folders (void)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (5);
  g_autofree char *file = g_build_filename (folder->path, "units.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder->path, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sarap_import_read (nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (sarap_import_read (file, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
  g_clear_error (&error);
  g_unlink (file);
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  g_assert_null (sarap_import_read (folder->path, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "units.csv"));
  g_rmdir (file);
}

/* Only an earlier export is written over, and other files are left alone */
static void
test_export_refuses (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (5);
  g_autofree char *path = g_dir_make_tmp ("sarap-export-XXXXXX", NULL);
  g_autofree char *mine = g_build_filename (path, "mine.txt", NULL);
  g_autofree char *units = g_build_filename (path, "units.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  import_folder (test->db, folder->path);
  g_file_set_contents (mine, "mine", -1, &error);
  sarap_export_folder (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (units, "code,body,kind,name_kk,name_ru\n", -1, &error);
  g_assert_false (sarap_export_folder (test->db, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "units.csv"));
  g_clear_error (&error);
  g_unlink (units);
  g_assert_false (sarap_export_folder (test->db, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS);
  g_clear_error (&error);
  g_file_get_contents (mine, &text, NULL, &error);
  g_assert_cmpstr (text, ==, "mine");
  dir = g_dir_open (path, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 7);
  sarap_folder_remove (path);
}

static guint64
count_plausible (SarapImport *import)
{
  guint64 n = 0;

  for (guint kind = 0; kind < SARAP_WARNING_KINDS; kind++)
    n += sarap_import_get_n_plausible (import, kind);
  return n;
}

/* A number that says another day of birth is told, line and column, and stops nothing */
static void
test_warnings (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sarap_folder_set (folder, 2, 3, 4, "1971-02-03");
  sarap_folder_write (folder, 2);
  import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 1);
  text = sarap_import_fault_text (sarap_import_get_warnings (import)->pdata[0]);
  g_assert_true (g_str_has_prefix (text, "officers.csv:4: birth_date: "));
  g_assert_true (sarap_import_check (import, test->db, TODAY, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  g_assert_cmpuint (sarap_import_get_n_warnings (import), ==, 1 + count_plausible (import));
}

/* A folder keeps it as it is, there and back */
static void
test_formulas_kept (SarapTestDatabase *test)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autoptr (SarapImport) import = NULL;
  g_autofree char *first = g_dir_make_tmp ("sarap-export-XXXXXX", NULL);
  g_autofree char *units = g_build_filename (first, "units.csv", NULL);
  g_autofree char *after = NULL;
  g_autoptr (SarapImport) again = NULL;
  SarapImportCounts counts;
  g_autoptr (GError) error = NULL;

  sarap_folder_set (folder, 1, 1, 3, "=1+cmd|x");
  sarap_folder_set (folder, 1, 1, 4, "@SUM(1)");
  sarap_folder_set (folder, 1, 2, 3, "-5+1");
  sarap_folder_write (folder, 1);
  import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);
  sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_export_folder (test->db, first, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (units, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, ",=1+cmd|x,@SUM(1)\n"));
  g_assert_nonnull (strstr (after, ",-5+1,"));
  again = sarap_import_read (first, NULL, NULL, NULL, &error);
  sarap_import_check (again, test->db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (again), ==, 0);
  counts = sarap_import_get_counts (again, NULL);
  g_assert_cmpuint (counts.n_new + counts.n_changed, ==, 0);
  sarap_folder_remove (first);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--import-as-child") == 0)
    return import_as_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("import/round-trip", test_round_trip);
  sarap_test_add ("import/second-import", test_second_import);
  sarap_test_add ("import/changes", test_changes);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "import/by-hr", test_by_hr);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "import/by-body", test_by_body);
  sarap_test_add ("import/central-moves", test_central_moves);
  sarap_test_add ("import/references-in-database", test_references_in_database);
  sarap_test_add ("import/cancel", test_cancel);
  sarap_test_add ("import/killed", test_killed);
  sarap_test_add ("export/refuses", test_export_refuses);
  g_test_add_func ("/import/folders", test_folders);
  sarap_test_add ("import/warnings", test_warnings);
  sarap_test_add ("export/formulas-kept", test_formulas_kept);
  return g_test_run ();
}

/* Backups of either engine, restored into either. */

#include "exchange/sarap-backup.h"
#include "exchange/sarap-import.h"
#include "records/sarap-invariants.h"
#include "store/sarap-database-copy.h"
#include "sarap-folder.h"
#include "sarap-test-database.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define TODAY sarap_date_new (2026, 11, 22)

static SarapDatabase *
new_sqlite (const char *folder)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/new.sqlite", folder);
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = sarap_database_open (name, NULL, &error);

  g_assert_no_error (error);
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  return db;
}

/* The golden folder, then a change, so that the chain has several lines and versions differ */
static void
fill (SarapDatabase *db)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SarapImport) import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      sarap_folder_set (folder, 2, 3, 1, "Өзгерген");
      sarap_folder_write (folder, 2);
    }
  sarap_test_run (db, "INSERT INTO account (login, officer_id) SELECT 'somebody', max (id) FROM "
                      "officer");
  /* no number of one that is gone is given again */
  sarap_test_run (db, "DELETE FROM education");
}

/* What is not in the files: ids, versions, keys made in C, the whole chain */
static char *
describe (SarapDatabase *db)
{
  g_autofree char *records = sarap_fingerprint (db);
  g_autofree char *officers = sarap_test_text (
      db, "SELECT CAST (count (*) AS text) || ' ' || CAST (sum (id * version) AS text) || ' ' || "
          "CAST (sum (body_id * id) AS text) || ' ' || CAST (sum (length (sort_key)) AS text) FROM "
          "officer");
  g_autofree char *service = sarap_test_text (
      db, "SELECT CAST (sum (id * officer_id) AS text) || ' ' || CAST (max (id) AS text) || ' ' || "
          "CAST (sum (unit_id) AS text) FROM service");
  g_autofree char *audit = sarap_test_text (
      db,
      "SELECT CAST (count (*) AS text) || max (moment) || max (actor) || max (chain) FROM audit");
  g_autofree char *account =
      sarap_test_text (db, "SELECT login || CAST (officer_id AS text) FROM account");

  return g_strjoin ("\n", records, officers, service, audit, account, NULL);
}

/* What was restored goes on as before: new ids, new lines */
static void
assert_goes_on (SarapDatabase *db)
{
  g_autoptr (SarapFolder) folder = sarap_folder_new (3);
  g_autoptr (SarapImport) import = NULL;
  g_autoptr (GError) error = NULL;

  sarap_folder_add_copy (folder, 0, 2);
  sarap_folder_set (folder, 0, sarap_folder_n_rows (folder, 0) - 1, 0, "КЕЙІН");
  sarap_folder_write (folder, 0);
  import = sarap_import_read (folder->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_counts (import, &sarap_body_type).n_new, ==, 1);
  sarap_test_assert_sound (db);
}

static void
test_round_trip (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a backup.sarap", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *before = NULL, *kept = NULL, *after = NULL;
  g_autoptr (SarapDatabase) backup = NULL, restored = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  fill (test->db);
  before = describe (test->db);
  sarap_backup (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  restored = new_sqlite (folder);
  sarap_restore (restored, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = describe (restored);
  g_assert_cmpstr (before, ==, after);
  sarap_test_assert_sound (restored);
  assert_goes_on (restored);

  /* and is itself a database */
  backup = sarap_database_open (name, NULL, &error);
  g_assert_no_error (error);
  kept = describe (backup);
  g_assert_cmpstr (before, ==, kept);

  g_assert_false (sarap_backup (test->db, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sarap_restore (test->db, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_EMPTY);
  sarap_database_close (g_steal_pointer (&backup));
  sarap_database_close (g_steal_pointer (&restored));
  sarap_folder_remove (folder);
}

/* From a file into an empty database of the engine */
static void
test_into (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fill (db);
  before = describe (db);
  sarap_backup (db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  sarap_restore (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = describe (test->db);
  g_assert_cmpstr (before, ==, after);
  sarap_test_assert_sound (test->db);
  assert_goes_on (test->db);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (folder);
}

/* More rows than one statement copies; no whole number tells them apart */
static void
make_words (SarapDatabase *db, gboolean filled)
{
  sarap_test_run (db, "CREATE TABLE word (word text NOT NULL PRIMARY KEY, said text)");
  sarap_test_run (db,
                  "CREATE TABLE pair (word text NOT NULL REFERENCES word (word), number integer "
                  "NOT NULL, PRIMARY KEY (word, number))");
  if (!filled)
    return;
  sarap_test_run (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "2500) INSERT INTO word SELECT 'сөз ' || i, CASE WHEN i % 3 = 0 THEN NULL "
                      "ELSE 'Ә' || i END FROM n");
  sarap_test_run (db, "INSERT INTO pair SELECT word, length (word) FROM word");
  sarap_test_run (db, "INSERT INTO pair SELECT word, - length (word) FROM word");
}

static char *
describe_words (SarapDatabase *db)
{
  return sarap_test_text (
      db,
      "SELECT CAST (count (*) AS text) || ' ' || CAST (count (said) AS text) || ' ' || CAST "
      "(sum (length (word) * length (said)) AS text) || ' ' || (SELECT CAST (count (*) AS text) "
      "|| ' ' || CAST (sum (number) AS text) FROM pair) FROM word");
}

/* Tables to come may have other keys than a number: all their rows are there, once, whichever
   engine they come from */
static void
test_other_keys (SarapTestDatabase *test)
{
  g_autofree char *there = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *back = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autoptr (SarapDatabase) from = new_sqlite (there), to = new_sqlite (back);
  g_autofree char *before = NULL, *between = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  make_words (from, TRUE);
  make_words (test->db, FALSE);
  make_words (to, FALSE);
  before = describe_words (from);
  g_assert_true (g_str_has_prefix (before, "2500 1667 "));
  sarap_database_copy (from, test->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  between = describe_words (test->db);
  g_assert_cmpstr (between, ==, before);
  sarap_database_copy (test->db, to, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = describe_words (to);
  g_assert_cmpstr (after, ==, before);
  sarap_database_close (g_steal_pointer (&from));
  sarap_database_close (g_steal_pointer (&to));
  sarap_folder_remove (there);
  sarap_folder_remove (back);
}

/* What one person writes by SQL of their own, who may, takes nobody's backups away */
static void
test_own_sql (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autoptr (SarapQuery) endless =
      sarap_query_new ("UPDATE officer SET loose_key = :key, version = version + 1");
  g_autofree char *key = g_strnfill (100000, 'z');
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  fill (test->db);
  sarap_query_text (endless, "key", key);
  g_assert_cmpint (sarap_database_execute (test->db, endless, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  sarap_test_run (
      test->db,
      "UPDATE officer SET search_key = 'x', version = version + 1 WHERE id = (SELECT max (id) FROM"
      " officer)");
  sarap_test_run (
      test->db,
      "UPDATE body SET kind = 'territorial', version = version + 1 WHERE kind = 'central'");
  sarap_backup (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_restore (db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  /* the keys are made anew; that no body is the central one is told all the same */
  sarap_invariants_verify (db, told, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, ==, 1);
  sarap_test_assert_sound (db);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (folder);
}

/* A database at work is as good as a backup of it: also what is in its log so far counts */
static void
test_live (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.sqlite", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fill (db);
  before = describe (db);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  sarap_restore (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = describe (test->db);
  g_assert_cmpstr (before, ==, after);
  sarap_test_assert_sound (test->db);
  assert_goes_on (db);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (folder);
}

static void
cancel (guint64 done, guint64 total, gpointer data)
{
  if (done > 1500)
    g_cancellable_cancel (data);
}

static void
test_cancel (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autofree char *before = sarap_fingerprint (test->db), *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fill (db);
  sarap_backup (db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sarap_restore (test->db, path, cancellable, cancel, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = sarap_fingerprint (test->db);
  g_assert_cmpstr (before, ==, after);
  sarap_restore (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (folder);
}

/* A line of the chain changed with other tools: its triggers put aside, as somebody would */
static void
forge (const char *path)
{
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);

  g_assert_no_error (error);
  sarap_test_run (db, "DROP TRIGGER audit_updated");
  sarap_test_run (db, "UPDATE audit SET detail = '{}' WHERE seq = 2");
}

static void
assert_refused (SarapDatabase *db, const char *path, SarapExchangeError code)
{
  g_autofree char *before = sarap_fingerprint (db), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_restore (db, path, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SARAP_EXCHANGE_ERROR, (int) code);
  after = sarap_fingerprint (db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_a_backup (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autofree char *cut = g_build_filename (folder, "cut", NULL);
  g_autofree char *text = g_build_filename (folder, "text", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autoptr (GError) error = NULL;

  fill (db);
  sarap_backup (db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_file_set_contents (cut, bytes, length / 2, &error);
  g_file_set_contents (text, "SQLite format 4, or something like it\n", -1, &error);
  g_assert_no_error (error);
  forge (path);
  assert_refused (test->db, path, SARAP_EXCHANGE_ERROR_NOT_BACKUP);
  assert_refused (test->db, cut, SARAP_EXCHANGE_ERROR_NOT_BACKUP);
  assert_refused (test->db, text, SARAP_EXCHANGE_ERROR_NOT_BACKUP);
  assert_refused (test->db, missing, SARAP_EXCHANGE_ERROR_FILE);
  assert_refused (test->db, folder, SARAP_EXCHANGE_ERROR_NOT_BACKUP);
  sarap_database_close (g_steal_pointer (&db));
  sarap_folder_remove (folder);
}

/* As if the disk were full: no file of this process grows beyond @size, 0 to lift it again. SIGXFSZ
   is ignored, so that writing fails instead. */
static void
limit_files (gsize size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size > 0 ? size : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A copy for which there is no room leaves nothing behind, and says which file it is */
static void
test_full (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  fill (test->db);
  for (gsize size = 1000; size < 400000; size += 60000)
    {
      limit_files (size);
      g_assert_false (sarap_backup (test->db, path, NULL, NULL, NULL, &error));
      limit_files (0);
      g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, path));
      g_clear_error (&error);
    }
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
  sarap_test_assert_sound (test->db);
  sarap_backup (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_folder_remove (folder);
}

/* No room for what a restore reads, nor for what it writes: the database stays empty */
static void
test_full_restore (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup", NULL);
  g_autofree char *before = sarap_fingerprint (test->db), *after = NULL;
  g_autoptr (SarapDatabase) db = new_sqlite (folder);
  g_autoptr (GError) error = NULL;

  fill (db);
  sarap_backup (db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  limit_files (100000);
  g_assert_false (sarap_restore (test->db, path, NULL, NULL, NULL, &error));
  limit_files (0);
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  if (test->engine == SARAP_ENGINE_SQLITE)
    {
      sarap_test_integer (test->db, "PRAGMA max_page_count = 60");
      g_assert_false (sarap_restore (test->db, path, NULL, NULL, NULL, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FULL);
      g_clear_error (&error);
      sarap_test_integer (test->db, "PRAGMA max_page_count = 1000000");
    }
  after = sarap_fingerprint (test->db);
  g_assert_cmpstr (before, ==, after);
  sarap_restore (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("backup/round-trip", test_round_trip);
  sarap_test_add ("backup/into", test_into);
  sarap_test_add ("backup/other-keys", test_other_keys);
  sarap_test_add ("backup/own-sql", test_own_sql);
  sarap_test_add ("backup/live", test_live);
  sarap_test_add ("backup/cancel", test_cancel);
  sarap_test_add ("backup/not-a-backup", test_not_a_backup);
  sarap_test_add ("backup/full", test_full);
  sarap_test_add ("backup/full-restore", test_full_restore);
  return g_test_run ();
}

/* The file of SQLite: others' files, writers that die, disks that are full */
#include "sarap-test-database.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/sarap-database-copy.h"

#define BULK                                                                                       \
  "INSERT INTO body (code, kind, name_kk, name_ru)"                                                \
  " WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < %u)"                 \
  " SELECT 'c' || n, 'territorial', hex (randomblob (100)), 'р' FROM n"

static const char *
path_of (SarapTestDatabase *test)
{
  return test->name + strlen ("sqlite:");
}

static void
assert_sound (SarapDatabase *db)
{
  g_autofree char *integrity = sarap_test_text (db, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  sarap_test_assert_sound (db);
}

static void
assert_not_opened (const char *name, SarapStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, &error);

  if (db)
    g_assert_false (sarap_database_check_version (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, (int) code);
}

static char *
sibling (SarapTestDatabase *test, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (path_of (test));

  return g_build_filename (folder, file, NULL);
}

/* A file of somebody else's stays as it is, to the byte */
static void
check_foreign (SarapTestDatabase *test, const char *contents, gsize length)
{
  g_autofree char *path = sibling (test, "foreign");
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL, none = NULL;
  g_autoptr (SarapDatabase) db = NULL;
  gsize after_length;

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  assert_not_opened (name, SARAP_STORE_ERROR_VERSION);
  db = sarap_database_open (name, NULL, &error);
  g_assert_false (db && sarap_database_migrate (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION);
  g_clear_pointer (&db, sarap_database_close);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, contents, length);
}

static void
test_foreign (SarapTestDatabase *test)
{
  g_autofree char *path = sibling (test, "other");
  g_autofree char *command =
      g_strdup_printf ("sqlite3 '%s' 'CREATE TABLE t (x); INSERT INTO t VALUES (1)'", path);
  g_autofree char *contents = NULL;
  sqlite3 *sqlite;
  gsize length;

  check_foreign (test, "This is a letter, not a database, and long enough to look like one.", 67);
  g_assert_cmpint (sqlite3_open (path, &sqlite), ==, SQLITE_OK);
  sqlite3_exec (sqlite, "CREATE TABLE t (x); INSERT INTO t VALUES (1)", NULL, NULL, NULL);
  sqlite3_close (sqlite);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  check_foreign (test, contents, length);
}

static void
test_missing (SarapTestDatabase *test)
{
  g_autofree char *path = sibling (test, "missing");
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *nowhere = g_strconcat (name, "/not/there.sqlite", NULL);
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  assert_not_opened (name, SARAP_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  db = sarap_database_open (nowhere, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sarap_database_migrate (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME);
}

static gboolean
save (SarapDatabase *db, GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (SarapQuery) query =
      sarap_query_new ("UPDATE body SET name_ru = name_ru || 'р', version = version + 1");

  return sarap_transaction_begin (&transaction, db, error) &&
         sarap_database_execute (db, query, error) >= 0 &&
         sarap_transaction_commit (&transaction, error);
}

/* What is saved into a file that has another name by now would not be in it when it is opened next:
   that is refused, until it is back */
static void
test_moved (SarapTestDatabase *test)
{
  g_autofree char *sql = g_strdup_printf (BULK, 3);
  g_autofree char *aside = sibling (test, "aside");
  g_autoptr (GError) error = NULL;

  sarap_test_run (test->db, sql);
  g_assert_cmpint (g_rename (path_of (test), aside), ==, 0);
  g_assert_false (save (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, path_of (test)));
  g_clear_error (&error);
  /* nor into another file of that name */
  g_assert_true (g_file_set_contents (path_of (test), "", 0, NULL));
  g_assert_false (save (test->db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (aside, path_of (test)), ==, 0);
  g_assert_true (save (test->db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (version) FROM body"), ==, 2);
  assert_sound (test->db);
}

/* Where there is something else under the name, it is not said that there is nothing */
static void
test_folder (SarapTestDatabase *test)
{
  g_autofree char *path = sibling (test, "folder");
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = NULL;

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  db = sarap_database_open (name, NULL, &error);
  if (db)
    g_assert_false (sarap_database_check_version (db, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME);
  g_assert_nonnull (strstr (error->message, path));
  g_rmdir (path);
}

/* Another program holds the file: no rows are not taken for an empty table, which is what libgda
   makes of it */
static void
test_locked (SarapTestDatabase *test)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT count (*) FROM body");
  g_autoptr (SarapQuery) list = sarap_query_new ("SELECT id FROM schema_version, body");
  g_autoptr (GError) error = NULL, other = NULL;
  sqlite3 *holder;

  g_assert_true (sarap_database_fold (test->db, &error));
  sarap_test_run (test->db, "PRAGMA busy_timeout = 50");
  g_assert_cmpint (sqlite3_open (path_of (test), &holder), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (holder, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (sarap_database_select (test->db, query, "i", &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  g_assert_null (sarap_database_select (test->db, list, "i", &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  sqlite3_close (holder);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM body"), ==, 0);
}

/* Every page of it in turn is no page: that is said, and nothing crashes */
static void
test_damaged (SarapTestDatabase *test)
{
  g_autofree char *sql = g_strdup_printf (BULK, 300);
  g_autofree char *path = sibling (test, "damaged");
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autofree char *sound = NULL;
  gsize length;
  guint told = 0;

  sarap_test_run (test->db, sql);
  g_assert_true (sarap_database_fold (test->db, NULL));
  g_assert_true (g_file_get_contents (path_of (test), &sound, &length, NULL));
  for (gsize at = 0; at < length; at += 4096)
    {
      g_autofree char *damaged = g_memdup2 (sound, length);
      g_autoptr (SarapQuery) query = sarap_query_new ("SELECT name_kk FROM body ORDER BY name_kk");
      g_autoptr (SarapDatabase) db = NULL;
      g_autoptr (SarapRows) rows = NULL;
      g_autoptr (GError) error = NULL;

      memset (damaged + at, 0xA5, 4096);
      g_assert_true (g_file_set_contents (path, damaged, length, NULL));
      db = sarap_database_open (name, NULL, &error);
      if (db && sarap_database_check_version (db, &error))
        rows = sarap_database_select (db, query, "t", &error);
      if (rows)
        continue;
      told++;
      if (!g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION))
        g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT);
    }
  g_assert_cmpuint (told, >, 5);
}

/* This program again, as somebody who may read the file and nothing else */
static void
read_as_nobody (const char *name)
{
  g_autoptr (GError) error = NULL, denied = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("UPDATE body SET version = version + 1");
  g_autoptr (SarapDatabase) db = NULL;
  g_auto (SarapTransaction) transaction = { 0 };

  if (getuid () == 0)
    g_assert_cmpint (setuid (65534), ==, 0);
  db = sarap_database_open (name, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sarap_database_check_version (db, &error));
  /* what a window does with every file */
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM body"), ==, 3);
  g_assert_cmpint (sarap_database_execute (db, query, &denied), ==, -1);
  g_assert_error (denied, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
  g_clear_error (&denied);
  g_assert_false (sarap_transaction_begin (&transaction, db, &denied) &&
                  sarap_database_execute (db, query, NULL) == 3 &&
                  sarap_transaction_commit (&transaction, &denied));
  /* what a sanitizer does at the end needs files that are not this person's */
  _exit (0);
}

static void
check_as_nobody (SarapTestDatabase *test)
{
  const char *const command[] = { "/proc/self/exe", "--read", test->name, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &said, &status, &error));
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s", said);
}

/* A file on a share that one may only look at: it is shown, and a change says why it is none */
static void
test_read_only_file (SarapTestDatabase *test)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *sql = g_strdup_printf (BULK, 3);
  g_autofree char *folder = g_path_get_dirname (path_of (test));

  sarap_test_run (test->db, sql);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (path_of (test), ends[i], NULL);

      g_assert_cmpint (g_chmod (path, 0444), ==, 0);
    }
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  /* while others work with it, and when it lies there by itself */
  check_as_nobody (test);
  g_assert_true (sarap_database_fold (test->db, NULL));
  check_as_nobody (test);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (version) FROM body"), ==, 1);
}

/* A folder without the right to write holds for everybody but root */
static void
test_read_only (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("UPDATE body SET version = 1");

  sarap_test_run (test->db, "PRAGMA query_only = ON");
  g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
}

#define N_KILLED 100

/* Writes for ever, a transaction after the other, until it is killed */
static void
write_until_killed (const char *name, int told)
{
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, NULL);

  for (;;)
    {
      g_auto (SarapTransaction) transaction = { 0 };
      g_autoptr (SarapQuery) query =
          sarap_query_new ("UPDATE body SET name_kk = hex (randomblob (400)),"
                           " version = version + 1");

      if (!sarap_transaction_begin (&transaction, db, NULL) ||
          sarap_database_execute (db, query, NULL) < 0 ||
          !sarap_transaction_commit (&transaction, NULL) || write (told, "x", 1) != 1)
        _exit (1);
    }
}

/* This program again, as the writer */
static void
test_killed_writer (SarapTestDatabase *test)
{
  g_autofree char *sql = g_strdup_printf (BULK, N_KILLED);

  sarap_test_run (test->db, sql);
  for (guint round = 0; round < 4; round++)
    {
      const char *const command[] = { "/proc/self/exe", "--write", test->name, NULL };
      g_autoptr (GError) error = NULL;
      GPid pid;
      int out, status;
      char told[8];

      g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL,
                                               G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                                               &out, NULL, &error));
      for (guint i = 0; i <= round; i++)
        g_assert_cmpint (read (out, told, 1), ==, 1);
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      waitpid (pid, &status, 0);
      close (out);
      assert_sound (test->db);
      g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (DISTINCT version) FROM body"),
                       ==, 1);
      /* a line for each, the first time and each time since */
      g_assert_cmpint (N_KILLED * sarap_test_integer (test->db, "SELECT max (version) FROM body"),
                       ==, sarap_test_integer (test->db, "SELECT max (seq) FROM audit"));
    }
}

static void
test_full (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (BULK, 20000);
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_test_integer (test->db, "PRAGMA max_page_count = 200");
  {
    g_auto (SarapTransaction) transaction = { 0 };

    g_assert_true (sarap_transaction_begin (&transaction, test->db, &error));
    g_assert_cmpint (sarap_database_execute (test->db, query, &error), ==, -1);
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FULL);
    g_assert_nonnull (strstr (error->message, "full"));
  }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM body"), ==, 0);
  assert_sound (test->db);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_until_killed (argv[2], STDOUT_FILENO);
  if (argc == 3 && g_str_equal (argv[1], "--read"))
    read_as_nobody (argv[2]);
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "foreign", test_foreign);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "missing", test_missing);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "moved", test_moved);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "folder", test_folder);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "locked", test_locked);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "damaged", test_damaged);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "read-only", test_read_only);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "read-only-file", test_read_only_file);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "killed-writer", test_killed_writer);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "full", test_full);
  return g_test_run ();
}

/* Which files are looked through before they are worked with */
#define _GNU_SOURCE
#include "sarap-test-database.h"

#include <fcntl.h>
#include <stdio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/sarap-database-private.h"
#include "store/sarap-known-files.h"

static const char *
path_of (SarapTestDatabase *test)
{
  return test->name + strlen ("sqlite:");
}

/* Somebody else's program, which has the file open and leaves what it writes in the log */
static sqlite3 *
open_other (SarapTestDatabase *test)
{
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path_of (test), &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA wal_autocheckpoint = 0; SELECT count (*) FROM body",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  return other;
}

static void
run (sqlite3 *other, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (other, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static gboolean
is_known (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);

  return sarap_known_file (db);
}

/* As a command does */
static void
look_at (SarapDatabase *db)
{
  sarap_known_file_begin (db);
  sarap_known_file_trust (db);
}

static void
look_through (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) db = sarap_test_connect (test);

  look_at (db);
}

/* The program that made it is the last that closes it */
static void
leave (SarapTestDatabase *test)
{
  g_clear_pointer (&test->db, sarap_database_close);
}

static void
test_left (SarapTestDatabase *test)
{
  sqlite3 *other;

  leave (test);
  g_assert_true (is_known (test));
  other = open_other (test);
  run (other, "CREATE TABLE more (x)");
  sqlite3_close (other);
  g_assert_false (is_known (test));
  look_through (test);
  g_assert_true (is_known (test));
}

/* The file itself is as it was left: what was written stands in the log alone */
static void
test_log (SarapTestDatabase *test)
{
  sqlite3 *other;

  leave (test);
  other = open_other (test);
  g_assert_true (is_known (test));
  run (other, "DROP TRIGGER audit_deleted");
  g_assert_false (is_known (test));
  /* not at each command, as long as nobody goes on */
  look_through (test);
  g_assert_true (is_known (test));
  run (other, "DROP TRIGGER audit_updated");
  g_assert_false (is_known (test));
  look_through (test);
  sqlite3_close (other);
  g_assert_false (is_known (test));
}

/* Whoever has it open does not take over what somebody else writes meanwhile */
static void
test_meanwhile (SarapTestDatabase *test)
{
  sqlite3 *other;

  leave (test);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);

    g_assert_true (sarap_known_file (db));
    look_at (db);
    other = open_other (test);
    run (other, "DROP TRIGGER audit_deleted");
    sqlite3_close (other);
    sarap_test_run (db, "INSERT INTO body (code, kind, name_kk, name_ru)"
                        " VALUES ('A', 'central', 'к', 'р')");
  }
  g_assert_false (is_known (test));
  look_through (test);
  g_assert_true (is_known (test));
}

/* Nor what was written before it opened the file anew, as a file that one may only look at is when
   it changes */
static void
test_anew (SarapTestDatabase *test)
{
  leave (test);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);
    g_autoptr (GError) error = NULL;
    sqlite3 *other = open_other (test);

    g_assert_true (sarap_known_file (db));
    look_at (db);
    run (other, "DROP TRIGGER audit_deleted");
    sqlite3_close (other);
    sarap_database_reopen (db, &error);
    g_assert_no_error (error);
  }
  g_assert_false (is_known (test));
}

/* Another file by its name, as a restored backup is */
static void
test_replaced (SarapTestDatabase *test)
{
  g_autofree char *other_name = g_strconcat (test->name, "-other", NULL);
  const char *other_path = other_name + strlen ("sqlite:");

  leave (test);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);
    g_autofree char *bytes = NULL;
    gsize length;

    look_at (db);
    g_assert_true (g_file_get_contents (path_of (test), &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (other_path, bytes, length, NULL));
    g_assert_cmpint (g_rename (other_path, path_of (test)), ==, 0);
    g_assert_false (sarap_known_file (db));
  }
  g_assert_false (is_known (test));
}

static const char *swapped[2];
static unsigned int swapped_how;
static guint opened;

/* SQLite has the file open already; the first time only to see whether it is one of its own */
static int
swap_once (sqlite3 *sqlite, char **message, const struct sqlite3_api_routines *api)
{
  if (opened++ == 1)
    g_assert_cmpint (renameat2 (AT_FDCWD, swapped[0], AT_FDCWD, swapped[1], swapped_how), ==, 0);
  return SQLITE_OK;
}

static void
begin_swap (const char *from, const char *to, unsigned int how)
{
  opened = 0;
  swapped[0] = from;
  swapped[1] = to;
  swapped_how = how;
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) swap_once), ==, SQLITE_OK);
}

/* Another file takes the name in the moment in which it is opened: what is looked through is not
   what lies there */
static void
test_swapped (SarapTestDatabase *test)
{
  g_autofree char *other = g_strconcat (path_of (test), "-other", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  leave (test);
  g_assert_true (g_file_get_contents (path_of (test), &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (other, bytes, length, NULL));
  begin_swap (path_of (test), other, RENAME_EXCHANGE);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);

    g_assert_cmpuint (opened, ==, 2);
    g_assert_false (sarap_known_file (db));
    look_at (db);
    /* and nothing is saved into a file that has lost its name */
    g_assert_false (sarap_database_check_path (db, &error));
    g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO);
    g_assert_cmpint (renameat2 (AT_FDCWD, other, AT_FDCWD, path_of (test), RENAME_EXCHANGE), ==, 0);
    g_assert_true (sarap_database_check_path (db, NULL));
    g_assert_cmpint (renameat2 (AT_FDCWD, other, AT_FDCWD, path_of (test), RENAME_EXCHANGE), ==, 0);
  }
  sqlite3_reset_auto_extension ();
  g_assert_false (is_known (test));
  g_remove (other);
}

/* SQLite does not see what is copied over a file that it has open */
static void
test_overwritten (SarapTestDatabase *test)
{
  g_autofree char *bytes = NULL;
  gsize length;

  leave (test);
  g_assert_true (g_file_get_contents (path_of (test), &bytes, &length, NULL));
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);
    FILE *file = fopen (path_of (test), "r+");

    look_at (db);
    g_assert_nonnull (file);
    g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
    g_assert_cmpint (fclose (file), ==, 0);
  }
  g_assert_false (is_known (test));
}

/* A log that lies there only while it is opened is what SQLite reads, and in the end writes into
   the file */
static void
test_planted (SarapTestDatabase *test)
{
  g_autofree char *other = g_strconcat (path_of (test), "-other", NULL);
  g_autofree char *other_log = g_strconcat (other, "-wal", NULL);
  g_autofree char *planted = g_strconcat (other, "-planted", NULL);
  g_autofree char *log = g_strconcat (path_of (test), "-wal", NULL), *bytes = NULL, *lines = NULL;
  gsize length;
  sqlite3 *sqlite;

  leave (test);
  g_assert_true (g_file_get_contents (path_of (test), &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (other, bytes, length, NULL));
  g_assert_cmpint (sqlite3_open (other, &sqlite), ==, SQLITE_OK);
  run (sqlite, "PRAGMA wal_autocheckpoint = 0; DROP TRIGGER audit_deleted");
  g_assert_true (g_file_get_contents (other_log, &lines, &length, NULL));
  g_assert_true (g_file_set_contents (planted, lines, length, NULL));
  sqlite3_close (sqlite);
  begin_swap (planted, log, 0);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);

    g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM sqlite_schema"
                                             " WHERE name = 'audit_deleted'"),
                     ==, 0);
    g_assert_cmpint (g_unlink (log), ==, 0);
    g_assert_false (sarap_known_file (db));
  }
  sqlite3_reset_auto_extension ();
  g_assert_false (is_known (test));
  g_remove (other);
}

/* Who still reads in one go when it is closed does not see what others wrote since */
static void
test_amid_reading (SarapTestDatabase *test)
{
  leave (test);
  {
    g_autoptr (SarapDatabase) db = sarap_test_connect (test);
    sqlite3 *other = open_other (test);

    look_at (db);
    {
      g_auto (SarapTransaction) view = { 0 };

      g_assert_true (sarap_transaction_begin_read (&view, db, NULL));
      g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM body"), ==, 0);
      run (other, "DROP TRIGGER audit_deleted");
      sarap_known_file_end (db);
    }
    sqlite3_close (other);
  }
  g_assert_false (is_known (test));
}

/* A link has no log beside it */
static void
test_link (SarapTestDatabase *test)
{
  g_autofree char *link = g_strconcat (test->name, "-link", NULL);
  g_autoptr (SarapDatabase) db = NULL;
  sqlite3 *other;

  leave (test);
  g_assert_cmpint (symlink (path_of (test), link + strlen ("sqlite:")), ==, 0);
  other = open_other (test);
  run (other, "DROP TRIGGER audit_deleted");
  db = sarap_database_open (link, NULL, NULL);
  g_assert_false (sarap_known_file (db));
  g_clear_pointer (&db, sarap_database_close);
  sqlite3_close (other);
  g_remove (link + strlen ("sqlite:"));
}

/* The same where the file has the other kind of journal */
static void
test_journal (SarapTestDatabase *test)
{
  sqlite3 *other;

  sarap_test_run (test->db, "PRAGMA journal_mode = DELETE");
  leave (test);
  look_through (test);
  g_assert_true (is_known (test));
  other = open_other (test);
  run (other, "BEGIN; DROP TRIGGER audit_deleted");
  g_assert_false (is_known (test));
  run (other, "ROLLBACK");
  sqlite3_close (other);
}

/* Two of our own that have it open, of which none writes */
static void
test_two (SarapTestDatabase *test)
{
  leave (test);
  {
    g_autoptr (SarapDatabase) first = sarap_test_connect (test);

    g_assert_true (sarap_known_file (first));
    look_at (first);
    g_assert_true (is_known (test));
    g_assert_cmpint (sarap_test_integer (first, "SELECT count (*) FROM body"), ==, 0);
    g_assert_true (is_known (test));
    sarap_test_run (first, "INSERT INTO body (code, kind, name_kk, name_ru)"
                           " VALUES ('A', 'central', 'к', 'р')");
  }
  g_assert_true (is_known (test));
}

int
main (int argc, char **argv)
{
  char folder[] = "/tmp/sarap-test-known-XXXXXX";
  g_autofree char *remove = NULL;
  int failed;

  g_setenv ("XDG_STATE_HOME", g_mkdtemp (folder), TRUE);
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "left", test_left);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "log", test_log);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "meanwhile", test_meanwhile);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "anew", test_anew);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "replaced", test_replaced);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "swapped", test_swapped);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "overwritten", test_overwritten);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "planted", test_planted);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "amid-reading", test_amid_reading);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "link", test_link);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "journal", test_journal);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "two", test_two);
  failed = g_test_run ();
  remove = g_strdup_printf ("rm -rf '%s'", folder);
  return system (remove) == 0 ? failed : 1;
}

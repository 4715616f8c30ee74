/* What a killed program leaves is removed, and nothing else is */
#include "store/sarap-temporary.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *
temporary (void)
{
  return g_get_tmp_dir ();
}

static void
put (const char *folder, const char *name, int mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, "x", 1, G_FILE_SET_CONTENTS_NONE, mode, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static gboolean
has (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

/* A program with a folder and a file of its own; its names come through the pipe */
static GPid
start_program (char **folder, char **file)
{
  int tube[2];
  char names[2][512] = { "" };
  pid_t pid;

  g_assert_cmpint (pipe (tube), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      SarapTemporaryFolder made = { NULL };
      char *path = NULL;

      if (!sarap_temporary_folder_make (&made, "restore", NULL) ||
          sarap_temporary_file_make (temporary (), &path) < 0)
        _exit (1);
      put (made.path, "copy.sqlite", 0600);
      put (made.path, "copy.sqlite-wal", 0600);
      g_strlcpy (names[0], made.path, sizeof names[0]);
      g_strlcpy (names[1], path, sizeof names[1]);
      if (write (tube[1], names, sizeof names) != sizeof names)
        _exit (1);
      pause ();
      _exit (0);
    }
  g_assert_cmpint (read (tube[0], names, sizeof names), ==, sizeof names);
  close (tube[0]);
  close (tube[1]);
  *folder = g_strdup (names[0]);
  *file = g_strdup (names[1]);
  return pid;
}

static void
sweep (void)
{
  sarap_temporary_sweep ();
  sarap_temporary_sweep_folder (temporary ());
}

static void
test_killed (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autofree char *journal = NULL;
  GPid pid = start_program (&folder, &file);

  journal = g_strconcat (file, "-journal", NULL);
  g_assert_true (g_file_set_contents_full (journal, "x", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  sweep ();
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  sweep ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Its own, as long as it works with it */
static void
test_own (void)
{
  g_auto (SarapTemporaryFolder) folder = { NULL };
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  int fd;

  g_assert_true (sarap_temporary_folder_make (&folder, "look", NULL));
  fd = sarap_temporary_file_make (temporary (), &file);
  g_assert_cmpint (fd, >=, 0);
  sweep ();
  g_assert_true (g_file_test (folder.path, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  close (fd);
  path = g_strdup (folder.path);
  sarap_temporary_folder_clear (&folder);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  sweep ();
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

/* Names like ours that are something else */
static void
test_others (void)
{
  static const char *const kept[] = {
    ".sarap-AbCdEf.txt",    ".sarap-AbCde",  ".sarap-AbCdE-", ".sarap-AbCdEfG",
    "sarap-restore-AbCdEf", ".notes.AbCdEf", "sarap-AbCdEf",  "-wal",
  };
  const char *top = temporary ();
  g_autofree char *target = g_build_filename (top, "target", NULL);
  g_autofree char *inside = g_build_filename (target, "copy.sqlite", NULL);
  g_autofree char *link = g_build_filename (top, "sarap-look-LinkTo", NULL);
  g_autofree char *file_link = g_build_filename (top, ".sarap-LinkTo", NULL);
  g_autofree char *twice = g_build_filename (top, ".sarap-Twice1", NULL);
  g_autofree char *other = g_build_filename (top, "twice", NULL);
  g_autofree char *open_one = g_build_filename (top, "sarap-look-Open11", NULL);
  g_autofree char *with = g_build_filename (top, "sarap-look-With11", NULL);
  g_autofree char *linked = g_build_filename (with, "copy.sqlite", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    put (top, kept[i], 0600);
  put (top, ".sarap-Group1", 0640);
  g_mkdir (target, 0700);
  put (target, "copy.sqlite", 0600);
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_cmpint (symlink (inside, file_link), ==, 0);
  put (top, "twice", 0600);
  g_assert_cmpint (linkat (AT_FDCWD, other, AT_FDCWD, twice, 0), ==, 0);
  g_mkdir (open_one, 0755);
  g_chmod (open_one, 0755);
  g_mkdir (with, 0700);
  put (with, "letter.txt", 0600);
  g_assert_cmpint (symlink (inside, linked), ==, 0);

  sweep ();

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (has (top, kept[i]));
  g_assert_true (has (top, ".sarap-Group1"));
  g_assert_true (has (target, "copy.sqlite"));
  g_assert_true (has (top, "sarap-look-LinkTo"));
  g_assert_true (has (top, ".sarap-LinkTo"));
  g_assert_true (has (top, ".sarap-Twice1"));
  g_assert_true (has (top, "sarap-look-Open11"));
  g_assert_true (has (with, "letter.txt"));
}

int
main (int argc, char **argv)
{
  char folder[] = "/tmp/sarap-test-temporary-XXXXXX";
  g_autofree char *remove = NULL;
  int failed;

  g_setenv ("TMPDIR", g_mkdtemp (folder), TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/temporary/killed", test_killed);
  g_test_add_func ("/temporary/own", test_own);
  g_test_add_func ("/temporary/others", test_others);
  failed = g_test_run ();
  remove = g_strdup_printf ("rm -rf '%s'", folder);
  return system (remove) == 0 ? failed : 1;
}

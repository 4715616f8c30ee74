#include "shell/sarap-session.h"
#include "shell/sarap-settings.h"

#include "sarap-test-store.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define NOBODY 65534

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static SarapSession *
open_session (const char *name)
{
  SarapSession *session = sarap_session_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sarap_session_open_async (session, name, NULL, NULL, on_ready, &result);
  sarap_test_wait (result);
  sarap_session_open_finish (session, result, &error);
  g_assert_no_error (error);
  return session;
}

static char *
new_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-XXXXXX", NULL);

  return g_build_filename (folder, "test.sqlite", NULL);
}

static void
remove_file (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* This program again, as somebody to whom the file does not belong */
static int
open_as_nobody (const char *name)
{
  g_autoptr (SarapSession) session = NULL;
  const SarapIdentity *identity = NULL;

  sarap_settings_get (); /* nobody may not look into everybody's build folder */
  if (getuid () == 0)
    g_assert_cmpint (setuid (NOBODY), ==, 0);
  session = open_session (name);
  identity = sarap_session_get_identity (session);
  g_assert_true (identity->file_only_read);
  g_assert_false (identity->may_edit);
  g_assert_false (sarap_identity_keeps_bodies (identity));
  return 0;
}

/* A file that one may only look at is shown, and nothing offers to change it */
static void
test_file_only_read (void)
{
  g_autofree char *path = new_file ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  const char *const command[] = { "/proc/self/exe", "--open", name, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  SarapSession *session = open_session (name);
  int status;

  g_assert_false (sarap_session_get_identity (session)->file_only_read);
  g_assert_true (sarap_session_get_identity (session)->may_edit);
  g_object_unref (session);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &said, &status, &error));
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s", said);
  remove_file (path);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--open"))
    _exit (open_as_nobody (argv[2])); /* what checks for leaks would read everybody's files */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/file-only-read", test_file_only_read);
  return g_test_run ();
}

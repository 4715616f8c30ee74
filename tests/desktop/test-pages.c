#include "shell/sarap-application.h"
#include "shell/sarap-window.h"

#include "procedure/sarap-language.h"

#include <glib/gstdio.h>

/* A page of the test's own, as the views are */

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, SarapPage)

struct _TestPage
{
  SarapPage parent_instance;
  char *path;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, SARAP_TYPE_PAGE)

static guint made;
static guint refreshed;

static void
test_page_open_path (SarapPage *page, const char *path)
{
  g_free (TEST_PAGE (page)->path);
  TEST_PAGE (page)->path = g_strdup (path);
}

static char *
test_page_dup_path (SarapPage *page)
{
  return g_strdup (TEST_PAGE (page)->path);
}

static void
test_page_refresh (SarapPage *page, SarapRefresh what)
{
  refreshed |= what;
}

static void
test_page_finalize (GObject *object)
{
  g_free (TEST_PAGE (object)->path);
  G_OBJECT_CLASS (test_page_parent_class)->finalize (object);
}

static void
test_page_class_init (TestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_page_finalize;
  SARAP_PAGE_CLASS (klass)->open_path = test_page_open_path;
  SARAP_PAGE_CLASS (klass)->dup_path = test_page_dup_path;
  SARAP_PAGE_CLASS (klass)->refresh = test_page_refresh;
}

static void
test_page_init (TestPage *self)
{
  made++;
  self->path = g_strdup ("");
}

static gboolean
for_hr (const SarapIdentity *identity)
{
  return identity->may_edit;
}

static const SarapPageEntry entry = {
  .id = "test",
  .title = "Test",
  .icon_name = "sarap-officers-symbolic",
  .get_type = test_page_get_type,
  .may_use = for_hr,
};

static SarapApplication *application;
static char *folder;

static gboolean
on_too_long (gpointer data)
{
  g_error ("What was waited for did not come");
  return G_SOURCE_REMOVE;
}

static void
spin_until (gboolean (*condition) (SarapWindow *window), SarapWindow *window)
{
  guint too_long = g_timeout_add_seconds (20, on_too_long, NULL);

  while (!condition (window))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (too_long);
}

static gboolean
is_open (SarapWindow *window)
{
  return sarap_window_get_identity (window) != NULL &&
         sarap_window_get_page (window, "test") != NULL;
}

static gboolean
reads_only (SarapWindow *window)
{
  const SarapIdentity *identity = sarap_window_get_identity (window);

  return identity != NULL && !identity->may_edit;
}

static gboolean
may_edit (SarapWindow *window)
{
  return !reads_only (window);
}

static gboolean
is_shown (SarapWindow *window)
{
  g_autofree char *path = sarap_window_dup_path (window);

  return path != NULL;
}

static SarapWindow *
open_window (void)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/test.sqlite", folder);
  SarapWindow *window = sarap_window_new (ADW_APPLICATION (application), NULL);

  gtk_window_present (GTK_WINDOW (window));
  sarap_window_make_database (window, name);
  spin_until (is_open, window);
  spin_until (is_shown, window);
  return window;
}

static void
assert_path (SarapWindow *window, const char *path)
{
  g_autofree char *shown = sarap_window_dup_path (window);

  g_assert_cmpstr (shown, ==, path);
}

static void
test_paths (void)
{
  SarapWindow *window = open_window ();

  assert_path (window, "today");
  sarap_window_open_path (window, "test/14");
  assert_path (window, "test/14");
  sarap_window_open_path (window, "test?status=overdue");
  assert_path (window, "test?status=overdue");
  sarap_window_open_path (window, "nothing/of/this");
  assert_path (window, "test?status=overdue");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  assert_path (window, "test/14");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_language_keeps_place (void)
{
  SarapWindow *window = open_window ();
  guint before = 0;

  sarap_window_open_path (window, "test/7");
  before = made;
  sarap_application_set_language (application, "ru");
  g_assert_cmpstr (sarap_language_get (), ==, "ru");
  g_assert_cmpuint (made, ==, before + 1);
  assert_path (window, "test/7");
  /* what GTK itself says follows, though no locale of that language is needed */
  g_assert_cmpstr (g_dgettext ("gtk40", "_Cancel"), ==, "_Отмена");
  sarap_application_set_language (application, "kk");
  g_assert_cmpstr (g_dgettext ("gtk40", "_Cancel"), ==, "Ба_с тарту");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_language_waits_for_unsaved (void)
{
  SarapWindow *window = open_window ();
  SarapPage *page = sarap_window_get_page (window, "test");

  sarap_page_set_unsaved (page, TRUE);
  g_assert_true (sarap_window_has_unsaved (window));
  sarap_application_set_language (application, "en");
  g_assert_cmpstr (sarap_language_get (), ==, "kk");
  g_assert_true (sarap_window_get_page (window, "test") == page);
  sarap_page_set_unsaved (page, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_identity (void)
{
  SarapWindow *window = open_window ();
  SarapSession *session = sarap_window_get_session (window);

  g_assert_true (sarap_window_get_identity (window)->local);
  g_assert_true (sarap_window_get_identity (window)->may_edit);
  refreshed = 0;
  sarap_session_act_as (session, "auditor");
  spin_until (reads_only, window);
  g_assert_cmpuint (refreshed & SARAP_REFRESH_IDENTITY, !=, 0);
  /* a place that an auditor may not use is passed over */
  sarap_window_open_path (window, "today");
  sarap_session_act_as (session, "hr");
  spin_until (may_edit, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_failed_open_keeps_database (void)
{
  SarapWindow *window = open_window ();
  SarapStore *store = sarap_window_get_store (window);

  sarap_window_open_database (window, "sqlite:/nowhere/at/all.sqlite", NULL);
  g_assert_true (sarap_window_get_store (window) == store);
  assert_path (window, "today");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_activate (GApplication *app, gpointer data)
{
  *(int *) data = g_test_run ();
  g_application_quit (app);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  char *arguments[] = { argv[0], NULL };
  int status = 1;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sarap-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  application = sarap_application_new ();
  sarap_application_add_page (application, &entry);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &status);

  g_test_add_func ("/pages/paths", test_paths);
  g_test_add_func ("/pages/language-keeps-place", test_language_keeps_place);
  g_test_add_func ("/pages/language-waits-for-unsaved", test_language_waits_for_unsaved);
  g_test_add_func ("/pages/identity", test_identity);
  g_test_add_func ("/pages/failed-open-keeps-database", test_failed_open_keeps_database);

  g_application_run (G_APPLICATION (application), 1, arguments);
  g_object_unref (application);
  remove_folder ();
  return status;
}

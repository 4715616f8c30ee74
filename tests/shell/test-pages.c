#include "shell/sarap-application.h"
#include "shell/sarap-today-page.h"
#include "shell/sarap-window.h"

#include "base/sarap-language.h"

#include <glib/gstdio.h>

#include "sarap-test-store.h"
#include "sarap-test-widgets.h"

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
static SarapRegistry *registry;
static char *folder;

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
new_window (const char *database)
{
  return sarap_window_new (ADW_APPLICATION (application), registry,
                           sarap_application_get_today (application), database);
}

static SarapWindow *
open_window (void)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/test.sqlite", folder);
  SarapWindow *window = new_window (NULL);

  gtk_window_present (GTK_WINDOW (window));
  sarap_window_make_database (window, name);
  sarap_test_wait (is_open (window));
  sarap_test_wait (is_shown (window));
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
  sarap_host_open_path (SARAP_HOST (window), "test/14");
  assert_path (window, "test/14");
  sarap_host_open_path (SARAP_HOST (window), "test?status=overdue");
  assert_path (window, "test?status=overdue");
  sarap_host_open_path (SARAP_HOST (window), "nothing/of/this");
  assert_path (window, "test?status=overdue");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  assert_path (window, "test/14");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), name);
}

static GtkWidget *
find_widget (GtkWidget *from, const char *type)
{
  return sarap_test_find_widget (from, is_of_type, type);
}

static gboolean
today_is_made (SarapWindow *window)
{
  return find_widget (GTK_WIDGET (window), "SarapTodayPage") != NULL;
}

static void
test_language_keeps_place (void)
{
  SarapWindow *window = open_window ();
  guint before = 0;

  sarap_host_open_path (SARAP_HOST (window), "test/7");
  before = made;
  sarap_application_set_language (application, "ru");
  g_assert_cmpstr (sarap_language_get (), ==, "ru");
  g_assert_cmpuint (made, ==, before + 1);
  assert_path (window, "test/7");
  /* it is not shown, but its badge is */
  sarap_test_wait (today_is_made (window));
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
  sarap_test_wait (reads_only (window));
  g_assert_cmpuint (refreshed & SARAP_REFRESH_IDENTITY, !=, 0);
  /* a place that an auditor may not use is passed over */
  sarap_host_open_path (SARAP_HOST (window), "today");
  sarap_session_act_as (session, "hr");
  sarap_test_wait (may_edit (window));
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

/* What is typed and not saved is not lost for another database, nor for another role */
static void
test_unsaved_stays (void)
{
  SarapWindow *window = open_window ();
  SarapPage *page = sarap_window_get_page (window, "test");

  sarap_host_open_path (SARAP_HOST (window), "test/14");
  sarap_page_set_unsaved (page, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  assert_path (window, "test/14");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.new-file", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_true (sarap_window_get_page (window, "test") == page);

  sarap_page_set_unsaved (page, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  g_assert_null (sarap_window_get_page (window, "test"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_another (SarapWindow *window)
{
  SarapStore *store = sarap_window_get_store (window);

  return store != NULL && g_str_has_suffix (sarap_store_get_name (store), "another.sqlite");
}

/* The fourteenth of one database is somebody else in another */
static void
test_another_database_is_another_place (void)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/another.sqlite", folder);
  SarapWindow *window = open_window ();

  sarap_host_open_path (SARAP_HOST (window), "test/14");
  sarap_host_open_path (SARAP_HOST (window), "test/15");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  sarap_window_make_database (window, name);
  sarap_test_wait (is_another (window));
  sarap_test_wait (is_shown (window));
  assert_path (window, "test");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  assert_path (window, "test");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The question leaves everything as it was when it is left */
static void
test_question_is_left (void)
{
  SarapWindow *window = open_window ();

  sarap_host_open_path (SARAP_HOST (window), "test/14");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-welcome", NULL));
  assert_path (window, "test/14");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The palette offers what the pages offer, and goes with them */
static void
test_palette_goes_with_its_pages (void)
{
  SarapWindow *window = open_window ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.palette", NULL));
  g_assert_nonnull (find_widget (GTK_WIDGET (window), "SarapPalette"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.connect", NULL));
  g_assert_null (find_widget (GTK_WIDGET (window), "SarapPalette"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
offers_tooltip (GtkWidget *widget)
{
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

/* A tooltip takes the first click on the menu it lies on */
static void
test_menu_is_not_under_a_tooltip (void)
{
  SarapWindow *window = open_window ();
  GtkWidget *side_bar = find_widget (GTK_WIDGET (window), "SarapSideBar");
  GtkWidget *button = find_widget (side_bar, "GtkMenuButton");

  g_assert_true (offers_tooltip (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_false (offers_tooltip (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_assert_true (offers_tooltip (button));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_store (guint *n)
{
  (*n)++;
}

static guint idle_references;

/* Whatever is being opened holds the window */
static gboolean
opens_nothing (SarapWindow *window)
{
  return G_OBJECT (window)->ref_count == idle_references;
}

/* A server whose password is still being looked for, and then a file: the file is opened, once */
static void
test_last_opening_counts (void)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/another.sqlite", folder);
  SarapWindow *window = open_window ();
  guint n_stores = 0;

  idle_references = G_OBJECT (window)->ref_count;
  g_signal_connect_swapped (sarap_window_get_session (window), "notify::store",
                            G_CALLBACK (count_store), &n_stores);
  sarap_window_open_database (window, "postgresql://localhost:1/nothing", NULL);
  sarap_window_make_database (window, name);
  sarap_test_wait (is_another (window));
  sarap_test_wait (opens_nothing (window));
  g_assert_true (is_another (window));
  g_assert_cmpuint (n_stores, ==, 1);
  g_signal_handlers_disconnect_by_data (sarap_window_get_session (window), &n_stores);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What ends after its window was closed has nobody to tell; it holds neither pages nor database */
static void
test_closed_window_says_nothing (void)
{
  SarapWindow *window = g_object_ref (open_window ());
  SarapPage *page = sarap_window_get_page (window, "test");
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Too late");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  sarap_window_open_database (window, "postgresql://localhost:1/nothing", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (page);
  g_assert_null (sarap_window_get_store (window));
  sarap_host_toast (SARAP_HOST (window), "Too late");
  sarap_host_present_error (SARAP_HOST (window), "Too late", error);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  idle_references = 1;
  sarap_test_wait (opens_nothing (window));
  g_object_unref (window);
}

/* A server that takes the call and says nothing */
static void
test_opening_is_given_up (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("postgresql://127.0.0.1:%u/nothing", port);
  SarapWindow *window = new_window (NULL);
  GtkWidget *form = find_widget (GTK_WIDGET (window), "SarapServerForm");
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (form, GTK_TYPE_STACK));

  gtk_window_present (GTK_WINDOW (window));
  idle_references = G_OBJECT (window)->ref_count;
  sarap_window_open_database (window, name, "secret");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "opening");
  g_signal_emit_by_name (find_widget (gtk_stack_get_visible_child (stack), "GtkButton"), "clicked");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "question");
  g_socket_listener_close (listener);
  sarap_test_wait (opens_nothing (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "question");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What goes on can be stopped in any language */
static void
test_progress_outlives_language (void)
{
  SarapWindow *window = open_window ();
  g_autoptr (SarapProgress) progress = sarap_progress_new ("Test");

  sarap_host_show_progress (SARAP_HOST (window), progress);
  g_assert_nonnull (find_widget (GTK_WIDGET (window), "SarapProgressPanel"));
  sarap_application_set_language (application, "ru");
  g_assert_nonnull (find_widget (GTK_WIDGET (window), "SarapProgressPanel"));
  sarap_application_set_language (application, "kk");
  sarap_host_hide_progress (SARAP_HOST (window), progress);
  g_assert_null (find_widget (GTK_WIDGET (window), "SarapProgressPanel"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_activate (GApplication *app, gpointer data)
{
  /* an entry that has the focus of a window that has not, as nobody gives it that, would complain
   */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
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

/* Windows are told apart: what is shown first, then the database */
static void
test_title (void)
{
  SarapWindow *window = open_window ();
  SarapPage *page = sarap_window_get_page (window, "test");

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Бүгін – test – Сарап");
  sarap_host_open_path (SARAP_HOST (window), "test/14");
  sarap_page_set_place (page, "Ахметов Ахмет");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Ахметов Ахмет – test – Сарап");
  sarap_host_open_path (SARAP_HOST (window), "today");
  sarap_page_set_place (page, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Бүгін – test – Сарап");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What somebody who sees no officer is told is true of their role */
static void
test_empty_is_explained (void)
{
  static const struct
  {
    SarapAccountRoles roles;
    gboolean edits;
    const char *word;
    const char *title;
  } cases[] = {
    { SARAP_ACCOUNT_HR, TRUE, "импорттаңыз", "Әзірге лауазымды адамдар жоқ" },
    { SARAP_ACCOUNT_HR | SARAP_ACCOUNT_MEMBER, TRUE, "импорттаңыз",
      "Әзірге лауазымды адамдар жоқ" },
    { SARAP_ACCOUNT_ADMIN, FALSE, "кадр қызметі", "Әзірге лауазымды адамдар жоқ" },
    { SARAP_ACCOUNT_AUDITOR, FALSE, "кадр қызметі", "Әзірге лауазымды адамдар жоқ" },
    { SARAP_ACCOUNT_HEAD, FALSE, "кадр қызметі", "Әзірге лауазымды адамдар жоқ" },
    /* for these there may be hundreds, whom they do not see */
    { SARAP_ACCOUNT_MEMBER, FALSE, "комиссияңыз", "Сізге ашық карточка жоқ" },
    { SARAP_ACCOUNT_SECRETARY, FALSE, "комиссияңыз", "Сізге ашық карточка жоқ" },
    { SARAP_ACCOUNT_SUPERVISOR, FALSE, "қарамағыңыздағы", "Сізге ашық карточка жоқ" },
    { SARAP_ACCOUNT_OFFICER, FALSE, "әкімші", "Сізге ашық карточка жоқ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SarapIdentity) identity = sarap_identity_new ("somebody", cases[i].roles);
      g_autofree char *said = g_utf8_strdown (sarap_identity_explain_empty (identity), -1);

      g_test_message ("%u: %s", cases[i].roles, said);
      g_assert_nonnull (strstr (said, cases[i].word));
      /* of his people the officer's role says nothing: there are none */
      g_assert_true ((strstr (said, "қарамағыңыздағы") != NULL) ==
                     (cases[i].roles == SARAP_ACCOUNT_SUPERVISOR));
      g_assert_cmpstr (sarap_identity_title_empty (identity), ==, cases[i].title);
      g_assert_true (identity->may_edit == cases[i].edits);
    }
}

int
main (int argc, char **argv)
{
  char *arguments[] = { argv[0], NULL };
  int status = 1;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sarap-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  registry = sarap_registry_new ();
  sarap_registry_add_page (registry, &sarap_today_page_entry);
  sarap_registry_add_page (registry, &entry);
  application = sarap_application_new (registry);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &status);

  g_test_add_func ("/pages/paths", test_paths);
  g_test_add_func ("/pages/language-keeps-place", test_language_keeps_place);
  g_test_add_func ("/pages/language-waits-for-unsaved", test_language_waits_for_unsaved);
  g_test_add_func ("/pages/identity", test_identity);
  g_test_add_func ("/pages/title", test_title);
  g_test_add_func ("/pages/empty-is-explained", test_empty_is_explained);
  g_test_add_func ("/pages/failed-open-keeps-database", test_failed_open_keeps_database);
  g_test_add_func ("/pages/unsaved-stays", test_unsaved_stays);
  g_test_add_func ("/pages/another-database-is-another-place",
                   test_another_database_is_another_place);
  g_test_add_func ("/pages/question-is-left", test_question_is_left);
  g_test_add_func ("/pages/palette-goes-with-its-pages", test_palette_goes_with_its_pages);
  g_test_add_func ("/pages/menu-is-not-under-a-tooltip", test_menu_is_not_under_a_tooltip);
  g_test_add_func ("/pages/last-opening-counts", test_last_opening_counts);
  g_test_add_func ("/pages/opening-is-given-up", test_opening_is_given_up);
  g_test_add_func ("/pages/progress-outlives-language", test_progress_outlives_language);
  g_test_add_func ("/pages/closed-window-says-nothing", test_closed_window_says_nothing);

  g_application_run (G_APPLICATION (application), 1, arguments);
  g_object_unref (application);
  remove_folder ();
  return status;
}

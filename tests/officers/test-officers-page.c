#include "exchange/sarap-demo.h"
#include "officers/sarap-filter-bar.h"
#include "officers/sarap-filter-saved.h"
#include "officers/sarap-officers-list-cell.h"
#include "officers/sarap-officers-list.h"
#include "shell/sarap-work.h"
#include "officers/sarap-officers-page.h"
#include "forms/sarap-record-form.h"
#include "forms/sarap-record-list.h"
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-record-save.h"
#include "administration/sarap-bodies-window.h"
#include "administration/sarap-import-actions.h"
#include "officers/sarap-file-page-why.h"
#include "shell/sarap-application.h"
#include "shell/sarap-commands.h"
#include "shell/sarap-today-page.h"
#include "shell/sarap-window.h"

#include "sarap-test-store.h"
#include "sarap-test-widgets.h"

#include <glib/gstdio.h>

#define OFFICERS 60
#define SEED 7
/* One of them with several records of service, and of no commission */
#define SOMEBODY 27
#define THEIR_PATH "officers/27"

static SarapApplication *application;
static SarapRegistry *registry;
static char *folder;

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (from), type) ? from : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      found = find_widget (child, type);
  return found;
}

/* Whoever is shown: a window, and what is over it */
static guint
n_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static gpointer
fill (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (
      sarap_demo_fill (db, OFFICERS, SEED, sarap_date_new (2026, 11, 22), NULL, NULL, NULL, error));
}

static gboolean
is_open (SarapWindow *window, const char *file)
{
  SarapStore *store = sarap_window_get_store (window);

  return store != NULL && g_str_has_suffix (sarap_store_get_name (store), file);
}

static void
open_database (SarapWindow *window, const char *file)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/%s", folder, file);
  g_autoptr (GError) error = NULL;

  sarap_window_make_database (window, name);
  sarap_test_wait (is_open (window, file));
  sarap_test_store_call (sarap_window_get_store (window), fill, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
shows (SarapWindow *window, const char *path)
{
  g_autofree char *shown = sarap_window_dup_path (window);

  return g_strcmp0 (shown, path) == 0;
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
  SarapWindow *window = new_window (NULL);

  gtk_window_present (GTK_WINDOW (window));
  open_database (window, "test.sqlite");
  sarap_test_wait (shows (window, "today"));
  return window;
}

static void
remove_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* Every test begins with files of its own */
static void
close_window (SarapWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  remove_files ();
}

/* The store's thread stands still until it is let go on */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean goes;
  gboolean went;
} Gate;

static gpointer
stand (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&gate->lock);

  while (!gate->goes)
    g_cond_wait (&gate->cond, &gate->lock);
  return gate;
}

static void
on_went (GObject *object, GAsyncResult *result, gpointer data)
{
  Gate *gate = data;

  sarap_store_call_finish (SARAP_STORE (object), result, NULL);
  gate->went = TRUE;
}

static void
gate_close (Gate *gate, SarapStore *store)
{
  g_mutex_init (&gate->lock);
  g_cond_init (&gate->cond);
  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, stand, gate, NULL, NULL, NULL, on_went,
                          gate);
}

/* Waits for all that was asked for meanwhile, too */
static void
gate_open (Gate *gate, SarapStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&gate->lock);

  gate->goes = TRUE;
  g_cond_signal (&gate->cond);
  g_clear_pointer (&locker, g_mutex_locker_free);
  sarap_test_wait (gate->went);
  sarap_test_store_call (store, stand, gate, NULL);
}

/* The list of service in the officer's file, once it is there */
static SarapRecordList *
open_file (SarapWindow *window)
{
  GtkWidget *page = GTK_WIDGET (sarap_window_get_page (window, "officers"));
  GtkWidget *list = NULL;

  sarap_host_open_path (SARAP_HOST (window), THEIR_PATH);
  list = find_widget (page, SARAP_TYPE_RECORD_LIST);
  sarap_test_wait (gtk_list_box_get_row_at_index (
                       GTK_LIST_BOX (find_widget (list, GTK_TYPE_LIST_BOX)), 0) != NULL);
  return SARAP_RECORD_LIST (list);
}

static guint
n_rows (SarapRecordList *list)
{
  GtkListBox *rows = GTK_LIST_BOX (find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_BOX));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (rows, n) != NULL)
    n++;
  return n;
}

static void
press_delete (SarapRecordList *list)
{
  GtkWidget *rows = find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_BOX);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (rows);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) ==
              GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Delete, 0, 0, &handled);
    }
}

/* The window is closed while the answer of the database is still to come */
static void
test_closed_while_writing (void)
{
  SarapWindow *window = open_window ();
  g_autoptr (SarapStore) store = g_object_ref (sarap_window_get_store (window));
  SarapRecordList *list = open_file (window);
  Gate gate = { 0 };

  gate_close (&gate, store);
  press_delete (list);
  close_window (window);
  gate_open (&gate, store);
}

/* A key that is held down removes one record */
static void
test_removed_once (void)
{
  SarapWindow *window = open_window ();
  g_autoptr (SarapStore) store = g_object_ref (sarap_window_get_store (window));
  SarapRecordList *list = open_file (window);
  guint n_before = n_rows (list);
  Gate gate = { 0 };

  gate_close (&gate, store);
  press_delete (list);
  press_delete (list);
  gate_open (&gate, store);
  sarap_test_wait (n_rows (list) == n_before - 1);
  g_assert_cmpuint (n_windows (), ==, 1);
  close_window (window);
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  const char *said =
      GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  return said != NULL && strstr (said, text) != NULL;
}

/* The list is asked for before the database is open, and knows which day it is all the same */
static void
test_list_before_its_database (void)
{
  g_autofree char *name = g_strdup_printf ("sqlite:%s/test.sqlite", folder);
  SarapWindow *window = open_window ();

  gtk_window_destroy (GTK_WINDOW (window));
  window = new_window (name);
  gtk_window_present (GTK_WINDOW (window));
  sarap_host_open_path (SARAP_HOST (window), "officers");
  /* between a deadline and how long it is until then */
  sarap_test_wait (sarap_test_find_widget (GTK_WIDGET (window), has_text, " · ") != NULL);
  close_window (window);
}

/* Whose file was open is somebody else in another database */
static void
test_file_of_another_database (void)
{
  SarapWindow *window = open_window ();

  open_file (window);
  g_assert_true (shows (window, THEIR_PATH));
  open_database (window, "another.sqlite");
  g_assert_true (shows (window, "officers"));
  close_window (window);
}

static gpointer
remove_service (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapOfficerFile) file =
      sarap_officer_file_load (db, SOMEBODY, sarap_date_new (2026, 11, 22), 1, error);

  return GINT_TO_POINTER (file != NULL &&
                          sarap_record_remove (db, file->service->pdata[0], NULL, error));
}

static gpointer
count_service (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapOfficerFile) file =
      sarap_officer_file_load (db, SOMEBODY, sarap_date_new (2026, 11, 22), 1, error);

  return GUINT_TO_POINTER (file->service->len);
}

static gpointer
count_nothing (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static GtkWidget *
find_undo (SarapWindow *window)
{
  GtkWidget *overlay = find_widget (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *toast = gtk_widget_get_last_child (overlay);

  return g_str_equal (G_OBJECT_TYPE_NAME (toast), "AdwToastWidget")
             ? find_widget (toast, GTK_TYPE_BUTTON)
             : NULL;
}

/* Undo is of the database in which it was done */
static void
test_undo_stays_in_its_database (void)
{
  SarapWindow *window = open_window ();
  SarapRecordList *list = open_file (window);
  gpointer before, after;

  press_delete (list);
  sarap_test_wait (find_undo (window) != NULL);
  open_database (window, "another.sqlite");
  g_assert_nonnull (
      sarap_test_store_call (sarap_window_get_store (window), remove_service, NULL, NULL));
  before = sarap_test_store_call (sarap_window_get_store (window), count_service, NULL, NULL);
  sarap_test_wait (find_undo (window) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  after = sarap_test_store_call (sarap_window_get_store (window), count_service, NULL, NULL);
  g_assert_true (before == after);
  close_window (window);
}

static gpointer
remove_officer (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapOfficerFile) file =
      sarap_officer_file_load (db, SOMEBODY, sarap_date_new (2026, 11, 22), 1, error);

  for (guint i = 0; i < file->attestations->len; i++)
    if (!sarap_record_remove (db, file->attestations->pdata[i], NULL, error))
      return NULL;
  return GINT_TO_POINTER (sarap_officer_file_remove (db, file->officer, NULL, error));
}

/* Until whatever follows from the last change has been read */
static void
settle (SarapWindow *window)
{
  for (int i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      sarap_test_store_call (sarap_window_get_store (window), count_nothing, NULL, NULL);
    }
}

/* What is typed about somebody whom somebody else removes can still be seen, until it is given up
 */
static void
test_removed_while_typing (void)
{
  SarapWindow *window = open_window ();
  SarapRecordList *list = open_file (window);
  GtkWidget *form = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_list_add (list);
  form = find_widget (GTK_WIDGET (list), SARAP_TYPE_RECORD_FORM);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (form, GTK_TYPE_ENTRY)), "1");
  g_assert_true (sarap_window_has_unsaved (window));
  sarap_test_store_call (sarap_window_get_store (window), remove_officer, NULL, &error);
  g_assert_no_error (error);
  settle (window);
  g_assert_true (gtk_widget_get_mapped (form));
  g_assert_true (gtk_widget_activate_action (form, "form.cancel", NULL));
  sarap_test_wait (!gtk_widget_get_mapped (GTK_WIDGET (list)));
  close_window (window);
}

/* The one that takes a saved filter away */
static GtkWidget *
find_trash (GtkWidget *from)
{
  GtkWidget *found =
      GTK_IS_BUTTON (from) &&
              g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (from)), "user-trash-symbolic") == 0
          ? from
          : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_trash (child);
  return found;
}

static gboolean
is_saved (const char *name)
{
  g_autofree char *query = sarap_filter_saved_lookup (name);

  return query != NULL;
}

static void
test_saved_filter_comes_back (void)
{
  SarapWindow *window = open_window ();
  SarapPage *page = sarap_window_get_page (window, "officers");
  GtkWidget *undo = NULL;

  sarap_filter_saved_keep (NULL, "Test", "status=due");
  sarap_host_open_path (SARAP_HOST (window), "officers");
  sarap_filter_bar_save (SARAP_FILTER_BAR (find_widget (GTK_WIDGET (page), SARAP_TYPE_FILTER_BAR)));
  g_signal_emit_by_name (find_trash (find_widget (GTK_WIDGET (page), SARAP_TYPE_FILTER_SAVED)),
                         "clicked");
  g_assert_false (is_saved ("Test"));
  sarap_test_wait ((undo = find_undo (window)) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_true (is_saved ("Test"));
  close_window (window);
}

typedef enum
{
  WORK_WAITS,
  WORK_GOES_ON,
  WORK_ENDED,
} WorkState;

static void
set_state (int *state, WorkState now)
{
  g_atomic_int_set (state, now);
  g_main_context_wakeup (NULL);
}

/* Goes on until it is stopped */
static gboolean
work (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  set_state (data, WORK_GOES_ON);
  while (!g_cancellable_is_cancelled (sarap_progress_get_cancellable (progress)))
    g_thread_yield ();
  set_state (data, WORK_ENDED);
  return FALSE;
}

static void
on_worked (SarapHost *host, gpointer data, const GError *error)
{
  g_assert_not_reached ();
}

/* Nobody waits for what a closed window was doing */
static void
test_work_ends_with_its_window (void)
{
  SarapWindow *window = open_window ();
  int state = WORK_WAITS;

  sarap_work_run (SARAP_HOST (window), "Test", work, on_worked, &state, NULL);
  sarap_test_wait (g_atomic_int_get (&state) == WORK_GOES_ON);
  close_window (window);
  sarap_test_wait (g_atomic_int_get (&state) == WORK_ENDED);
}

/* What takes its time keeps nobody waiting who only looks */
static void
test_work_is_done_beside (void)
{
  SarapWindow *window = open_window ();
  int state = WORK_WAITS;

  sarap_work_run (SARAP_HOST (window), "Test", work, on_worked, &state, NULL);
  sarap_test_wait (g_atomic_int_get (&state) == WORK_GOES_ON);
  sarap_test_store_call (sarap_window_get_store (window), count_nothing, NULL, NULL);
  g_assert_cmpint (g_atomic_int_get (&state), ==, WORK_GOES_ON);
  close_window (window);
  sarap_test_wait (g_atomic_int_get (&state) == WORK_ENDED);
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

/* Who goes on by the Tab key from the search comes to the table, without a filter too */
static void
test_tab_reaches_the_table (void)
{
  SarapWindow *window = open_window ();
  GtkWidget *page = GTK_WIDGET (sarap_window_get_page (window, "officers"));
  GtkWidget *table = NULL;
  gboolean reached = FALSE;

  sarap_host_open_path (SARAP_HOST (window), "officers");
  table = find_widget (page, GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (table);
  sarap_test_wait (gtk_widget_get_width (table) > 0);
  gtk_widget_grab_focus (find_widget (page, GTK_TYPE_SEARCH_ENTRY));
  for (int presses = 0; presses < 12 && !reached; presses++)
    {
      GtkWidget *focus = NULL;

      g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      reached = focus != NULL && (focus == table || gtk_widget_is_ancestor (focus, table));
    }
  g_assert_true (reached);
  close_window (window);
}

/* The officer whose row has the focus, 0 for none */
static gint64
officer_with_focus (SarapWindow *window)
{
  GtkWidget *cell = gtk_root_get_focus (GTK_ROOT (window));

  while (cell != NULL && !sarap_officers_cell_is (cell))
    cell = gtk_widget_get_first_child (cell);
  return cell != NULL ? sarap_officers_cell_get_officer (cell) : 0;
}

/* Whom one chose one opens, whatever reorders the list between: the focus goes with the person */
static void
test_focus_stays_with_the_person (void)
{
  SarapWindow *window = open_window ();
  GtkWidget *page = GTK_WIDGET (sarap_window_get_page (window, "officers"));
  GtkWidget *table = NULL;
  gint64 chosen = 0;
  g_autofree char *path = NULL;

  sarap_host_open_path (SARAP_HOST (window), "officers");
  table = find_widget (page, GTK_TYPE_COLUMN_VIEW);
  sarap_test_wait (gtk_widget_get_width (table) > 0);
  sarap_officers_list_grab_first (
      SARAP_OFFICERS_LIST (gtk_widget_get_ancestor (table, SARAP_TYPE_OFFICERS_LIST)));
  sarap_test_wait ((chosen = officer_with_focus (window)) != 0);
  /* who was the first is the last now, and seen */
  gtk_widget_activate_action (table, "page.descending", NULL);
  sarap_test_wait (officer_with_focus (window) == chosen);
  gtk_widget_activate_action (table, "page.sort", "i", SARAP_SORT_IIN);
  sarap_test_wait (officer_with_focus (window) == chosen);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, chosen);
  sarap_test_wait (shows (window, path));
  gtk_widget_activate_action (table, "page.descending", NULL);
  gtk_widget_activate_action (table, "page.sort", "i", SARAP_SORT_NAME);
  close_window (window);
}

/* Whoever saves a filter types its name at once, though there are others that come first */
static void
test_filter_is_named_at_once (void)
{
  SarapWindow *window = open_window ();
  GtkWidget *page = GTK_WIDGET (sarap_window_get_page (window, "officers"));
  GtkWidget *saved = NULL, *focus = NULL;

  sarap_filter_saved_keep (NULL, "Test", "status=due");
  sarap_host_open_path (SARAP_HOST (window), "officers?status=overdue");
  sarap_filter_bar_save (SARAP_FILTER_BAR (find_widget (page, SARAP_TYPE_FILTER_BAR)));
  saved = find_widget (page, SARAP_TYPE_FILTER_SAVED);
  sarap_test_wait (gtk_widget_get_mapped (saved));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, saved));
  sarap_filter_saved_keep ("Test", NULL, NULL);
  close_window (window);
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* A file as of another day says so over all that it shows, and is left by one button */
static void
test_another_day_is_not_today (void)
{
  SarapWindow *window = open_window ();
  GtkWidget *page = GTK_WIDGET (sarap_window_get_page (window, "officers"));
  GtkWidget *why = NULL;

  open_file (window);
  why = find_widget (page, SARAP_TYPE_FILE_PAGE_WHY);
  g_assert_false (has_label (page, "01.10.2024"));
  g_signal_emit_by_name (why, "day-chosen", sarap_date_new (2024, 10, 1));
  sarap_test_wait (has_label (page, "01.10.2024"));
  g_signal_emit_by_name (why, "day-chosen", SARAP_DATE_NONE);
  sarap_test_wait (!has_label (page, "01.10.2024"));
  close_window (window);
}

static void
take_keys (const SarapCommand *command, const SarapPageEntry *page, gpointer data)
{
  GHashTable *actions = data;
  const char *other = command->keys != NULL ? g_hash_table_lookup (actions, command->keys) : NULL;

  if (other != NULL && !g_str_equal (other, command->action))
    g_error ("%s are the keys of %s and of %s", command->keys, other, command->action);
  if (command->keys != NULL)
    g_hash_table_insert (actions, (gpointer) command->keys, (gpointer) command->action);
}

/* One meaning everywhere: nobody makes a new file who wanted to add a record */
static void
test_keys_have_one_meaning (void)
{
  g_autoptr (GHashTable) actions = g_hash_table_new (g_str_hash, g_str_equal);

  sarap_commands_visit (registry, take_keys, actions);
  g_assert_cmpuint (g_hash_table_size (actions), >, 20);
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
  sarap_registry_add_page (registry, &sarap_officers_page_entry);
  sarap_registry_add_tool (registry, &sarap_import_tool_entry);
  sarap_registry_add_tool (registry, &sarap_bodies_tool_entry);
  application = sarap_application_new (registry);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &status);

  g_test_add_func ("/officers-page/filter-is-named-at-once", test_filter_is_named_at_once);
  g_test_add_func ("/officers-page/tab-reaches-the-table", test_tab_reaches_the_table);
  g_test_add_func ("/officers-page/focus-stays-with-the-person", test_focus_stays_with_the_person);
  g_test_add_func ("/officers-page/another-day-is-not-today", test_another_day_is_not_today);
  g_test_add_func ("/officers-page/keys-have-one-meaning", test_keys_have_one_meaning);
  g_test_add_func ("/officers-page/closed-while-writing", test_closed_while_writing);
  g_test_add_func ("/officers-page/removed-once", test_removed_once);
  g_test_add_func ("/officers-page/list-before-its-database", test_list_before_its_database);
  g_test_add_func ("/officers-page/file-of-another-database", test_file_of_another_database);
  g_test_add_func ("/officers-page/undo-stays-in-its-database", test_undo_stays_in_its_database);
  g_test_add_func ("/officers-page/removed-while-typing", test_removed_while_typing);
  g_test_add_func ("/officers-page/saved-filter-comes-back", test_saved_filter_comes_back);
  g_test_add_func ("/officers-page/work-is-done-beside", test_work_is_done_beside);
  g_test_add_func ("/officers-page/work-ends-with-its-window", test_work_ends_with_its_window);

  g_application_run (G_APPLICATION (application), 1, arguments);
  g_object_unref (application);
  remove_files ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}

#include "administration/sarap-bodies-window.h"

#include "base/sarap-language.h"
#include "forms/sarap-form-choice.h"
#include "forms/sarap-record-list.h"
#include "procedure/sarap-record-save.h"

#include "sarap-test-database.h"
#include "sarap-test-host.h"
#include "sarap-test-store.h"
#include "sarap-test-widgets.h"

#define TODAY (sarap_date_new (2026, 11, 23))

static void
save (SarapDatabase *db, SarapRecord *record)
{
  g_autoptr (GError) error = NULL;

  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_body (SarapDatabase *db, const char *code, const char *kind, const char *name)
{
  g_autoptr (SarapRecord) body = sarap_record_new (&sarap_body_type);

  sarap_record_set (body, "code", code);
  sarap_record_set (body, "kind", kind);
  sarap_record_set (body, "name_kk", name);
  sarap_record_set (body, "name_ru", name);
  save (db, body);
}

static void
add_unit (SarapDatabase *db, const char *body, const char *code, const char *name)
{
  g_autoptr (SarapRecord) unit = sarap_record_new (&sarap_unit_type);

  sarap_record_set (unit, "body", body);
  sarap_record_set (unit, "code", code);
  sarap_record_set (unit, "kind", "department");
  sarap_record_set (unit, "name_kk", name);
  sarap_record_set (unit, "name_ru", name);
  save (db, unit);
}

/* Two bodies, with a unit each, in the window that a menu item opens */
static SarapTestHost *
open_window (SarapTestDatabase *test)
{
  SarapTestHost *host;

  add_body (test->db, "ALM", "central", "Agency");
  add_body (test->db, "KOS", "territorial", "Kostanay");
  add_unit (test->db, "ALM", "HR", "Personnel");
  add_unit (test->db, "KOS", "CTL", "Control");
  host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  sarap_bodies_tool_entry.install (SARAP_HOST (host));
  g_action_group_activate_action (G_ACTION_GROUP (host), "bodies", NULL);
  return host;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
is_list (GtkWidget *widget, gconstpointer type)
{
  return SARAP_IS_RECORD_LIST (widget) &&
         sarap_record_list_get_record_type (SARAP_RECORD_LIST (widget)) == type;
}

static gboolean
is_choice (GtkWidget *widget, gconstpointer data)
{
  return SARAP_IS_FORM_CHOICE (widget);
}

static gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Whether a list of the window has a row with this text */
static gboolean
lists (const SarapRecordType *type, const char *text)
{
  GtkWindow *window = find_window (SARAP_TYPE_BODIES_WINDOW);
  GtkWidget *list =
      window != NULL ? sarap_test_find_widget (GTK_WIDGET (window), is_list, type) : NULL;

  return list != NULL && sarap_test_find_widget (list, is_text, text) != NULL;
}

static void
close_all (SarapTestHost *host)
{
  gtk_window_destroy (GTK_WINDOW (host));
  sarap_test_wait (find_window (SARAP_TYPE_BODIES_WINDOW) == NULL);
}

/* What is saved, here or elsewhere, is shown without being asked for */
static void
test_what_is_saved_is_shown (SarapTestDatabase *test)
{
  SarapTestHost *host = open_window (test);

  sarap_test_wait (lists (&sarap_body_type, "Kostanay"));
  g_assert_true (lists (&sarap_body_type, "Agency"));
  g_assert_true (lists (&sarap_unit_type, "Control"));
  add_body (test->db, "SHY", "territorial", "Shymkent");
  sarap_test_wait (lists (&sarap_body_type, "Shymkent"));
  add_unit (test->db, "SHY", "CUS", "Clearance");
  sarap_test_wait (lists (&sarap_unit_type, "Clearance"));
  close_all (host);
}

/* Units of the body that was chosen; a new one begins with it */
static void
test_units_of_a_body (SarapTestDatabase *test)
{
  SarapTestHost *host = open_window (test);
  GtkWidget *window, *list;
  SarapFormChoice *body;
  g_autoptr (SarapRecord) typed = NULL;

  sarap_test_wait (lists (&sarap_unit_type, "Control"));
  window = GTK_WIDGET (find_window (SARAP_TYPE_BODIES_WINDOW));
  /* the first in the window: those of forms come with a form */
  body = SARAP_FORM_CHOICE (sarap_test_find_widget (window, is_choice, NULL));
  sarap_form_choice_set_code (body, "ALM");
  g_assert_true (lists (&sarap_unit_type, "Personnel"));
  g_assert_false (lists (&sarap_unit_type, "Control"));
  list = sarap_test_find_widget (window, is_list, &sarap_unit_type);
  sarap_record_list_add (SARAP_RECORD_LIST (list));
  typed = sarap_record_form_make (sarap_record_list_get_form (SARAP_RECORD_LIST (list)));
  g_assert_cmpstr (sarap_record_get (typed, "body"), ==, "ALM");
  close_all (host);
}

/* The window is not closed over what was typed before the person has answered */
static void
test_what_is_typed_is_asked_about (SarapTestDatabase *test)
{
  SarapTestHost *host = open_window (test);
  GtkWindow *window;
  GtkWidget *list;
  GtkWindow *question;

  sarap_test_wait (lists (&sarap_body_type, "Kostanay"));
  window = find_window (SARAP_TYPE_BODIES_WINDOW);
  list = sarap_test_find_widget (GTK_WIDGET (window), is_list, &sarap_body_type);
  sarap_record_list_add (SARAP_RECORD_LIST (list));
  sarap_record_form_fill (sarap_record_list_get_form (SARAP_RECORD_LIST (list)), "name_kk",
                          "Shymkent");
  gtk_window_close (window);
  sarap_test_wait ((question = find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_true (find_window (SARAP_TYPE_BODIES_WINDOW) == window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  sarap_test_wait (find_window (SARAP_TYPE_BODIES_WINDOW) == NULL);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM body"), ==, 2);
  close_all (host);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_language_set ("en");
  sarap_test_host_init_widgets ();
  sarap_test_add ("bodies-window/what-is-saved-is-shown", test_what_is_saved_is_shown);
  sarap_test_add ("bodies-window/units-of-a-body", test_units_of_a_body);
  sarap_test_add ("bodies-window/what-is-typed-is-asked-about", test_what_is_typed_is_asked_about);
  return g_test_run ();
}

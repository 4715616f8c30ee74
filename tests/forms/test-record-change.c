#include "forms/sarap-record-change.h"

#include "base/sarap-language.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-record-store.h"

#include "sarap-test-database.h"
#include "sarap-test-host.h"
#include "sarap-test-store.h"

#include <string.h>

#define TODAY (sarap_date_new (2026, 11, 23))

/* A change under way, and what became of it */
typedef struct
{
  gboolean ended;
  SarapChanged changed;
  SarapRecord *record;
} End;

static SarapRecord *
add_body (SarapDatabase *db)
{
  SarapRecord *record = sarap_record_new (&sarap_body_type);
  g_autoptr (GError) error = NULL;

  sarap_record_set (record, "code", "ALA");
  sarap_record_set (record, "kind", "territorial");
  sarap_record_set (record, "name_kk", "Алматы");
  sarap_record_set (record, "name_ru", "Алматы");
  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static SarapRecord *
with (SarapRecord *record, const char *field, const char *value)
{
  SarapRecord *changed = sarap_record_copy (record);

  sarap_record_set (changed, field, value);
  return changed;
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  End *end = data;
  g_autoptr (GError) error = NULL;

  end->changed = sarap_record_change_finish (result, &end->record, &error);
  g_assert_no_error (error);
  end->ended = TRUE;
}

static void
begin (SarapTestHost *host, SarapRecord *before, SarapRecord *after, End *end)
{
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();

  *end = (End){ 0 };
  sarap_record_change_async (gtk_window_get_child (GTK_WINDOW (host)), before, after, none,
                             on_changed, end);
}

/* Takes @after; returns the record as it is then, NULL when it was removed */
static SarapRecord *
change (SarapTestHost *host, SarapRecord *before, SarapRecord *after)
{
  End result;

  begin (host, before, after, &result);
  sarap_test_wait (result.ended);
  g_assert_cmpint (result.changed, ==, SARAP_CHANGED_MINE);
  g_clear_object (&after);
  return result.record;
}

static void
assert_names (SarapTestDatabase *test, const char *expected)
{
  g_autofree char *names = sarap_test_text (
      test->db, "SELECT coalesce (max (name_kk || ' ' || name_ru), 'none') FROM body");

  g_assert_cmpstr (names, ==, expected);
}

/* Every step is taken back and done again, in order, also of one record, also past its removal */
static void
test_undo_and_redo (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) first = add_body (test->db);
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  g_autoptr (SarapRecord) second = change (host, first, with (first, "name_kk", "Бір"));
  g_autoptr (SarapRecord) third = change (host, second, with (second, "name_kk", "Екі"));
  g_autoptr (SarapRecord) removed = change (host, third, NULL);

  g_assert_null (removed);
  assert_names (test, "none");
  sarap_test_host_undo (host);
  assert_names (test, "Екі Алматы");
  sarap_test_host_undo (host);
  assert_names (test, "Бір Алматы");
  sarap_test_host_undo (host);
  assert_names (test, "Алматы Алматы");
  sarap_test_host_redo (host);
  sarap_test_host_redo (host);
  assert_names (test, "Екі Алматы");
  sarap_test_host_redo (host);
  assert_names (test, "none");
  sarap_test_host_undo (host);
  assert_names (test, "Екі Алматы");
  gtk_window_destroy (GTK_WINDOW (host));
  sarap_test_assert_sound (test->db);
}

/* What two people changed in different fields is joined, and undo takes back one's own alone */
static void
test_changes_are_joined (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) read = add_body (test->db);
  g_autoptr (SarapRecord) theirs = with (read, "name_ru", "Шымкент");
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  g_autoptr (SarapRecord) written = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_save (test->db, theirs, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  written = change (host, read, with (read, "name_kk", "Шымкент"));
  assert_names (test, "Шымкент Шымкент");
  said = sarap_test_host_take_said (host);
  g_assert_cmpstr (said, ==, "Saved. What another user had changed meanwhile was kept.");
  sarap_test_host_undo (host);
  assert_names (test, "Алматы Шымкент");
  gtk_window_destroy (GTK_WINDOW (host));
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/* All texts that are seen below a widget, a line each */
static void
gather_texts (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_texts (child, texts);
}

/* Where both changed one field, the person is asked; theirs stays in the fields that I left alone
 */
static void
test_clash_is_asked_about (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) read = add_body (test->db);
  g_autoptr (SarapRecord) theirs = with (read, "name_kk", "Шымкент");
  g_autoptr (SarapRecord) mine = with (read, "name_kk", "Тараз");
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree char *actor = NULL, *said = NULL;
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  g_autoptr (GError) error = NULL;
  End result;

  sarap_record_set (theirs, "name_ru", "Шымкент");
  sarap_record_save (test->db, theirs, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  begin (host, read, mine, &result);
  sarap_test_wait (find_dialog () != NULL);
  gather_texts (find_dialog (), texts);
  actor = sarap_test_text (test->db, "SELECT actor FROM audit ORDER BY seq DESC LIMIT 1");
  said = g_strdup_printf ("The last change: %s, ", actor);
  g_assert_nonnull (strstr (texts->str, said));
  assert_names (test, "Шымкент Шымкент");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "mine");
  sarap_test_wait (result.ended);
  g_assert_cmpint (result.changed, ==, SARAP_CHANGED_MINE);
  g_clear_object (&result.record);
  assert_names (test, "Тараз Шымкент");
  gtk_window_destroy (GTK_WINDOW (host));
}

/* What another user changed since is not taken back */
static void
test_undo_spares_what_others_did (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) read = add_body (test->db);
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  g_autoptr (SarapRecord) mine = change (host, read, with (read, "name_kk", "Тараз"));
  g_autoptr (SarapRecord) theirs = with (mine, "name_kk", "Шымкент");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_save (test->db, theirs, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (sarap_test_host_take_said (host));
  sarap_test_host_undo (host);
  said = sarap_test_host_take_said (host);
  g_assert_true (g_str_has_prefix (said, "The change could not be undone: "));
  assert_names (test, "Шымкент Алматы");
  gtk_window_destroy (GTK_WINDOW (host));
}

#define IIN "680111310338"

static SarapRecord *
new_record (const SarapRecordType *type, const char *const *values)
{
  SarapRecord *record = sarap_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  return record;
}

static SarapRecord *
new_leave (const char *kind, const char *start, const char *end)
{
  return new_record (&sarap_deferral_type, (const char *[]){ IIN, kind, start, end, NULL });
}

/* An officer, a man, who is on leave in March 2026 */
static void
add_officer_on_leave (SarapDatabase *db)
{
  g_autoptr (SarapRecord) officer =
      new_record (&sarap_officer_type, (const char *[]){ IIN, "Нұрғалиев", "Бауыржан", NULL,
                                                         "1968-01-11", "m", NULL, NULL, NULL });
  g_autoptr (SarapRecord) leave = new_leave ("absence", "2026-03-02", "2026-03-31");
  g_autoptr (GError) error = NULL;

  sarap_record_save (db, officer, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_record_save (db, leave, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_deferrals (SarapTestDatabase *test)
{
  return sarap_test_integer (test->db, "SELECT count (*) FROM deferral");
}

/* What is implausible is shown with its paragraphs before anything is written; going back is what
   Return and Escape do, and saving all the same saves */
static void
test_warnings_are_asked_about (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) leave = new_leave ("childcare", "2026-03-20", "2026-04-10");
  SarapTestHost *host;
  AdwMessageDialog *dialog;
  g_autoptr (GString) texts = g_string_new (NULL);
  End result;

  add_officer_on_leave (test->db);
  host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  begin (host, NULL, leave, &result);
  sarap_test_wait (find_dialog () != NULL);
  dialog = ADW_MESSAGE_DIALOG (find_dialog ());
  gather_texts (GTK_WIDGET (dialog), texts);
  g_assert_nonnull (strstr (texts->str, "Save this all the same?"));
  g_assert_nonnull (strstr (texts->str, "Go Back"));
  g_assert_nonnull (strstr (texts->str, "Save All the Same"));
  g_assert_nonnull (strstr (texts->str, "§3\nThe deferral since 02.03.2026 and the one since "
                                        "20.03.2026 share 12 days, up to 31.03.2026.\n"));
  g_assert_nonnull (strstr (texts->str, "§3\n§31\nThe deferral since 20.03.2026 (childcare leave) "
                                        "is one of women"));
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "back");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "back");
  g_assert_cmpint (count_deferrals (test), ==, 1);

  adw_message_dialog_response (dialog, "back");
  sarap_test_wait (result.ended);
  g_assert_cmpint (result.changed, ==, SARAP_CHANGED_NOT);
  g_assert_cmpint (count_deferrals (test), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));

  begin (host, NULL, leave, &result);
  sarap_test_wait (find_dialog () != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "save");
  sarap_test_wait (result.ended);
  g_assert_cmpint (result.changed, ==, SARAP_CHANGED_MINE);
  g_clear_object (&result.record);
  g_assert_cmpint (count_deferrals (test), ==, 2);

  /* what is taken back and done again was accepted then */
  sarap_test_host_undo (host);
  g_assert_cmpint (count_deferrals (test), ==, 1);
  sarap_test_host_redo (host);
  g_assert_cmpint (count_deferrals (test), ==, 2);
  gtk_window_destroy (GTK_WINDOW (host));
}

/* A reading of the program is marked, and the mark is explained */
static void
test_house_rules_are_marked (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) leave = new_leave ("absence", "2025-06-02", NULL);
  SarapTestHost *host;
  g_autoptr (GString) texts = g_string_new (NULL);
  End result;

  add_officer_on_leave (test->db);
  host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  begin (host, NULL, leave, &result);
  sarap_test_wait (find_dialog () != NULL);
  gather_texts (GTK_WIDGET (find_dialog ()), texts);
  g_assert_nonnull (strstr (texts->str, "§3*\nThe deferral (absence for a valid reason, since "
                                        "02.06.2025) has no last day yet"));
  g_assert_nonnull (strstr (texts->str, "\n* The Instruction does not say this expressly"));
  /* a question that goes with its window is answered: nothing is written */
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  sarap_test_wait (result.ended);
  g_assert_cmpint (result.changed, ==, SARAP_CHANGED_NOT);
  g_assert_cmpint (count_deferrals (test), ==, 1);
  gtk_window_destroy (GTK_WINDOW (host));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_language_set ("en");
  sarap_test_host_init_widgets ();
  sarap_test_add ("record-change/undo-and-redo", test_undo_and_redo);
  sarap_test_add ("record-change/changes-are-joined", test_changes_are_joined);
  sarap_test_add ("record-change/clash-is-asked-about", test_clash_is_asked_about);
  sarap_test_add ("record-change/undo-spares-what-others-did", test_undo_spares_what_others_did);
  sarap_test_add ("record-change/warnings-are-asked-about", test_warnings_are_asked_about);
  sarap_test_add ("record-change/house-rules-are-marked", test_house_rules_are_marked);
  return g_test_run ();
}

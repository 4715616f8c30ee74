#include "forms/sarap-form-choice.h"
#include "forms/sarap-form-date.h"
#include "forms/sarap-form-field.h"
#include "forms/sarap-record-form.h"

#include "base/sarap-language.h"

#include "sarap-test-database.h"
#include "sarap-test-host.h"
#include "sarap-test-store.h"

#include <string.h>

#define TODAY (sarap_date_new (2026, 11, 23))

/* Every way in which people write a day, and what is none */
static void
test_dates (SarapTestDatabase *test)
{
  static const struct
  {
    const char *text;
    SarapFormReading reading;
    const char *day;
  } table[] = {
    { "31.12.2026", SARAP_FORM_READ_DAY, "2026-12-31" },
    { " 2026-12-31 ", SARAP_FORM_READ_DAY, "2026-12-31" },
    { "17031985", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "17/03/1985", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "17,03,1985", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "17-03-1985", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "17 3 1985", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "17.3.85", SARAP_FORM_READ_DAY, "1985-03-17" },
    { "1.1.50", SARAP_FORM_READ_DAY, "1950-01-01" },
    { "1.1.49", SARAP_FORM_READ_DAY, "2049-01-01" },
    { "1.1.05", SARAP_FORM_READ_DAY, "2005-01-01" },
    { "31.02.2026", SARAP_FORM_READ_NO_SUCH_DAY, "" },
    { "17.13.85", SARAP_FORM_READ_NO_SUCH_DAY, "" },
    { "31022026", SARAP_FORM_READ_NO_SUCH_DAY, "" },
    { "2026-02-30", SARAP_FORM_READ_NO_SUCH_DAY, "" },
    { "17.03", SARAP_FORM_READ_BEGINNING, "" },
    { "17.03.198", SARAP_FORM_READ_BEGINNING, "" },
    { "1985", SARAP_FORM_READ_BEGINNING, "" },
    { "17.03/1985", SARAP_FORM_READ_NOTHING, "" },
    { "17.03.19850", SARAP_FORM_READ_NOTHING, "" },
    { "17..3.1985", SARAP_FORM_READ_NOTHING, "" },
    { "+7.03.1985", SARAP_FORM_READ_NOTHING, "" },
    { "17.03.-985", SARAP_FORM_READ_NOTHING, "" },
    { "17 March", SARAP_FORM_READ_NOTHING, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      char text[SARAP_DATE_TEXT];
      SarapDate date;

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (sarap_form_read_date (table[i].text, &date), ==, table[i].reading);
      g_assert_cmpstr (sarap_date_to_text (date, text), ==, table[i].day);
    }
  g_assert_null (sarap_form_say_reading (SARAP_FORM_READ_DAY));
  g_assert_cmpstr (sarap_form_say_reading (SARAP_FORM_READ_NO_SUCH_DAY), !=,
                   sarap_form_say_reading (SARAP_FORM_READ_NOTHING));
}

typedef gboolean (*Test) (GtkWidget *widget, const char *text);

static GtkWidget *
find (GtkWidget *from, Test test, const char *text)
{
  GtkWidget *found = test (from, text) ? from : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, test, text);
  return found;
}

static gboolean
is_button (GtkWidget *widget, const char *label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_field_of (GtkWidget *widget, const char *label)
{
  GtkWidget *first = NULL;

  if (!SARAP_IS_FORM_FIELD (widget))
    return FALSE;
  first = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (widget)));
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (first)), label);
}

static gboolean
is_text (GtkWidget *widget, const char *text)
{
  return GTK_IS_TEXT (widget);
}

static gboolean
is_choice (GtkWidget *widget, const char *text)
{
  return SARAP_IS_FORM_CHOICE (widget);
}

/* What can be seen below a widget, a line each */
static void
gather_texts (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_texts (child, texts);
}

static void
on_bodies (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (*(guint *) data)++;
}

/* Where there are no bodies, the list of them says so, and leads to where they are made */
static void
test_no_bodies (SarapTestDatabase *test)
{
  const GActionEntry entries[] = { { "bodies", on_bodies } };
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();
  g_autoptr (SarapRecord) blank =
      sarap_record_screen_blank (sarap_record_screen_of (&sarap_service_type));
  GtkWidget *form = sarap_record_form_new (blank, none);
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  g_autoptr (GString) texts = g_string_new (NULL);
  GtkWidget *choice = NULL;
  guint opened = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (host), entries, 1, &opened);
  gtk_window_set_child (GTK_WINDOW (host), form);
  choice = find (find (form, is_field_of, "Body"), is_choice, NULL);
  gtk_widget_activate_action (choice, "choice.open", NULL);
  gather_texts (choice, texts);
  g_assert_nonnull (strstr (texts->str, "There are no customs bodies yet.\n"));
  g_signal_emit_by_name (find (choice, is_button, "Add a body…"), "clicked");
  g_assert_cmpuint (opened, ==, 1);
  gtk_window_destroy (GTK_WINDOW (host));
}

/* The text field of a form below the label */
static GtkWidget *
text_of (GtkWidget *form, const char *label)
{
  return find (find (form, is_field_of, label), is_text, NULL);
}

static gboolean
says (GtkWidget *form, const char *part)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  gather_texts (form, texts);
  return strstr (texts->str, part) != NULL;
}

/* What is mostly a slip is said below, stands in nobody's way, and is not said of what was kept */
static void
test_slips (SarapTestDatabase *test)
{
  static const char *const values[][2] = {
    { "iin", "680111310338" },
    { "surname", "Нұрғалиев" },
    { "given_name", "Бауыржан" },
    { "birth_date", "1968-01-11" },
    { "sex", "m" },
    { "patronymic", "NULL" },
  };
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();
  g_autoptr (SarapRecord) officer = sarap_record_new (&sarap_officer_type);
  SarapTestHost *host = sarap_test_host_new (test->name, TODAY, gtk_label_new (""));
  GtkWidget *form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    sarap_record_set (officer, values[i][0], values[i][1]);
  form = sarap_record_form_new (officer, none);
  gtk_window_set_child (GTK_WINDOW (host), form);
  g_assert_false (says (form, "there is none"));
  gtk_editable_set_text (GTK_EDITABLE (text_of (form, "Surname")), "НҰРҒАЛИЕВ");
  g_assert_true (says (form, "“НҰРҒАЛИЕВ”: the name is written all in capital"));
  g_assert_true (sarap_record_form_can_save (SARAP_RECORD_FORM (form)));
  gtk_editable_set_text (GTK_EDITABLE (text_of (form, "Patronymic")), "нет");
  g_assert_true (says (form, "“нет” seems to say that there is none."));
  gtk_editable_set_text (GTK_EDITABLE (text_of (form, "Surname")), "Нұрғали");
  g_assert_false (says (form, "all in capital"));
  /* what has to be put right is said instead */
  gtk_editable_set_text (GTK_EDITABLE (text_of (form, "Surname")), "");
  g_assert_false (says (form, "there is none"));
  g_assert_false (sarap_record_form_can_save (SARAP_RECORD_FORM (form)));
  gtk_window_destroy (GTK_WINDOW (host));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_language_set ("en");
  sarap_test_host_init_widgets ();
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "record-form/dates", test_dates);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "record-form/no-bodies", test_no_bodies);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "record-form/slips", test_slips);
  return g_test_run ();
}

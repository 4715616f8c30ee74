#include "forms/sarap-record-warnings.h"

#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-sentences.h"
#include "procedure/sarap-warning-sentences.h"
#include "shell/sarap-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Pixels of the list, which is scrolled where it is longer */
#define WIDTH 480
#define MOST_HEIGHT 320
/* Shown at most: who imports by hand what is wrong throughout does not read a hundred */
#define MOST_SHOWN 50

typedef struct
{
  void (*func) (gboolean save, gpointer data); /* NULL once it has the answer */
  gpointer data;
} Question;

static void
question_answer (Question *question, gboolean save)
{
  void (*func) (gboolean, gpointer) = question->func;

  question->func = NULL;
  if (func != NULL)
    func (save, question->data);
}

/* One that goes with its window was not answered */
static void
question_free (gpointer data, GClosure *closure)
{
  question_answer (data, FALSE);
  g_free (data);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  question_answer (data, g_str_equal (response, "save"));
}

static GtkWidget *
new_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* The chips stand in a column of their own, so that the sentences begin at one line */
static GtkWidget *
new_chips (const SarapWarning *warning, GtkSizeGroup *column)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  char *cited;

  for (guint i = 0; (cited = sarap_format_warning_chip (warning, i)) != NULL; i++)
    {
      GtkWidget *chip = gtk_label_new (cited);

      gtk_widget_add_css_class (chip, "paragraph");
      gtk_widget_set_valign (chip, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (chips), chip);
      g_free (cited);
    }
  gtk_size_group_add_widget (column, chips);
  return chips;
}

static GtkWidget *
new_row (const SarapWarning *warning, GtkSizeGroup *column)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *sentence = sarap_format_warning (warning);
  g_autofree char *cited = sarap_format_warning_chips (warning);
  g_autofree char *label = g_strjoin (" ", cited, sentence, NULL);

  gtk_box_append (GTK_BOX (row), new_chips (warning, column));
  gtk_box_append (GTK_BOX (row), new_sentence (sentence));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static GtkWidget *
new_more (guint more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

  return new_sentence (text);
}

static GtkWidget *
new_list (GPtrArray *warnings)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gboolean starred = FALSE;

  for (guint i = 0; i < MIN (warnings->len, MOST_SHOWN); i++)
    {
      const SarapFileWarning *warning = warnings->pdata[i];

      gtk_box_append (GTK_BOX (list), new_row (&warning->warning, column));
      starred = starred || warning->warning.house_rule;
    }
  if (warnings->len > MOST_SHOWN)
    gtk_box_append (GTK_BOX (list), new_more (warnings->len - MOST_SHOWN));
  if (starred)
    {
      GtkWidget *star = new_sentence (sarap_format_own_reading ());

      gtk_widget_add_css_class (star, "dim-label");
      gtk_box_append (GTK_BOX (list), star);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  return scrolled;
}

void
sarap_record_warnings_ask (GtkWindow *parent,
                           GPtrArray *warnings,
                           void (*func) (gboolean save, gpointer data),
                           gpointer data)
{
  GtkWidget *dialog =
      adw_message_dialog_new (parent, _ ("Save this all the same?"),
                              _ ("Nothing was written yet. This should be looked at again:"));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Question *question = g_new (Question, 1);

  *question = (Question){ func, data };
  adw_message_dialog_set_extra_child (message, new_list (warnings));
  adw_message_dialog_add_responses (message, "back", _ ("_Go Back"), "save",
                                    _ ("_Save All the Same"), NULL);
  adw_message_dialog_set_default_response (message, "back");
  adw_message_dialog_set_close_response (message, "back");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  sarap_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

#include "forms/sarap-record-conflict.h"

#include "forms/sarap-history-format.h"
#include "forms/sarap-record-format.h"
#include "shell/sarap-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Pixels of the comparison, which is scrolled where it is longer */
#define WIDTH 540
#define LEAST_HEIGHT 260

typedef struct
{
  SarapConflictFunc func; /* NULL once it has the answer */
  gpointer data;
} Question;

static void
answer (Question *question, SarapConflictAnswer given)
{
  SarapConflictFunc func = question->func;

  question->func = NULL;
  if (func != NULL)
    func (given, question->data);
}

/* One that goes with its window was not answered */
static void
question_free (Question *question)
{
  answer (question, SARAP_CONFLICT_BACK);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "theirs"))
    answer (data, SARAP_CONFLICT_THEIRS);
  else if (g_str_equal (response, "mine"))
    answer (data, SARAP_CONFLICT_MINE);
  else
    answer (data, SARAP_CONFLICT_BACK);
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_selectable (GTK_LABEL (label), column > 0);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
say (SarapRecord *record, guint field, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);
  const char *body =
      sarap_record_type_field (type, "body") >= 0 ? sarap_record_get (record, "body") : NULL;

  return sarap_record_say_value (type, field, sarap_record_values (record)[field], body, bodies);
}

/* Attaches a field, if it differs or not as asked for; returns how many rows that took */
static int
attach_field (GtkGrid *grid,
              guint field,
              SarapRecord *theirs,
              SarapRecord *mine,
              const SarapBodies *bodies,
              gboolean differing,
              int row)
{
  const SarapField *f = &sarap_record_get_record_type (mine)->fields[field];
  g_autofree char *their_text = say (theirs, field, bodies);
  g_autofree char *my_text = say (mine, field, bodies);
  g_autofree char *marked = g_strdup_printf ("≠ %s", _ (f->label));
  gboolean differs = !g_str_equal (their_text, my_text);
  const char *css_class = differs ? "differs" : "dim-label";

  if (f->refers == &sarap_officer_type || differs != differing || (!differs && *my_text == '\0'))
    return 0;
  attach (grid, differs ? marked : _ (f->label), 0, row, css_class);
  attach (grid, *their_text != '\0' ? their_text : "—", 1, row, css_class);
  attach (grid, *my_text != '\0' ? my_text : "—", 2, row, css_class);
  return 1;
}

/* What differs first */
static GtkWidget *
new_comparison (SarapRecord *theirs, SarapRecord *mine, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (mine);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  int row = 1;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "comparison");
  attach (grid, _ ("Theirs"), 1, 0, "heading");
  attach (grid, _ ("Mine"), 2, 0, "heading");
  for (guint i = 0; i < type->n_fields; i++)
    row += attach_field (grid, i, theirs, mine, bodies, TRUE, row);
  for (guint i = 0; i < type->n_fields; i++)
    row += attach_field (grid, i, theirs, mine, bodies, FALSE, row);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (grid));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  return scrolled;
}

static const char *
say_what_happened (SarapRecord *theirs, SarapRecord *mine)
{
  if (theirs == NULL)
    return _ ("Somebody else removed this record in the meantime. What you typed is still here: "
              "you can add it again, or let it be removed.");
  if (mine == NULL)
    return _ ("Somebody else changed this record in the meantime. You can leave it as they made "
              "it, or remove it nevertheless.");
  return _ ("Somebody else changed this record in the meantime. Nothing was written; what you "
            "typed is still here. What differs is marked.");
}

/* Who was first, and when */
static char *
say_who (const SarapHistoryLine *line, const SarapBodies *bodies)
{
  g_autofree char *moment = sarap_history_say_moment (line);
  g_autofree char *actor = sarap_history_say_actor (line, bodies);

  /* TRANSLATORS: %1$s: a user, and what they act as; %2$s: a day and a time */
  return g_strdup_printf (_ ("The last change: %1$s, %2$s."), actor, moment);
}

void
sarap_record_conflict_ask (GtkWindow *parent,
                           SarapRecord *theirs,
                           SarapRecord *mine,
                           const SarapHistoryLine *line,
                           const SarapBodies *bodies,
                           SarapConflictFunc func,
                           gpointer data)
{
  g_autofree char *who = line != NULL ? say_who (line, bodies) : NULL;
  g_autofree char *text = g_strjoin ("\n\n", say_what_happened (theirs, mine), who, NULL);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Somebody else was faster"), text);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Question *question = g_new (Question, 1);

  *question = (Question){ func, data };
  adw_message_dialog_add_responses (message, "back", _ ("_Back to editing"), "theirs",
                                    theirs != NULL ? _ ("Take _theirs") : _ ("Let it be _removed"),
                                    "mine",
                                    mine == NULL     ? _ ("Remove _nevertheless")
                                    : theirs == NULL ? _ ("Add mine _again")
                                                     : _ ("Save _mine over it"),
                                    NULL);
  adw_message_dialog_set_close_response (message, "back");
  adw_message_dialog_set_default_response (message, "back");
  adw_message_dialog_set_response_appearance (message, "mine", ADW_RESPONSE_DESTRUCTIVE);
  if (theirs != NULL && mine != NULL)
    adw_message_dialog_set_extra_child (message, new_comparison (theirs, mine, bodies));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question,
                         (GClosureNotify) question_free, 0);
  sarap_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

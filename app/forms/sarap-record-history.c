#include "forms/sarap-record-history.h"

#include "forms/sarap-history-format.h"
#include "shell/sarap-tab-stop.h"

#include <glib/gi18n-lib.h>

#define LEAST_CHARS 12

struct _SarapRecordHistory
{
  AdwBin parent_instance;

  /* Owned */
  SarapBodies *bodies;

  /* Made in init */
  GtkListBox *rows;
  GtkWidget *none;
  GtkWidget *more;

  gint64 last;
  gboolean waiting;
};

enum
{
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapRecordHistory, sarap_record_history, ADW_TYPE_BIN)

static void
sarap_record_history_finalize (GObject *object)
{
  g_clear_pointer (&SARAP_RECORD_HISTORY (object)->bodies, sarap_bodies_unref);
  G_OBJECT_CLASS (sarap_record_history_parent_class)->finalize (object);
}

static void
sarap_record_history_class_init (SarapRecordHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_record_history_finalize;
  signals[MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sarap_record_history_init (SarapRecordHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "records");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History of changes"), -1);
  self->none = gtk_label_new (_ ("Nothing has been changed yet."));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_add_css_class (self->none, "nothing");
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  self->more = gtk_button_new_with_label (_ ("Show earlier changes"));
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (sarap_record_history_more), self);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), sarap_tab_stop_new (GTK_WIDGET (self->rows)));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* or GTK 4.8 is at odds with itself about how narrow it may be */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_line (SarapRecordHistory *self, const SarapHistoryLine *line)
{
  g_autofree char *action = sarap_history_say_action (line);
  g_autofree char *moment = sarap_history_say_moment (line);
  g_autofree char *detail = sarap_history_say_detail (line, self->bodies);
  g_autofree char *actor = sarap_history_say_actor (line, self->bodies);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", moment, actor, action);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *when = new_label (moment, "numeric");

  gtk_label_set_width_chars (GTK_LABEL (when), 22);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (left), when);
  gtk_box_append (GTK_BOX (left), new_label (actor, "dim-label"));
  gtk_box_append (GTK_BOX (right), new_label (action, "heading"));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (right), new_label (detail, NULL));
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
  self->last = line->seq;
}

void
sarap_record_history_append (SarapRecordHistory *self, GPtrArray *lines, gboolean complete)
{
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
  self->waiting = FALSE;
  gtk_widget_set_visible (self->more, !complete);
  gtk_widget_set_visible (self->none, self->last == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->last != 0);
}

void
sarap_record_history_show (SarapRecordHistory *self,
                           GPtrArray *lines,
                           SarapBodies *bodies,
                           gboolean complete)
{
  GtkWidget *row;

  sarap_bodies_ref (bodies);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  self->bodies = bodies;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  self->last = 0;
  sarap_record_history_append (self, lines, complete);
}

void
sarap_record_history_failed (SarapRecordHistory *self)
{
  self->waiting = FALSE;
}

void
sarap_record_history_more (SarapRecordHistory *self)
{
  if (self->waiting || !gtk_widget_get_visible (self->more))
    return;
  self->waiting = TRUE;
  g_signal_emit (self, signals[MORE], 0, self->last);
}

#include "forms/sarap-record-history.h"

#include "forms/sarap-history-row.h"
#include "shell/sarap-tab-stop.h"

struct _SarapRecordHistory
{
  AdwBin parent_instance;

  /* Owned */
  SarapBodies *bodies;

  /* Template */
  GtkListBox *rows;
  GtkWidget *none;
  GtkWidget *more;

  gint64 last; /* number of the oldest line shown, 0 for none */
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
sarap_record_history_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_HISTORY);
  G_OBJECT_CLASS (sarap_record_history_parent_class)->dispose (object);
}

static void
sarap_record_history_finalize (GObject *object)
{
  g_clear_pointer (&SARAP_RECORD_HISTORY (object)->bodies, sarap_bodies_unref);
  G_OBJECT_CLASS (sarap_record_history_parent_class)->finalize (object);
}

static void
sarap_record_history_class_init (SarapRecordHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_record_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_record_history_finalize;
  signals[MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (SARAP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-history.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordHistory, rows);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordHistory, none);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordHistory, more);
  gtk_widget_class_bind_template_callback (widget_class, sarap_record_history_more);
}

static void
sarap_record_history_init (SarapRecordHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (SarapRecordHistory *self, const SarapHistoryLine *line)
{
  gtk_list_box_append (self->rows, sarap_history_row_new (line, self->bodies));
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

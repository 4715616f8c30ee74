#include "shell/sarap-progress-panel.h"

#include <glib/gi18n-lib.h>

#define PULSE_MS 120

struct _SarapProgressPanel
{
  AdwBin parent_instance;

  /* Owned */
  SarapProgress *progress;
  guint pulse;

  /* Template */
  GtkLabel *title;
  GtkProgressBar *bar;
  GtkLabel *text;
  GtkButton *stop;
};

G_DEFINE_FINAL_TYPE (SarapProgressPanel, sarap_progress_panel, ADW_TYPE_BIN)

static gboolean
on_pulse (gpointer data)
{
  SarapProgressPanel *self = data;

  if (sarap_progress_get_fraction (self->progress) < 0)
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
on_progress (SarapProgressPanel *self)
{
  double fraction = sarap_progress_get_fraction (self->progress);
  const char *text = sarap_progress_get_text (self->progress);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->stop)))
    gtk_label_set_text (self->text, text == NULL ? "" : text);
}

static void
on_stop (SarapProgressPanel *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stop), FALSE);
  gtk_label_set_text (self->text, _ ("Stopping…"));
  g_cancellable_cancel (sarap_progress_get_cancellable (self->progress));
}

static void
sarap_progress_panel_dispose (GObject *object)
{
  SarapProgressPanel *self = SARAP_PROGRESS_PANEL (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->progress);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_PROGRESS_PANEL);
  G_OBJECT_CLASS (sarap_progress_panel_parent_class)->dispose (object);
}

static void
sarap_progress_panel_class_init (SarapProgressPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_progress_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-progress-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapProgressPanel, title);
  gtk_widget_class_bind_template_child (widget_class, SarapProgressPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, SarapProgressPanel, text);
  gtk_widget_class_bind_template_child (widget_class, SarapProgressPanel, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
sarap_progress_panel_init (SarapProgressPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
}

GtkWidget *
sarap_progress_panel_new (SarapProgress *progress)
{
  SarapProgressPanel *self = g_object_new (SARAP_TYPE_PROGRESS_PANEL, NULL);

  self->progress = g_object_ref (progress);
  gtk_label_set_text (self->title, sarap_progress_get_title (progress));
  g_signal_connect_object (progress, "notify::fraction", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "notify::text", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  on_progress (self);
  return GTK_WIDGET (self);
}

SarapProgress *
sarap_progress_panel_get_progress (SarapProgressPanel *self)
{
  return self->progress;
}

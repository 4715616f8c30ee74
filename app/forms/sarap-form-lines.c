#include "forms/sarap-form-lines.h"

struct _SarapFormLines
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *view;
  GtkTextBuffer *buffer;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SarapFormLines, sarap_form_lines, ADW_TYPE_BIN)

static void
on_lines_changed (SarapFormLines *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
sarap_form_lines_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FORM_LINES);
  G_OBJECT_CLASS (sarap_form_lines_parent_class)->dispose (object);
}

static void
sarap_form_lines_class_init (SarapFormLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_form_lines_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-form-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFormLines, view);
  gtk_widget_class_bind_template_child (widget_class, SarapFormLines, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_lines_changed);
}

static void
sarap_form_lines_init (SarapFormLines *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_form_lines_new (void)
{
  return g_object_new (SARAP_TYPE_FORM_LINES, NULL);
}

GtkWidget *
sarap_form_lines_get_view (SarapFormLines *self)
{
  return self->view;
}

void
sarap_form_lines_set_text (SarapFormLines *self, const char *text)
{
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}

char *
sarap_form_lines_dup_text (SarapFormLines *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

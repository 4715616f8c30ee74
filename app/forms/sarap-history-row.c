#include "forms/sarap-history-row.h"

#include "forms/sarap-history-format.h"

struct _SarapHistoryRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkLabel *moment;
  GtkLabel *actor;
  GtkLabel *action;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (SarapHistoryRow, sarap_history_row, GTK_TYPE_LIST_BOX_ROW)

static void
sarap_history_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_HISTORY_ROW);
  G_OBJECT_CLASS (sarap_history_row_parent_class)->dispose (object);
}

static void
sarap_history_row_class_init (SarapHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_history_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapHistoryRow, moment);
  gtk_widget_class_bind_template_child (widget_class, SarapHistoryRow, actor);
  gtk_widget_class_bind_template_child (widget_class, SarapHistoryRow, action);
  gtk_widget_class_bind_template_child (widget_class, SarapHistoryRow, detail);
}

static void
sarap_history_row_init (SarapHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_history_row_new (const SarapHistoryLine *line, SarapBodies *bodies)
{
  SarapHistoryRow *self = g_object_new (SARAP_TYPE_HISTORY_ROW, NULL);
  g_autofree char *action = sarap_history_say_action (line);
  g_autofree char *moment = sarap_history_say_moment (line);
  g_autofree char *detail = sarap_history_say_detail (line, bodies);
  g_autofree char *actor = sarap_history_say_actor (line, bodies);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", moment, actor, action);

  gtk_label_set_text (self->moment, moment);
  gtk_label_set_text (self->actor, actor);
  gtk_label_set_text (self->action, action);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

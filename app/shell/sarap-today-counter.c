#include "shell/sarap-today-counter.h"

#include <glib/gi18n-lib.h>

struct _SarapTodayCounter
{
  GtkFlowBoxChild parent_instance;

  /* Template; the parent takes its child away, so that gtk_widget_dispose_template () must not */
  GtkWidget *button;
  GtkLabel *figure;
  GtkLabel *pill;
};

G_DEFINE_FINAL_TYPE (SarapTodayCounter, sarap_today_counter, GTK_TYPE_FLOW_BOX_CHILD)

static void
sarap_today_counter_class_init (SarapTodayCounterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-today-counter.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapTodayCounter, button);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayCounter, figure);
  gtk_widget_class_bind_template_child (widget_class, SarapTodayCounter, pill);
}

static void
sarap_today_counter_init (SarapTodayCounter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_today_counter_new (SarapStatus status)
{
  SarapTodayCounter *self = g_object_new (SARAP_TYPE_TODAY_COUNTER, NULL);
  const char *label = _ (sarap_code_label (sarap_statuses, status));

  sarap_status_pill_set (self->pill, status, label);
  gtk_widget_set_tooltip_text (self->button, label);
  return GTK_WIDGET (self);
}

void
sarap_today_counter_set (SarapTodayCounter *self, guint count, const char *path)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (self->pill), number);

  gtk_label_set_text (self->figure, number);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

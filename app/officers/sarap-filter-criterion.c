#include "officers/sarap-filter-criterion.h"

struct _SarapFilterCriterion
{
  GtkButton parent_instance;

  /* Template */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SarapFilterCriterion, sarap_filter_criterion, GTK_TYPE_BUTTON)

static void
sarap_filter_criterion_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILTER_CRITERION);
  G_OBJECT_CLASS (sarap_filter_criterion_parent_class)->dispose (object);
}

static void
sarap_filter_criterion_class_init (SarapFilterCriterionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_filter_criterion_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/kz/sarap/Sarap/officers/sarap-filter-criterion.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterCriterion, label);
}

static void
sarap_filter_criterion_init (SarapFilterCriterion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_filter_criterion_new (SarapCriterion criterion)
{
  SarapFilterCriterion *self = g_object_new (SARAP_TYPE_FILTER_CRITERION, NULL);

  gtk_label_set_text (self->label, sarap_criterion_title (criterion));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "i", (gint32) criterion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sarap_criterion_title (criterion), -1);
  return GTK_WIDGET (self);
}

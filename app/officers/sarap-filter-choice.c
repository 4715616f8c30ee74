#include "officers/sarap-filter-choice.h"

#include "records/sarap-name-keys.h"

#include <string.h>

struct _SarapFilterChoice
{
  GtkCheckButton parent_instance;

  /* Owned */
  char *key;
  char *loose_label;

  /* Template; disposed by the parent, so not by gtk_widget_dispose_template () */
  GtkLabel *label;

  int value;
};

G_DEFINE_FINAL_TYPE (SarapFilterChoice, sarap_filter_choice, GTK_TYPE_CHECK_BUTTON)

static void
sarap_filter_choice_finalize (GObject *object)
{
  SarapFilterChoice *self = SARAP_FILTER_CHOICE (object);

  g_free (self->key);
  g_free (self->loose_label);
  G_OBJECT_CLASS (sarap_filter_choice_parent_class)->finalize (object);
}

static void
sarap_filter_choice_class_init (SarapFilterChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sarap_filter_choice_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-filter-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChoice, label);
}

static void
sarap_filter_choice_init (SarapFilterChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_filter_choice_new (const char *label, const char *key, int value)
{
  SarapFilterChoice *self = g_object_new (SARAP_TYPE_FILTER_CHOICE, NULL);

  self->key = g_strdup (key);
  self->value = value;
  self->loose_label = sarap_fold (label, SARAP_FOLD_LOOSE);
  gtk_label_set_text (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
sarap_filter_choice_get_key (SarapFilterChoice *self)
{
  return self->key;
}

int
sarap_filter_choice_get_value (SarapFilterChoice *self)
{
  return self->value;
}

gboolean
sarap_filter_choice_matches (SarapFilterChoice *self, const char *text)
{
  return strstr (self->loose_label, text) != NULL;
}

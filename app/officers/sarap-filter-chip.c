#include "officers/sarap-filter-chip.h"

#include "shell/sarap-focus-names.h"

#include <glib/gi18n-lib.h>

/* Characters that stay where there are many chips: those that have no room then are scrolled to */
#define LEAST_CHARS 16

struct _SarapFilterChip
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *remove;

  SarapCriterion criterion;
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (SarapFilterChip, sarap_filter_chip, ADW_TYPE_BIN)

static void
on_remove (SarapFilterChip *self)
{
  g_signal_emit (self, removed_signal, 0);
}

static void
sarap_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_FILTER_CHIP);
  G_OBJECT_CLASS (sarap_filter_chip_parent_class)->dispose (object);
}

static void
sarap_filter_chip_class_init (SarapFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_filter_chip_dispose;
  removed_signal = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
sarap_filter_chip_init (SarapFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_filter_chip_new (SarapCriterion criterion,
                       GtkMenuButtonCreatePopupFunc make_popover,
                       gpointer data)
{
  SarapFilterChip *self = g_object_new (SARAP_TYPE_FILTER_CHIP, NULL);

  self->criterion = criterion;
  gtk_menu_button_set_create_popup_func (self->button, make_popover, data, NULL);
  return GTK_WIDGET (self);
}

SarapCriterion
sarap_filter_chip_get_criterion (SarapFilterChip *self)
{
  return self->criterion;
}

void
sarap_filter_chip_set_text (SarapFilterChip *self, const char *text)
{
  /* TRANSLATORS: %s is a chip of a filter, such as "Status: Overdue" */
  g_autofree char *away = g_strdup_printf (_ ("Remove “%s”"), text);

  gtk_label_set_text (self->label, text);
  gtk_label_set_width_chars (self->label, MIN (g_utf8_strlen (text, -1), LEAST_CHARS));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_widget_set_tooltip_text (self->remove, away);
  sarap_name_menu_button (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  away, -1);
}

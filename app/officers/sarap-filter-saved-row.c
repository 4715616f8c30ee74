#include "officers/sarap-filter-saved-row.h"

#include <glib/gi18n-lib.h>

struct _SarapFilterSavedRow
{
  AdwBin parent_instance;

  /* Owned */
  char *name;

  /* Template; disposed by the parent, so not by gtk_widget_dispose_template () */
  GtkStack *stack;
  GtkWidget *choose;
  GtkLabel *label;
  GtkWidget *rename;
  GtkWidget *remove;
  GtkEditable *entry;
};

static guint chosen_signal;
static guint renamed_signal;
static guint removed_signal;

G_DEFINE_FINAL_TYPE (SarapFilterSavedRow, sarap_filter_saved_row, ADW_TYPE_BIN)

static void
on_choose (SarapFilterSavedRow *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* Replaces the name by an entry */
static void
on_rename (SarapFilterSavedRow *self)
{
  gtk_editable_set_text (self->entry, self->name);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_renamed (SarapFilterSavedRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_stack_set_visible_child_name (self->stack, "name");
  if (*name != '\0')
    g_signal_emit (self, renamed_signal, 0, name);
}

static void
on_remove (SarapFilterSavedRow *self)
{
  g_signal_emit (self, removed_signal, 0);
}

static void
sarap_filter_saved_row_finalize (GObject *object)
{
  g_free (SARAP_FILTER_SAVED_ROW (object)->name);
  G_OBJECT_CLASS (sarap_filter_saved_row_parent_class)->finalize (object);
}

static void
sarap_filter_saved_row_class_init (SarapFilterSavedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sarap_filter_saved_row_finalize;
  chosen_signal =
      g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  renamed_signal = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  removed_signal =
      g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/kz/sarap/Sarap/officers/sarap-filter-saved-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, stack);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, choose);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, label);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, rename);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, remove);
  gtk_widget_class_bind_template_child (widget_class, SarapFilterSavedRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_rename);
  gtk_widget_class_bind_template_callback (widget_class, on_renamed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
sarap_filter_saved_row_init (SarapFilterSavedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkWidget *button, const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

GtkWidget *
sarap_filter_saved_row_new (const char *name)
{
  SarapFilterSavedRow *self = g_object_new (SARAP_TYPE_FILTER_SAVED_ROW, NULL);
  /* TRANSLATORS: %s is the name of a saved filter */
  g_autofree char *rename = g_strdup_printf (_ ("Rename “%s”"), name);
  /* TRANSLATORS: %s is the name of a saved filter */
  g_autofree char *away = g_strdup_printf (_ ("Remove “%s”"), name);

  self->name = g_strdup (name);
  gtk_label_set_text (self->label, name);
  name_button (self->choose, name);
  name_button (self->rename, rename);
  name_button (self->remove, away);
  return GTK_WIDGET (self);
}

const char *
sarap_filter_saved_row_get_name (SarapFilterSavedRow *self)
{
  return self->name;
}

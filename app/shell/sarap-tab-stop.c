#include "shell/sarap-tab-stop.h"

G_DEFINE_TYPE (SarapTabStop, sarap_tab_stop, ADW_TYPE_BIN)

/* Moves to a widget inside the focused row, or else out of the list */
static gboolean
focus_within_row (GtkWidget *self, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, self) &&
         gtk_widget_child_focus (row, direction);
}

static gboolean
sarap_tab_stop_focus (GtkWidget *self, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (self) != NULL)
    return focus_within_row (self, direction);
  return GTK_WIDGET_CLASS (sarap_tab_stop_parent_class)->focus (self, direction);
}

static void
sarap_tab_stop_class_init (SarapTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = sarap_tab_stop_focus;
}

static void
sarap_tab_stop_init (SarapTabStop *self)
{
}

GtkWidget *
sarap_tab_stop_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (SARAP_TYPE_TAB_STOP, "child", child, NULL);

  g_object_bind_property (child, "visible", self, "visible", G_BINDING_SYNC_CREATE);
  return self;
}

#include "shell/sarap-dialog.h"

/* A dialog of libadwaita 1.2 has two sets of buttons, side by side and above each other, and shows
   the set that fits. On a slow machine it decides late. Then the focus moves from the default
   button to another one, which Return would press. */

static GtkWidget *
find_button (GtkWidget *from, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (from) && gtk_widget_get_mapped (from) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (from)), label) == 0)
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static GtkWidget *
default_button (AdwMessageDialog *dialog)
{
  return find_button (GTK_WIDGET (dialog),
                      adw_message_dialog_get_response_label (
                          dialog, adw_message_dialog_get_default_response (dialog)));
}

/* Keeps the focus on the default button until the person acts */
static void
on_focus (AdwMessageDialog *dialog)
{
  GtkWidget *button = default_button (dialog);

  if (button != NULL && gtk_window_get_focus (GTK_WINDOW (dialog)) != button)
    gtk_window_set_focus (GTK_WINDOW (dialog), button);
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer data)
{
  GtkWidget *dialog = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    g_signal_handlers_disconnect_by_func (dialog, on_focus, NULL);
  return GDK_EVENT_PROPAGATE;
}

void
sarap_dialog_present (AdwMessageDialog *dialog)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_assert (adw_message_dialog_get_default_response (dialog) != NULL);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), NULL);
  gtk_widget_add_controller (GTK_WIDGET (dialog), events);
  g_signal_connect (dialog, "notify::focus-widget", G_CALLBACK (on_focus), NULL);
  g_signal_connect_after (dialog, "map", G_CALLBACK (on_focus), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

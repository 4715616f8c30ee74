#include "shell/sarap-dialog.h"

/* Frames in which a dialog finds out whether its buttons stand side by side or one above the other;
   it has both, and shows one of them */
#define FRAMES_TO_SETTLE 4

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

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  gint64 *frames = data;
  const char *label = adw_message_dialog_get_response_label (
      dialog, adw_message_dialog_get_default_response (dialog));
  GtkWidget *button = find_button (widget, label);

  if (button != NULL)
    gtk_window_set_focus (GTK_WINDOW (dialog), button);
  return ++*frames < FRAMES_TO_SETTLE ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
sarap_dialog_present (AdwMessageDialog *dialog)
{
  g_assert (adw_message_dialog_get_default_response (dialog) != NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), on_tick, g_new0 (gint64, 1), g_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

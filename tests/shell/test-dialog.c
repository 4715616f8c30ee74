#include "shell/sarap-dialog.h"

#include "sarap-resources.h"
#include "sarap-test-store.h"
#include "sarap-test-widgets.h"

#define STAY "Go on editing what was typed"

/* The label of the button that has the focus, NULL for none */
static const char *
focused (AdwMessageDialog *dialog)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return GTK_IS_BUTTON (focus) && gtk_widget_get_mapped (focus)
             ? gtk_button_get_label (GTK_BUTTON (focus))
             : NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *frames = data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Lets the dialog find its layout */
static void
wait_frames (AdwMessageDialog *dialog, int frames)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), on_tick, &frames, NULL);
  sarap_test_wait (frames == 0);
}

static AdwMessageDialog *
new_dialog (GtkWindow *parent)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, "Save what you typed?", "It is lost."));

  adw_message_dialog_add_responses (dialog, "stay", STAY, "discard", "Discard", "save", "Save",
                                    NULL);
  adw_message_dialog_set_response_enabled (dialog, "save", FALSE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  return dialog;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* Return presses the safe button, however the buttons stand, and however late they do so; no widget
   takes the focus from it before the person did something */
static void
test_the_default_has_the_focus (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  AdwMessageDialog *dialog = NULL;

  gtk_window_set_default_size (parent, 1200, 600);
  gtk_window_present (parent);
  dialog = new_dialog (parent);
  sarap_dialog_present (dialog);
  wait_frames (dialog, 10);
  g_assert_cmpstr (focused (dialog), ==, STAY);
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_set_size_request (GTK_WIDGET (dialog), 900, -1);
      wait_frames (dialog, 10);
      g_assert_cmpstr (focused (dialog), ==, STAY);
      gtk_widget_set_size_request (GTK_WIDGET (dialog), 300, -1);
      gtk_window_set_default_size (GTK_WINDOW (dialog), 300, -1);
      wait_frames (dialog, 10);
      g_assert_cmpstr (focused (dialog), ==, STAY);
      gtk_widget_grab_focus (sarap_test_find_widget (GTK_WIDGET (dialog), is_button, "Discard"));
      g_assert_cmpstr (focused (dialog), ==, STAY);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (parent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (sarap_get_resource ());
  g_test_add_func ("/dialog/the-default-has-the-focus", test_the_default_has_the_focus);
  return g_test_run ();
}

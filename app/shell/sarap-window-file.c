/* A part of SarapWindow: choosing a local file */
#include "shell/sarap-window-private.h"

#include <glib/gi18n-lib.h>

static GtkFileFilter *
new_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Files of Sarap"));
  gtk_file_filter_add_suffix (filter, "sqlite");
  gtk_file_filter_add_suffix (filter, "sarap");
  return filter;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (SarapWindow) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  gboolean make;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = g_file_get_path (file);
  if (path == NULL)
    {
      sarap_host_toast (SARAP_HOST (self), _ ("Only files on this computer can be opened."));
      return;
    }
  name = g_strconcat ("sqlite:", path, NULL);
  make = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  /* the file chooser may have asked whether it is to be replaced, and nothing is */
  if (make && g_file_query_exists (file, NULL))
    {
      g_autoptr (GError) error =
          g_error_new (G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("There is a file “%s” already. Give a name that is not taken."), path);

      sarap_host_present_error (SARAP_HOST (self), _ ("The file was not made"), error);
      return;
    }
  if (make)
    sarap_window_make_database (self, name);
  else
    sarap_window_open_database (self, name, NULL);
}

/**
 * sarap_window_choose_file:
 * @self: a window
 * @make: whether a new file is made, or one opened that is there
 *
 * Asks for a local file, and opens it.
 */
void
sarap_window_choose_file (SarapWindow *self, gboolean make)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      make ? _ ("Make a New File") : _ ("Open a File"), GTK_WINDOW (self),
      make ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      make ? _ ("_Make") : _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = new_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (make)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "sarap.sqlite");
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), g_object_ref (self));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

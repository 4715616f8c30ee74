/* A part of SarapWindow: choosing a local file */
#include "shell/sarap-window-private.h"

#include "shell/sarap-file-choice.h"

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
on_chosen (SarapHost *host, GtkFileChooser *chooser, const char *path, gpointer data)
{
  SarapWindow *self = SARAP_WINDOW (host);
  gboolean make = gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);

  /* the file chooser may have asked whether to replace the file, which never happens */
  if (make && g_file_test (path, G_FILE_TEST_EXISTS))
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
  sarap_file_choose (SARAP_HOST (self), chooser, on_chosen, NULL, NULL);
}

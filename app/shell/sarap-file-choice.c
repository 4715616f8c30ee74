#include "shell/sarap-file-choice.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SarapHost *host; /* owned */
  SarapFileChosen chosen;
  gpointer data;
  GDestroyNotify data_free;
} Choice;

static void
choice_free (Choice *choice)
{
  if (choice->data_free != NULL)
    choice->data_free (choice->data);
  g_object_unref (choice->host);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  if (path == NULL)
    sarap_host_toast (choice->host, _ ("Choose a place on this computer."));
  else
    choice->chosen (choice->host, GTK_FILE_CHOOSER (chooser), path, choice->data);
}

void
sarap_file_choose (SarapHost *host,
                   GtkFileChooserNative *chooser,
                   SarapFileChosen chosen,
                   gpointer data,
                   GDestroyNotify data_free)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->host = g_object_ref (host);
  choice->chosen = chosen;
  choice->data = data;
  choice->data_free = data_free;
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

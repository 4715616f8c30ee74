#include "officers/sarap-file-page-remove.h"

#include "forms/sarap-record-screen.h"
#include "shell/sarap-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SarapHost *host;
  SarapRecord *officer;
  GSourceOnceFunc done;
  gpointer data;
  GDestroyNotify data_free;
} Removal;

static void
removal_clear (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->host);
  g_object_unref (removal->officer);
  if (removal->data_free != NULL)
    removal->data_free (removal->data);
}

static void
removal_unref (gpointer removal)
{
  g_rc_box_release_full (removal, removal_clear);
}

static gpointer
remove_officer (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return sarap_officer_file_remove (db, data, NULL, error) ? g_object_ref (data) : NULL;
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapRecord) removed = sarap_store_call_finish (SARAP_STORE (source), result, &error);

  if (removed == NULL)
    sarap_host_present_error (removal->host, _ ("The officer could not be removed"), error);
  else
    {
      sarap_host_toast (removal->host,
                        sarap_record_say_change (&sarap_officer_type, SARAP_CHANGE_REMOVE));
      removal->done (removal->data);
    }
  removal_unref (removal);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Removal *removal = data;
  SarapStore *store = sarap_host_get_store (removal->host);

  if (g_str_equal (response, "remove") && store != NULL)
    sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, remove_officer,
                            g_object_ref (removal->officer), g_object_unref, g_object_unref, NULL,
                            on_removed, g_rc_box_acquire (removal));
}

static void
removal_refuse (SarapHost *host, const char *name)
{
  g_autofree char *heading = g_strdup_printf (_ ("%s has to stay on file"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (host), heading,
      _ ("§41: the attestation sheets and service references of this officer are kept in the "
         "personal file, so this file cannot be removed. The file of an officer who leaves the "
         "service is not removed either: the last service record gets its last day. If the "
         "attestations were entered by mistake, remove them first."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sarap_file_page_remove (SarapHost *host,
                        SarapOfficerFile *file,
                        GSourceOnceFunc done,
                        gpointer data,
                        GDestroyNotify data_free)
{
  guint n_records = sarap_officer_file_count_removed (file);
  g_autofree char *name = sarap_officer_file_name_officer (file->officer);
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), name);
  g_autofree char *body = g_strdup_printf (
      ngettext ("The officer and %u record of service, deferrals and education will be removed, "
                "and this cannot be undone. The history of changes keeps what they held. Who "
                "leaves the service is not removed: the last service record gets its last day.",
                "The officer and %u records of service, deferrals and education will be removed, "
                "and this cannot be undone. The history of changes keeps what they held. Who "
                "leaves the service is not removed: the last service record gets its last day.",
                n_records),
      n_records);
  Removal *removal;
  GtkWidget *dialog;

  if (sarap_officer_file_is_on_file (file))
    {
      removal_refuse (host, name);
      if (data_free != NULL)
        data_free (data);
      return;
    }
  removal = g_rc_box_new (Removal);
  *removal = (Removal){ g_object_ref (host), g_object_ref (file->officer), done, data, data_free };
  dialog = adw_message_dialog_new (GTK_WINDOW (host), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                    _ ("_Remove the officer"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), removal,
                         (GClosureNotify) removal_unref, 0);
  sarap_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

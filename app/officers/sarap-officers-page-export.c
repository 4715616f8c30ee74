#include "officers/sarap-officers-page-private.h"

#include "shell/sarap-work.h"
#include "officers/sarap-officers-export.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  GArray *ids;
  guint columns;
  gboolean all;
  SarapOfficersColumn column; /* of a copy */
  SarapDate today;
  char *text; /* copied */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->text);
  g_free (job);
}

static Job *
job_new (SarapOfficersPage *self, GArray *ids)
{
  Job *job = g_new0 (Job, 1);

  job->ids = g_array_ref (ids);
  job->today = sarap_page_get_today (SARAP_PAGE (self));
  job->columns = g_settings_get_uint (sarap_settings_get (), "officers-columns") | 1u;
  return job;
}

static void
on_written (guint done, guint total, gpointer progress)
{
  sarap_progress_report (progress, total == 0 ? -1 : (double) done / total, NULL);
}

static gboolean
write_file (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  Job *job = data;

  return sarap_officers_export (db, job->path, (const guint32 *) job->ids->data, job->ids->len,
                                job->columns, job->all, job->today, on_written, progress,
                                sarap_progress_get_cancellable (progress), error);
}

static void
on_exported (SarapHost *host, gpointer data, const GError *error)
{
  Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sarap_host_present_error (host, _ ("The list could not be exported"), error);
      return;
    }
  /* TRANSLATORS: %1$'u is a number of officers, %2$s the name of a file */
  text = g_strdup_printf (
      ngettext ("%1$'u officer exported to %2$s", "%1$'u officers exported to %2$s", job->ids->len),
      job->ids->len, name);
  sarap_host_toast (host, text);
}

typedef struct
{
  SarapHost *host;
  Job *job;
} Choice;

static void
on_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autofree Choice *choice = user_data;
  g_autoptr (SarapHost) host = choice->host;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const char *all = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (chooser), "all");

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    choice->job->path = g_file_get_path (file);
  if (choice->job->path == NULL || sarap_host_get_store (host) == NULL)
    {
      job_free (choice->job);
      return;
    }
  choice->job->all = g_strcmp0 (all, "true") == 0;
  sarap_work_run (host, _ ("Exporting the list"), write_file, on_exported, choice->job, job_free);
}

/**
 * sarap_officers_page_export:
 * @self: the page
 * @ids: (element-type guint32): officers
 *
 * Asks for a file, and writes them into it in this order.
 */
void
sarap_officers_page_export (SarapOfficersPage *self, GArray *ids)
{
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the List"), GTK_WINDOW (host),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->host = g_object_ref (host);
  choice->job = job_new (self, ids);
  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  /* without one, GTK 4.8 shows an empty choice of filters beside the other choices */
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  /* TRANSLATORS: name of a file, without spaces */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("officers.csv"));
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "all",
                               _ ("All columns, also those that are not shown"), NULL, NULL);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
read_text (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  Job *job = data;

  job->text = sarap_officers_column_text (db, (const guint32 *) job->ids->data, job->ids->len,
                                          job->column, job->today, error);
  return job->text != NULL;
}

static void
on_copied (SarapHost *host, gpointer data, const GError *error)
{
  Job *job = data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sarap_host_present_error (host, _ ("Nothing could be copied"), error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (host)), job->text);
  text = job->column == SARAP_COLUMN_NAME
             ? g_strdup_printf (ngettext ("%'u name copied", "%'u names copied", job->ids->len),
                                job->ids->len)
             : g_strdup_printf (ngettext ("%'u IIN copied", "%'u IINs copied", job->ids->len),
                                job->ids->len);
  sarap_host_toast (host, text);
}

/**
 * sarap_officers_page_copy:
 * @self: the page
 * @ids: (element-type guint32): officers
 * @column: what of each is copied
 *
 * Puts it on the clipboard, a line each.
 */
void
sarap_officers_page_copy (SarapOfficersPage *self, GArray *ids, SarapOfficersColumn column)
{
  Job *job = job_new (self, ids);

  job->column = column;
  sarap_work_run (sarap_host_of (GTK_WIDGET (self)), _ ("Copying"), read_text, on_copied, job,
                  job_free);
}

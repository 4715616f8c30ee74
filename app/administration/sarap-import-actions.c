#include "administration/sarap-import-actions.h"

#include "exchange/sarap-backup.h"
#include "exchange/sarap-export.h"
#include "administration/sarap-import-window.h"
#include "shell/sarap-work.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  JOB_IMPORT,
  JOB_EXPORT,
  JOB_BACKUP
} JobKind;

typedef struct
{
  JobKind kind;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static gboolean
do_job (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  Job *job = data;
  GCancellable *cancellable = sarap_progress_get_cancellable (progress);

  if (job->kind == JOB_BACKUP)
    return sarap_backup (db, job->path, cancellable, sarap_work_report, progress, error);
  return sarap_export_folder (db, job->path, cancellable, sarap_work_report, progress, error);
}

static void
on_done (SarapWindow *window, gpointer data, const GError *error)
{
  Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *text = NULL;

  if (error != NULL)
    sarap_window_present_error (window,
                                job->kind == JOB_BACKUP ? _ ("The backup could not be made")
                                                        : _ ("The folder could not be exported"),
                                error);
  if (error != NULL)
    return;
  text = job->kind == JOB_BACKUP
             /* TRANSLATORS: %s is the name of a file */
             ? g_strdup_printf (_ ("The backup is in %s"), name)
             /* TRANSLATORS: %s is the name of a folder */
             : g_strdup_printf (_ ("The records are in the folder %s"), name);
  sarap_window_toast (window, text);
}

typedef struct
{
  SarapWindow *window;
  JobKind kind;
} Choice;

static void
on_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autofree Choice *choice = user_data;
  g_autoptr (SarapWindow) window = choice->window;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  Job *job = NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL || sarap_window_get_store (window) == NULL)
    return;
  if (choice->kind == JOB_IMPORT)
    {
      sarap_import_window_present (window, path);
      return;
    }
  job = g_new0 (Job, 1);
  job->kind = choice->kind;
  job->path = g_steal_pointer (&path);
  sarap_work_run (window,
                  job->kind == JOB_BACKUP ? _ ("Making a backup") : _ ("Exporting the database"),
                  do_job, on_done, job, job_free);
}

static GtkFileChooserNative *
new_chooser (SarapWindow *window, JobKind kind)
{
  GtkFileChooserNative *chooser = NULL;
  g_autofree char *backup = NULL;
  char today[SARAP_DATE_TEXT];

  if (kind == JOB_IMPORT)
    return gtk_file_chooser_native_new (_ ("Import a Folder"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Read"),
                                        _ ("_Cancel"));
  if (kind == JOB_EXPORT)
    return gtk_file_chooser_native_new (_ ("Export to a Folder"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Export"),
                                        _ ("_Cancel"));
  chooser = gtk_file_chooser_native_new (_ ("Make a Backup"), GTK_WINDOW (window),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make"), _ ("_Cancel"));
  /* TRANSLATORS: name of a file, without spaces; %s is a date such as 2026-11-22 */
  backup = g_strdup_printf (_ ("backup-%s.sqlite"),
                            sarap_date_to_text (sarap_window_get_today (window), today));
  /* the one of the day before is not written over */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), backup);
  return chooser;
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  Choice *choice = NULL;
  GtkFileChooserNative *chooser = NULL;

  if (sarap_window_get_store (user_data) == NULL)
    return;
  choice = g_new0 (Choice, 1);
  choice->window = g_object_ref (user_data);
  choice->kind = g_str_equal (name, "import")   ? JOB_IMPORT
                 : g_str_equal (name, "backup") ? JOB_BACKUP
                                                : JOB_EXPORT;
  chooser = new_chooser (choice->window, choice->kind);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
enable (SarapWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Only who may change what is kept imports, and only who sees all of it has a copy of all */
static void
renew (SarapWindow *window)
{
  const SarapIdentity *identity = sarap_window_get_identity (window);

  enable (window, "import", identity != NULL && identity->may_edit);
  enable (window, "export-folder", identity != NULL);
  enable (window, "backup", identity != NULL && sarap_identity_copies_all (identity));
}

/**
 * sarap_import_actions_install:
 * @window: a window
 *
 * Adds what brings records in and takes them out.
 */
void
sarap_import_actions_install (SarapWindow *window)
{
  static const GActionEntry entries[] = {
    { "import", on_action },
    { "export-folder", on_action },
    { "backup", on_action },
  };

  if (g_action_map_lookup_action (G_ACTION_MAP (window), "import") != NULL)
    return;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (sarap_window_get_session (window), "notify::identity",
                           G_CALLBACK (renew), window, G_CONNECT_SWAPPED);
  renew (window);
}

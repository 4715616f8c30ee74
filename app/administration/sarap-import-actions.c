#include "administration/sarap-import-actions.h"

#include "exchange/sarap-backup.h"
#include "exchange/sarap-export.h"
#include "administration/sarap-import-window.h"
#include "shell/sarap-file-choice.h"
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
on_work_done (SarapHost *host, gpointer data, const GError *error)
{
  Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *text = NULL;

  if (error != NULL)
    sarap_host_present_error (host,
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
  if (job->kind == JOB_BACKUP)
    sarap_host_toast (host, text);
  else
    sarap_host_say_written (host, text, job->path);
}

static void
on_chosen (SarapHost *host, GtkFileChooser *chooser, const char *path, gpointer data)
{
  JobKind kind = GPOINTER_TO_UINT (data);
  Job *job = NULL;

  if (sarap_host_get_store (host) == NULL)
    return;
  if (kind == JOB_IMPORT)
    {
      sarap_import_window_present (host, path);
      return;
    }
  job = g_new0 (Job, 1);
  job->kind = kind;
  job->path = g_strdup (path);
  sarap_work_run (host, kind == JOB_BACKUP ? _ ("Making a backup") : _ ("Exporting the database"),
                  do_job, on_work_done, job, job_free);
}

static GtkFileChooserNative *
new_chooser (SarapHost *host, JobKind kind)
{
  GtkFileChooserNative *chooser = NULL;
  g_autofree char *backup = NULL;
  char today[SARAP_DATE_TEXT];

  if (kind == JOB_IMPORT)
    return gtk_file_chooser_native_new (_ ("Import a Folder"), GTK_WINDOW (host),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Read"),
                                        _ ("_Cancel"));
  if (kind == JOB_EXPORT)
    return gtk_file_chooser_native_new (_ ("Export to a Folder"), GTK_WINDOW (host),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Export"),
                                        _ ("_Cancel"));
  chooser = gtk_file_chooser_native_new (_ ("Make a Backup"), GTK_WINDOW (host),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make"), _ ("_Cancel"));
  /* TRANSLATORS: name of a file, without spaces; %s is a date such as 2026-11-22 */
  backup = g_strdup_printf (
      _ ("backup-%s.sqlite"),
      sarap_date_to_text (sarap_session_get_today (sarap_host_get_session (host)), today));
  /* the backup of the day before is not overwritten */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), backup);
  return chooser;
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  JobKind kind = g_str_equal (name, "import")   ? JOB_IMPORT
                 : g_str_equal (name, "backup") ? JOB_BACKUP
                                                : JOB_EXPORT;

  if (sarap_host_get_store (user_data) != NULL)
    sarap_file_choose (user_data, new_chooser (user_data, kind), on_chosen, GUINT_TO_POINTER (kind),
                       NULL);
}

static void
action_enable (SarapHost *host, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (host), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Importing needs the right to change records, copying everything the right to see everything */
static void
actions_renew (SarapHost *host)
{
  const SarapIdentity *identity = sarap_session_get_identity (sarap_host_get_session (host));

  action_enable (host, "import", identity != NULL && identity->may_edit);
  action_enable (host, "export-folder", identity != NULL);
  action_enable (host, "backup", identity != NULL && sarap_identity_copies_all (identity));
}

static void
actions_install (SarapHost *host)
{
  static const GActionEntry entries[] = {
    { "import", on_action },
    { "export-folder", on_action },
    { "backup", on_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (host), entries, G_N_ELEMENTS (entries), host);
  g_signal_connect_object (sarap_host_get_session (host), "notify::identity",
                           G_CALLBACK (actions_renew), host, G_CONNECT_SWAPPED);
  actions_renew (host);
}

static const SarapCommand commands[] = {
  { N_ ("Import a folder…"), "win.import", "<Control>i" },
  { N_ ("Export a folder…"), "win.export-folder", NULL },
  { N_ ("Backup…"), "win.backup", NULL },
  { NULL },
};

const SarapToolEntry sarap_import_tool_entry = { actions_install, commands };

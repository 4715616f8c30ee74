#include "officers/sarap-officers-page-private.h"

#include "shell/sarap-file-choice.h"
#include "shell/sarap-work.h"
#include "officers/sarap-officers-export.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  SarapTableFormat format;
  GArray *ids;
  guint columns;
  gboolean all;
  SarapOfficersColumn column; /* of copied text */
  SarapDate today;
  char *text; /* copied text */
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->text);
}

/* Frees the job; the file chooser has one, and so has the work after it */
static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}

static Job *
job_new (SarapOfficersPage *self, GArray *ids)
{
  Job *job = g_atomic_rc_box_new0 (Job);

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
  SarapOfficersTable list = { (const guint32 *) job->ids->data, job->ids->len, job->columns,
                              job->all, job->today };

  return sarap_officers_export (db, &list, job->path, job->format, on_written, progress,
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
  sarap_host_say_written (host, text, job->path);
}

/* In the order of the file chooser */
static const struct
{
  SarapTableFormat format;
  const char *name;
  const char *suffix;
} formats[] = {
  { SARAP_TABLE_XLSX, N_ ("Workbook (XLSX)"), ".xlsx" },
  { SARAP_TABLE_CSV_EXCEL, N_ ("CSV for Excel"), ".csv" },
  { SARAP_TABLE_CSV, N_ ("CSV for programs"), ".csv" },
};

static gboolean
has_suffix (const char *name, const char *suffix)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, suffix);
}

/* The chosen format, by its index */
static guint
chosen_format (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name, _ (formats[i].name)) == 0)
      return i;
  return 0;
}

/* Gives the name the ending of its format. The first format is the default: a name that ends in
   .csv overrides it. Any other format was chosen, and overrides the ending of the proposed name. */
static char *
agree_on_name (const char *path, guint *place)
{
  gboolean is_csv = has_suffix (path, ".csv");

  if (is_csv)
    *place = MAX (*place, 1);
  if (is_csv || (*place == 0 && has_suffix (path, ".xlsx")))
    return g_strdup (path);
  return has_suffix (path, ".xlsx")
             ? g_strdup_printf ("%.*s%s", (int) (strlen (path) - strlen (".xlsx")), path,
                                formats[*place].suffix)
             : g_strconcat (path, formats[*place].suffix, NULL);
}

static void
on_chosen (SarapHost *host, GtkFileChooser *chooser, const char *path, gpointer data)
{
  Job *job = data;
  guint place = chosen_format (chooser);

  if (sarap_host_get_store (host) == NULL)
    return;
  job->path = agree_on_name (path, &place);
  job->format = formats[place].format;
  job->all = g_strcmp0 (gtk_file_chooser_get_choice (chooser, "all"), "true") == 0;
  if (!g_str_equal (job->path, path) && g_file_test (job->path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GError) error = g_error_new (
          G_IO_ERROR, G_IO_ERROR_EXISTS,
          _ ("There is a file “%s” already. Give a name that is not taken."), job->path);

      sarap_host_present_error (host, _ ("The list could not be exported"), error);
      return;
    }
  sarap_work_run (host, _ ("Exporting the list"), write_file, on_exported,
                  g_atomic_rc_box_acquire (job), job_unref);
}

static void
offer_formats (GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (formats[i].name));
      gtk_file_filter_add_suffix (filter, formats[i].suffix + 1);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

void
sarap_officers_page_export (SarapOfficersPage *self, GArray *ids)
{
  SarapHost *host = sarap_host_of (GTK_WIDGET (self));
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the List"), GTK_WINDOW (host),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  offer_formats (GTK_FILE_CHOOSER (chooser));
  /* TRANSLATORS: name of a file, without spaces */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("officers.xlsx"));
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "all",
                               _ ("All columns, also those that are not shown"), NULL, NULL);
  sarap_file_choose (host, chooser, on_chosen, job_new (self, ids), job_unref);
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

void
sarap_officers_page_copy (SarapOfficersPage *self, GArray *ids, SarapOfficersColumn column)
{
  Job *job = job_new (self, ids);

  job->column = column;
  sarap_work_run (sarap_host_of (GTK_WIDGET (self)), _ ("Copying"), read_text, on_copied, job,
                  job_unref);
}

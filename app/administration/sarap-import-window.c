#include "administration/sarap-import-window.h"

#include "exchange/sarap-import.h"
#include "administration/sarap-import-format.h"
#include "shell/sarap-work.h"
#include "shell/sarap-errors.h"
#include "shell/sarap-help-window.h"
#include "shell/sarap-progress-panel.h"
#include "shell/sarap-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _SarapImportWindow
{
  AdwWindow parent_instance;

  /* Owned */
  char *folder;
  SarapHost *host;
  SarapImport *import;     /* not used here while a thread works on it */
  SarapProgress *progress; /* of the current work, NULL for none */

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *apply;
  GtkWidget *again;
  GtkWidget *copy;
  GtkWidget *switcher;
  GtkStack *stack;
  AdwBin *panel;
  AdwStatusPage *failed;
  AdwStatusPage *same;
  GtkLabel *n_faults;
  GtkBox *faults;
  GtkLabel *more_faults;
  GtkStack *pages;
  AdwBin *table;
  GtkLabel *forms;
  GtkListView *changed;
  GtkListView *officers;
  GtkListView *warnings;
  GtkListView *standings;
  GtkWidget *standing;
  GtkLabel *n_standings;

  SarapDate today;  /* the day when the folder was read */
  gboolean closing; /* whether it closes as soon as the work ends */
};

G_DEFINE_FINAL_TYPE (SarapImportWindow, sarap_import_window, ADW_TYPE_WINDOW)

/* Each page has its own buttons */
static void
show_page (SarapImportWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->apply, g_str_equal (name, "changes"));
  gtk_widget_set_visible (self->switcher, g_str_equal (name, "changes"));
  gtk_widget_set_visible (self->copy, g_str_equal (name, "faults"));
  gtk_widget_set_visible (self->again,
                          g_str_equal (name, "faults") || g_str_equal (name, "failed"));
}

static void
begin_work (SarapImportWindow *self, const char *title)
{
  g_clear_object (&self->progress);
  self->progress = sarap_progress_new (title);
  adw_bin_set_child (self->panel, sarap_progress_panel_new (self->progress));
  show_page (self, "progress");
}

/* Returns whether the window stays open */
static gboolean
end_work (SarapImportWindow *self)
{
  g_clear_object (&self->progress);
  if (!self->closing)
    return TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
  return FALSE;
}

static void
show_failed (SarapImportWindow *self, const GError *error)
{
  g_autofree char *said = sarap_error_say (error);
  g_autofree char *text = g_markup_escape_text (said, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  adw_status_page_set_description (self->failed, text);
  show_page (self, "failed");
}

static void
add_fault (GtkBox *box, const SarapImportFault *fault)
{
  g_autofree char *markup = fault->line == 0
                                ? g_markup_escape_text (fault->message, -1)
                                : g_markup_printf_escaped ("<b>%u: %s</b>  %s", fault->line,
                                                           fault->column, fault->message);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fault");
  gtk_box_append (box, label);
}

static void
add_label (GtkBox *box, const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_box_append (box, label);
}

/* The name of a file and how it was read: its faults may follow from that */
static void
add_file (SarapImportWindow *self, const char *file)
{
  static const char *const heading[] = { "heading", "fault-file", NULL };
  static const char *const dim[] = { "dim-label", NULL };
  g_autofree char *form = NULL;

  add_label (self->faults, file, heading);
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (g_strcmp0 (sarap_record_types[i]->file, file) == 0)
      form = sarap_import_say_form (self->import, sarap_record_types[i]);
  if (form != NULL)
    add_label (self->faults, form, dim);
}

static void
show_faults (SarapImportWindow *self)
{
  GPtrArray *faults = sarap_import_get_faults (self->import);
  guint64 n_all = sarap_import_get_n_faults (self->import);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%'u fault. Nothing has been imported: mend the files and read the folder again.",
                "%'u faults. Nothing has been imported: mend the files and read the folder again.",
                n_all),
      (guint) n_all);
  guint n_more = n_all - faults->len;
  g_autofree char *more =
      g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n_more), n_more);
  const char *file = NULL;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->faults))) != NULL)
    gtk_box_remove (self->faults, child);
  for (guint i = 0; i < faults->len; i++)
    {
      const SarapImportFault *fault = faults->pdata[i];

      if (g_strcmp0 (file, fault->file) != 0)
        add_file (self, fault->file);
      file = fault->file;
      add_fault (self->faults, fault);
    }
  gtk_label_set_text (self->more_faults, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_faults), n_more > 0);
  gtk_label_set_text (self->n_faults, count);
  show_page (self, "faults");
}

static void
set_list (GtkListView *view, GtkStringList *list)
{
  g_autoptr (GtkSelectionModel) none =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)));

  gtk_list_view_set_model (view, none);
}

static void
set_page (SarapImportWindow *self, const char *name, const char *title, guint64 n)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, name);
  g_autofree char *text = g_strdup_printf ("%s (%'u)", title, (guint) n);

  gtk_stack_page_set_title (gtk_stack_get_page (self->pages, child), text);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->pages, child), n > 0);
}

static void
show_changes (SarapImportWindow *self)
{
  SarapImportCounts all = sarap_import_get_counts (self->import, NULL);
  SarapImportCounts officers = sarap_import_get_counts (self->import, &sarap_officer_type);
  g_autofree char *forms = sarap_import_say_forms (self->import);
  g_autofree char *standings = sarap_import_count_standings (self->import);

  if (all.n_new == 0 && all.n_changed == 0)
    {
      show_page (self, "same");
      return;
    }
  adw_bin_set_child (self->table, sarap_import_new_table (self->import));
  gtk_label_set_text (self->forms, forms);
  gtk_label_set_text (self->n_standings, standings);
  gtk_widget_set_visible (self->standing, *standings != '\0');
  set_list (self->changed, sarap_import_say_changed (self->import));
  set_list (self->officers, sarap_import_say_officers (self->import));
  set_page (self, "changed", _ ("Changed records"), all.n_changed);
  set_list (self->warnings, sarap_import_say_warnings (self->import));
  set_page (self, "officers", _ ("New officers"), officers.n_new);
  set_list (self->standings, sarap_import_say_standings (self->import));
  set_page (self, "standings", _ ("Status"), sarap_import_get_standings (self->import)->len);
  set_page (self, "warnings", _ ("To look at again"), sarap_import_get_n_warnings (self->import));
  gtk_stack_set_visible_child_name (self->pages, "table");
  show_page (self, "changes");
  gtk_widget_grab_focus (self->apply);
}

static void
show_found (SarapImportWindow *self)
{
  if (sarap_import_get_n_faults (self->import) > 0)
    show_faults (self);
  else
    show_changes (self);
}

static gboolean
import_check (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  SarapImportWindow *self = data;

  return sarap_import_check (self->import, db, self->today,
                             sarap_progress_get_cancellable (progress), sarap_work_report, progress,
                             error);
}

static void
on_checked (SarapHost *host, gpointer data, const GError *error)
{
  SarapImportWindow *self = data;

  if (!end_work (self))
    return;
  if (error != NULL)
    show_failed (self, error);
  else
    show_found (self);
}

static void
read_folder (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SarapImportWindow *self = source;
  GError *error = NULL;
  SarapImport *import =
      sarap_import_read (data, cancellable, sarap_work_report, self->progress, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) sarap_import_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SarapImportWindow *self = SARAP_IMPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;

  self->import = g_task_propagate_pointer (G_TASK (result), &error);
  if (!end_work (self))
    return;
  if (error != NULL)
    {
      show_failed (self, error);
      return;
    }
  g_debug ("the folder is read; it is compared with the database on a second connection");
  begin_work (self, _ ("Comparing with the database"));
  sarap_work_read (self->host, self->progress, import_check, on_checked, g_object_ref (self),
                   g_object_unref);
}

static void
import_begin (SarapImportWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->progress != NULL)
    return;
  self->today = sarap_session_get_today (sarap_host_get_session (self->host));
  g_clear_pointer (&self->import, sarap_import_free);
  begin_work (self, _ ("Reading the folder"));
  task = g_task_new (self, sarap_progress_get_cancellable (self->progress), on_read, NULL);
  g_task_set_source_tag (task, import_begin);
  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, read_folder);
}

static gboolean
import_apply (SarapDatabase *db, gpointer data, SarapProgress *progress, GError **error)
{
  SarapImportWindow *self = data;

  return sarap_import_apply (self->import, db, self->today,
                             sarap_progress_get_cancellable (progress), sarap_work_report, progress,
                             error);
}

static void
say_applied (SarapImportWindow *self)
{
  SarapImportCounts counts = sarap_import_get_counts (self->import, NULL);
  g_autofree char *n_new = g_strdup_printf (
      ngettext ("%'u new record", "%'u new records", counts.n_new), (guint) counts.n_new);
  g_autofree char *n_changed = g_strdup_printf (
      ngettext ("%'u changed", "%'u changed", counts.n_changed), (guint) counts.n_changed);
  /* TRANSLATORS: %1$s: "12 new records", %2$s: "3 changed" */
  g_autofree char *text = g_strdup_printf (_ ("Imported: %1$s, %2$s"), n_new, n_changed);

  sarap_host_toast (self->host, text);
}

static void
on_applied (SarapHost *host, gpointer data, const GError *error)
{
  SarapImportWindow *self = data;
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (error == NULL)
    say_applied (self);
  else if (stopped)
    sarap_host_toast (host, _ ("Stopped: nothing has been imported"));
  if (!end_work (self))
    return;
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_error_matches (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS))
    show_faults (self);
  else if (stopped)
    show_changes (self);
  else
    show_failed (self, error);
}

static void
on_apply (SarapImportWindow *self)
{
  if (self->progress != NULL)
    return;
  g_debug ("the import is written on the store's thread");
  begin_work (self, _ ("Writing to the database"));
  sarap_work_write (self->host, self->progress, import_apply, on_applied, g_object_ref (self),
                    g_object_unref);
}

static void
on_copy (SarapImportWindow *self)
{
  g_autofree char *text = sarap_import_say_faults (self->import);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* Cancels the work that is under way; the window closes once it has ended */
static gboolean
sarap_import_window_close_request (GtkWindow *window)
{
  SarapImportWindow *self = SARAP_IMPORT_WINDOW (window);

  if (self->progress == NULL)
    return GTK_WINDOW_CLASS (sarap_import_window_parent_class)->close_request (window);
  self->closing = TRUE;
  g_cancellable_cancel (sarap_progress_get_cancellable (self->progress));
  return GDK_EVENT_STOP;
}

/* The main window is closed and takes this one along: the work is cancelled */
static void
sarap_import_window_unrealize (GtkWidget *widget)
{
  SarapImportWindow *self = SARAP_IMPORT_WINDOW (widget);

  self->closing = TRUE;
  if (self->progress != NULL)
    g_cancellable_cancel (sarap_progress_get_cancellable (self->progress));
  GTK_WIDGET_CLASS (sarap_import_window_parent_class)->unrealize (widget);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_markup (GTK_LABEL (label),
                        gtk_string_object_get_string (gtk_list_item_get_item (item)));
  /* the row has the focus, and so it has the accessible name */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}

static void
sarap_import_window_dispose (GObject *object)
{
  SarapImportWindow *self = SARAP_IMPORT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->progress);
  G_OBJECT_CLASS (sarap_import_window_parent_class)->dispose (object);
}

static void
sarap_import_window_finalize (GObject *object)
{
  SarapImportWindow *self = SARAP_IMPORT_WINDOW (object);

  g_clear_pointer (&self->import, sarap_import_free);
  g_object_unref (self->host);
  g_free (self->folder);
  G_OBJECT_CLASS (sarap_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, again);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, same);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, n_faults);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, more_faults);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, table);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, forms);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, changed);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, officers);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, standings);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, standing);
  gtk_widget_class_bind_template_child (widget_class, SarapImportWindow, n_standings);
}

static void
sarap_import_window_class_init (SarapImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_import_window_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = sarap_import_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = sarap_import_window_close_request;
  g_type_ensure (SARAP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/kz/sarap/Sarap/administration/sarap-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, import_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
sarap_import_window_init (SarapImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_help_window_offer (GTK_WINDOW (self), "import");
}

void
sarap_import_window_present (SarapHost *host, const char *folder)
{
  SarapImportWindow *self = g_object_new (SARAP_TYPE_IMPORT_WINDOW, "transient-for", host, "modal",
                                          TRUE, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = g_path_get_basename (folder);

  self->host = g_object_ref (host);
  self->folder = g_strdup (folder);
  adw_window_title_set_subtitle (self->title, name);
  gtk_window_present (GTK_WINDOW (self));
  import_begin (self);
}

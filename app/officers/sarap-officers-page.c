#include "officers/sarap-officers-page-private.h"

#include "shell/sarap-errors.h"
#include "shell/sarap-focus-names.h"
#include "shell/sarap-host.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SarapOfficersPage, sarap_officers_page, SARAP_TYPE_PAGE)

static const SarapCommand commands[] = {
  { N_ ("All officers"), "page.clear", "<Control>BackSpace" },
  { N_ ("Sort the other way round"), "page.descending", "<Control>r" },
  { N_ ("Save this filter…"), "page.save-filter", "<Control>d" },
  { N_ ("Copy the names of the selected"), "page.copy-names", "<Control><Shift>c" },
  { N_ ("Copy the IINs of the selected"), "page.copy-iins", "<Control><Shift>i" },
  { N_ ("Change the officer’s data"), "page.edit-officer", "F2" },
  { N_ ("Print why this date"), "page.print", "<Control>p" },
  { N_ ("Add a service record"), "page.add-service", "<Control><Shift>r" },
  /* these two belong to forms and lists, and are only listed here */
  { N_ ("Save what is typed"), "form.save", "<Control>s" },
  { N_ ("Remove the record"), "records.remove", "Delete" },
  { NULL },
};

const SarapPageEntry sarap_officers_page_entry = {
  .id = "officers",
  .title = N_ ("Officers"),
  .icon_name = "sarap-officers-symbolic",
  .get_type = sarap_officers_page_get_type,
  .commands = commands,
};

static gboolean
shows_file (SarapOfficersPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "file") == 0;
}

static SarapFilePage *
get_file (SarapOfficersPage *self)
{
  return SARAP_FILE_PAGE (adw_bin_get_child (self->file));
}

/* The title of the window is the officer of the open file */
static void
renew_title (SarapOfficersPage *self)
{
  const char *title = shows_file (self) ? sarap_file_page_get_title (get_file (self)) : "";

  sarap_page_set_place (SARAP_PAGE (self), *title != '\0' ? title : NULL);
}

/* The button that adds an officer is shown over the list, to those who may add one */
static void
renew_create (SarapOfficersPage *self)
{
  const SarapIdentity *identity = sarap_page_get_identity (SARAP_PAGE (self));

  gtk_widget_set_visible (self->create,
                          !shows_file (self) && identity != NULL && identity->may_edit);
}

static char *
say_count (SarapOfficersPage *self)
{
  guint n_all = sarap_officers_model_get_n_all (self->model);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean busy = sarap_officers_model_get_busy (self->model);
  g_autofree char *all = NULL;

  if (!busy && !sarap_filter_is_empty (self->filter))
    /* TRANSLATORS: officers in the list, and all that there are. %'u: with its thousands apart */
    return g_strdup_printf (_ ("Shown: %1$'u of %2$'u"), n_shown, n_all);
  /* TRANSLATORS: %'u is a number with its thousands apart */
  all = g_strdup_printf (ngettext ("%'u officer", "%'u officers", n_all), n_all);
  /* TRANSLATORS: %s: "1 204 officers" */
  return busy ? g_strdup_printf (_ ("%s · looking…"), all) : g_steal_pointer (&all);
}

static const char *
body_name (SarapOfficersPage *self)
{
  if (self->model != NULL && sarap_officers_model_get_error (self->model) != NULL)
    return "failed";
  if (self->model == NULL || !sarap_officers_model_get_known (self->model))
    return "waiting";
  if (sarap_officers_model_get_n_all (self->model) == 0)
    return "empty";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return sarap_officers_model_get_busy (self->model) ? "waiting" : "nothing";
  return "list";
}

/* Tells that matches with similar letters are below the others, or that there are no others */
static void
show_alike (SarapOfficersPage *self)
{
  guint n = self->model != NULL ? sarap_officers_model_get_n_alike (self->model) : 0;
  guint n_shown = n > 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
  g_autofree char *below =
      g_strdup_printf (ngettext ("%'u at the end has letters that are alike.",
                                 "%'u at the end have letters that are alike.", n),
                       n);

  gtk_label_set_text (self->loose, n < n_shown ? below
                                               : _ ("Nothing has these letters exactly; letters "
                                                    "that are alike were taken for one another."));
  gtk_widget_set_visible (GTK_WIDGET (self->loose), n > 0);
}

static void
show_error (SarapOfficersPage *self)
{
  const GError *error = self->model != NULL ? sarap_officers_model_get_error (self->model) : NULL;
  g_autofree char *said = error != NULL ? sarap_error_say (error) : NULL;
  g_autofree char *text = said != NULL ? g_markup_escape_text (said, -1) : NULL;

  adw_status_page_set_description (self->failed, text);
}

static void
show_selected (SarapOfficersPage *self)
{
  guint n = self->selection != NULL ? sarap_officers_selection_get_n (self->selection) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  gtk_label_set_text (self->selected_count, text);
  gtk_revealer_set_reveal_child (self->selected, n > 1);
  sarap_officers_page_renew_actions (self);
}

/* Only criteria in use are reasons */
static const char *
explain_nothing (SarapOfficersPage *self)
{
  if (!sarap_filter_has_chips (self->filter))
    return _ ("No officer has all these words. Names, IINs, positions, units, bodies and statuses "
              "were searched.");
  if (*self->filter->text == '\0')
    return _ ("No officer meets the filter.");
  return _ ("No officer has all these words and meets the filter.");
}

void
sarap_officers_page_show_state (SarapOfficersPage *self)
{
  g_autofree char *count = self->model != NULL ? say_count (self) : NULL;

  gtk_label_set_text (self->count, count != NULL ? count : "");
  /* GTK 4.8 has no announcements: the number is told by the search field, which has the focus while
     typing */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count != NULL ? count : "",
                                  -1);
  adw_status_page_set_description (self->nothing, explain_nothing (self));
  show_alike (self);
  show_error (self);
  gtk_stack_set_visible_child_name (self->body, body_name (self));
  gtk_widget_set_visible (self->filter_line, !g_str_equal (body_name (self), "empty"));
  if (self->fresh && self->model != NULL && !sarap_officers_model_get_busy (self->model))
    {
      self->fresh = FALSE;
      sarap_officers_list_scroll_to_top (self->list);
    }
  sarap_officers_list_refresh_cells (self->list);
  if (self->model != NULL)
    sarap_filter_bar_set_cache (self->bar, sarap_officers_model_get_cache (self->model));
  /* with an empty list GTK reports no change of the selection */
  show_selected (self);
}

void
sarap_officers_page_show_filter (SarapOfficersPage *self)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), self->filter->text))
    gtk_editable_set_text (GTK_EDITABLE (self->search), self->filter->text);
  sarap_filter_bar_set_filter (self->bar, self->filter);
  self->fresh = TRUE;
  /* it tells that its state is another one */
  if (self->model != NULL)
    sarap_officers_model_set_filter (self->model, self->filter);
  else
    sarap_officers_page_show_state (self);
}

void
sarap_officers_page_set_filter (SarapOfficersPage *self, SarapFilter *filter)
{
  sarap_filter_assign (self->filter, filter);
  sarap_filter_unref (filter);
  sarap_officers_page_show_filter (self);
}

static void
on_search_changed (SarapOfficersPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (g_str_equal (text, self->filter->text))
    return;
  sarap_filter_set_text (self->filter, text);
  sarap_officers_page_show_filter (self);
}

/* The entry gets the first letters typed in the table, except spaces, since it takes the focus */
static void
on_search_started (SarapOfficersPage *self)
{
  gtk_text_grab_focus_without_selecting (
      GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search))));
}

/* Down or Return moves from the entry to the table, Escape closes the search */
static void
on_search_activate (SarapOfficersPage *self)
{
  sarap_officers_list_grab_first (self->list);
}

static void
on_search_stop (SarapOfficersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  sarap_officers_list_grab (self->list);
}

static gboolean
on_search_key (SarapOfficersPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;
  sarap_officers_list_grab_first (self->list);
  return GDK_EVENT_STOP;
}

static void
on_filter_changed (SarapOfficersPage *self)
{
  sarap_officers_page_show_filter (self);
}

static void
open_officer (SarapOfficersPage *self, gint64 officer_id)
{
  g_autofree char *path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, officer_id);

  sarap_host_open_path (sarap_host_of (GTK_WIDGET (self)), path);
}

static void
on_opened (SarapOfficersPage *self, gint64 officer_id)
{
  open_officer (self, officer_id);
}

static void
on_sorted (SarapOfficersPage *self, int sort, gboolean descending)
{
  g_settings_set (sarap_settings_get (), "officers-sort", "(ib)", sort, descending);
  self->sort = sort;
  self->descending = descending;
  self->fresh = TRUE;
  if (self->model != NULL)
    sarap_officers_model_set_sort (self->model, sort, descending);
  sarap_officers_page_show_state (self);
  sarap_officers_page_renew_actions (self);
}

static void
show_list (SarapOfficersPage *self)
{
  gboolean searching = gtk_widget_get_focus_child (GTK_WIDGET (self->search)) != NULL;

  gtk_stack_set_visible_child_name (self->stack, "list");
  renew_title (self);
  gtk_stack_set_visible_child_name (self->title, "list");
  gtk_widget_set_visible (self->back, FALSE);
  renew_create (self);
  gtk_widget_set_visible (self->menu, TRUE);
  if (!searching)
    sarap_officers_list_grab (self->list);
  sarap_officers_page_renew_actions (self);
}

static void
on_may_show_list (gpointer data)
{
  SarapOfficersPage *self = data;

  sarap_file_page_forget (get_file (self));
  show_list (self);
}

/* The file stays while the person is asked about its unsaved input */
static void
open_list (SarapOfficersPage *self)
{
  if (shows_file (self) && sarap_file_page_get_unsaved (get_file (self)))
    sarap_file_page_leave (get_file (self), on_may_show_list, self);
  else
    show_list (self);
}

static void
on_file_changed (SarapOfficersPage *self)
{
  SarapFilePage *file = get_file (self);

  adw_window_title_set_title (self->file_title, sarap_file_page_get_title (file));
  renew_title (self);
  sarap_page_set_unsaved (SARAP_PAGE (self), sarap_file_page_get_unsaved (file));
}

static void
on_file_closed (SarapOfficersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  if (shows_file (self))
    show_list (self);
}

static SarapFilePage *
ensure_file (SarapOfficersPage *self)
{
  GtkWidget *file = adw_bin_get_child (self->file);

  if (file != NULL)
    return SARAP_FILE_PAGE (file);
  file = sarap_file_page_new (SARAP_PAGE (self));
  adw_bin_set_child (self->file, file);
  g_signal_connect_object (file, "notify::title", G_CALLBACK (on_file_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::unsaved", G_CALLBACK (on_file_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "closed", G_CALLBACK (on_file_closed), self, G_CONNECT_SWAPPED);
  return SARAP_FILE_PAGE (file);
}

static void
show_file (SarapOfficersPage *self, gint64 officer_id)
{
  SarapFilePage *file = ensure_file (self);

  self->reached = officer_id;
  sarap_file_page_open (file, officer_id);
  gtk_stack_set_visible_child_name (self->stack, "file");
  /* a stack restores the focus that it had before */
  sarap_file_page_focus_form (file);
  renew_title (self);
  gtk_stack_set_visible_child_name (self->title, "file");
  gtk_widget_set_visible (self->back, TRUE);
  renew_create (self);
  gtk_widget_set_visible (self->menu, FALSE);
  sarap_officers_page_renew_actions (self);
  on_file_changed (self);
}

static void
sarap_officers_page_open_path (SarapPage *page, const char *path)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (page);
  SarapOfficersSort sort;
  gint64 officer_id = 0;

  if (self->model == NULL)
    {
      g_free (self->awaited);
      self->awaited = g_strdup (path);
      return;
    }
  if (*path == '?')
    {
      sarap_officers_page_set_filter (self, sarap_filter_parse (path + 1));
      if (sarap_officers_sort_parse (path + 1, &sort))
        sarap_officers_page_set_sort (self, sort, FALSE);
    }
  if (*path == '?' || *path == '\0')
    open_list (self);
  else if (g_str_equal (path, "new") && sarap_page_get_identity (page)->may_edit)
    show_file (self, 0);
  else if (g_ascii_string_to_signed (path, 10, 1, G_MAXINT64, &officer_id, NULL))
    show_file (self, officer_id);
  else
    open_list (self);
}

static char *
sarap_officers_page_dup_path (SarapPage *page)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (page);
  g_autofree char *query = sarap_filter_write (self->filter);
  gint64 officer_id;

  if (!shows_file (self))
    return *query == '\0' ? g_strdup ("") : g_strconcat ("?", query, NULL);
  officer_id = sarap_file_page_get_officer_id (get_file (self));
  return officer_id == 0 ? g_strdup ("new") : g_strdup_printf ("%" G_GINT64_FORMAT, officer_id);
}

static const char *
sarap_officers_page_get_help (SarapPage *page)
{
  return shows_file (SARAP_OFFICERS_PAGE (page)) ? "file" : "officers";
}

static void
set_store (SarapOfficersPage *self, SarapStore *store)
{
  sarap_officers_list_set_selection (self->list, NULL);
  g_signal_group_set_target (self->changes, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  if (store == NULL)
    return;
  self->model = sarap_officers_model_new (store, sarap_page_get_today (SARAP_PAGE (self)));
  self->selection = sarap_officers_selection_new (self->model);
  sarap_officers_model_set_sort (self->model, self->sort, self->descending);
  sarap_officers_model_set_filter (self->model, self->filter);
  g_signal_group_set_target (self->changes, self->model);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  sarap_officers_list_set_sort (self->list, self->sort, self->descending);
  sarap_officers_list_set_selection (self->list, self->selection);
}

/* A service record names a body, and an empty database has none */
static void
show_beginnings (SarapOfficersPage *self, const SarapIdentity *identity)
{
  gboolean keeps = sarap_identity_keeps_bodies (identity);

  adw_status_page_set_title (self->empty, sarap_identity_title_empty (identity));
  adw_status_page_set_description (self->empty, sarap_identity_explain_empty (identity));
  gtk_widget_set_visible (self->beginnings, identity->may_edit);
  gtk_label_set_text (self->bodies_first,
                      keeps ? _ ("Whoever adds officers by hand begins with the customs bodies.")
                            : _ ("The customs bodies are added by the HR service of the agency, or "
                                 "by an administrator."));
  gtk_widget_set_visible (self->bodies, keeps);
}

static void
sarap_officers_page_refresh (SarapPage *page, SarapRefresh what)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (page);
  GtkWidget *file = adw_bin_get_child (self->file);
  const SarapIdentity *identity = sarap_page_get_identity (page);

  if (what & SARAP_REFRESH_STORE)
    {
      set_store (self, sarap_page_get_store (page));
      /* the same id is another officer in another database */
      if (shows_file (self))
        show_list (self);
    }
  if (self->model != NULL)
    {
      sarap_officers_model_set_today (self->model, sarap_page_get_today (page));
      sarap_officers_list_set_today (self->list, sarap_page_get_today (page));
    }
  if (file != NULL)
    sarap_file_page_refresh (SARAP_FILE_PAGE (file), what);
  if (identity != NULL)
    {
      show_beginnings (self, identity);
      renew_create (self);
    }
  show_selected (self);
  sarap_officers_page_show_state (self);
  if (self->awaited != NULL && self->model != NULL)
    {
      g_autofree char *path = g_steal_pointer (&self->awaited);

      sarap_officers_page_open_path (page, path);
    }
}

static void
sarap_officers_page_leave (SarapPage *page, GSourceOnceFunc leave, gpointer data)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (page);

  if (sarap_page_get_unsaved (page))
    sarap_file_page_leave (get_file (self), leave, data);
  else
    leave (data);
}

static void
sarap_officers_page_dispose (GObject *object)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (object);

  g_clear_object (&self->changes);
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_OFFICERS_PAGE);
  g_clear_object (&self->selection);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (sarap_officers_page_parent_class)->dispose (object);
}

static void
sarap_officers_page_finalize (GObject *object)
{
  SarapOfficersPage *self = SARAP_OFFICERS_PAGE (object);

  sarap_filter_unref (self->filter);
  g_free (self->awaited);
  G_OBJECT_CLASS (sarap_officers_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, title);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, back);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, file_title);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, create);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, search);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, filter_line);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, count);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, loose);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, body);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, failed);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, bodies_first);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, beginnings);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, list);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, file);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, selected);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, selected_count);
  gtk_widget_class_bind_template_child (widget_class, SarapOfficersPage, row_menu);
}

static void
sarap_officers_page_class_init (SarapOfficersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SarapPageClass *page_class = SARAP_PAGE_CLASS (klass);

  g_type_ensure (SARAP_TYPE_OFFICERS_LIST);
  g_type_ensure (SARAP_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (klass)->dispose = sarap_officers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_page_finalize;
  page_class->open_path = sarap_officers_page_open_path;
  page_class->leave = sarap_officers_page_leave;
  page_class->dup_path = sarap_officers_page_dup_path;
  page_class->refresh = sarap_officers_page_refresh;
  page_class->get_help = sarap_officers_page_get_help;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/officers/sarap-officers-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_sorted);
}

static void
sarap_officers_page_init (SarapOfficersPage *self)
{
  self->filter = sarap_filter_new ();
  sarap_officers_page_read_sort (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  sarap_name_menu_buttons (GTK_WIDGET (self));
  sarap_filter_bar_set_filter (self->bar, self->filter);
  sarap_officers_list_set_menu (self->list, self->row_menu);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
  self->changes = g_signal_group_new (SARAP_TYPE_OFFICERS_MODEL);
  g_signal_group_connect_swapped (self->changes, "state-changed",
                                  G_CALLBACK (sarap_officers_page_show_state), self);
  sarap_officers_page_add_actions (self);
}

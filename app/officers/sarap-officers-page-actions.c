#include "officers/sarap-officers-page-private.h"

#include "shell/sarap-settings.h"
#include "shell/sarap-host.h"

#include <glib/gi18n-lib.h>

static void
open_path (SarapOfficersPage *self, const char *path)
{
  sarap_host_open_path (sarap_host_of (GTK_WIDGET (self)), path);
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0)
    open_path (self, "officers");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  /* typing replaces the last search */
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
on_create (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_path (user_data, "officers/new");
}

static void
leave_file (SarapOfficersPage *self)
{
  g_autofree char *query = sarap_filter_write (self->filter);
  g_autofree char *path =
      *query == '\0' ? g_strdup ("officers") : g_strconcat ("officers?", query, NULL);

  open_path (self, path);
}

static void
on_list (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leave_file (user_data);
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_officers_model_read_again (SARAP_OFFICERS_PAGE (user_data)->model);
}

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_officers_page_set_filter (user_data, sarap_filter_new ());
}

static void
on_clear_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;

  sarap_filter_set_text (self->filter, "");
  sarap_officers_page_show_filter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_clear_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  SarapFilter *filter = sarap_filter_new ();

  sarap_filter_set_text (filter, self->filter->text);
  sarap_officers_page_set_filter (self, filter);
}

static void
on_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_filter_bar_open (SARAP_OFFICERS_PAGE (user_data)->bar);
}

static void
on_save_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_filter_bar_save (SARAP_OFFICERS_PAGE (user_data)->bar);
}

static void
keep_sort (SarapOfficersPage *self)
{
  g_settings_set (sarap_settings_get (), "officers-sort", "(ib)", self->sort, self->descending);
}

void
sarap_officers_page_set_sort (SarapOfficersPage *self, int sort, gboolean descending)
{
  self->sort = sort;
  self->descending = descending;
  if (self->model == NULL)
    return;
  self->fresh = TRUE;
  sarap_officers_model_set_sort (self->model, sort, descending);
  sarap_officers_list_set_sort (self->list, sort, descending);
  sarap_officers_page_show_state (self);
  sarap_officers_page_renew_actions (self);
}

void
sarap_officers_page_read_sort (SarapOfficersPage *self)
{
  g_settings_get (sarap_settings_get (), "officers-sort", "(ib)", &self->sort, &self->descending);
  self->sort = CLAMP (self->sort, 0, SARAP_SORTS - 1);
}

static void
on_sort (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_officers_page_set_sort (user_data, g_variant_get_int32 (parameter), FALSE);
  keep_sort (user_data);
}

static void
on_descending (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;

  sarap_officers_page_set_sort (self, self->sort, !self->descending);
  keep_sort (self);
}

static void
on_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  guint column = atoi (g_action_get_name (G_ACTION (action)) + strlen ("column-"));
  guint columns = g_settings_get_uint (sarap_settings_get (), "officers-columns") ^ 1u << column;

  g_settings_set_uint (sarap_settings_get (), "officers-columns", columns);
  sarap_officers_list_set_wanted (self->list, columns);
  sarap_officers_page_renew_actions (self);
}

static void
on_select_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (SARAP_OFFICERS_PAGE (user_data)->selection));
}

static void
on_unselect (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_selection_model_unselect_all (
      GTK_SELECTION_MODEL (SARAP_OFFICERS_PAGE (user_data)->selection));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  gboolean names = g_str_equal (g_action_get_name (G_ACTION (action)), "copy-names");
  g_autoptr (GArray) ids = sarap_officers_selection_dup_ids (self->selection);

  sarap_officers_page_copy (self, ids, names ? SARAP_COLUMN_NAME : SARAP_COLUMN_IIN);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  g_autoptr (GArray) ids = sarap_officers_model_dup_ids (self->model);

  sarap_officers_page_export (self, ids);
}

static void
on_export_selected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  g_autoptr (GArray) ids = sarap_officers_selection_dup_ids (self->selection);

  sarap_officers_page_export (self, ids);
}

static void
on_open_selected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapOfficersPage *self = user_data;
  g_autoptr (GArray) ids = sarap_officers_selection_dup_ids (self->selection);
  g_autofree char *path = NULL;

  if (ids->len == 0)
    return;
  path = g_strdup_printf ("officers/%u", g_array_index (ids, guint32, 0));
  open_path (self, path);
}

static GSimpleAction *
find_action (SarapOfficersPage *self, const char *name)
{
  return G_SIMPLE_ACTION (
      g_action_map_lookup_action (sarap_page_get_actions (SARAP_PAGE (self)), name));
}

static void
action_enable (SarapOfficersPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (find_action (self, name), enabled);
}

void
sarap_officers_page_renew_actions (SarapOfficersPage *self)
{
  const SarapIdentity *identity = sarap_page_get_session (SARAP_PAGE (self)) != NULL
                                      ? sarap_page_get_identity (SARAP_PAGE (self))
                                      : NULL;
  guint columns = g_settings_get_uint (sarap_settings_get (), "officers-columns");
  guint n = self->selection != NULL ? sarap_officers_selection_get_n (self->selection) : 0;
  gboolean listed = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;

  g_simple_action_set_state (find_action (self, "sort"), g_variant_new_int32 (self->sort));
  g_simple_action_set_state (find_action (self, "descending"),
                             g_variant_new_boolean (self->descending));
  for (guint i = 1; i < SARAP_COLUMNS; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "column-%u", i);
      g_simple_action_set_state (find_action (self, name),
                                 g_variant_new_boolean ((columns & (1u << i)) != 0));
    }
  action_enable (self, "create", identity != NULL && identity->may_edit);
  action_enable (self, "refresh", self->model != NULL);
  action_enable (self, "export", self->model != NULL && listed);
  action_enable (self, "select-all", self->model != NULL && listed);
  action_enable (self, "clear", !sarap_filter_is_empty (self->filter) && listed);
  action_enable (self, "clear-search", *self->filter->text != '\0' && listed);
  action_enable (self, "clear-filter", sarap_filter_has_chips (self->filter) && listed);
  action_enable (self, "filter", listed);
  action_enable (self, "save-filter", listed);
  action_enable (self, "copy-names", n > 0 && listed);
  action_enable (self, "copy-iins", n > 0 && listed);
  action_enable (self, "export-selected", n > 0 && listed);
  action_enable (self, "open-selected", n == 1 && listed);
  action_enable (self, "unselect", n > 0 && listed);
}

void
sarap_officers_page_add_actions (SarapOfficersPage *self)
{
  static const GActionEntry entries[] = {
    { "find", on_find },
    { "create", on_create },
    { "list", on_list },
    { "refresh", on_refresh },
    { "clear", on_clear },
    { "clear-search", on_clear_search },
    { "clear-filter", on_clear_filter },
    { "filter", on_filter },
    { "save-filter", on_save_filter },
    { "sort", on_sort, "i", "0" },
    { "descending", on_descending, NULL, "false" },
    { "column-1", on_column, NULL, "true" },
    { "column-2", on_column, NULL, "true" },
    { "column-3", on_column, NULL, "true" },
    { "column-4", on_column, NULL, "true" },
    { "column-5", on_column, NULL, "true" },
    { "column-6", on_column, NULL, "true" },
    { "column-7", on_column, NULL, "true" },
    { "select-all", on_select_all },
    { "unselect", on_unselect },
    { "copy-names", on_copy },
    { "copy-iins", on_copy },
    { "export", on_export },
    { "export-selected", on_export_selected },
    { "open-selected", on_open_selected },
  };

  g_action_map_add_action_entries (sarap_page_get_actions (SARAP_PAGE (self)), entries,
                                   G_N_ELEMENTS (entries), self);
  sarap_officers_list_set_wanted (self->list,
                                  g_settings_get_uint (sarap_settings_get (), "officers-columns"));
  sarap_officers_page_renew_actions (self);
}

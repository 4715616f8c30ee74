#include "shell/sarap-shell.h"

#include "shell/sarap-lost-bar.h"
#include "shell/sarap-progress-panel.h"
#include "shell/sarap-side-bar.h"

#include <glib/gi18n-lib.h>

struct _SarapShell
{
  AdwBin parent_instance;

  /* Owned */
  SarapSession *session;
  GPtrArray *entries;
  GtkWidget *bar;
  GSignalGroup *shown; /* of the page shown */
  guint eager;

  /* Template */
  AdwFlap *flap;
  SarapSideBar *side_bar;
  GtkBox *content;
  GtkStack *stack;
};

static guint place_changed;

G_DEFINE_FINAL_TYPE (SarapShell, sarap_shell, ADW_TYPE_BIN)

static void
fold_page (SarapShell *self, SarapPage *page)
{
  sarap_page_set_folded (page, adw_flap_get_folded (self->flap) ||
                                   !adw_flap_get_reveal_flap (self->flap));
}

static void
on_flap (SarapShell *self)
{
  SarapPage *page = sarap_shell_get_shown (self);

  if (page != NULL)
    fold_page (self, page);
}

static void
on_place (SarapShell *self)
{
  g_signal_emit (self, place_changed, 0);
}

static const SarapPageEntry *
find_entry (SarapShell *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SarapPageEntry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

static gboolean
is_usable (SarapShell *self, const SarapPageEntry *entry)
{
  return sarap_page_entry_is_for (entry, sarap_session_get_identity (self->session));
}

static gboolean
on_eager (gpointer data)
{
  SarapShell *self = data;

  self->eager = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SarapPageEntry *entry = self->entries->pdata[i];

      if (entry->eager && is_usable (self, entry))
        sarap_shell_get_page (self, entry->id);
    }
  return G_SOURCE_REMOVE;
}

static void
show_page (SarapShell *self, const char *id, SarapPage *page)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  gtk_stack_set_visible_child_name (self->stack, id);
  fold_page (self, page);
  sarap_page_set_bar (page, self->bar);
  sarap_side_bar_set_shown (self->side_bar, id);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_insert_action_group (window, "page", G_ACTION_GROUP (sarap_page_get_actions (page)));
  g_signal_group_set_target (self->shown, page);
  on_place (self);
}

static void
sarap_shell_dispose (GObject *object)
{
  SarapShell *self = SARAP_SHELL (object);

  g_clear_handle_id (&self->eager, g_source_remove);
  g_clear_object (&self->bar);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL); /* also a child of the template, which may not be
                                               disposed first */
  gtk_widget_dispose_template (GTK_WIDGET (self), SARAP_TYPE_SHELL);
  G_OBJECT_CLASS (sarap_shell_parent_class)->dispose (object);
}

static void
sarap_shell_class_init (SarapShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SARAP_TYPE_SIDE_BAR);
  G_OBJECT_CLASS (klass)->dispose = sarap_shell_dispose;
  place_changed = g_signal_new ("place-changed", SARAP_TYPE_SHELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapShell, flap);
  gtk_widget_class_bind_template_child (widget_class, SarapShell, side_bar);
  gtk_widget_class_bind_template_child (widget_class, SarapShell, content);
  gtk_widget_class_bind_template_child (widget_class, SarapShell, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_flap);
}

static void
sarap_shell_init (SarapShell *self)
{
  self->shown = g_signal_group_new (SARAP_TYPE_PAGE);
  g_signal_group_connect_swapped (self->shown, "notify::place", G_CALLBACK (on_place), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

SarapShell *
sarap_shell_new (SarapSession *session, SarapRegistry *registry)
{
  SarapShell *self = g_object_new (SARAP_TYPE_SHELL, NULL);

  self->session = g_object_ref (session);
  self->entries = g_ptr_array_ref (sarap_registry_get_pages (registry));
  sarap_side_bar_set_pages (self->side_bar, self->entries, sarap_session_get_identity (session));
  sarap_side_bar_set_session (self->side_bar, session);
  return self;
}

SarapPage *
sarap_shell_get_page (SarapShell *self, const char *id)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->stack, id);
  const SarapPageEntry *entry = NULL;
  SarapPage *page = NULL;

  if (child != NULL)
    return SARAP_IS_PAGE (child) ? SARAP_PAGE (child) : NULL;
  entry = find_entry (self, id);
  if (entry == NULL || !is_usable (self, entry))
    return NULL;

  g_debug ("the page %s is made", id);
  page = g_object_new (entry->get_type (), NULL);
  sarap_page_set_session (page, self->session);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), id);
  sarap_side_bar_watch (self->side_bar, id, page);
  if (sarap_session_get_store (self->session) != NULL)
    sarap_page_refresh (page, SARAP_REFRESH_STORE | SARAP_REFRESH_IDENTITY | SARAP_REFRESH_TODAY);
  return page;
}

SarapPage *
sarap_shell_get_shown (SarapShell *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return child != NULL && SARAP_IS_PAGE (child) ? SARAP_PAGE (child) : NULL;
}

const char *
sarap_shell_get_place (SarapShell *self)
{
  SarapPage *page = sarap_shell_get_shown (self);
  const char *place = page != NULL ? sarap_page_get_place (page) : NULL;
  const char *id = gtk_stack_get_visible_child_name (self->stack);

  if (place != NULL)
    return place;
  return page != NULL ? _ (find_entry (self, id)->title) : NULL;
}

void
sarap_shell_open_path (SarapShell *self, const char *path)
{
  gsize length = strcspn (path, "/?");
  g_autofree char *id = g_strndup (path, length);
  const char *rest = path + length + (path[length] == '/');
  SarapPage *page = NULL;

  if (self->bar == NULL)
    {
      self->bar = g_object_ref_sink (sarap_lost_bar_new (self->session));
      self->eager = g_idle_add_full (G_PRIORITY_LOW, on_eager, self, NULL);
    }
  page = sarap_shell_get_page (self, id);
  if (page == NULL)
    return;
  show_page (self, id, page);
  sarap_page_open_path (page, rest);
}

char *
sarap_shell_dup_path (SarapShell *self)
{
  SarapPage *page = sarap_shell_get_shown (self);
  const char *id = gtk_stack_get_visible_child_name (self->stack);
  g_autofree char *rest = page == NULL ? NULL : sarap_page_dup_path (page);

  if (page == NULL)
    return NULL;
  return g_strconcat (id, *rest == '\0' || *rest == '?' ? "" : "/", rest, NULL);
}

const char *
sarap_shell_get_help (SarapShell *self)
{
  SarapPage *page = sarap_shell_get_shown (self);
  const char *topic = page == NULL ? NULL : sarap_page_get_help (page);

  return topic != NULL ? topic : gtk_stack_get_visible_child_name (self->stack);
}

void
sarap_shell_refresh (SarapShell *self, SarapRefresh what)
{
  sarap_side_bar_set_pages (self->side_bar, self->entries,
                            sarap_session_get_identity (self->session));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (SARAP_IS_PAGE (child))
      sarap_page_refresh (SARAP_PAGE (child), what);
}

static SarapPage *
find_unsaved (SarapShell *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (SARAP_IS_PAGE (child) && sarap_page_get_unsaved (SARAP_PAGE (child)))
      return SARAP_PAGE (child);
  return NULL;
}

gboolean
sarap_shell_has_unsaved (SarapShell *self)
{
  return find_unsaved (self) != NULL;
}

void
sarap_shell_leave (SarapShell *self, GSourceOnceFunc leave, gpointer data)
{
  SarapPage *page = find_unsaved (self);

  if (page == NULL)
    {
      leave (data);
      return;
    }
  show_page (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, GTK_WIDGET (page))),
             page);
  sarap_page_leave (page, leave, data);
}

void
sarap_shell_toggle_side_bar (SarapShell *self)
{
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

void
sarap_shell_open_menu (SarapShell *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  sarap_side_bar_open_menu (self->side_bar);
}

void
sarap_shell_open_nth (SarapShell *self, int position)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (is_usable (self, self->entries->pdata[i]) && --position == 0)
      {
        const SarapPageEntry *entry = self->entries->pdata[i];

        gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s", entry->id);
        return;
      }
}

void
sarap_shell_show_progress (SarapShell *self, SarapProgress *progress)
{
  gtk_box_append (self->content, sarap_progress_panel_new (progress));
}

void
sarap_shell_hide_progress (SarapShell *self, SarapProgress *progress)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->content));

  while (child != NULL)
    {
      GtkWidget *before = gtk_widget_get_prev_sibling (child);

      if (SARAP_IS_PROGRESS_PANEL (child) &&
          sarap_progress_panel_get_progress (SARAP_PROGRESS_PANEL (child)) == progress)
        gtk_box_remove (self->content, child);
      child = before;
    }
}

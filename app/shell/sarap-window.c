#include "shell/sarap-window-private.h"

#include "shell/sarap-commands.h"
#include "shell/sarap-first-frame.h"
#include "shell/sarap-help-window.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>

/* Paths that “back” remembers */
#define LONGEST_HISTORY 50
/* Smallest sizes that are saved: those of the schema of the settings */
#define LEAST_WIDTH 360
#define LEAST_HEIGHT 400
#define LARGEST 16384

G_DEFINE_FINAL_TYPE_WITH_CODE (SarapWindow,
                               sarap_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (SARAP_TYPE_HOST, sarap_window_host_init))

static void
set_path (SarapWindow *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

/* Removes the palette, whose results belong to pages that are about to be removed */
static void
drop_palette (SarapWindow *self)
{
  if (self->palette != NULL)
    gtk_overlay_remove_overlay (self->overlay, GTK_WIDGET (self->palette));
  self->palette = NULL;
}

/* The name of a database for people: a file's name, or a database and its server */
static char *
name_for_people (const char *name)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *base = NULL;

  if (g_str_has_prefix (name, "sqlite:"))
    {
      base = g_path_get_basename (name + strlen ("sqlite:"));
      if (g_str_has_suffix (base, ".sqlite"))
        base[strlen (base) - strlen (".sqlite")] = '\0';
      return g_steal_pointer (&base);
    }
  uri = g_uri_parse (name, G_URI_FLAGS_NON_DNS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (_ ("server"));
  base = g_path_get_basename (g_uri_get_path (uri));
  return g_strdup_printf ("%s (%s)", base, g_uri_get_host (uri));
}

/* The titles of two windows must differ: the title within the page first, then the database */
static void
renew_title (SarapWindow *self)
{
  const char *place = self->shell != NULL ? sarap_shell_get_place (self->shell) : NULL;
  SarapStore *store = sarap_session_get_store (self->session);
  g_autofree char *database = store != NULL ? name_for_people (sarap_store_get_name (store)) : NULL;
  g_autofree char *title = NULL;

  if (place != NULL && database != NULL)
    title = g_strdup_printf ("%s – %s – %s", place, database, _ ("Sarap"));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Sarap"));
}

void
sarap_window_show_welcome (SarapWindow *self)
{
  g_autofree char *path = sarap_window_dup_path (self);

  if (path != NULL)
    set_path (self, path);
  drop_palette (self);
  if (self->welcome == NULL)
    {
      self->welcome =
          sarap_welcome_new (self->session, sarap_registry_get_demo (self->registry) != NULL);
      g_signal_connect_object (self->welcome, "connect", G_CALLBACK (sarap_window_open_database),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->welcome, "stop", G_CALLBACK (sarap_window_cancel_opening),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->welcome));
  self->shell = NULL;
  renew_title (self);
  sarap_welcome_show_question (self->welcome);
}

void
sarap_window_show_shell (SarapWindow *self)
{
  if (self->shell != NULL)
    return;
  self->shell = sarap_shell_new (self->session, self->registry);
  g_signal_connect_object (self->shell, "place-changed", G_CALLBACK (renew_title), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->shell));
  self->welcome = NULL;
  for (guint i = 0; i < self->works->len; i++)
    sarap_shell_show_progress (self->shell, self->works->pdata[i]);
  if (self->shown)
    sarap_shell_open_path (self->shell, self->path);
}

/* “Back” is enabled while there are paths to return to */
static void
renew_back (SarapWindow *self)
{
  GAction *back = g_action_map_lookup_action (G_ACTION_MAP (self), "back");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (back), self->history->len > 0);
}

/* Visited paths and undo steps belong to the earlier database */
static void
forget_database (SarapWindow *self)
{
  sarap_window_forget_undo (self);
  g_ptr_array_set_size (self->history, 0);
  renew_back (self);
  self->path[strcspn (self->path, "/?")] = '\0';
}

static void
on_store (SarapWindow *self)
{
  forget_database (self);
  renew_title (self);
  if (self->shell != NULL && self->shown)
    sarap_shell_refresh (self->shell, SARAP_REFRESH_STORE | SARAP_REFRESH_IDENTITY);
}

static void
on_identity (SarapWindow *self)
{
  if (self->shell != NULL && self->shown)
    sarap_shell_refresh (self->shell, SARAP_REFRESH_IDENTITY);
}

static void
remember_size (SarapWindow *self)
{
  GSettings *settings = sarap_settings_get ();
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", CLAMP (width, LEAST_WIDTH, LARGEST));
  g_settings_set_int (settings, "window-height", CLAMP (height, LEAST_HEIGHT, LARGEST));
}

static void
on_may_close (gpointer data)
{
  SarapWindow *self = data;

  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
sarap_window_close_request (GtkWindow *window)
{
  SarapWindow *self = SARAP_WINDOW (window);

  remember_size (self);
  if (self->leaving || !sarap_window_has_unsaved (self))
    return GTK_WINDOW_CLASS (sarap_window_parent_class)->close_request (window);
  sarap_shell_leave (self->shell, on_may_close, self);
  return GDK_EVENT_STOP;
}

static void
show_path (SarapWindow *self, const char *path)
{
  set_path (self, path);
  if (self->shell != NULL && self->shown)
    sarap_shell_open_path (self->shell, path);
}

static void
on_open_path (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_host_open_path (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_nth_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (self->shell != NULL)
    sarap_shell_open_nth (self->shell, g_variant_get_int32 (parameter));
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (self->history->len > 0)
    {
      g_autofree char *path = g_ptr_array_steal_index (self->history, self->history->len - 1);

      renew_back (self);
      show_path (self, path);
    }
}

static void
on_side_bar (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (self->shell != NULL)
    sarap_shell_toggle_side_bar (self->shell);
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (self->shell != NULL)
    sarap_shell_open_menu (self->shell);
  else if (self->welcome != NULL)
    sarap_welcome_open_menu (self->welcome);
}

static void
on_palette (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (self->shell == NULL)
    return;
  if (self->palette == NULL)
    {
      self->palette = sarap_palette_new (self->session, self->registry);
      gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->palette));
    }
  sarap_palette_open (self->palette, sarap_shell_get_shown (self->shell));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;
  GtkWindow *help = sarap_commands_new_help (self->registry);

  gtk_window_set_transient_for (help, GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (help, TRUE);
  gtk_window_present (help);
}

/* Opens the help about the current content */
static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  sarap_help_window_present (gtk_window_get_application (GTK_WINDOW (self)),
                             self->shell != NULL ? sarap_shell_get_help (self->shell)
                                                 : sarap_welcome_get_help (self->welcome));
}

static void
on_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean make = g_str_equal (g_action_get_name (G_ACTION (action)), "new-file");

  if (sarap_window_may_leave (user_data))
    sarap_window_choose_file (user_data, make);
}

static void
on_connect (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (!sarap_window_may_leave (self))
    return;
  sarap_window_show_welcome (self);
  sarap_welcome_show_server (self->welcome);
}

static void
on_demonstrate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (sarap_window_may_leave (user_data))
    sarap_window_demonstrate (user_data);
}

static void
on_leave_welcome (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sarap_window_cancel_opening (user_data);
  sarap_window_show_shell (user_data);
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
on_act_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SarapWindow *self = user_data;

  if (sarap_window_may_leave (self) && sarap_session_is_local (self->session))
    sarap_session_act_as (self->session, g_variant_get_string (parameter, NULL));
}

static void
add_actions (SarapWindow *self)
{
  static const GActionEntry entries[] = {
    { "open-path", on_open_path, "s" },
    { "nth-page", on_nth_page, "i" },
    { "back", on_back },
    { "side-bar", on_side_bar },
    { "menu", on_menu },
    { "palette", on_palette },
    { "help", on_help },
    { "shortcuts", on_shortcuts },
    { "new-file", on_file },
    { "open-file", on_file },
    { "connect", on_connect },
    { "close", on_close },
    { "leave-welcome", on_leave_welcome },
    { "demonstrate", on_demonstrate },
    { "act-as", on_act_as, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  sarap_window_init_undo (self);
  sarap_window_init_written (self);
  renew_back (self);
}

/* Makes parts that the first frame does not need */
static void
on_first_frame (gpointer data)
{
  SarapWindow *self = data;

  self->shown = TRUE;
  gtk_window_set_default_icon_name (
      g_application_get_application_id (g_application_get_default ()));
  sarap_commands_bind (self->registry, sarap_shortcuts_new (GTK_WIDGET (self), GTK_PHASE_CAPTURE),
                       sarap_shortcuts_new (GTK_WIDGET (self), GTK_PHASE_BUBBLE));
  if (self->shell != NULL)
    sarap_shell_open_path (self->shell, self->path);
  if (self->first != NULL && self->name == NULL)
    sarap_window_open_database (self, self->first, NULL);
  g_clear_pointer (&self->first, g_free);
}

/* Closes the window. Running work may still hold a reference to it; the pages and the database are
   released at once. */
static void
sarap_window_unrealize (GtkWidget *widget)
{
  SarapWindow *self = SARAP_WINDOW (widget);

  GTK_WIDGET_CLASS (sarap_window_parent_class)->unrealize (widget);
  sarap_window_cancel_opening (self);
  drop_palette (self);
  /* GTK would otherwise keep the focused widget until the next frame */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_overlay_set_child (self->overlay, NULL);
  self->shell = NULL;
  self->welcome = NULL;
  sarap_session_close (self->session);
}

static void
sarap_window_dispose (GObject *object)
{
  SarapWindow *self = SARAP_WINDOW (object);

  sarap_window_cancel_opening (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->shell = NULL;
  self->welcome = NULL;
  self->palette = NULL;
  G_OBJECT_CLASS (sarap_window_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
sarap_window_finalize (GObject *object)
{
  SarapWindow *self = SARAP_WINDOW (object);

  g_clear_weak_pointer (&self->done);
  g_ptr_array_unref (self->undos);
  g_ptr_array_unref (self->redos);
  g_clear_object (&self->registry);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->works);
  g_free (self->first);
  g_free (self->name);
  g_free (self->path);
  G_OBJECT_CLASS (sarap_window_parent_class)->finalize (object);
}

static void
sarap_window_class_init (SarapWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_window_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = sarap_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = sarap_window_close_request;
}

static void
sarap_window_init (SarapWindow *self)
{
  self->session = sarap_session_new ();
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->works = g_ptr_array_new_with_free_func (g_object_unref);
  self->path = g_strdup ("today");
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->overlay));
  sarap_window_init_announced (self);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  g_signal_connect_swapped (self->session, "notify::store", G_CALLBACK (on_store), self);
  g_signal_connect_swapped (self->session, "notify::identity", G_CALLBACK (on_identity), self);
  add_actions (self);
}

static void
install_tools (SarapWindow *self)
{
  GPtrArray *tools = sarap_registry_get_tools (self->registry);

  for (guint i = 0; i < tools->len; i++)
    ((const SarapToolEntry *) tools->pdata[i])->install (SARAP_HOST (self));
}

SarapWindow *
sarap_window_new (AdwApplication *application,
                  SarapRegistry *registry,
                  SarapDate today,
                  const char *database)
{
  GSettings *settings = sarap_settings_get ();
  SarapWindow *self =
      g_object_new (SARAP_TYPE_WINDOW, "application", application, "title", _ ("Sarap"),
                    "default-width", g_settings_get_int (settings, "window-width"),
                    "default-height", g_settings_get_int (settings, "window-height"),
                    "width-request", LEAST_WIDTH, "height-request", LEAST_HEIGHT, NULL);

  self->registry = g_object_ref (registry);
  sarap_session_set_today (self->session, today);
  install_tools (self);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->first = g_strdup (database);
  if (database == NULL)
    sarap_window_show_welcome (self);
  else
    sarap_window_show_shell (self);
  sarap_first_frame_watch (GTK_WINDOW (self), on_first_frame, self);
  return self;
}

void
sarap_window_open_path (SarapWindow *self, const char *path)
{
  g_autofree char *before = sarap_window_dup_path (self);

  if (before != NULL && !g_str_equal (before, path))
    g_ptr_array_add (self->history, g_steal_pointer (&before));
  if (self->history->len > LONGEST_HISTORY)
    g_ptr_array_remove_index (self->history, 0);
  renew_back (self);
  show_path (self, path);
}

char *
sarap_window_dup_path (SarapWindow *self)
{
  return self->shell == NULL ? NULL : sarap_shell_dup_path (self->shell);
}

gboolean
sarap_window_has_unsaved (SarapWindow *self)
{
  return self->shell != NULL && sarap_shell_has_unsaved (self->shell);
}

gboolean
sarap_window_may_leave (SarapWindow *self)
{
  if (!sarap_window_has_unsaved (self))
    return TRUE;
  sarap_host_toast (SARAP_HOST (self), _ ("Save or discard first what you changed."));
  gtk_window_present (GTK_WINDOW (self));
  return FALSE;
}

void
sarap_window_rebuild (SarapWindow *self)
{
  g_autofree char *path = sarap_window_dup_path (self);

  if (path != NULL)
    set_path (self, path);
  drop_palette (self);
  if (self->shell == NULL)
    {
      self->welcome = NULL;
      sarap_window_show_welcome (self);
      return;
    }
  self->shell = NULL;
  sarap_window_show_shell (self);
}

void
sarap_window_set_today (SarapWindow *self, SarapDate today)
{
  sarap_session_set_today (self->session, today);
  if (self->shell != NULL)
    sarap_shell_refresh (self->shell, SARAP_REFRESH_TODAY);
}

SarapSession *
sarap_window_get_session (SarapWindow *self)
{
  return self->session;
}

SarapStore *
sarap_window_get_store (SarapWindow *self)
{
  return sarap_session_get_store (self->session);
}

const SarapIdentity *
sarap_window_get_identity (SarapWindow *self)
{
  return sarap_session_get_identity (self->session);
}

SarapPage *
sarap_window_get_page (SarapWindow *self, const char *id)
{
  return self->shell == NULL ? NULL : sarap_shell_get_page (self->shell, id);
}

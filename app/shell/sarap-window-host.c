/* A part of SarapWindow: the host of pages, forms and lists */
#include "shell/sarap-window-private.h"

#include "shell/sarap-errors.h"

#include <glib/gi18n-lib.h>

/* Steps that can be undone */
#define MOST_UNDOS 100
#define TOAST_SECONDS 10

/* One step that can be undone or redone */
typedef struct
{
  SarapUndoFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  if (undo->data_free != NULL)
    undo->data_free (undo->data);
  g_free (undo);
}

/* A closed window may still receive the end of work that it began: the person is not told */
static gboolean
window_is_closed (SarapWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static void
window_renew_undo (SarapWindow *self)
{
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "undo");
  GAction *redo = g_action_map_lookup_action (G_ACTION_MAP (self), "redo");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (undo), self->undos->len > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (redo), self->redos->len > 0);
}

static void
window_take_back (SarapWindow *self, GPtrArray *steps, SarapDone done)
{
  Undo *undo = NULL;

  if (steps->len == 0)
    return;
  undo = g_ptr_array_steal_index (steps, steps->len - 1);
  g_debug ("a step is %s; %u more can be", done == SARAP_UNDONE ? "undone" : "redone", steps->len);
  window_renew_undo (self);
  undo->func (SARAP_HOST (self), done, undo->data);
  undo_free (undo);
}

static void
window_undo (SarapWindow *self)
{
  window_take_back (self, self->undos, SARAP_UNDONE);
}

static void
window_redo (SarapWindow *self)
{
  window_take_back (self, self->redos, SARAP_REDONE);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  window_undo (user_data);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  window_redo (user_data);
}

void
sarap_window_init_undo (SarapWindow *self)
{
  static const GActionEntry entries[] = { { "undo", on_undo }, { "redo", on_redo } };

  self->undos = g_ptr_array_new_with_free_func (undo_free);
  self->redos = g_ptr_array_new_with_free_func (undo_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  window_renew_undo (self);
}

void
sarap_window_forget_undo (SarapWindow *self)
{
  g_debug ("%u steps can be undone no more", self->undos->len);
  g_ptr_array_set_size (self->undos, 0);
  g_ptr_array_set_size (self->redos, 0);
  window_renew_undo (self);
  if (self->done != NULL)
    adw_toast_dismiss (self->done);
}

void
sarap_window_init_announced (SarapWindow *self)
{
  self->announced = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                  "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_START,
                                  "can-target", FALSE, "opacity", 0.0, NULL);
  gtk_overlay_add_overlay (self->overlay, self->announced);
}

/* Toasts have no role by which a screen reader would tell them, and GTK 4.8 has no announcements.
   An alert whose name changes is the nearest to one: what comes into view anew has no event there.
 */
static void
window_announce (SarapWindow *self, const char *text)
{
  /* the same once more is told once more */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->announced), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->announced), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

AdwToast *
sarap_window_toast_work (SarapWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (window_is_closed (self))
    return NULL;
  toast = adw_toast_new (escaped);
  window_announce (self, text);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
  return toast;
}

static SarapSession *
window_get_session (SarapHost *host)
{
  return SARAP_WINDOW (host)->session;
}

static SarapRegistry *
window_get_registry (SarapHost *host)
{
  return SARAP_WINDOW (host)->registry;
}

static void
window_toast (SarapHost *host, const char *text)
{
  SarapWindow *self = SARAP_WINDOW (host);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (window_is_closed (self))
    return;
  window_announce (self, text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
on_launched (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapHost) host = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    sarap_host_present_error (host, _ ("No program on this computer opens it"), error);
}

static void
on_open_written (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GdkDisplay *display = gtk_widget_get_display (user_data);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL),
                                           G_APP_LAUNCH_CONTEXT (context), NULL, on_launched,
                                           g_object_ref (user_data));
}

void
sarap_window_init_written (SarapWindow *self)
{
  static const GActionEntry entries[] = { { "open-written", on_open_written, "s" } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
window_say_written (SarapHost *host, const char *text, const char *path)
{
  SarapWindow *self = SARAP_WINDOW (host);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  AdwToast *toast = NULL;

  if (window_is_closed (self))
    return;
  toast = adw_toast_new (escaped);
  window_announce (self, text);
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.open-written");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
window_remember (
    SarapWindow *self, SarapDone done, SarapUndoFunc func, gpointer data, GDestroyNotify data_free)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->func = func;
  undo->data = data;
  undo->data_free = data_free;
  if (done == SARAP_DONE)
    g_ptr_array_set_size (self->redos, 0);
  g_ptr_array_add (done == SARAP_UNDONE ? self->redos : self->undos, undo);
  g_debug ("a step was %s; %u can be undone, %u redone",
           done == SARAP_DONE     ? "done"
           : done == SARAP_UNDONE ? "undone"
                                  : "redone",
           self->undos->len, self->redos->len);
  if (self->undos->len > MOST_UNDOS)
    g_ptr_array_remove_index (self->undos, 0);
  window_renew_undo (self);
}

/* libadwaita 1.2 crashes when a closing toast is dismissed again */
static void
on_done_dismissed (AdwToast *toast, SarapWindow *self)
{
  if (self->done == toast)
    g_clear_weak_pointer (&self->done);
}

/* The button undoes the last step: of two toasts only the later one has it */
static void
window_say_done (SarapHost *host,
                 SarapDone done,
                 GtkWidget *where,
                 const char *text,
                 SarapUndoFunc undo,
                 gpointer data,
                 GDestroyNotify data_free)
{
  SarapWindow *self = SARAP_WINDOW (host);
  /* TRANSLATORS: %s says what had been done, such as "Service record removed" */
  g_autofree char *undone = g_strdup_printf (_ ("Taken back: %s"), text);
  g_autofree char *escaped = g_markup_escape_text (done == SARAP_UNDONE ? undone : text, -1);
  GtkWidget *over = where != NULL ? gtk_widget_get_ancestor (where, ADW_TYPE_TOAST_OVERLAY) : NULL;
  AdwToast *toast = NULL;

  window_remember (self, done, undo, data, data_free);
  if (window_is_closed (self))
    return;
  toast = adw_toast_new (escaped);
  window_announce (self, done == SARAP_UNDONE ? undone : text);
  adw_toast_set_button_label (toast, done == SARAP_UNDONE ? _ ("Redo") : _ ("Undo"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_object (toast, "button-clicked",
                           G_CALLBACK (done == SARAP_UNDONE ? window_redo : window_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_done_dismissed), self, 0);
  if (self->done != NULL)
    adw_toast_dismiss (self->done);
  g_set_weak_pointer (&self->done, toast);
  adw_toast_overlay_add_toast (over != NULL ? ADW_TOAST_OVERLAY (over) : self->toasts, toast);
}

static void
window_present_error (SarapHost *host, const char *happened, const GError *error)
{
  SarapWindow *self = SARAP_WINDOW (host);
  g_autofree char *body = NULL;
  GtkWidget *dialog = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || window_is_closed (self))
    return;
  body = sarap_error_say (error);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), happened, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
window_show_progress (SarapHost *host, SarapProgress *progress)
{
  SarapWindow *self = SARAP_WINDOW (host);

  g_ptr_array_add (self->works, g_object_ref (progress));
  if (self->shell != NULL)
    sarap_shell_show_progress (self->shell, progress);
}

static void
window_hide_progress (SarapHost *host, SarapProgress *progress)
{
  SarapWindow *self = SARAP_WINDOW (host);

  if (self->shell != NULL)
    sarap_shell_hide_progress (self->shell, progress);
  g_ptr_array_remove (self->works, progress);
}

static void
window_open_path (SarapHost *host, const char *path)
{
  sarap_window_open_path (SARAP_WINDOW (host), path);
}

void
sarap_window_host_init (SarapHostInterface *iface)
{
  iface->get_session = window_get_session;
  iface->get_registry = window_get_registry;
  iface->toast = window_toast;
  iface->say_written = window_say_written;
  iface->say_done = window_say_done;
  iface->present_error = window_present_error;
  iface->show_progress = window_show_progress;
  iface->hide_progress = window_hide_progress;
  iface->open_path = window_open_path;
}

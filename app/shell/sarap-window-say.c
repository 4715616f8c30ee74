#include "shell/sarap-window-private.h"

#include "shell/sarap-errors.h"

#include <glib/gi18n-lib.h>

/* As it may be when something ends that it had begun: nobody is there to be told */
static gboolean
is_closed (SarapWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static AdwToastOverlay *
toasts_of (SarapWindow *self)
{
  return ADW_TOAST_OVERLAY (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)));
}

/**
 * sarap_window_toast:
 * @self: a window
 * @text: what has been done
 */
void
sarap_window_toast (SarapWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (!is_closed (self))
    adw_toast_overlay_add_toast (toasts_of (self), adw_toast_new (escaped));
}

/* (nullable): says what is being done, until that is dismissed */
AdwToast *
sarap_window_toast_work (SarapWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (is_closed (self))
    return NULL;
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (toasts_of (self), g_object_ref (toast));
  return toast;
}

/* Undoing has its keys as long as the toast is there; %NULL: there is nothing to undo */
void
sarap_window_may_undo (SarapWindow *self, AdwToast *toast)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "undo");

  g_set_weak_pointer (&self->undo, toast);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), toast != NULL);
}

static void
on_undo_dismissed (AdwToast *toast, SarapWindow *self)
{
  if (self->undo == toast)
    sarap_window_may_undo (self, NULL);
}

void
sarap_window_undo (SarapWindow *self)
{
  g_autoptr (AdwToast) toast = self->undo != NULL ? g_object_ref (self->undo) : NULL;

  if (toast == NULL)
    return;
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

/**
 * sarap_window_toast_undo:
 * @self: a window
 * @where: (nullable): the widget in which it was done, maybe of another window over this one
 * @text: what has been done
 * @undo: undoes it; what it returns does not matter
 * @data: for @undo
 * @data_free: (nullable): frees @data when the toast has gone
 *
 * Says what has been done, with a button that undoes it: where it was done, if there is a place for
 * toasts there.
 */
void
sarap_window_toast_undo (SarapWindow *self,
                         GtkWidget *where,
                         const char *text,
                         GSourceFunc undo,
                         gpointer data,
                         GDestroyNotify data_free)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (AdwToast) toast = adw_toast_new (escaped);
  g_autoptr (AdwToast) last = self->undo != NULL ? g_object_ref (self->undo) : NULL;
  GtkWidget *over = where != NULL ? gtk_widget_get_ancestor (where, ADW_TYPE_TOAST_OVERLAY) : NULL;
  gboolean here = over == NULL || gtk_widget_get_root (over) == GTK_ROOT (self);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, 10);
  /* what can be undone is what was done last, not what still waits to be told */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo), data,
                         (GClosureNotify) data_free, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_dismissed), self, 0);
  /* one that it displaces would come back behind it, and undo what nobody thinks of any more */
  if (here && last != NULL)
    adw_toast_dismiss (last);
  if (here && !is_closed (self))
    sarap_window_may_undo (self, toast);
  if (over != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (over), g_steal_pointer (&toast));
  else if (!is_closed (self))
    adw_toast_overlay_add_toast (toasts_of (self), g_steal_pointer (&toast));
}

/**
 * sarap_window_present_error:
 * @self: a window
 * @happened: what could not be done, as a heading
 * @error: why
 *
 * Says what happened, what was kept and what to do. An error that is a cancelled call is silent.
 */
void
sarap_window_present_error (SarapWindow *self, const char *happened, const GError *error)
{
  g_autofree char *body = sarap_error_say (error);
  GtkWidget *dialog = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || is_closed (self))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), happened, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

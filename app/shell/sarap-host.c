#include "shell/sarap-host.h"

G_DEFINE_INTERFACE (SarapHost, sarap_host, GTK_TYPE_WINDOW)

static void
sarap_host_default_init (SarapHostInterface *iface)
{
}

SarapHost *
sarap_host_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !SARAP_IS_HOST (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? SARAP_HOST (window) : NULL;
}

SarapSession *
sarap_host_get_session (SarapHost *self)
{
  return SARAP_HOST_GET_IFACE (self)->get_session (self);
}

SarapStore *
sarap_host_get_store (SarapHost *self)
{
  return sarap_session_get_store (sarap_host_get_session (self));
}

SarapRegistry *
sarap_host_get_registry (SarapHost *self)
{
  return SARAP_HOST_GET_IFACE (self)->get_registry (self);
}

void
sarap_host_toast (SarapHost *self, const char *text)
{
  SARAP_HOST_GET_IFACE (self)->toast (self, text);
}

void
sarap_host_say_written (SarapHost *self, const char *text, const char *path)
{
  SARAP_HOST_GET_IFACE (self)->say_written (self, text, path);
}

void
sarap_host_say_done (SarapHost *self,
                     SarapDone done,
                     GtkWidget *where,
                     const char *text,
                     SarapUndoFunc undo,
                     gpointer data,
                     GDestroyNotify data_free)
{
  SARAP_HOST_GET_IFACE (self)->say_done (self, done, where, text, undo, data, data_free);
}

void
sarap_host_present_error (SarapHost *self, const char *happened, const GError *error)
{
  SARAP_HOST_GET_IFACE (self)->present_error (self, happened, error);
}

void
sarap_host_show_progress (SarapHost *self, SarapProgress *progress)
{
  SARAP_HOST_GET_IFACE (self)->show_progress (self, progress);
}

void
sarap_host_hide_progress (SarapHost *self, SarapProgress *progress)
{
  SARAP_HOST_GET_IFACE (self)->hide_progress (self, progress);
}

void
sarap_host_open_path (SarapHost *self, const char *path)
{
  SARAP_HOST_GET_IFACE (self)->open_path (self, path);
}

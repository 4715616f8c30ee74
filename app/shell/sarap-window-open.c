/* A part of SarapWindow: opening databases */
#include "shell/sarap-window-private.h"

#include "shell/sarap-secrets.h"
#include "shell/sarap-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Opening time after which a toast reports it, ms, if the window still shows the earlier
   database */
#define PATIENCE_MS 1000

/* One attempt to open a database. The window identifies the last one by its cancellable: answers of
   others come too late. */
typedef struct
{
  /* Owned */
  SarapWindow *window;
  GApplication *held; /* keeps the program running until then, NULL if not needed */
  GCancellable *cancellable;
  AdwToast *toast; /* reports that it takes long, NULL if the window shows it in another way */
  char *name;      /* NULL: a demonstration */
  char *password;

  guint patience;
} Opening;

static Opening *
opening_new (SarapWindow *window, GCancellable *cancellable, const char *name, const char *password)
{
  Opening *opening = g_new0 (Opening, 1);

  sarap_window_cancel_opening (window);
  window->opening = g_object_ref (cancellable);
  opening->window = g_object_ref (window);
  opening->cancellable = g_object_ref (cancellable);
  opening->name = g_strdup (name);
  opening->password = g_strdup (password);
  return opening;
}

static void
opening_free (Opening *opening)
{
  if (opening->held != NULL)
    g_application_release (opening->held);
  g_clear_handle_id (&opening->patience, g_source_remove);
  if (opening->toast != NULL)
    adw_toast_dismiss (opening->toast);
  g_clear_object (&opening->toast);
  g_object_unref (opening->window);
  g_object_unref (opening->cancellable);
  g_free (opening->name);
  g_free (opening->password);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
is_wanted (Opening *opening)
{
  return opening->window->opening == opening->cancellable;
}

static gboolean
on_patience (gpointer user_data)
{
  Opening *opening = user_data;
  const char *name = opening->name;
  const char *path = g_str_has_prefix (name, "sqlite:") ? name + strlen ("sqlite:") : name;
  g_autofree char *text = g_strdup_printf (_ ("Opening %s…"), path);

  opening->patience = 0;
  if (is_wanted (opening))
    opening->toast = sarap_window_toast_work (opening->window, text);
  return G_SOURCE_REMOVE;
}

static void
on_kept (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapWindow) self = user_data;

  if (!sarap_secrets_keep_finish (result, NULL))
    sarap_host_toast (SARAP_HOST (self),
                      _ ("The password could not be kept; it will be asked for again."));
}

static void
keep_password (Opening *opening)
{
  SarapSession *session = opening->window->session;
  const char *name = sarap_store_get_name (sarap_session_get_store (session));

  if (sarap_session_is_local (session) || opening->password == NULL)
    return;
  if (g_settings_get_boolean (sarap_settings_get (), "remember-password"))
    sarap_secrets_keep_async (name, opening->password, on_kept, g_object_ref (opening->window));
  else
    sarap_secrets_forget (name);
}

static void
say_failed (SarapWindow *self, const char *name, const GError *error)
{
  if (self->shell != NULL && sarap_session_get_store (self->session) != NULL)
    {
      sarap_host_present_error (SARAP_HOST (self), _ ("The database could not be opened"), error);
      return;
    }
  if (self->welcome == NULL)
    sarap_window_show_welcome (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sarap_welcome_show_question (self->welcome);
  else
    sarap_welcome_show_error (self->welcome, name, error);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  gboolean open = sarap_session_open_finish (SARAP_SESSION (object), result, &error);
  const char *notice;

  if (!is_wanted (opening))
    return;
  if (!open)
    {
      say_failed (opening->window, opening->name, error);
      return;
    }
  keep_password (opening);
  sarap_window_show_shell (opening->window);
  notice = sarap_session_get_identity (opening->window->session)->notice;
  if (notice != NULL)
    sarap_host_toast (SARAP_HOST (opening->window), notice);
}

/* Takes ownership of the opening */
static void
open_session (Opening *opening)
{
  sarap_session_open_async (opening->window->session, opening->name, opening->password,
                            opening->cancellable, on_opened, opening);
}

static void
on_password_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;

  /* without a secret service the server is tried without a password, and asks for one */
  opening->password = sarap_secrets_find_finish (result, NULL);
  if (is_wanted (opening))
    open_session (g_steal_pointer (&opening));
}

static void
open_database (SarapWindow *self, const char *name, const char *password, gboolean make)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Opening) opening = opening_new (self, cancellable, name, password);
  g_autoptr (GError) error = NULL;

  g_free (self->name);
  self->name = g_strdup (opening->name);
  if (self->welcome != NULL)
    sarap_welcome_show_opening (self->welcome, self->name);
  else if (sarap_session_get_store (self->session) != NULL)
    opening->patience = g_timeout_add (PATIENCE_MS, on_patience, opening);
  if (!make && !sarap_database_is_there (self->name, &error))
    say_failed (self, self->name, error);
  else if (password == NULL && !g_str_has_prefix (self->name, "sqlite:"))
    sarap_secrets_find_async (self->name, cancellable, on_password_found,
                              g_steal_pointer (&opening));
  else
    open_session (g_steal_pointer (&opening));
}

void
sarap_window_open_database (SarapWindow *self, const char *name, const char *password)
{
  open_database (self, name, password, FALSE);
}

void
sarap_window_make_database (SarapWindow *self, const char *name)
{
  open_database (self, name, NULL, TRUE);
}

void
sarap_window_demonstrate (SarapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  SarapDemoFunc demo = sarap_registry_get_demo (self->registry);
  g_autoptr (SarapProgress) progress = sarap_progress_new (_ ("Making the demonstration service"));
  Opening *opening = NULL;

  if (demo == NULL)
    return;
  opening = opening_new (self, sarap_progress_get_cancellable (progress), NULL, NULL);
  opening->held = G_APPLICATION (application);
  g_application_hold (opening->held);
  if (self->welcome == NULL)
    sarap_window_show_welcome (self);
  sarap_welcome_show_progress (self->welcome, progress);
  sarap_session_demonstrate_async (self->session, demo, sarap_session_get_today (self->session),
                                   progress, on_opened, opening);
}

void
sarap_window_cancel_opening (SarapWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

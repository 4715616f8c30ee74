#include "forms/sarap-record-leave.h"
#include "shell/sarap-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Owned */
  GtkWidget *form;

  GWeakRef window;
  GSourceOnceFunc discard;
  GSourceOnceFunc saved;
  gpointer data;
  gulong settled;
} Leaving;

static Leaving *
leaving_new (GtkWidget *form, GSourceOnceFunc discard, GSourceOnceFunc saved, gpointer data)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->form = g_object_ref (form);
  g_weak_ref_init (&leaving->window, gtk_widget_get_root (form));
  leaving->discard = discard;
  leaving->saved = saved;
  leaving->data = data;
  return leaving;
}

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->form);
  g_weak_ref_clear (&leaving->window);
  g_free (leaving);
}

static gboolean
window_is_open (Leaving *leaving)
{
  g_autoptr (GtkWidget) window = g_weak_ref_get (&leaving->window);

  return window != NULL && gtk_widget_get_mapped (window);
}

/* A form that is saved is closed; one that is still there was refused, or has a question */
static gboolean
on_settled_idle (gpointer data)
{
  Leaving *leaving = data;

  if (window_is_open (leaving) && gtk_widget_get_root (leaving->form) == NULL)
    leaving->saved (leaving->data);
  return G_SOURCE_REMOVE;
}

static gboolean
on_discard_idle (gpointer data)
{
  Leaving *leaving = data;

  if (window_is_open (leaving))
    leaving->discard (leaving->data);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 looks at the window of a dialog once more when the dialog is freed: the window may be
   closed only after its dialog has answered. */
static void
discard_and_leave (Leaving *leaving)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_discard_idle,
                   leaving_new (leaving->form, leaving->discard, leaving->saved, leaving->data),
                   leaving_free);
}

static void
on_settled (GtkWidget *form, gpointer data)
{
  Leaving *leaving = data;

  g_signal_handler_disconnect (form, leaving->settled);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_settled_idle, leaving, leaving_free);
}

static void
save_and_leave (GtkWidget *form, GSourceOnceFunc saved, gpointer data)
{
  Leaving *leaving = leaving_new (form, NULL, saved, data);

  leaving->settled = g_signal_connect (form, "settled", G_CALLBACK (on_settled), leaving);
  gtk_widget_activate_action (form, "form.save", NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Leaving *leaving = data;

  if (g_str_equal (response, "discard"))
    discard_and_leave (leaving);
  else if (g_str_equal (response, "save"))
    save_and_leave (leaving->form, leaving->saved, leaving->data);
}

void
sarap_record_ask_to_leave (GtkWidget *form,
                           gboolean can_save,
                           GSourceOnceFunc discard,
                           GSourceOnceFunc saved,
                           gpointer data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (form));
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Save what you typed?"),
                                              _ ("The record you are editing has not been saved. "
                                                 "Without saving, what you typed is lost."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "stay", _ ("_Go on editing"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (message, "save", can_save);
  adw_message_dialog_set_default_response (message, "stay");
  adw_message_dialog_set_close_response (message, "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response),
                         leaving_new (form, discard, saved, data), (GClosureNotify) leaving_free,
                         0);
  sarap_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

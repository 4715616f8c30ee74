#include "shell/sarap-lost-bar.h"

#include <glib/gi18n-lib.h>

static void
on_state (GtkRevealer *revealer)
{
  SarapSession *session = g_object_get_data (G_OBJECT (revealer), "session");

  gtk_revealer_set_reveal_child (revealer, sarap_session_get_state (session) == SARAP_STORE_LOST);
}

static GtkWidget *
new_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label =
      gtk_label_new (_ ("The server does not answer. What was saved is not lost, and what you "
                        "typed stays; what is shown may be out of date. The program keeps trying. "
                        "If this lasts, ask the administrator of the server."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("sarap-state-lost-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "lost-bar");
  return box;
}

/**
 * sarap_lost_bar_new:
 * @session: the session it watches
 *
 * Returns: (transfer floating): a bar that is seen while the server does not answer
 */
GtkWidget *
sarap_lost_bar_new (SarapSession *session)
{
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_revealer_set_child (GTK_REVEALER (revealer), new_content ());
  g_object_set_data_full (G_OBJECT (revealer), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (on_state), revealer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_state), revealer,
                           G_CONNECT_SWAPPED);
  on_state (GTK_REVEALER (revealer));
  return revealer;
}

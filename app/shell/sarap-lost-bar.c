#include "shell/sarap-lost-bar.h"

struct _SarapLostBar
{
  AdwBin parent_instance;

  /* Template; disposed by AdwBin, so not by gtk_widget_dispose_template () */
  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (SarapLostBar, sarap_lost_bar, ADW_TYPE_BIN)

static void
on_state (SarapLostBar *self, gpointer unused, SarapSession *session)
{
  gtk_revealer_set_reveal_child (self->revealer,
                                 sarap_session_get_state (session) == SARAP_STORE_LOST);
}

static void
on_session_state (SarapLostBar *self, SarapSession *session)
{
  on_state (self, NULL, session);
}

static void
sarap_lost_bar_class_init (SarapLostBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/shell/sarap-lost-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapLostBar, revealer);
}

static void
sarap_lost_bar_init (SarapLostBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sarap_lost_bar_new (SarapSession *session)
{
  SarapLostBar *self = g_object_new (SARAP_TYPE_LOST_BAR, NULL);

  g_signal_connect_object (session, "state-changed", G_CALLBACK (on_session_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_state), self,
                           G_CONNECT_SWAPPED);
  on_session_state (self, session);
  return GTK_WIDGET (self);
}

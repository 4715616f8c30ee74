#include "shell/sarap-first-frame.h"

/* Belongs to the window and lives as long */
typedef struct
{
  SarapFirstFrameFunc func;
  gpointer data;
} Watch;

static const char watch_key[] = "sarap-first-frame";

static gboolean
on_idle (gpointer window)
{
  Watch *watch = g_object_get_data (window, watch_key);

  if (gtk_window_get_application (window) != NULL)
    watch->func (watch->data);
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (window), g_object_unref);
}

static void
on_map (GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (window, on_map, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_after_paint), window, 0);
}

void
sarap_first_frame_watch (GtkWindow *window, SarapFirstFrameFunc func, gpointer data)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->func = func;
  watch->data = data;
  g_object_set_data_full (G_OBJECT (window), watch_key, watch, g_free);
  g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
}

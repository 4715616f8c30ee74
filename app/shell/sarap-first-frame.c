#include "shell/sarap-first-frame.h"

typedef struct
{
  GtkWindow *window;
  SarapFirstFrameFunc func;
  gpointer data;
  gulong painted;
} Watch;

static gboolean
on_idle (gpointer data)
{
  g_autofree Watch *watch = data;

  if (gtk_window_get_application (watch->window) != NULL)
    watch->func (watch->data);
  g_object_unref (watch->window);
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, Watch *watch)
{
  g_signal_handler_disconnect (clock, watch->painted);
  g_object_ref (watch->window);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, watch, NULL);
}

static void
on_map (GtkWidget *window, Watch *watch)
{
  g_signal_handlers_disconnect_by_func (window, on_map, watch);
  watch->painted = g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                                     G_CALLBACK (on_after_paint), watch);
}

/**
 * sarap_first_frame_watch:
 * @window: a window that is not shown yet
 * @func: called once, when it has been seen
 * @data: for @func; outlives @window
 *
 * Puts off what a window need not have when it is first seen.
 */
void
sarap_first_frame_watch (GtkWindow *window, SarapFirstFrameFunc func, gpointer data)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->window = window;
  watch->func = func;
  watch->data = data;
  g_signal_connect (window, "map", G_CALLBACK (on_map), watch);
}

#include "shell/sarap-first-frame.h"

#include <time.h>
#include <unistd.h>

#define SECOND_MS 1000.0

typedef struct
{
  GtkWindow *window;
  SarapFirstFrameFunc func;
  gpointer data;
  gulong painted;
} Watch;

static double
read_clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * SECOND_MS + now.tv_nsec / 1e6;
}

/* Since the kernel started the process: its 22nd figure, in clock ticks since boot */
static double
process_age_ms (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) figures = NULL;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return -1;
  figures = g_strsplit (strrchr (stat, ')') + 2, " ", 0);
  return read_clock_ms (CLOCK_BOOTTIME) -
         g_ascii_strtoull (figures[19], NULL, 10) * SECOND_MS / sysconf (_SC_CLK_TCK);
}

/* SARAP_FIRST_FRAME=print or =quit: for measuring */
static void
report (GtkWindow *window)
{
  const char *wish = g_getenv ("SARAP_FIRST_FRAME");

  if (wish == NULL)
    return;
  g_printerr ("FIRST_FRAME exec_ms=%.0f\n", process_age_ms ());
  if (g_str_equal (wish, "quit"))
    g_application_quit (G_APPLICATION (gtk_window_get_application (window)));
}

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
  report (watch->window);
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

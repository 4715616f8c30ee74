#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SarapFirstFrameFunc) (gpointer data);

/**
 * sarap_first_frame_watch:
 * @window: a window that is not shown yet
 * @func: called once, after the first frame; not if the window is closed before
 * @data: for @func; lives as long as @window
 *
 * Delays work that the first frame of a window does not need.
 */
void sarap_first_frame_watch (GtkWindow *window, SarapFirstFrameFunc func, gpointer data);

G_END_DECLS

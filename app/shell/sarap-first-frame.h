#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SarapFirstFrameFunc) (gpointer data);

/**
 * sarap_first_frame_watch:
 * @window: a window that is not shown yet
 * @func: called once, when it has been seen; not if it is closed before that
 * @data: for @func; lives as long as @window
 *
 * Puts off what a window need not have when it is first seen.
 */
void sarap_first_frame_watch (GtkWindow *window, SarapFirstFrameFunc func, gpointer data);

G_END_DECLS

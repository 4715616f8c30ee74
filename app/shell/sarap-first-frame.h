#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SarapFirstFrameFunc) (gpointer data);

void sarap_first_frame_watch (GtkWindow *window, SarapFirstFrameFunc func, gpointer data);

G_END_DECLS

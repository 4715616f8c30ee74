#pragma once

#include "shell/sarap-window.h"

G_BEGIN_DECLS

/**
 * SarapBodiesWindow:
 *
 * The bodies and their units: seen, added, changed and, unless somebody serves there, removed.
 */
#define SARAP_TYPE_BODIES_WINDOW (sarap_bodies_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapBodiesWindow, sarap_bodies_window, SARAP, BODIES_WINDOW, AdwWindow)

/* Adds "win.bodies" to a window */
void sarap_bodies_window_install (SarapWindow *window);

G_END_DECLS

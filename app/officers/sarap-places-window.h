#pragma once

#include "shell/sarap-window.h"

G_BEGIN_DECLS

/**
 * SarapPlacesWindow:
 *
 * The bodies and their units: seen, added, changed and, unless somebody serves there, removed.
 */
#define SARAP_TYPE_PLACES_WINDOW (sarap_places_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapPlacesWindow, sarap_places_window, SARAP, PLACES_WINDOW, AdwWindow)

/* Adds "win.places" to a window */
void sarap_places_window_install (SarapWindow *window);

G_END_DECLS

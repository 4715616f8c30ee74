#pragma once

#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapBodiesWindow:
 *
 * Shows the bodies and their units, to add, change and remove them. A body or unit with service
 * records cannot be removed.
 */
#define SARAP_TYPE_BODIES_WINDOW (sarap_bodies_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapBodiesWindow, sarap_bodies_window, SARAP, BODIES_WINDOW, AdwWindow)

/* Shows bodies and units: "win.bodies" */
extern const SarapToolEntry sarap_bodies_tool_entry;

G_END_DECLS

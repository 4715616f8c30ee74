#pragma once

#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapBodiesWindow:
 *
 * The bodies and their units: seen, added, changed and, unless somebody serves there, removed.
 */
#define SARAP_TYPE_BODIES_WINDOW (sarap_bodies_window_get_type ())
G_DECLARE_FINAL_TYPE (SarapBodiesWindow, sarap_bodies_window, SARAP, BODIES_WINDOW, AdwWindow)

/* Shows them: "win.bodies" */
extern const SarapToolEntry sarap_bodies_tool_entry;

G_END_DECLS

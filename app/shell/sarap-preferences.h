#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_preferences_present:
 * @parent: (nullable): the window over which they are shown; of a host, they also say who acts
 *
 * Shows the preferences.
 */
void sarap_preferences_present (GtkWindow *parent);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_preferences_present:
 * @parent: (nullable): the window that they belong to; for a host they also show the role
 *
 * Shows the preferences.
 */
void sarap_preferences_present (GtkWindow *parent);

G_END_DECLS

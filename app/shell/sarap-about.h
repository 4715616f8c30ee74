#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_about_present:
 * @parent: (nullable): the window it belongs to
 *
 * Shows what this program is. It is GTK's dialog: libadwaita's is not translated into Kazakh.
 */
void sarap_about_present (GtkWindow *parent);

G_END_DECLS

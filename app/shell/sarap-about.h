#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_about_present:
 * @parent: (nullable): the window that it belongs to
 *
 * Shows information about the program. It is GTK's dialog, since libadwaita's is not translated
 * into Kazakh.
 */
void sarap_about_present (GtkWindow *parent);

G_END_DECLS

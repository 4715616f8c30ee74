#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sarap_name_menu_buttons:
 * @within: a widget whose template is made
 *
 * Names the button inside each menu button after the tooltip: in GTK 4.8 that button has the focus,
 * and a screen reader would read its class.
 */
void sarap_name_menu_buttons (GtkWidget *within);

/**
 * sarap_name_menu_button:
 * @button: a menu button
 * @name: the name for a screen reader
 *
 * Like sarap_name_menu_buttons(), for a name that is known later.
 */
void sarap_name_menu_button  (GtkMenuButton *button, const char *name);

/**
 * sarap_name_choices:
 * @row: a choice of texts
 *
 * Shows each text in full in its list, with a tick at the chosen one, and sets names for a screen
 * reader.
 */
void sarap_name_choices      (AdwComboRow *row);

G_END_DECLS

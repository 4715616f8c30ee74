#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sarap_name_menu_buttons:
 * @within: a widget whose template is made
 *
 * Gives the button within each menu button its name: in GTK 4.8 that is what has the focus, and a
 * screen reader would call it by its class. The name is that of the tooltip.
 */
void sarap_name_menu_buttons (GtkWidget *within);

/**
 * sarap_name_menu_button:
 * @button: a menu button
 * @name: what a screen reader calls it
 *
 * As sarap_name_menu_buttons(), where the name is known later.
 */
void sarap_name_menu_button  (GtkMenuButton *button, const char *name);

/**
 * sarap_name_choices:
 * @row: a choice of texts
 *
 * Its list has each text in full, with a tick at the chosen one, and names for a screen reader.
 */
void sarap_name_choices      (AdwComboRow *row);

G_END_DECLS

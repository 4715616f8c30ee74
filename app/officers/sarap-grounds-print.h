#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_grounds_print:
 * @widget: a widget in the window
 * @name: the officer's name, for the print queue
 * @text: a text of sarap_explanation_format()
 *
 * Asks how to print the explanation as a statement, and prints it.
 */
void sarap_grounds_print (GtkWidget *widget, const char *name, const char *text);

G_END_DECLS

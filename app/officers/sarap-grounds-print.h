#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_grounds_print:
 * @widget: in the window that asks
 * @name: whose statement it is, for the list of what is printed
 * @text: as sarap_explanation_format() gives it
 *
 * Asks how to print the explanation as a statement, and prints it.
 */
void sarap_grounds_print (GtkWidget *widget, const char *name, const char *text);

G_END_DECLS

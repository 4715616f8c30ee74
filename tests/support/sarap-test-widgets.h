#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*SarapTestWidgetFunc) (GtkWidget *widget, gconstpointer data);

/* The first widget in @from, or @from itself, for which @is holds; NULL for none */
GtkWidget *sarap_test_find_widget (GtkWidget *from, SarapTestWidgetFunc is, gconstpointer data);

G_END_DECLS

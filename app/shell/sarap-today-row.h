#pragma once

#include "shell/sarap-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces of the list of what is to be done */
GtkWidget *sarap_today_heading_new (const char *title, guint count, gboolean cut);
GtkWidget *sarap_today_list_new    (const char *title);
GtkWidget *sarap_today_row_new     (const SarapTodayLine *line,
                                    SarapDate             today,
                                    GtkSizeGroup         *dates);
GtkWidget *sarap_today_more_new    (guint count);

G_END_DECLS

#pragma once

#include "rules/sarap-codes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How statuses and paragraphs look everywhere: a soft pill with a word, a grey chip with a number */
GtkWidget *sarap_status_pill_new   (void);
void       sarap_status_pill_set   (GtkLabel *pill, SarapStatus status, const char *text);
GtkWidget *sarap_paragraph_new     (guint paragraph, gboolean own_reading);

G_END_DECLS

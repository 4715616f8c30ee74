#pragma once

#include "rules/sarap-codes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_status_pill_new:
 *
 * Makes the look of a status everywhere: a soft pill with a word.
 *
 * Returns: (transfer floating): a pill without a status, see sarap_status_pill_set()
 */
GtkWidget *sarap_status_pill_new   (void);

/**
 * sarap_status_pill_set:
 * @pill: a pill, or any label
 * @status: the status for its colour
 * @text: (nullable): its text; %NULL for the name of the status
 */
void       sarap_status_pill_set   (GtkLabel *pill, SarapStatus status, const char *text);

G_END_DECLS

#pragma once

#include "rules/sarap-codes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_status_pill_new:
 *
 * How a status looks everywhere: a soft pill with a word.
 *
 * Returns: (transfer floating): a pill without a status, see sarap_status_pill_set()
 */
GtkWidget *sarap_status_pill_new   (void);

/**
 * sarap_status_pill_set:
 * @pill: a pill; any label will do
 * @status: the status whose colour it has
 * @text: (nullable): its word; %NULL for the name of the status
 */
void       sarap_status_pill_set   (GtkLabel *pill, SarapStatus status, const char *text);

G_END_DECLS

#pragma once

#include "rules/sarap-codes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_status_pill_new:
 *
 * How statuses and paragraphs look everywhere: a soft pill with a word, a grey chip with a number.
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

/**
 * sarap_paragraph_new:
 * @paragraph: a paragraph of the Instruction
 * @own_reading: whether it has the mark of a house rule
 *
 * Returns: (transfer floating): a chip that names it
 */
GtkWidget *sarap_paragraph_new     (guint paragraph, gboolean own_reading);

G_END_DECLS

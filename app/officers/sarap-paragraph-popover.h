#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapParagraphPopover:
 *
 * The text of a paragraph of the Instruction, in a popover of the chip that cites it.
 */
#define SARAP_TYPE_PARAGRAPH_POPOVER (sarap_paragraph_popover_get_type ())
G_DECLARE_FINAL_TYPE (SarapParagraphPopover, sarap_paragraph_popover, SARAP, PARAGRAPH_POPOVER,
                      GtkPopover)

/**
 * sarap_paragraph_popover_new:
 * @paragraph: a paragraph
 * @own_reading: whether it is cited for a house rule
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *sarap_paragraph_popover_new (guint paragraph, gboolean own_reading);

G_END_DECLS

#pragma once

#include "shell/sarap-help-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapHelpText:
 *
 * A page of the help as widgets. Signal: "link" (topic): a link to this topic was followed.
 */
#define SARAP_TYPE_HELP_TEXT (sarap_help_text_get_type ())
G_DECLARE_FINAL_TYPE (SarapHelpText, sarap_help_text, SARAP, HELP_TEXT, GtkWidget)

/**
 * sarap_help_text_new:
 * @page: a page
 *
 * Returns: (transfer floating): the page as widgets
 */
GtkWidget *sarap_help_text_new  (const SarapHelpPage *page);

/**
 * sarap_help_text_show:
 * @self: a page
 * @block: one of its blocks
 * @start: the first character to mark
 * @end: the character after the last one
 *
 * Scrolls to a block and marks a part of it.
 */
void       sarap_help_text_show (SarapHelpText *self, guint block, int start, int end);

G_END_DECLS

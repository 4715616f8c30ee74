#pragma once

#include "shell/sarap-help-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapHelpRow:
 *
 * A row of the help's side: a page, or a place in a page where something was found.
 */
#define SARAP_TYPE_HELP_ROW (sarap_help_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapHelpRow, sarap_help_row, SARAP, HELP_ROW, GtkListBoxRow)

/**
 * sarap_help_row_new_for_page:
 * @page: a page of the help
 *
 * Returns: (transfer floating): a row with its title
 */
GtkWidget *sarap_help_row_new_for_page (const SarapHelpPage *page);

/**
 * sarap_help_row_new_for_hit:
 * @hit: what was found
 *
 * Returns: (transfer floating): a row with the heading above it, the page and the text around it
 */
GtkWidget *sarap_help_row_new_for_hit (const SarapHelpHit *hit);

G_END_DECLS

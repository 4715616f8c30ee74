#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapSideBarRow:
 *
 * A page in the side bar: its icon, name and badge.
 */
#define SARAP_TYPE_SIDE_BAR_ROW (sarap_side_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapSideBarRow, sarap_side_bar_row, SARAP, SIDE_BAR_ROW, GtkListBoxRow)

/* (transfer floating): a row for @entry, which must outlive it */
GtkWidget  *sarap_side_bar_row_new      (const SarapPageEntry *entry);
/* The id of its page; borrowed */
const char *sarap_side_bar_row_get_id   (SarapSideBarRow *self);
/* Shows the badge of the page from now on */
void        sarap_side_bar_row_set_page (SarapSideBarRow *self, SarapPage *page);

G_END_DECLS

#pragma once

#include "shell/sarap-search-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapPaletteRow:
 *
 * A row of the palette. Property: "result".
 */
#define SARAP_TYPE_PALETTE_ROW (sarap_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapPaletteRow, sarap_palette_row, SARAP, PALETTE_ROW, GtkListBoxRow)

/* (transfer floating): a row for @result */
GtkWidget         *sarap_palette_row_new        (SarapSearchResult *result);
/* The result; borrowed */
SarapSearchResult *sarap_palette_row_get_result (SarapPaletteRow *self);

G_END_DECLS

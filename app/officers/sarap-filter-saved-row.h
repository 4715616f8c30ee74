#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterSavedRow:
 *
 * A saved filter: its name, which applies it, and buttons that rename and remove it.
 *
 * Signals: "chosen"; "renamed" (new name); "removed".
 */
#define SARAP_TYPE_FILTER_SAVED_ROW (sarap_filter_saved_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterSavedRow,
                      sarap_filter_saved_row,
                      SARAP,
                      FILTER_SAVED_ROW,
                      AdwBin)

/**
 * sarap_filter_saved_row_new:
 * @name: the name of a saved filter
 *
 * Returns: (transfer floating): its row
 */
GtkWidget  *sarap_filter_saved_row_new      (const char *name);
const char *sarap_filter_saved_row_get_name (SarapFilterSavedRow *self);

G_END_DECLS

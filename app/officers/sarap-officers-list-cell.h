#pragma once

#include "officers/sarap-officers-list-words.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapOfficersCell:
 *
 * A cell of the table of officers: a text, which a tooltip gives whole where it does not fit, or
 * for the status a pill. It follows its row as the facts arrive.
 */
#define SARAP_TYPE_OFFICERS_CELL (sarap_officers_cell_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersCell, sarap_officers_cell, SARAP, OFFICERS_CELL, AdwBin)

/* What all cells of a table say their texts by; it belongs to the table */
typedef struct
{
  SarapRollPlaces *places;
  SarapDate today;
} SarapOfficersWords;

GtkWidget *sarap_officers_cell_new          (SarapOfficersColumn       column,
                                             GtkListItem              *item,
                                             const SarapOfficersWords *words);
/* Shows the row that its list item has now */
void       sarap_officers_cell_bind         (SarapOfficersCell *self);
void       sarap_officers_cell_unbind       (SarapOfficersCell *self);
/* Says its text anew */
void       sarap_officers_cell_refresh      (SarapOfficersCell *self);
guint      sarap_officers_cell_get_position (SarapOfficersCell *self);

G_END_DECLS

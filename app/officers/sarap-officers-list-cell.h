#pragma once

#include "officers/sarap-officers-list-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cell of the table of officers: a text, with a tooltip if it does not fit, or a pill for the
   status. It is updated when facts of its row arrive. There are some thousand cells, so a cell is
   only the widget that shows it. */

/* The data for the texts of all cells of a table; owned by the table */
typedef struct
{
  SarapBodies *bodies;
  SarapDate today;
  guint below; /* columns shown in a second line under the name for want of room, a bit each */
} SarapOfficersFormat;

/**
 * sarap_officers_cell_new:
 * @column: its column
 * @item: its list item
 * @words: the data for its text
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *sarap_officers_cell_new          (SarapOfficersColumn       column,
                                             GtkListItem              *item,
                                             const SarapOfficersFormat *words);

/* Whether a widget is a cell */
gboolean   sarap_officers_cell_is           (GtkWidget *widget);
/* Shows the current row of its list item */
void       sarap_officers_cell_bind         (GtkWidget *cell);
/* Forgets the row */
void       sarap_officers_cell_unbind       (GtkWidget *cell);
/* Updates its text */
void       sarap_officers_cell_refresh      (GtkWidget *cell);
/* Whose row it shows, 0 for nobody's */
gint64     sarap_officers_cell_get_officer  (GtkWidget *cell);
/* Where in the list its row stands */
guint      sarap_officers_cell_get_position (GtkWidget *cell);

G_END_DECLS

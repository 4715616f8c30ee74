#pragma once

#include "officers/sarap-officers-list-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cell of the table of officers: a text, which a tooltip gives whole where it does not fit, or for
   the status a pill. It follows its row as the facts arrive. There are some thousand, so a cell is
   just the widget that shows it. */

/* What all cells of a table say their texts by; it belongs to the table */
typedef struct
{
  SarapBodies *bodies;
  SarapDate today;
  guint below; /* columns said in a second line under the name, a bit each, as they have no room */
} SarapOfficersFormat;

/**
 * sarap_officers_cell_new:
 * @column: which column it is in
 * @item: the list item it is for
 * @words: what it says its text by
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *sarap_officers_cell_new          (SarapOfficersColumn       column,
                                             GtkListItem              *item,
                                             const SarapOfficersFormat *words);

/* Whether a widget is a cell of this table */
gboolean   sarap_officers_cell_is           (GtkWidget *widget);
/* Shows the row that its list item has now */
void       sarap_officers_cell_bind         (GtkWidget *cell);
/* Forgets the row */
void       sarap_officers_cell_unbind       (GtkWidget *cell);
/* Says its text anew */
void       sarap_officers_cell_refresh      (GtkWidget *cell);
/* Whose row it shows, 0 for nobody's */
gint64     sarap_officers_cell_get_officer  (GtkWidget *cell);
/* Where in the list its row stands */
guint      sarap_officers_cell_get_position (GtkWidget *cell);

G_END_DECLS

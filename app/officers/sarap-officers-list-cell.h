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
} SarapOfficersFormat;

GtkWidget *sarap_officers_cell_new          (SarapOfficersColumn       column,
                                             GtkListItem              *item,
                                             const SarapOfficersFormat *words);
gboolean   sarap_officers_cell_is           (GtkWidget *widget);
/* Shows the row that its list item has now */
void       sarap_officers_cell_bind         (GtkWidget *cell);
void       sarap_officers_cell_unbind       (GtkWidget *cell);
/* Says its text anew */
void       sarap_officers_cell_refresh      (GtkWidget *cell);
guint      sarap_officers_cell_get_position (GtkWidget *cell);

G_END_DECLS

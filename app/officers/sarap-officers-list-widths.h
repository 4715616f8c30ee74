#pragma once

#include "officers/sarap-officers-list-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_officers_column_measure:
 * @column: a column whose texts are few and must not be cut short
 *
 * Returns: the width in pixels that the longest of them has in the language spoken; 0 for a column
 *   of names, which may be of any length
 */
int sarap_officers_column_measure (SarapOfficersColumn column);

G_END_DECLS

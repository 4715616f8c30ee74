#pragma once

#include "officers/sarap-officers-list-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_officers_column_measure:
 * @column: a column of few texts, which must not be cut
 *
 * Returns: the width of the longest in the current language, pixels; 0 for a column of names, which
 *   may have any length
 */
int sarap_officers_column_measure (SarapOfficersColumn column);

G_END_DECLS

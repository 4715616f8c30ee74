#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapHistoryRow:
 *
 * A line of the history of changes as a row of a list: when and who on the left, what on the right.
 */
#define SARAP_TYPE_HISTORY_ROW (sarap_history_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapHistoryRow, sarap_history_row, SARAP, HISTORY_ROW, GtkListBoxRow)

/**
 * sarap_history_row_new:
 * @line: a line of the history
 * @bodies: the bodies and units, for their names
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *sarap_history_row_new (const SarapHistoryLine *line, SarapBodies *bodies);

G_END_DECLS

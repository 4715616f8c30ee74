#pragma once

#include "models/sarap-officers-selection.h"
#include "officers/sarap-officers-list-format.h"

#include "shell/sarap-tab-stop.h"

G_BEGIN_DECLS

/**
 * SarapOfficersList:
 *
 * The table of officers. Its columns remember their widths; the least important ones are hidden in
 * a narrow window. It is one stop of the Tab key, and Escape ends a selection.
 *
 * Signals: "opened" (officer id): a row was activated; "sorted" (column, descending): the person
 * chose the sorting.
 */
#define SARAP_TYPE_OFFICERS_LIST (sarap_officers_list_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersList, sarap_officers_list, SARAP, OFFICERS_LIST, SarapTabStop)

/**
 * sarap_officers_list_set_selection:
 * @self: the table
 * @selection: (nullable): the officers; %NULL for an empty table
 */
void sarap_officers_list_set_selection (SarapOfficersList *self, SarapOfficersSelection *selection);
/* Sets the day for the remaining time */
void sarap_officers_list_set_today (SarapOfficersList *self, SarapDate today);
/* Sets the menu of a row, for the secondary mouse button or the menu key */
void sarap_officers_list_set_menu (SarapOfficersList *self, GMenuModel *menu);

/**
 * sarap_officers_list_set_sort:
 * @self: the table
 * @sort: the column that the model sorts by
 * @descending: whether the order is reversed
 *
 * Shows the sorting in the header; "sorted" is not emitted.
 */
void
sarap_officers_list_set_sort (SarapOfficersList *self, SarapOfficersSort sort, gboolean descending);
/* Sets the columns that the person wants to see, a bit each */
void sarap_officers_list_set_wanted (SarapOfficersList *self, guint columns);

/* Scrolls to the top: another list is read from its beginning, not from the same officer */
void sarap_officers_list_scroll_to_top (SarapOfficersList *self);

/* Focuses the row that had the focus last */
void sarap_officers_list_grab (SarapOfficersList *self);

/* Focuses the first row, the best match. The list only has widgets of rows near its scroll
   position, in their order. The row is also selected, as by an arrow key, so that Shift and an
   arrow select from it and not from an earlier selection. */
void sarap_officers_list_grab_first (SarapOfficersList *self);
/* Updates the names of bodies and units in cells */
void sarap_officers_list_refresh_cells (SarapOfficersList *self);

G_END_DECLS

#pragma once

#include "models/sarap-officers-selection.h"
#include "officers/sarap-officers-list-format.h"

#include "shell/sarap-tab-stop.h"

G_BEGIN_DECLS

/**
 * SarapOfficersList:
 *
 * The table of officers. Its columns remember their widths, and those that matter least make room
 * where the window is narrow. It is one stop of the Tab key, and Escape ends a selection.
 *
 * Signals: "opened" (officer id): a row was activated; "sorted" (column, descending): the person
 * chose by what it is sorted.
 */
#define SARAP_TYPE_OFFICERS_LIST (sarap_officers_list_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersList, sarap_officers_list, SARAP, OFFICERS_LIST, SarapTabStop)

/**
 * sarap_officers_list_set_selection:
 * @self: the table
 * @selection: (nullable): the officers it shows
 *
 * NULL: an empty table.
 */
void sarap_officers_list_set_selection (SarapOfficersList *self, SarapOfficersSelection *selection);
/* The day for which the list says how long is left */
void sarap_officers_list_set_today (SarapOfficersList *self, SarapDate today);
/* The menu of a row, by the other mouse button or the menu key */
void sarap_officers_list_set_menu (SarapOfficersList *self, GMenuModel *menu);

/**
 * sarap_officers_list_set_sort:
 * @self: the table
 * @sort: by what the model sorts
 * @descending: whether the last comes first
 *
 * Lets the header show it; "sorted" is not emitted.
 */
void
sarap_officers_list_set_sort (SarapOfficersList *self, SarapOfficersSort sort, gboolean descending);
/* Which columns the person wants to see, a bit each */
void sarap_officers_list_set_wanted (SarapOfficersList *self, guint columns);

/* Another list is read from its beginning, not from where the same officer stands in it */
void sarap_officers_list_scroll_to_top (SarapOfficersList *self);

/* To the row that had it last */
void sarap_officers_list_grab (SarapOfficersList *self);

/* To the first row, which is the one that was looked for; the list keeps widgets of the rows around
   the place it is scrolled to, in their order. The row is selected, as by an arrow key, so that
   Shift and an arrow select from it and not from where somebody was selected before. */
void sarap_officers_list_grab_first (SarapOfficersList *self);
/* Cells say names of bodies and units anew */
void sarap_officers_list_refresh_cells (SarapOfficersList *self);

G_END_DECLS

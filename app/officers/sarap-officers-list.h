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

/* NULL: an empty table */
void sarap_officers_list_set_selection (SarapOfficersList *self, SarapOfficersSelection *selection);
void sarap_officers_list_set_today (SarapOfficersList *self, SarapDate today);
void
sarap_officers_list_set_sort (SarapOfficersList *self, SarapOfficersSort sort, gboolean descending);
void sarap_officers_list_set_menu (SarapOfficersList *self, GMenuModel *menu);
/* Which columns the person wants to see, a bit each */
void sarap_officers_list_set_wanted (SarapOfficersList *self, guint columns);
void sarap_officers_list_scroll_to_top (SarapOfficersList *self);
void sarap_officers_list_grab (SarapOfficersList *self);
void sarap_officers_list_grab_first (SarapOfficersList *self);
/* Cells say names of bodies and units anew */
void sarap_officers_list_refresh_cells (SarapOfficersList *self);

G_END_DECLS

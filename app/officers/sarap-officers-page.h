#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapOfficersPage:
 *
 * The officers: a table that is searched, filtered and sorted, and the file of one of them. Its
 * paths: "" and "?" with a filter for the table, an officer's id for their file, "new" for a form.
 */
#define SARAP_TYPE_OFFICERS_PAGE (sarap_officers_page_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersPage, sarap_officers_page, SARAP, OFFICERS_PAGE, SarapPage)

/* How the program registers it */
extern const SarapPageEntry sarap_officers_page_entry;

/**
 * sarap_officers_search:
 * @db: a database
 * @today: the day it is
 * @text: what a person typed
 * @cancellable: ends it early
 * @error: return location
 *
 * Finds officers for the palette: a #SarapSearchFunc.
 *
 * Returns: (transfer full): a list of #SarapSearchResult, those whose surname begins so first
 */
GListModel *sarap_officers_search (SarapDatabase *db,
                                   SarapDate      today,
                                   const char    *text,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS

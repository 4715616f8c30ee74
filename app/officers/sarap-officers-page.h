#pragma once

#include "shell/sarap-page.h"

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

G_END_DECLS

#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapOfficersPage:
 *
 * The officers: a table to search, filter and sort, and the file of one officer. Its paths: "" and
 * "?" with a filter for the table, an officer's id for their file, "new" for a form.
 */
#define SARAP_TYPE_OFFICERS_PAGE (sarap_officers_page_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersPage, sarap_officers_page, SARAP, OFFICERS_PAGE, SarapPage)

/* The entry for the registry */
extern const SarapPageEntry sarap_officers_page_entry;

/**
 * sarap_officers_search:
 * @session: the session with the database
 * @text: the typed text
 * @cancellable: ends it early
 * @callback: called with the result, for sarap_search_finish()
 * @user_data: passed on
 *
 * Finds officers for the palette in memory, like the list: a #SarapSearchFunc. The best matches
 * come first, and of equal ones those whose surname begins with the text.
 */
void sarap_officers_search (SarapSession *session,
                            const char *text,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

G_END_DECLS

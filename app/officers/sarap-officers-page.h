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
 * @session: the database, and the day it is
 * @text: what a person typed
 * @cancellable: ends it early
 * @callback: called when it is done; sarap_search_finish() gives what was found
 * @user_data: passed on
 *
 * Finds officers for the palette as the list does, in memory: a #SarapSearchFunc. Those found best
 * come first, and of these those whose surname begins so.
 */
void sarap_officers_search (SarapSession *session,
                            const char *text,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

G_END_DECLS

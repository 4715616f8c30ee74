#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapSideBar:
 *
 * The pages with their badges; below them the person who acts and the state of the database.
 */
#define SARAP_TYPE_SIDE_BAR (sarap_side_bar_get_type ())
G_DECLARE_FINAL_TYPE (SarapSideBar, sarap_side_bar, SARAP, SIDE_BAR, AdwBin)

/**
 * sarap_side_bar_set_pages:
 * @self: a side bar
 * @entries: (element-type SarapPageEntry): the pages
 * @identity: (nullable): the person who acts; %NULL while unknown
 *
 * Shows the pages that this person may use.
 */
void sarap_side_bar_set_pages   (SarapSideBar *self, GPtrArray *entries,
                                 const SarapIdentity *identity);

/**
 * sarap_side_bar_set_shown:
 * @self: a side bar
 * @id: the id of the page shown
 */
void sarap_side_bar_set_shown   (SarapSideBar *self, const char *id);

/**
 * sarap_side_bar_watch:
 * @self: a side bar
 * @id: a page
 * @page: the page, just made
 *
 * Shows the page's badge from now on.
 */
void sarap_side_bar_watch       (SarapSideBar *self, const char *id, SarapPage *page);

/**
 * sarap_side_bar_set_session:
 * @self: a side bar
 * @session: the session whose state it shows
 */
void sarap_side_bar_set_session (SarapSideBar *self, SarapSession *session);

/* Opens the main menu, for F10 */
void sarap_side_bar_open_menu   (SarapSideBar *self);

G_END_DECLS

#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapSideBar:
 *
 * The pages, with what waits in each; at its foot who acts and whether the database answers.
 */
#define SARAP_TYPE_SIDE_BAR (sarap_side_bar_get_type ())
G_DECLARE_FINAL_TYPE (SarapSideBar, sarap_side_bar, SARAP, SIDE_BAR, AdwBin)

/**
 * sarap_side_bar_set_pages:
 * @self: a side bar
 * @entries: (element-type SarapPageEntry): the pages there are
 * @identity: (nullable): who acts; %NULL while it is not known
 *
 * Shows the pages that this person may use.
 */
void sarap_side_bar_set_pages   (SarapSideBar *self, GPtrArray *entries, const SarapIdentity *identity);

/**
 * sarap_side_bar_set_shown:
 * @self: a side bar
 * @id: the page shown now
 */
void sarap_side_bar_set_shown   (SarapSideBar *self, const char *id);

/**
 * sarap_side_bar_watch:
 * @self: a side bar
 * @id: a page
 * @page: made just now
 *
 * Shows the page's badge from now on.
 */
void sarap_side_bar_watch       (SarapSideBar *self, const char *id, SarapPage *page);

/**
 * sarap_side_bar_set_session:
 * @self: a side bar
 * @session: whose state its foot tells
 */
void sarap_side_bar_set_session (SarapSideBar *self, SarapSession *session);

/* Opens the main menu, as F10 does */
void sarap_side_bar_open_menu   (SarapSideBar *self);

G_END_DECLS

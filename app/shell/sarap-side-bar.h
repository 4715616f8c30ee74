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

void sarap_side_bar_set_pages   (SarapSideBar *self, GPtrArray *entries, const SarapIdentity *identity);
void sarap_side_bar_set_shown   (SarapSideBar *self, const char *id);
void sarap_side_bar_watch       (SarapSideBar *self, const char *id, SarapPage *page);
void sarap_side_bar_set_session (SarapSideBar *self, SarapSession *session);
void sarap_side_bar_open_menu   (SarapSideBar *self);

G_END_DECLS

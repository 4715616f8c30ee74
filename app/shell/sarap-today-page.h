#pragma once

#include "shell/sarap-page.h"
#include "shell/sarap-registry.h"

G_BEGIN_DECLS

/**
 * SarapTodayPage:
 *
 * The tasks of this person, the earliest deadline first.
 */
#define SARAP_TYPE_TODAY_PAGE (sarap_today_page_get_type ())
G_DECLARE_FINAL_TYPE (SarapTodayPage, sarap_today_page, SARAP, TODAY_PAGE, SarapPage)

extern const SarapPageEntry sarap_today_page_entry;

G_END_DECLS

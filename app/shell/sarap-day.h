#pragma once

#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * sarap_day_say:
 * @date: a day
 *
 * Formats a day for people, in the current language.
 *
 * Returns: (transfer full): the day with its weekday: "Monday, 23 November 2026"
 */
char *sarap_day_say (SarapDate date);

G_END_DECLS

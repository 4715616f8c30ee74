#pragma once

#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * sarap_day_say:
 * @date: a day
 *
 * Days for people, in the language that the program speaks now.
 *
 * Returns: (transfer full): the day in words, with its weekday: "Monday, 23 November 2026"
 */
char *sarap_day_say (SarapDate date);

G_END_DECLS

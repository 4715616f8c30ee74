#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* The effect of deferrals on a day (§3, §31; README.md 3) */

/**
 * sarap_deferral_on:
 * @career: a career
 * @on: a day
 *
 * Finds the deferral that decides the standing on @on. Pregnancy comes before childcare, childcare
 * before absence; of one kind the one that lasts longest decides (§3).
 *
 * Returns: its index, -1 for none
 */
int       sarap_deferral_on            (const SarapCareer *career, SarapDate on);

/**
 * sarap_deferral_last:
 * @career: a career
 * @on: a day
 * @index: (out) (optional): the index of that deferral
 *
 * Returns: the latest of the last days of the deferrals that cover @on, %SARAP_DATE_FAR if one is
 *   open; %SARAP_DATE_NONE if none covers it
 */
SarapDate sarap_deferral_last          (const SarapCareer *career, SarapDate on, int *index);

/**
 * sarap_deferral_chain_last:
 * @career: a career
 * @on: a day
 *
 * The deferral that covers @on may be followed by another one without a day between them.
 *
 * Returns: the last day on which the officer is deferred without a break, %SARAP_DATE_FAR if one is
 *   open; %SARAP_DATE_NONE if none covers @on
 */
SarapDate sarap_deferral_chain_last    (const SarapCareer *career, SarapDate on);

/**
 * sarap_deferral_between:
 * @career: a career
 * @from: a day
 * @to: a later day; either may be %SARAP_DATE_NONE
 *
 * Returns: whether both days are known and a deferral covers a day from @from to @to, both included
 */
gboolean  sarap_deferral_between       (const SarapCareer *career, SarapDate from, SarapDate to);

/**
 * sarap_deferral_move_window:
 * @career: a career
 * @start: the day from which the officer could be heard without deferrals
 * @reasons: (nullable): the list to append the explanation to
 *
 * While deferrals cover the start of the window, it moves to the day after the last of them (§3).
 *
 * Returns: the start of the window, %SARAP_DATE_NONE while an open deferral covers it
 */
SarapDate sarap_deferral_move_window   (const SarapCareer *career,
                                        SarapDate          start,
                                        SarapReasons      *reasons);

/**
 * sarap_deferral_move_deadline:
 * @career: a career
 * @window_start: the start of the window
 * @reasons: (nullable): the list to append the explanation to
 *
 * The deadline is six months after the start of the window (§5). While deferrals cover it, there
 * are six months anew from the day after the last of them (§3).
 *
 * Returns: the deadline, %SARAP_DATE_NONE while an open deferral covers it
 */
SarapDate sarap_deferral_move_deadline (const SarapCareer *career,
                                        SarapDate          window_start,
                                        SarapReasons      *reasons);

G_END_DECLS

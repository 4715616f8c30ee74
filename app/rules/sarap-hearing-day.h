#pragma once

#include "rules/sarap-holidays.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * sarap_rules_is_schedulable:
 * @standing: where the officer stands
 * @career: the career that the standing was computed from
 * @holidays: (nullable): the public holidays
 * @day: a day
 *
 * Returns: whether a hearing may be planned for @day, see sarap_rules_next_schedulable()
 */
gboolean  sarap_rules_is_schedulable   (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            day);

/**
 * sarap_rules_next_schedulable:
 * @standing: where the officer stands
 * @career: the career that the standing was computed from
 * @holidays: (nullable): the public holidays
 * @from: a day
 *
 * Finds the first day from @from on which a hearing may be planned: a working day within the window
 * and outside every deferral (§3, §5; README.md 3). While the deadline is unknown, and for a
 * re-attestation, which has none, the window has no end.
 *
 * Returns: the day, %SARAP_DATE_NONE if there is none
 */
SarapDate sarap_rules_next_schedulable (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            from);

/**
 * sarap_rules_next_hearing_day:
 * @standing: where the officer stands
 * @career: the career that the standing was computed from
 * @holidays: (nullable): the public holidays
 * @from: a day
 * @late: (out) (optional): whether the day lies past the deadline
 *
 * Like sarap_rules_next_schedulable(), but also past the deadline: the officer must still be heard
 * then, and is late.
 *
 * Returns: the day, %SARAP_DATE_NONE if there is none
 */
SarapDate sarap_rules_next_hearing_day (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            from,
                                        gboolean            *late);

G_END_DECLS

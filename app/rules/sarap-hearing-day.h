#pragma once

#include "rules/sarap-holidays.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

gboolean  sarap_rules_is_schedulable   (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            day);
SarapDate sarap_rules_next_schedulable (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            from);
SarapDate sarap_rules_next_hearing_day (const SarapStanding *standing,
                                        const SarapCareer   *career,
                                        const SarapHolidays *holidays,
                                        SarapDate            from,
                                        gboolean            *late);

G_END_DECLS

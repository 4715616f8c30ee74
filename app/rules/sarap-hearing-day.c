#include "rules/sarap-hearing-day.h"

#include "rules/sarap-deferral.h"

/* The first working day outside every deferral from @from to @last */
static SarapDate
find_free_day (const SarapCareer *career,
               const SarapHolidays *holidays,
               SarapDate from,
               SarapDate last)
{
  SarapDate end = MIN (last, sarap_date_new (9999, 12, 31));

  for (SarapDate day = from; day <= end; day++)
    {
      SarapDate deferred = sarap_deferral_last (career, day, NULL);

      if (deferred >= end)
        return SARAP_DATE_NONE;
      if (deferred != SARAP_DATE_NONE)
        day = deferred;
      else if (sarap_rules_is_working_day (holidays, day))
        return day;
    }
  return SARAP_DATE_NONE;
}

SarapDate
sarap_rules_next_schedulable (const SarapStanding *standing,
                              const SarapCareer *career,
                              const SarapHolidays *holidays,
                              SarapDate from)
{
  if (standing->window_start == SARAP_DATE_NONE)
    return SARAP_DATE_NONE;
  return find_free_day (career, holidays, MAX (from, standing->window_start),
                        sarap_date_or_far (standing->deadline));
}

gboolean
sarap_rules_is_schedulable (const SarapStanding *standing,
                            const SarapCareer *career,
                            const SarapHolidays *holidays,
                            SarapDate day)
{
  return standing->window_start != SARAP_DATE_NONE && day >= standing->window_start &&
         day <= sarap_date_or_far (standing->deadline) &&
         find_free_day (career, holidays, day, day) == day;
}

SarapDate
sarap_rules_next_hearing_day (const SarapStanding *standing,
                              const SarapCareer *career,
                              const SarapHolidays *holidays,
                              SarapDate from,
                              gboolean *late)
{
  SarapDate day = SARAP_DATE_NONE;

  if (standing->window_start != SARAP_DATE_NONE)
    day = find_free_day (career, holidays, MAX (from, standing->window_start), SARAP_DATE_FAR);
  if (late != NULL)
    *late = day > sarap_date_or_far (standing->deadline);
  return day;
}

#include "rules/sarap-service.h"

/* §6 */
#define BRIDGE_MONTHS 3

static gboolean
record_covers (const SarapServiceRecord *record, SarapDate on)
{
  return record->start <= on && on <= sarap_date_or_far (record->end);
}

/* The order of records that begin on the same day, which no database accepts: the longer, then the
   more senior one, so that the result does not depend on the order in the career */
static gboolean
began_later (const SarapServiceRecord *a, const SarapServiceRecord *b)
{
  if (a->start != b->start)
    return a->start > b->start;
  if (a->end != b->end)
    return sarap_date_or_far (a->end) > sarap_date_or_far (b->end);
  if (a->level != b->level)
    return a->level > b->level;
  if (a->category != b->category)
    return a->category < b->category;
  if (a->central != b->central)
    return a->central;
  return a->body < b->body;
}

static void
explain_not_in_service (const SarapCareer *career, SarapDate on, SarapReasons *reasons)
{
  SarapReason reason = { SARAP_REASON_NOT_IN_SERVICE, .dates = { on }, .index = -1 };

  for (guint i = 0; i < career->n_service; i++)
    {
      const SarapServiceRecord *record = &career->service[i];

      if (record->employer_kind != SARAP_EMPLOYER_CUSTOMS)
        continue;
      if (record->start > on)
        {
          if (reason.dates[2] == SARAP_DATE_NONE || record->start < reason.dates[2])
            reason.dates[2] = record->start;
        }
      else if (record->end > reason.dates[1])
        {
          reason.dates[1] = record->end;
          reason.index = (int) i;
        }
    }
  sarap_reasons_add (reasons, &reason);
}

int
sarap_service_current (const SarapCareer *career, SarapDate on, SarapReasons *reasons)
{
  int current = -1;
  int n_current = 0;

  for (guint i = 0; i < career->n_service; i++)
    {
      const SarapServiceRecord *record = &career->service[i];

      if (record->employer_kind != SARAP_EMPLOYER_CUSTOMS || !record_covers (record, on))
        continue;
      n_current++;
      if (current < 0 || began_later (record, &career->service[current]))
        current = (int) i;
    }

  if (reasons == NULL)
    return current;
  if (current < 0)
    explain_not_in_service (career, on, reasons);
  else
    sarap_reasons_add (reasons, &(SarapReason){ SARAP_REASON_POSITION_SINCE,
                                                .dates = { career->service[current].start },
                                                .index = current });
  if (n_current > 1)
    sarap_reasons_add (reasons, &(SarapReason){ SARAP_REASON_POSITIONS_AT_ONCE, .number = n_current,
                                                .index = -1 });
  return current;
}

/* Of two records that began before a day, whether the first reaches closer to it; if both reach it,
   whether it is the longer one */
static gboolean
reaches_further (const SarapServiceRecord *a, const SarapServiceRecord *b)
{
  if (a->end != b->end)
    return sarap_date_or_far (a->end) > sarap_date_or_far (b->end);
  if (a->start != b->start)
    return a->start < b->start;
  return a->employer_kind < b->employer_kind;
}

/* Finds the customs or state record begun before @since that ended last. If it does not reach
   @since, no other does: the others ended earlier, and work elsewhere in its gap is in their gaps
   too. */
static int
find_previous (const SarapCareer *career, SarapDate since)
{
  int previous = -1;

  for (guint i = 0; i < career->n_service; i++)
    {
      const SarapServiceRecord *record = &career->service[i];

      if ((record->employer_kind == SARAP_EMPLOYER_CUSTOMS ||
           record->employer_kind == SARAP_EMPLOYER_STATE) &&
          record->start < since &&
          (previous < 0 || reaches_further (record, &career->service[previous])))
        previous = (int) i;
    }
  return previous;
}

/* Finds the first work for another employer with a day strictly between @last and @since (§6) */
static int
find_other (const SarapCareer *career, SarapDate last, SarapDate since)
{
  int other = -1;

  /* adjoining or overlapping records leave no such day */
  if (last >= since - 1)
    return -1;
  for (guint i = 0; i < career->n_service; i++)
    {
      const SarapServiceRecord *record = &career->service[i];

      if (record->employer_kind == SARAP_EMPLOYER_OTHER && record->start < since &&
          sarap_date_or_far (record->end) > last &&
          (other < 0 || record->start < career->service[other].start))
        other = (int) i;
    }
  return other;
}

/* §6 names only the break between another state body and customs */
static gboolean
break_is_named (const SarapServiceRecord *record, SarapEmployerKind next)
{
  return record->employer_kind == SARAP_EMPLOYER_STATE && next == SARAP_EMPLOYER_CUSTOMS;
}

static void
explain_joined (const SarapCareer *career,
                int index,
                SarapDate since,
                SarapEmployerKind next,
                SarapReasons *reasons)
{
  const SarapServiceRecord *record = &career->service[index];
  SarapDate last = sarap_date_or_far (record->end);
  int gap = last < since ? since - last - 1 : 0;

  sarap_reasons_add (reasons,
                     &(SarapReason){ SARAP_REASON_SERVICE_JOINED,
                                     .own_reading = gap > 0 && !break_is_named (record, next),
                                     .dates = { record->start, record->end, since }, .number = gap,
                                     .code = (int) record->employer_kind, .index = index });
}

/* Explains why the record that ended last does not reach @since. A gap that is too long is reason
   enough; work elsewhere in it is not mentioned. */
static void
explain_broken (const SarapCareer *career,
                int index,
                SarapDate since,
                SarapEmployerKind next,
                SarapReasons *reasons)
{
  const SarapServiceRecord *record = &career->service[index];
  SarapDate latest = sarap_date_add_months (record->end, BRIDGE_MONTHS);
  gboolean own_reading = !break_is_named (record, next);
  int other = find_other (career, record->end, since);

  if (since > latest)
    sarap_reasons_add (reasons,
                       &(SarapReason){ SARAP_REASON_SERVICE_BROKEN_GAP, .own_reading = own_reading,
                                       .dates = { record->end, since, latest }, .index = index });
  else if (other >= 0)
    sarap_reasons_add (
        reasons, &(SarapReason){ SARAP_REASON_SERVICE_BROKEN_OTHER, .own_reading = own_reading,
                                 .dates = { career->service[other].start,
                                            career->service[other].end, record->end, since },
                                 .index = other });
}

SarapDate
sarap_service_continuous_since (const SarapCareer *career,
                                SarapDate position_since,
                                SarapReasons *reasons)
{
  SarapDate since = position_since;
  SarapEmployerKind next = SARAP_EMPLOYER_CUSTOMS;
  int previous;

  while ((previous = find_previous (career, since)) >= 0)
    {
      SarapDate last = sarap_date_or_far (career->service[previous].end);

      if (since > sarap_date_add_months (last, BRIDGE_MONTHS) ||
          find_other (career, last, since) >= 0)
        break;
      if (reasons != NULL)
        explain_joined (career, previous, since, next, reasons);
      since = career->service[previous].start;
      next = career->service[previous].employer_kind;
    }

  if (reasons != NULL && previous >= 0)
    explain_broken (career, previous, since, next, reasons);
  sarap_reasons_add (
      reasons, &(SarapReason){ SARAP_REASON_CONTINUOUS_SINCE, .dates = { since }, .index = -1 });
  return since;
}

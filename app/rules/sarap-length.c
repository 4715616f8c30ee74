#include "rules/sarap-standing.h"

#define EMPLOYER(kind) (1u << (kind))

typedef struct
{
  SarapDate first;
  SarapDate last;
} Stretch;

/* Finds the part of a record up to @on; FALSE if the record does not count */
static gboolean
counted (const SarapServiceRecord *record, guint employers, SarapDate on, Stretch *part)
{
  part->first = record->start;
  part->last = MIN (sarap_date_or_far (record->end), on);
  return (employers & EMPLOYER (record->employer_kind)) != 0 && part->first <= part->last;
}

/* Finds the first day after @after that counts */
static gboolean
find_next (
    const SarapCareer *career, guint employers, SarapDate on, SarapDate after, Stretch *stretch)
{
  gboolean found = FALSE;
  Stretch part;

  for (guint i = 0; i < career->n_service; i++)
    if (counted (&career->service[i], employers, on, &part) && part.first > after &&
        (!found || part.first < stretch->first))
      {
        *stretch = part;
        found = TRUE;
      }
  return found;
}

/* Records that overlap or adjoin are one stretch */
static gboolean
extend (const SarapCareer *career, guint employers, SarapDate on, Stretch *stretch)
{
  SarapDate last = stretch->last;
  Stretch part;

  for (guint i = 0; i < career->n_service; i++)
    if (counted (&career->service[i], employers, on, &part) && part.first >= stretch->first &&
        part.first <= stretch->last + 1)
      stretch->last = MAX (stretch->last, part.last);
  return stretch->last > last;
}

static void
add_stretch (const Stretch *stretch, int *months, int *days)
{
  SarapDate end = stretch->last + 1;
  int from_year, from_month, to_year, to_month, whole;

  sarap_date_split (stretch->first, &from_year, &from_month, NULL);
  sarap_date_split (end, &to_year, &to_month, NULL);
  whole = (to_year - from_year) * 12 + to_month - from_month;
  if (sarap_date_add_months (stretch->first, whole) > end)
    whole--;
  *months += whole;
  *days += end - sarap_date_add_months (stretch->first, whole);
}

static void
measure (const SarapCareer *career, guint employers, SarapDate on, SarapServiceLength *length)
{
  Stretch stretch = { 0 };
  int months = 0, days = 0;

  if (length == NULL)
    return;
  while (find_next (career, employers, on, stretch.last, &stretch))
    {
      while (extend (career, employers, on, &stretch))
        continue;
      add_stretch (&stretch, &months, &days);
    }
  months += days / 30;
  *length = (SarapServiceLength){ .years = months / 12, .months = months % 12, .days = days % 30 };
}

void
sarap_rules_length_of_service (const SarapCareer *career,
                               SarapDate on,
                               SarapServiceLength *total,
                               SarapServiceLength *state,
                               SarapServiceLength *customs)
{
  guint for_customs = EMPLOYER (SARAP_EMPLOYER_CUSTOMS);
  guint for_state = for_customs | EMPLOYER (SARAP_EMPLOYER_STATE);

  measure (career, for_state | EMPLOYER (SARAP_EMPLOYER_OTHER), on, total);
  measure (career, for_state, on, state);
  measure (career, for_customs, on, customs);
}

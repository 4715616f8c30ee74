#include "rules/sarap-deferral.h"

/* §5 */
#define WINDOW_MONTHS 6

static gboolean
deferral_covers (const SarapDeferral *deferral, SarapDate on)
{
  return deferral->start <= on && on <= sarap_date_or_far (deferral->end);
}

/* A full order, so that the result does not depend on the order in the career */
static gboolean
lasts_longer (const SarapDeferral *a, const SarapDeferral *b)
{
  if (a->end != b->end)
    return sarap_date_or_far (a->end) > sarap_date_or_far (b->end);
  if (a->kind != b->kind)
    return a->kind < b->kind;
  return a->start < b->start;
}

int
sarap_deferral_on (const SarapCareer *career, SarapDate on)
{
  int found = -1;

  for (guint i = 0; i < career->n_deferrals; i++)
    {
      const SarapDeferral *deferral = &career->deferrals[i];
      const SarapDeferral *best = found < 0 ? NULL : &career->deferrals[found];

      if (!deferral_covers (deferral, on))
        continue;
      if (best == NULL || deferral->kind < best->kind ||
          (deferral->kind == best->kind && lasts_longer (deferral, best)))
        found = (int) i;
    }
  return found;
}

SarapDate
sarap_deferral_last (const SarapCareer *career, SarapDate on, int *index)
{
  int found = -1;

  for (guint i = 0; i < career->n_deferrals; i++)
    if (deferral_covers (&career->deferrals[i], on) &&
        (found < 0 || lasts_longer (&career->deferrals[i], &career->deferrals[found])))
      found = (int) i;

  if (index != NULL)
    *index = found;
  return found < 0 ? SARAP_DATE_NONE : sarap_date_or_far (career->deferrals[found].end);
}

SarapDate
sarap_deferral_chain_last (const SarapCareer *career, SarapDate on)
{
  SarapDate last = sarap_deferral_last (career, on, NULL);

  while (last != SARAP_DATE_NONE && last != SARAP_DATE_FAR)
    {
      SarapDate next = sarap_deferral_last (career, last + 1, NULL);

      if (next == SARAP_DATE_NONE)
        break;
      last = next;
    }
  return last;
}

static void
explain_moved (const SarapCareer *career,
               int index,
               SarapReasonKind kind,
               SarapDate from,
               SarapDate to,
               SarapReasons *reasons)
{
  const SarapDeferral *deferral = &career->deferrals[index];

  sarap_reasons_add (reasons,
                     &(SarapReason){ kind, .dates = { deferral->start, deferral->end, from, to },
                                     .code = (int) deferral->kind, .index = index });
}

SarapDate
sarap_deferral_move_window (const SarapCareer *career, SarapDate start, SarapReasons *reasons)
{
  SarapDate window = start;
  int index;

  while (window != SARAP_DATE_NONE)
    {
      SarapDate last = sarap_deferral_last (career, window, &index);
      SarapDate moved = last == SARAP_DATE_FAR ? SARAP_DATE_NONE : last + 1;

      if (last == SARAP_DATE_NONE)
        break;
      explain_moved (career, index, SARAP_REASON_WINDOW_DEFERRED, window, moved, reasons);
      window = moved;
    }
  return window;
}

static gboolean
begins_later (const SarapDeferral *a, const SarapDeferral *b)
{
  return a->start != b->start ? a->start > b->start : lasts_longer (b, a);
}

/* A deferral within the window changes nothing (house rule). The explanation mentions it, because
   people expect a change. Explains those that began after @from and ended after @after, but before
   @deadline, in the order of their beginnings. */
static void
explain_within (const SarapCareer *career,
                SarapDate from,
                SarapDate after,
                SarapDate deadline,
                SarapReasons *reasons)
{
  const SarapDeferral *previous = NULL, *next;

  do
    {
      next = NULL;
      for (guint i = 0; i < career->n_deferrals; i++)
        {
          const SarapDeferral *deferral = &career->deferrals[i];

          if (deferral->start > from && sarap_date_or_far (deferral->end) > after &&
              sarap_date_or_far (deferral->end) < deadline &&
              (previous == NULL || begins_later (deferral, previous)) &&
              (next == NULL || begins_later (next, deferral)))
            next = deferral;
        }
      if (next != NULL)
        sarap_reasons_add (reasons, &(SarapReason){ SARAP_REASON_DEFERRAL_WITHIN_WINDOW,
                                                    .dates = { next->start, next->end },
                                                    .code = (int) next->kind,
                                                    .index = (int) (next - career->deferrals) });
      previous = next;
    }
  while (next != NULL);
}

gboolean
sarap_deferral_between (const SarapCareer *career, SarapDate from, SarapDate to)
{
  if (from == SARAP_DATE_NONE || to == SARAP_DATE_NONE)
    return FALSE;
  for (guint i = 0; i < career->n_deferrals; i++)
    if (career->deferrals[i].start <= to && sarap_date_or_far (career->deferrals[i].end) >= from)
      return TRUE;
  return FALSE;
}

SarapDate
sarap_deferral_move_deadline (const SarapCareer *career,
                              SarapDate window_start,
                              SarapReasons *reasons)
{
  SarapDate deadline = sarap_date_add_months (window_start, WINDOW_MONTHS);
  SarapDate from = window_start, after = window_start;
  int index;

  while (deadline != SARAP_DATE_NONE)
    {
      SarapDate last = sarap_deferral_last (career, deadline, &index);
      SarapDate moved = SARAP_DATE_NONE;

      if (reasons != NULL)
        explain_within (career, from, after, deadline, reasons);
      if (last == SARAP_DATE_NONE)
        break;
      if (last != SARAP_DATE_FAR)
        moved = sarap_date_add_months (last + 1, WINDOW_MONTHS);
      explain_moved (career, index, SARAP_REASON_DEADLINE_DEFERRED, deadline, moved, reasons);
      from = deadline;
      after = last;
      deadline = moved;
    }
  return deadline;
}

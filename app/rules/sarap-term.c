#include "rules/sarap-term.h"

/* §5: every three years */
#define TERM_MONTHS 36

/* The order on the same day: the re-attestation comes last. Of two of one kind, which no database
   accepts, the result is the same in any order of the career. */
static gboolean
is_later (const SarapAttestation *a, const SarapAttestation *b)
{
  if (a->date != b->date)
    return a->date > b->date;
  if (a->kind != b->kind)
    return a->kind == SARAP_ATTESTATION_REATTESTATION;
  if (a->decision != b->decision)
    return a->decision > b->decision;
  return a->outcome > b->outcome;
}

static int
find_last (const SarapCareer *career, SarapDate since, SarapDate on, gboolean only_regular)
{
  int last = -1;

  for (guint i = 0; i < career->n_attestations; i++)
    {
      const SarapAttestation *attestation = &career->attestations[i];

      if (attestation->date >= since && attestation->date <= on &&
          attestation->outcome != SARAP_OUTCOME_ANNULLED &&
          (!only_regular || attestation->kind == SARAP_ATTESTATION_REGULAR) &&
          (last < 0 || is_later (attestation, &career->attestations[last])))
        last = (int) i;
    }
  return last;
}

int
sarap_attestation_last (const SarapCareer *career, SarapDate since, SarapDate on)
{
  return find_last (career, since, on, FALSE);
}

int
sarap_attestation_last_regular (const SarapCareer *career, SarapDate since, SarapDate on)
{
  return find_last (career, since, on, TRUE);
}

gboolean
sarap_attestation_is_cause (const SarapAttestation *attestation)
{
  return attestation->outcome == SARAP_OUTCOME_REFUSED ||
         (attestation->outcome == SARAP_OUTCOME_APPROVED &&
          attestation->decision == SARAP_DECISION_REATTESTATION);
}

SarapDate
sarap_term_after (SarapDate since, SarapDate after, int *number)
{
  int since_year, since_month, year, month, k = 0;

  if (after >= since)
    {
      sarap_date_split (since, &since_year, &since_month, NULL);
      sarap_date_split (after, &year, &month, NULL);
      /* the last term in a month up to that of @after; only this one may be before or after the
         day */
      k = ((year - since_year) * 12 + month - since_month) / TERM_MONTHS;
    }
  if (k == 0 || sarap_date_add_months (since, TERM_MONTHS * k) <= after)
    k++;
  *number = k;
  return sarap_date_add_months (since, TERM_MONTHS * k);
}

#include "rules/sarap-deferral.h"
#include "rules/sarap-service.h"
#include "rules/sarap-term.h"

/* §5: months in the position; §36: months since the attestation that caused a re-attestation */
#define POSITION_MONTHS 6
#define REATTESTATION_MONTHS 6

/* The data of the steps below */
typedef struct
{
  const SarapCareer *career;
  SarapDate on;
  SarapStanding *standing;
  SarapReasons *reasons;
  int deferral; /* the deferral on the day, -1 for none */
} Question;

static void
reason_add (Question *q, SarapReason reason)
{
  sarap_reasons_add (q->reasons, &reason);
}

/* §44: explains the annulled ones that would otherwise be later than the one that counts */
static void
explain_annulled (Question *q, SarapDate counts)
{
  SarapDate after = MAX (counts, q->standing->continuous_since - 1);
  int previous = -1, next;

  if (q->reasons == NULL)
    return;
  do
    {
      const SarapAttestation *all = q->career->attestations;

      next = -1;
      for (guint i = 0; i < q->career->n_attestations; i++)
        if (all[i].outcome == SARAP_OUTCOME_ANNULLED && all[i].date > after &&
            all[i].date <= q->on &&
            (previous < 0 || all[i].date > all[previous].date ||
             (all[i].date == all[previous].date && all[i].kind > all[previous].kind)) &&
            (next < 0 || all[i].date < all[next].date ||
             (all[i].date == all[next].date && all[i].kind < all[next].kind)))
          next = (int) i;
      if (next >= 0)
        reason_add (q, (SarapReason){ SARAP_REASON_ANNULLED, .dates = { all[next].date },
                                      .code = (int) all[next].kind, .index = next });
      previous = next;
    }
  while (next >= 0);
}

static void
explain_deferred (Question *q)
{
  const SarapDeferral *deferral = &q->career->deferrals[q->deferral];
  gboolean again = q->standing->obligation == SARAP_OBLIGATION_REATTESTATION;

  reason_add (q, (SarapReason){
                     SARAP_REASON_STATUS,
                     .dates = { q->on, deferral->end, again ? q->standing->term : SARAP_DATE_NONE },
                     .number = (int) deferral->kind, .code = SARAP_STATUS_DEFERRED,
                     .index = q->deferral });
}

static void
explain_status (Question *q)
{
  SarapStatus status = q->standing->status;
  SarapReason reason = { SARAP_REASON_STATUS, .dates = { q->on }, .code = (int) status,
                         .index = -1 };

  if (q->reasons == NULL)
    return;
  if (status == SARAP_STATUS_DEFERRED)
    {
      explain_deferred (q);
      return;
    }
  if (status == SARAP_STATUS_DUE || status == SARAP_STATUS_OVERDUE)
    reason.dates[1] = q->standing->deadline;
  else if (status == SARAP_STATUS_UPCOMING || status == SARAP_STATUS_REATTESTATION_UPCOMING)
    reason.dates[1] = q->standing->window_start;
  if (reason.dates[1] != SARAP_DATE_NONE)
    reason.number = reason.dates[1] - q->on;
  if (q->standing->final)
    {
      reason.paragraph = 42;
      reason.own_reading = TRUE;
    }
  reason_add (q, reason);
}

static void
set_deferred (Question *q, int deferral)
{
  q->deferral = deferral;
  q->standing->status = SARAP_STATUS_DEFERRED;
  q->standing->deferral = q->career->deferrals[deferral].kind;
}

static void
explain_approved (Question *q, int index)
{
  const SarapAttestation *attestation = &q->career->attestations[index];

  reason_add (q, (SarapReason){ SARAP_REASON_APPROVED,
                                .dates = { attestation->date, attestation->outcome_date },
                                .index = index });
}

/* §36, §42: a re-attestation is owed as long as the attestation that caused it is the last one */
static void
stand_for_reattestation (Question *q, int index)
{
  const SarapAttestation *cause = &q->career->attestations[index];
  SarapStanding *s = q->standing;
  SarapDate earliest = sarap_date_add_months (cause->date, REATTESTATION_MONTHS);
  int deferral = q->on >= earliest ? sarap_deferral_on (q->career, q->on) : -1;

  s->obligation = SARAP_OBLIGATION_REATTESTATION;
  s->term = cause->date;
  s->final = cause->outcome == SARAP_OUTCOME_REFUSED;
  explain_annulled (q, cause->date);
  reason_add (
      q, (SarapReason){ s->final ? SARAP_REASON_CAUSE_REFUSED : SARAP_REASON_CAUSE_REATTESTATION,
                        .dates = { cause->date }, .code = (int) cause->decision, .index = index });
  if (!s->final)
    explain_approved (q, index);
  /* §42 sets no time: that of §36 applies */
  reason_add (q, (SarapReason){ SARAP_REASON_REATTESTATION_EARLIEST,
                                .paragraph = s->final ? 42 : 36, .own_reading = s->final,
                                .dates = { cause->date, earliest }, .index = -1 });
  s->window_start = sarap_deferral_move_window (q->career, earliest, q->reasons);
  reason_add (q,
              (SarapReason){ SARAP_REASON_REATTESTATION_WINDOW, .paragraph = s->final ? 42 : 36,
                             .own_reading = s->final, .dates = { s->window_start }, .index = -1 });

  if (deferral >= 0)
    set_deferred (q, deferral);
  else if (q->on >= sarap_date_or_far (s->window_start))
    s->status = SARAP_STATUS_REATTESTATION_DUE;
  else
    s->status = SARAP_STATUS_REATTESTATION_UPCOMING;
}

/* §5: the first term without a regular attestation */
static SarapDate
find_term (Question *q)
{
  SarapDate since = q->standing->continuous_since;
  int last = sarap_attestation_last_regular (q->career, since, q->on);
  SarapDate served = last < 0 ? SARAP_DATE_NONE : q->career->attestations[last].date;
  SarapDate term;
  int number;

  explain_annulled (q, served);
  reason_add (q, (SarapReason){ last < 0 ? SARAP_REASON_NO_REGULAR : SARAP_REASON_LAST_REGULAR,
                                .dates = { last < 0 ? since : served }, .index = last });
  term = sarap_term_after (since, served, &number);
  reason_add (q, (SarapReason){ SARAP_REASON_TERM, .dates = { since, term }, .number = number,
                                .index = -1 });
  return term;
}

/* §33, §36, §39, §43: whether it was held in the current position, and no new term has come */
static gboolean
stand_negative (Question *q, int index, SarapDate term)
{
  const SarapAttestation *last = index < 0 ? NULL : &q->career->attestations[index];

  if (last == NULL || last->decision != SARAP_DECISION_NOT_CORRESPONDS ||
      last->outcome != SARAP_OUTCOME_APPROVED)
    return FALSE;
  if (last->date < q->standing->position_since)
    {
      reason_add (q, (SarapReason){ SARAP_REASON_NEGATIVE_EARLIER_POSITION,
                                    .dates = { last->date, q->standing->position_since },
                                    .index = index });
      return FALSE;
    }
  if (q->on >= term)
    {
      reason_add (q, (SarapReason){ SARAP_REASON_NEGATIVE_TERM_COME, .dates = { last->date, term },
                                    .index = index });
      return FALSE;
    }

  reason_add (q,
              (SarapReason){ SARAP_REASON_NEGATIVE,
                             .paragraph = last->kind == SARAP_ATTESTATION_REATTESTATION ? 36 : 33,
                             .dates = { last->date }, .index = index });
  explain_approved (q, index);
  reason_add (q, (SarapReason){ SARAP_REASON_NEGATIVE_UNTIL,
                                .dates = { q->standing->position_since, term }, .index = -1 });
  q->standing->status = SARAP_STATUS_NEGATIVE;
  return TRUE;
}

/* §5: the term, but at least six months in the position */
static SarapDate
find_first_day (Question *q, SarapDate term)
{
  SarapDate since = q->standing->position_since;
  SarapDate six_months = sarap_date_add_months (since, POSITION_MONTHS);

  if (six_months <= term)
    return term;
  reason_add (q, (SarapReason){ SARAP_REASON_POSITION_SIX_MONTHS, .dates = { since, six_months },
                                .index = -1 });
  return six_months;
}

static void
explain_window (Question *q)
{
  SarapDate from = q->standing->window_start, to = q->standing->deadline;

  if (q->reasons != NULL)
    reason_add (q, (SarapReason){ SARAP_REASON_WINDOW, .dates = { from, to },
                                  .number = sarap_deferral_between (q->career, from, to),
                                  .index = -1 });
}

static void
stand_for_regular (Question *q, SarapDate term)
{
  SarapStanding *s = q->standing;
  SarapDate first_day = find_first_day (q, term);
  int deferral = q->on >= first_day ? sarap_deferral_on (q->career, q->on) : -1;

  s->obligation = SARAP_OBLIGATION_REGULAR;
  s->term = term;
  s->window_start = sarap_deferral_move_window (q->career, first_day, q->reasons);
  s->deadline = sarap_deferral_move_deadline (q->career, s->window_start, q->reasons);
  explain_window (q);

  if (deferral >= 0)
    set_deferred (q, deferral);
  else if (q->on < sarap_date_or_far (s->window_start))
    s->status = SARAP_STATUS_UPCOMING;
  else if (q->on <= sarap_date_or_far (s->deadline))
    s->status = SARAP_STATUS_DUE;
  else
    s->status = SARAP_STATUS_OVERDUE;
}

/* §39: an outcome may still be missing */
static void
explain_awaited (Question *q, int index)
{
  const SarapAttestation *last = index < 0 ? NULL : &q->career->attestations[index];

  if (last != NULL && last->outcome == SARAP_OUTCOME_NONE)
    reason_add (q, (SarapReason){ SARAP_REASON_AWAITS_APPROVAL, .dates = { last->date },
                                  .code = (int) last->decision, .index = index });
}

static void
stand_in_service (Question *q)
{
  SarapDate since = q->standing->continuous_since;
  int last = sarap_attestation_last (q->career, since, q->on);
  SarapDate term;

  if (last >= 0 && sarap_attestation_is_cause (&q->career->attestations[last]))
    {
      stand_for_reattestation (q, last);
      return;
    }
  explain_awaited (q, last);
  term = find_term (q);
  if (!stand_negative (q, last, term))
    stand_for_regular (q, term);
}

static void
explain_commission (Question *q, const SarapServiceRecord *current)
{
  SarapReasonKind kind = SARAP_REASON_BODY_COMMISSION;

  if (current->central)
    kind = SARAP_REASON_CENTRAL_BODY;
  else if (q->standing->central)
    kind = SARAP_REASON_CENTRAL_CATEGORY;
  reason_add (
      q, (SarapReason){ kind, .code = (int) current->category, .index = q->standing->current });
}

gboolean
sarap_rules_heard_by_central (gboolean in_central_body, SarapCategory category)
{
  return in_central_body ||
         (category != SARAP_CATEGORY_OFFICIAL && category != SARAP_CATEGORY_NONE);
}

void
sarap_rules_standing (const SarapCareer *career,
                      SarapDate on,
                      SarapStanding *standing,
                      SarapReasons *reasons)
{
  Question q = { career, on, standing, reasons, -1 };
  const SarapServiceRecord *current;

  *standing = (SarapStanding){ .status = SARAP_STATUS_NOT_IN_SERVICE };
  standing->current = sarap_service_current (career, on, reasons);
  if (standing->current < 0)
    {
      explain_status (&q);
      return;
    }

  current = &career->service[standing->current];
  standing->position_since = current->start;
  standing->continuous_since = sarap_service_continuous_since (career, current->start, reasons);
  standing->central = sarap_rules_heard_by_central (current->central, current->category);
  stand_in_service (&q);
  explain_status (&q);
  explain_commission (&q, current);
}

gboolean
sarap_rules_listed (const SarapStanding *standing, SarapDate until)
{
  switch (standing->status)
    {
    case SARAP_STATUS_DUE:
    case SARAP_STATUS_OVERDUE:
    case SARAP_STATUS_DEFERRED:
    case SARAP_STATUS_REATTESTATION_DUE:
    case SARAP_STATUS_REATTESTATION_UPCOMING:
      return TRUE;
    case SARAP_STATUS_UPCOMING:
      return standing->window_start != SARAP_DATE_NONE && standing->window_start <= until;
    case SARAP_STATUS_NONE:
    case SARAP_STATUS_NOT_IN_SERVICE:
    case SARAP_STATUS_NEGATIVE:
    default:
      return FALSE;
    }
}

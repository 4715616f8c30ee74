#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapReasonKind:
 *
 * Each step to a standing, and each refusal: its paragraph, then the meaning of the dates, the
 * number, the code and the index of a #SarapReason. "On" is the day of the question.
 */
typedef enum
{
  SARAP_REASON_NONE,
  /* No customs record covers on (dates[0]); the last one before it, `index`, ended dates[1]
     (NONE, index -1: none); the next begins dates[2] (NONE: none known) */
  SARAP_REASON_NOT_IN_SERVICE,
  /* §5: the position of record `index` is held since dates[0] */
  SARAP_REASON_POSITION_SINCE,
  /* §5: `number` customs records cover the day; that position is the one that began last */
  SARAP_REASON_POSITIONS_AT_ONCE,
  /* §6: record `index` (dates[0]..dates[1]; dates[1] NONE: open) joins the service begun dates[2];
     number = days of gap; code = employer kind */
  SARAP_REASON_SERVICE_JOINED,
  /* §6: record `index` ended dates[0], more than three months before dates[1] (latest dates[2]) */
  SARAP_REASON_SERVICE_BROKEN_GAP,
  /* §6: employed elsewhere (record `index`, dates[0]..dates[1], NONE: open) in the gap between
     dates[2] and dates[3] */
  SARAP_REASON_SERVICE_BROKEN_OTHER,
  /* §6: continuous service counts from dates[0] */
  SARAP_REASON_CONTINUOUS_SINCE,
  /* §5: the last regular attestation, `index`, was held dates[0]; it counts for every term up to
     that day */
  SARAP_REASON_LAST_REGULAR,
  /* §5: no regular attestation counts since dates[0] */
  SARAP_REASON_NO_REGULAR,
  /* §44: the attestation `index` of dates[0] was annulled and does not count; code = its kind */
  SARAP_REASON_ANNULLED,
  /* §5: number × 3 years after dates[0] = dates[1], the term */
  SARAP_REASON_TERM,
  /* §5: not before six months in the position: dates[0] + 6 = dates[1], later than the term */
  SARAP_REASON_POSITION_SIX_MONTHS,
  /* §3: deferral `index` (code, dates[0]..dates[1]) covers dates[2]; the window starts dates[3],
     NONE while the deferral is open */
  SARAP_REASON_WINDOW_DEFERRED,
  /* §5: to be attested from dates[0] to dates[1] (NONE: unknown while a deferral is open);
     number = 1: but for the time of a deferral in between */
  SARAP_REASON_WINDOW,
  /* §3: deferral `index` (code, dates[0]..dates[1]) covers the deadline dates[2]; six months anew:
     dates[3], NONE while the deferral is open */
  SARAP_REASON_DEADLINE_DEFERRED,
  /* §33: attestation `index` of dates[0] decided re-attestation; its approval follows */
  SARAP_REASON_CAUSE_REATTESTATION,
  /* §39: the decision of attestation `index`, dates[0], was approved dates[1] (NONE: not known) */
  SARAP_REASON_APPROVED,
  /* §42: the head refused the decision (code) of attestation `index`, dates[0]; the
     re-attestation is final */
  SARAP_REASON_CAUSE_REFUSED,
  /* §36, or §42 as §36 says: six months after dates[0] = dates[1] */
  SARAP_REASON_REATTESTATION_EARLIEST,
  /* §33, §36: attestation `index` of dates[0] decided does not correspond, the negative result
     (§34); its approval follows */
  SARAP_REASON_NEGATIVE,
  /* §43: that happened in the position held since dates[0]; no new attestation before the term
     dates[1] */
  SARAP_REASON_NEGATIVE_UNTIL,
  /* the status (code) on dates[0]. When deferred: by deferral `index` of kind `number`, until
     dates[1], NONE: open; dates[2] = the attestation that caused the re-attestation, NONE: a
     regular one is deferred. Otherwise number = days to dates[1] (negative: late): the deadline
     when due or overdue, the start of the window when upcoming; NONE: none */
  SARAP_REASON_STATUS,
  /* §7: serves in the agency: Central commission; index = record */
  SARAP_REASON_CENTRAL_BODY,
  /* §7: category (code) in a territorial body: Central commission; index = record */
  SARAP_REASON_CENTRAL_CATEGORY,
  /* §8: commission of the own body; index = record, code = category */
  SARAP_REASON_BODY_COMMISSION,
  /* §3: deferral `index` (code, dates[0]..dates[1]) lies within the window and moves nothing */
  SARAP_REASON_DEFERRAL_WITHIN_WINDOW,
  /* §36, §42: to be re-attested from dates[0] (NONE: unknown while a deferral is open); no
     deadline */
  SARAP_REASON_REATTESTATION_WINDOW,
  /* §39: the decision (code) of attestation `index`, dates[0], is not approved yet, so only the
     fact that it was held counts */
  SARAP_REASON_AWAITS_APPROVAL,
  /* §43: attestation `index` of dates[0] was negative, but in an earlier position than the one held
     since dates[1] */
  SARAP_REASON_NEGATIVE_EARLIER_POSITION,
  /* §43: attestation `index` of dates[0] was negative, but the next term, dates[1], has been
     reached */
  SARAP_REASON_NEGATIVE_TERM_COME,
} SarapReasonKind;

/**
 * SarapReason:
 * @kind: the step
 * @paragraph: the paragraph of the Instruction that it is based on, 0 for none
 * @own_reading: whether the step is a house rule (README.md), not the express words of that
 *   paragraph
 * @dates: its dates, by kind
 * @number: its figure, by kind
 * @code: a value of the enumeration of the kind
 * @index: the record of the career that it is about (a service record, deferral or attestation, by
 *   kind), -1 for none
 *
 * A sentence of an explanation as data, so that screen, command line and documents can show it in
 * any language.
 */
typedef struct
{
  SarapReasonKind kind;
  guint paragraph;
  gboolean own_reading;
  SarapDate dates[4];
  int number;
  int code;
  int index;
} SarapReason;

/* Reasons in the order of the steps to the standing; a GArray of SarapReason */
typedef GArray SarapReasons;

/**
 * sarap_reasons_new:
 *
 * Returns: (transfer full): an empty list for sarap_rules_standing(), to be freed with
 *   g_array_unref()
 */
SarapReasons *sarap_reasons_new (void);

/**
 * sarap_reasons_add:
 * @reasons: (nullable): the list; %NULL if no reasons are wanted
 * @reason: a reason; a missing paragraph is taken from its kind, and so is whether it is a house
 *   rule
 */
void          sarap_reasons_add (SarapReasons *reasons, const SarapReason *reason);

/**
 * sarap_reasons_set_of_man:
 * @reasons: the reasons of a man
 *
 * §3 speaks of women who are pregnant or on childcare leave. A man with such a deferral is
 * absent for a valid reason (§31), and no date follows from which it is: his reasons say so.
 */
void          sarap_reasons_set_of_man (SarapReasons *reasons);

G_END_DECLS

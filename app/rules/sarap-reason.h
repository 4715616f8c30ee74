#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapReasonKind:
 *
 * Each step in which a standing comes about, and each refusal. What the dates, the number and the
 * code of a #SarapReason mean stands beside its kind in sarap-reason.c.
 */
typedef enum
{
  SARAP_REASON_NONE,
  SARAP_REASON_NOT_IN_SERVICE,        /* §5: no customs record covers dates[0] */
  SARAP_REASON_POSITION_SINCE,        /* §5: the position is held since dates[0]; index = record */
  SARAP_REASON_SERVICE_JOINED,        /* §6: record `index` (dates[0]..dates[1]) joins the one begun dates[2]; number = days of gap */
  SARAP_REASON_SERVICE_BROKEN_GAP,    /* §6: record `index` ended dates[0]; more than three months before dates[1] (latest dates[2]) */
  SARAP_REASON_SERVICE_BROKEN_OTHER,  /* §6: employed elsewhere (record `index`, dates[0]..dates[1]) within the gap */
  SARAP_REASON_CONTINUOUS_SINCE,      /* §6: continuous service counts from dates[0] */
  SARAP_REASON_LAST_REGULAR,          /* §5: the last regular attestation was held dates[0], serves every term up to it */
  SARAP_REASON_NO_REGULAR,            /* §5: none held since dates[0] */
  SARAP_REASON_ANNULLED,              /* §44: the attestation of dates[0] was annulled and does not count */
  SARAP_REASON_TERM,                  /* §5: number × 3 years after dates[0] = dates[1] */
  SARAP_REASON_POSITION_SIX_MONTHS,   /* §5: not before six months in the position: dates[0] + 6 = dates[1] */
  SARAP_REASON_WINDOW_DEFERRED,       /* §3: deferral (code, dates[0]..dates[1]) covers dates[2]; the window starts dates[3], or is open */
  SARAP_REASON_WINDOW,                /* §5: to be attested from dates[0] to dates[1] (either may be unknown) */
  SARAP_REASON_DEADLINE_DEFERRED,     /* §3: deferral (code, dates[0]..dates[1]) covers the deadline dates[2]; six months anew: dates[3] */
  SARAP_REASON_CAUSE_REATTESTATION,   /* §36: attestation of dates[0] decided re-attestation, approved */
  SARAP_REASON_CAUSE_REFUSED,         /* §42: the head refused the decision of dates[0]; final */
  SARAP_REASON_REATTESTATION_EARLIEST,/* §36: six months after dates[0] = dates[1] */
  SARAP_REASON_NEGATIVE,              /* §34, §43: attestation of dates[0] decided does not correspond, approved */
  SARAP_REASON_DEFERRED_NOW,          /* §3: on dates[0] deferred (code), until dates[1] or open */
  SARAP_REASON_STATUS,                /* the status (code) on dates[0]; number = days left (negative: late) */
  SARAP_REASON_CENTRAL_BODY,          /* §7: serves in the agency: Central commission */
  SARAP_REASON_CENTRAL_CATEGORY,      /* §7: category (code) in a territorial body: Central commission */
  SARAP_REASON_BODY_COMMISSION,       /* §8: commission of the own body */
} SarapReasonKind;

/**
 * SarapReason:
 * @kind: which step
 * @paragraph: the paragraph of the Instruction it rests on, 0 for none
 * @dates: its dates, by kind
 * @number: its figure, by kind
 * @code: a value of the enumeration the kind names
 * @index: the record of the career it speaks of, -1 for none
 *
 * A sentence of an explanation as data, so that screen, command line and documents can say it in
 * any language.
 */
typedef struct
{
  SarapReasonKind kind;
  guint paragraph;
  SarapDate dates[4];
  int number;
  int code;
  int index;
} SarapReason;

/* Reasons in the order in which the standing came about; a GArray of SarapReason */
typedef GArray SarapReasons;

SarapReasons *sarap_reasons_new (void);

G_END_DECLS

#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"
#include "rules/sarap-reason.h"

G_BEGIN_DECLS

/**
 * SarapServiceRecord:
 * @employer_kind: the kind of employer
 * @start: the first day
 * @end: the last day, %SARAP_DATE_NONE while it lasts
 * @body: the caller's number of the customs body, 0 for none
 * @central: whether that body is the agency itself
 * @category: category of the position, customs only
 * @level: position level (§27), customs only
 * @unit: the caller's number of the unit, 0 for none
 *
 * One position held (README.md 2). A new position is a new record.
 */
typedef struct
{
  SarapEmployerKind employer_kind;
  SarapDate start;
  SarapDate end;
  guint body;
  gboolean central;
  SarapCategory category;
  int level;
  guint unit;
} SarapServiceRecord;

typedef struct
{
  SarapDeferralKind kind;
  SarapDate start;
  SarapDate end; /* SARAP_DATE_NONE if unknown */
} SarapDeferral;

typedef struct
{
  SarapAttestationKind kind;
  SarapDate date;
  SarapDecision decision;
  SarapOutcome outcome; /* SARAP_OUTCOME_NONE while there is none */
  SarapDate outcome_date; /* for explanations only; SARAP_DATE_NONE if it was not read */
} SarapAttestation;

/**
 * SarapCareer:
 *
 * The facts that decide when an officer is due. Borrowed arrays, in any order.
 */
typedef struct
{
  const SarapServiceRecord *service;
  guint n_service;
  const SarapDeferral *deferrals;
  guint n_deferrals;
  const SarapAttestation *attestations;
  guint n_attestations;
} SarapCareer;

/**
 * SarapStanding:
 * @status: the status on the day
 * @obligation: what is owed: a regular attestation, a re-attestation, or nothing
 * @continuous_since: S (§6)
 * @position_since: first day of the current record
 * @term: the term; for a re-attestation the day of the attestation that caused it
 * @window_start: W, %SARAP_DATE_NONE while an open deferral covers it
 * @deadline: L, %SARAP_DATE_NONE if there is none
 * @deferral: the kind, only while deferred
 * @current: index of the current record in the career, -1 when not in service
 * @central: whether the Central commission attests this officer (§7), not that of the body
 * @final: whether the re-attestation owed was appointed under §42
 *
 * The standing of an officer on a day: the columns of `due` (app/exchange/README.md 7). A missing
 * value is 0.
 */
typedef struct
{
  SarapStatus status;
  SarapObligation obligation;
  SarapDate continuous_since;
  SarapDate position_since;
  SarapDate term;
  SarapDate window_start;
  SarapDate deadline;
  SarapDeferralKind deferral;
  int current;
  gboolean central;
  gboolean final;
} SarapStanding;

/**
 * SarapServiceLength:
 *
 * A length of service in the units of the form: whole years, months and remaining days.
 */
typedef struct
{
  int years;
  int months;
  int days;
} SarapServiceLength;

/**
 * sarap_rules_standing:
 * @career: all records known today, also if @on is earlier
 * @on: the day
 * @standing: (out): the officer's standing
 * @reasons: (nullable): the list to append the explanation to, in logical order
 *
 * Computes whether the officer is due for attestation on @on, when and by whom (§3, §5-§8, §36,
 * §42, §43). Allocates nothing without @reasons.
 */
void     sarap_rules_standing (const SarapCareer *career,
                               SarapDate          on,
                               SarapStanding     *standing,
                               SarapReasons      *reasons);

/**
 * sarap_rules_listed:
 * @standing: a standing on the day of the review
 * @until: the end of the review, six months after that day by default
 *
 * Returns: whether the half-yearly review lists the officer (§14)
 */
gboolean sarap_rules_listed   (const SarapStanding *standing, SarapDate until);

/**
 * sarap_rules_length_of_service:
 * @career: a career
 * @on: the last day that counts
 * @total: (out) (optional): all records
 * @state: (out) (optional): service in customs and other state bodies
 * @customs: (out) (optional): service in customs only
 *
 * Computes lengths of service for the form, lines 5 and 6. Overlaps count once, each stretch gives
 * whole months and remaining days, and thirty days make a month.
 */
void     sarap_rules_length_of_service (const SarapCareer  *career,
                                        SarapDate           on,
                                        SarapServiceLength *total,
                                        SarapServiceLength *state,
                                        SarapServiceLength *customs);

/**
 * sarap_rules_heard_by_central:
 * @in_central_body: whether the officer serves in the agency itself
 * @category: the category of the position
 *
 * The Central commission attests everyone in the agency, and in a territorial body everyone but
 * officials without a leading position (§7); a commission of the body attests these (§8).
 *
 * Returns: whether it is the Central commission
 */
gboolean sarap_rules_heard_by_central (gboolean in_central_body, SarapCategory category);

G_END_DECLS

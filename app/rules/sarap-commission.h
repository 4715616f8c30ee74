#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapCommissionMember:
 * @role: role in the commission
 * @in_service: whether a customs record covers the day; otherwise nothing below counts
 * @body: the caller's number of the body the member serves in
 * @central: whether that is the agency
 * @unit_kind: kind of the unit the member serves in
 * @category: category of the position held
 * @level: position level (§27)
 *
 * A member as they stand on the day of a sitting.
 */
typedef struct
{
  SarapCommissionRole role;
  gboolean in_service;
  guint body;
  gboolean central;
  SarapUnitKind unit_kind;
  SarapCategory category;
  int level;
} SarapCommissionMember;

/**
 * SarapCommission:
 * @central: whether it is the Central commission, not one of a territorial body
 * @body: the caller's number of the body it belongs to
 * @order_no: (nullable): number of the order that set it up
 * @order_date: date of that order
 * @members: all members, including the secretary
 *
 * A commission as it is on one day. The values are borrowed.
 */
typedef struct
{
  gboolean central;
  guint body;
  const char *order_no;
  SarapDate order_date;
  const SarapCommissionMember *members;
  guint n_members;
} SarapCommission;

/* The requirements for a commission (README.md 5), in the order in which people set one up */
typedef enum
{
  SARAP_REQUIREMENT_ORDER,          /* §23: set up by an order with number and date */
  SARAP_REQUIREMENT_CHAIR,          /* §23: one chair, from among the members */
  SARAP_REQUIREMENT_VOTING_MEMBERS, /* §23: five who vote: chair, deputy chair, members */
  SARAP_REQUIREMENT_SECRETARY,      /* §23: a secretary without a vote */
  SARAP_REQUIREMENT_IN_SERVICE,     /* §29: all are officials in service */
  SARAP_REQUIREMENT_UNIT_HEAD,      /* §29: a head of a structural unit */
  SARAP_REQUIREMENT_HR,             /* §29: a representative of HR */
  SARAP_REQUIREMENT_LEGAL,          /* §29: a representative of the legal service */
  SARAP_REQUIREMENT_AGENCY,         /* §8: a representative of the agency, in a territorial
                                       commission */
  SARAP_N_REQUIREMENTS,
} SarapRequirementKind;

/**
 * SarapRequirement:
 * @kind: the requirement
 * @paragraph: of the Instruction
 * @met: whether it is met
 * @needed: the number needed
 * @found: the number present
 *
 * The number is exact for chair, secretary and order, and a minimum for all others.
 */
typedef struct
{
  SarapRequirementKind kind;
  guint paragraph;
  gboolean met;
  guint needed;
  guint found;
} SarapRequirement;

/**
 * sarap_commission_require:
 * @commission: a commission
 * @on: the day of the sitting
 * @requirements: (out): the requirements
 *
 * Checks the composition of a commission against the Instruction (§8, §23, §29).
 *
 * Returns: the number of requirements for this commission, met or not
 */
guint    sarap_commission_require   (const SarapCommission *commission,
                                     SarapDate              on,
                                     SarapRequirement       requirements[SARAP_N_REQUIREMENTS]);

/**
 * sarap_commission_is_lawful:
 * @commission: a commission
 * @on: the day of the sitting
 *
 * Returns: whether every requirement is met
 */
gboolean sarap_commission_is_lawful (const SarapCommission *commission, SarapDate on);

/**
 * sarap_commission_attests:
 * @commission: a commission
 * @heard_by_central: the result of sarap_rules_heard_by_central() for the officer
 * @body: the caller's number of the officer's body
 *
 * Returns: whether the commission attests the officer: the Central one (§7, §24), or one of the
 *   commissions of the officer's own body (§8, §25, §26)
 */
gboolean sarap_commission_attests   (const SarapCommission *commission,
                                     gboolean               heard_by_central,
                                     guint                  body);

/**
 * sarap_commission_below:
 * @commission: a commission
 * @level: position level of the officer to be heard
 * @below: (out) (nullable): the indices of these members; it needs room for all members
 *
 * Finds the voting members whose position is below the officer's, or who hold none. With such a
 * member the commission may not hear the officer (§27).
 *
 * Returns: their number; 0 means that it may hear the officer
 */
guint    sarap_commission_below     (const SarapCommission *commission, int level, guint *below);

/**
 * sarap_commission_votes:
 * @role: a role in a commission
 *
 * Returns: whether the role has a vote; all but the secretary have one (§23)
 */
gboolean sarap_commission_votes     (SarapCommissionRole role);

G_END_DECLS

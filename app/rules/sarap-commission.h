#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapCommissionMember:
 * @role: role in the commission
 * @in_service: whether a customs record covers the day; nothing below counts otherwise
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
 * @central: whether it is the Central commission, else one of a territorial body
 * @body: the caller's number of the body it belongs to
 * @order_no: (nullable): number of the order that set it up
 * @order_date: date of that order
 * @members: everybody, the secretary too
 *
 * Borrowed values, all on one day.
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

/* What README.md 5 asks of a commission, in the order in which people set one up */
typedef enum
{
  SARAP_REQUIREMENT_ORDER,          /* §23: set up by an order that has number and date */
  SARAP_REQUIREMENT_CHAIR,          /* §23: one chair, from among the members */
  SARAP_REQUIREMENT_VOTING_MEMBERS, /* §23: five who vote: chair, deputy chair, members */
  SARAP_REQUIREMENT_SECRETARY,      /* §23: a secretary, who does not vote */
  SARAP_REQUIREMENT_IN_SERVICE,     /* §29: all are officials in service */
  SARAP_REQUIREMENT_UNIT_HEAD,      /* §29: a head of a structural unit */
  SARAP_REQUIREMENT_HR,             /* §29: a representative of HR */
  SARAP_REQUIREMENT_LEGAL,          /* §29: a representative of the legal service */
  SARAP_REQUIREMENT_AGENCY,         /* §8: in a territorial one a representative of the agency */
  SARAP_N_REQUIREMENTS,
} SarapRequirementKind;

/**
 * SarapRequirement:
 * @kind: what is asked
 * @paragraph: of the Instruction
 * @met: whether it is met
 * @needed: how many are needed
 * @found: how many there are
 *
 * Chair, secretary and order are needed exactly so often, all others at least.
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
 * @on: the day for which it is asked, that of the sitting
 * @requirements: (out): room for what is asked of it
 *
 * Holds a commission against what the Instruction asks of its composition (§8, §23, §29).
 *
 * Returns: how many requirements there are for this commission, each met or not
 */
guint    sarap_commission_require   (const SarapCommission *commission,
                                     SarapDate              on,
                                     SarapRequirement       requirements[SARAP_N_REQUIREMENTS]);

/**
 * sarap_commission_is_lawful:
 * @commission: a commission
 * @on: the day for which it is asked
 *
 * Returns: whether every requirement is met
 */
gboolean sarap_commission_is_lawful (const SarapCommission *commission, SarapDate on);

/**
 * sarap_commission_attests:
 * @commission: a commission
 * @heard_by_central: what sarap_rules_heard_by_central() says of the officer
 * @body: the caller's number of the officer's body
 *
 * Returns: whether it is the Central commission for one it attests (§7, §24), or one of the several
 *   of the officer's own body (§8, §25, §26)
 */
gboolean sarap_commission_attests   (const SarapCommission *commission,
                                     gboolean               heard_by_central,
                                     guint                  body);

/**
 * sarap_commission_below:
 * @commission: a commission
 * @level: position level of the officer to be heard
 * @below: (out) (nullable): room for as many indices as there are members
 *
 * Finds those who vote and stand below the officer, or hold no position: with one of them this
 * commission may not hear this officer (§27).
 *
 * Returns: how many they are; 0: it may
 */
guint    sarap_commission_below     (const SarapCommission *commission, int level, guint *below);

/**
 * sarap_commission_votes:
 * @role: a role in a commission
 *
 * Returns: whether one votes in it: all but the secretary do (§23)
 */
gboolean sarap_commission_votes     (SarapCommissionRole role);

G_END_DECLS

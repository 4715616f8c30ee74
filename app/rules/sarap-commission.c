#include "rules/sarap-commission.h"

/* §23 */
#define VOTING_MEMBERS 5

typedef gboolean (*Counts) (const SarapCommissionMember *member);

gboolean
sarap_commission_votes (SarapCommissionRole role)
{
  return role == SARAP_ROLE_CHAIR || role == SARAP_ROLE_DEPUTY_CHAIR || role == SARAP_ROLE_MEMBER;
}

/* House rule: a member who has left the service counts for nothing in a commission */
static gboolean
is_voting (const SarapCommissionMember *member)
{
  return member->in_service && sarap_commission_votes (member->role);
}

static gboolean
is_chair (const SarapCommissionMember *member)
{
  return member->in_service && member->role == SARAP_ROLE_CHAIR;
}

static gboolean
is_secretary (const SarapCommissionMember *member)
{
  return member->in_service && member->role == SARAP_ROLE_SECRETARY;
}

static gboolean
is_in_service (const SarapCommissionMember *member)
{
  return member->in_service;
}

/* House rule: only voting members represent a service; one member may represent several */
static gboolean
is_unit_head (const SarapCommissionMember *member)
{
  return is_voting (member) && (member->category == SARAP_CATEGORY_DEPARTMENT_HEAD ||
                                member->category == SARAP_CATEGORY_POST_HEAD);
}

static gboolean
is_of_hr (const SarapCommissionMember *member)
{
  return is_voting (member) && member->unit_kind == SARAP_UNIT_HR;
}

static gboolean
is_of_legal (const SarapCommissionMember *member)
{
  return is_voting (member) && member->unit_kind == SARAP_UNIT_LEGAL;
}

static gboolean
is_of_agency (const SarapCommissionMember *member)
{
  return is_voting (member) && member->central;
}

static const struct
{
  guint8 paragraph;
  guint8 needed;
  gboolean exactly;
  Counts counts; /* NULL: not counted among the members */
} asked[SARAP_N_REQUIREMENTS] = {
  [SARAP_REQUIREMENT_ORDER] = { 23, 1, TRUE, NULL },
  [SARAP_REQUIREMENT_CHAIR] = { 23, 1, TRUE, is_chair },
  [SARAP_REQUIREMENT_VOTING_MEMBERS] = { 23, VOTING_MEMBERS, FALSE, is_voting },
  [SARAP_REQUIREMENT_SECRETARY] = { 23, 1, TRUE, is_secretary },
  [SARAP_REQUIREMENT_IN_SERVICE] = { 29, 0, FALSE, is_in_service },
  [SARAP_REQUIREMENT_UNIT_HEAD] = { 29, 1, FALSE, is_unit_head },
  [SARAP_REQUIREMENT_HR] = { 29, 1, FALSE, is_of_hr },
  [SARAP_REQUIREMENT_LEGAL] = { 29, 1, FALSE, is_of_legal },
  [SARAP_REQUIREMENT_AGENCY] = { 8, 1, FALSE, is_of_agency },
};

static guint
count (const SarapCommission *commission, Counts counts)
{
  guint n = 0;

  for (guint i = 0; i < commission->n_members; i++)
    n += counts (&commission->members[i]) ? 1 : 0;
  return n;
}

static guint
count_orders (const SarapCommission *commission, SarapDate on)
{
  return commission->order_no != NULL && commission->order_no[0] != '\0' &&
         commission->order_date != SARAP_DATE_NONE && commission->order_date <= on;
}

static SarapRequirement
require (const SarapCommission *commission, SarapDate on, SarapRequirementKind kind)
{
  SarapRequirement requirement = { kind, asked[kind].paragraph, FALSE, asked[kind].needed, 0 };

  if (kind == SARAP_REQUIREMENT_IN_SERVICE)
    requirement.needed = commission->n_members;
  requirement.found = asked[kind].counts == NULL ? count_orders (commission, on)
                                                 : count (commission, asked[kind].counts);
  requirement.met = asked[kind].exactly ? requirement.found == requirement.needed
                                        : requirement.found >= requirement.needed;
  return requirement;
}

guint
sarap_commission_require (const SarapCommission *commission,
                          SarapDate on,
                          SarapRequirement requirements[SARAP_N_REQUIREMENTS])
{
  guint n = 0;

  for (guint kind = 0; kind < SARAP_N_REQUIREMENTS; kind++)
    /* the Central commission is the agency's own */
    if (kind != SARAP_REQUIREMENT_AGENCY || !commission->central)
      requirements[n++] = require (commission, on, kind);
  return n;
}

gboolean
sarap_commission_is_lawful (const SarapCommission *commission, SarapDate on)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  guint n = sarap_commission_require (commission, on, requirements);

  for (guint i = 0; i < n; i++)
    if (!requirements[i].met)
      return FALSE;
  return TRUE;
}

gboolean
sarap_commission_attests (const SarapCommission *commission, gboolean heard_by_central, guint body)
{
  return heard_by_central ? commission->central : !commission->central && commission->body == body;
}

guint
sarap_commission_below (const SarapCommission *commission, int level, guint *below)
{
  guint n = 0;

  for (guint i = 0; i < commission->n_members; i++)
    {
      const SarapCommissionMember *member = &commission->members[i];

      if (!sarap_commission_votes (member->role) || (member->in_service && member->level >= level))
        continue;
      if (below != NULL)
        below[n] = i;
      n++;
    }
  return n;
}

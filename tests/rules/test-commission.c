/* app/rules/README.md 5: what is asked of a commission, and whom it may hear */

#include "rules/sarap-commission.h"

#define ON 739000

/* A lawful commission of body 2, to be spoiled in one place by each line */
static const SarapCommissionMember lawful[] = {
  { SARAP_ROLE_CHAIR, TRUE, 2, FALSE, SARAP_UNIT_OTHER, SARAP_CATEGORY_DEPUTY_HEAD, 8 },
  { SARAP_ROLE_DEPUTY_CHAIR, TRUE, 2, FALSE, SARAP_UNIT_DEPARTMENT, SARAP_CATEGORY_DEPARTMENT_HEAD,
    7 },
  { SARAP_ROLE_MEMBER, TRUE, 2, FALSE, SARAP_UNIT_HR, SARAP_CATEGORY_OFFICIAL, 5 },
  { SARAP_ROLE_MEMBER, TRUE, 2, FALSE, SARAP_UNIT_LEGAL, SARAP_CATEGORY_OFFICIAL, 5 },
  { SARAP_ROLE_MEMBER, TRUE, 1, TRUE, SARAP_UNIT_DEPARTMENT, SARAP_CATEGORY_OFFICIAL, 6 },
  { SARAP_ROLE_SECRETARY, TRUE, 2, FALSE, SARAP_UNIT_HR, SARAP_CATEGORY_OFFICIAL, 3 },
};

#define N G_N_ELEMENTS (lawful)

typedef struct
{
  SarapCommissionMember members[N + 1];
  SarapCommission commission;
} Room;

static void
lay_out (Room *room)
{
  *room = (Room){ .commission = { .body = 2, .order_no = "14-ж/қ", .order_date = ON } };
  for (guint i = 0; i < N; i++)
    room->members[i] = lawful[i];
  room->commission.members = room->members;
  room->commission.n_members = N;
}

static const SarapRequirement *
find (const SarapRequirement *requirements, guint n, SarapRequirementKind kind)
{
  for (guint i = 0; i < n; i++)
    if (requirements[i].kind == kind)
      return &requirements[i];
  return NULL;
}

/* Just this one is not met, with these figures */
static void
assert_only (Room *room, SarapRequirementKind kind, guint paragraph, guint needed, guint found)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  guint n = sarap_commission_require (&room->commission, ON, requirements);

  for (guint i = 0; i < n; i++)
    g_assert_cmpint (requirements[i].met, ==, requirements[i].kind != kind);
  g_assert_cmpuint (find (requirements, n, kind)->paragraph, ==, paragraph);
  g_assert_cmpuint (find (requirements, n, kind)->needed, ==, needed);
  g_assert_cmpuint (find (requirements, n, kind)->found, ==, found);
  g_assert_false (sarap_commission_is_lawful (&room->commission, ON));
}

static void
test_lawful (void)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  Room room;
  guint n;

  lay_out (&room);
  n = sarap_commission_require (&room.commission, ON, requirements);
  g_assert_cmpuint (n, ==, SARAP_N_REQUIREMENTS);
  for (guint i = 0; i < n; i++)
    g_assert_true (requirements[i].met);
  g_assert_true (sarap_commission_is_lawful (&room.commission, ON));
  g_assert_cmpuint (find (requirements, n, SARAP_REQUIREMENT_VOTING_MEMBERS)->found, ==, 5);
  g_assert_cmpuint (find (requirements, n, SARAP_REQUIREMENT_IN_SERVICE)->needed, ==, N);
}

static void
test_order (void)
{
  Room room;

  lay_out (&room);
  room.commission.order_no = NULL;
  assert_only (&room, SARAP_REQUIREMENT_ORDER, 23, 1, 0);
  room.commission.order_no = "";
  assert_only (&room, SARAP_REQUIREMENT_ORDER, 23, 1, 0);
  lay_out (&room);
  room.commission.order_date = SARAP_DATE_NONE;
  assert_only (&room, SARAP_REQUIREMENT_ORDER, 23, 1, 0);
  room.commission.order_date = ON + 1;
  assert_only (&room, SARAP_REQUIREMENT_ORDER, 23, 1, 0);
}

static void
test_roles (void)
{
  Room room;

  lay_out (&room);
  room.members[0].role = SARAP_ROLE_MEMBER;
  assert_only (&room, SARAP_REQUIREMENT_CHAIR, 23, 1, 0);
  lay_out (&room);
  room.members[1].role = SARAP_ROLE_CHAIR;
  assert_only (&room, SARAP_REQUIREMENT_CHAIR, 23, 1, 2);
  /* a deputy chair is one of the members, and need not be */
  lay_out (&room);
  room.members[1].role = SARAP_ROLE_MEMBER;
  g_assert_true (sarap_commission_is_lawful (&room.commission, ON));

  room.commission.n_members = N - 1;
  assert_only (&room, SARAP_REQUIREMENT_SECRETARY, 23, 1, 0);
  lay_out (&room);
  room.members[N] = room.members[N - 1];
  room.commission.n_members = N + 1;
  assert_only (&room, SARAP_REQUIREMENT_SECRETARY, 23, 1, 2);
}

/* Five who vote; the secretary is not one of them */
static void
test_voting_members (void)
{
  Room room;

  lay_out (&room);
  room.members[0].unit_kind = SARAP_UNIT_HR;
  room.members[2] = room.members[N - 1];
  room.commission.n_members = N - 1;
  assert_only (&room, SARAP_REQUIREMENT_VOTING_MEMBERS, 23, 5, 4);

  g_assert_true (sarap_commission_votes (SARAP_ROLE_CHAIR));
  g_assert_true (sarap_commission_votes (SARAP_ROLE_DEPUTY_CHAIR));
  g_assert_true (sarap_commission_votes (SARAP_ROLE_MEMBER));
  g_assert_false (sarap_commission_votes (SARAP_ROLE_SECRETARY));
  g_assert_false (sarap_commission_votes (SARAP_ROLE_NONE));
}

static void
test_represented (void)
{
  Room room;

  lay_out (&room);
  room.members[1].category = SARAP_CATEGORY_DEPUTY_DEPARTMENT_HEAD;
  assert_only (&room, SARAP_REQUIREMENT_UNIT_HEAD, 29, 1, 0);
  room.members[1].category = SARAP_CATEGORY_POST_HEAD;
  g_assert_true (sarap_commission_is_lawful (&room.commission, ON));

  /* not by the secretary, who is of HR */
  lay_out (&room);
  room.members[2].unit_kind = SARAP_UNIT_OTHER;
  assert_only (&room, SARAP_REQUIREMENT_HR, 29, 1, 0);
  lay_out (&room);
  room.members[3].unit_kind = SARAP_UNIT_OTHER;
  assert_only (&room, SARAP_REQUIREMENT_LEGAL, 29, 1, 0);
  /* one may stand for several */
  lay_out (&room);
  room.members[1].unit_kind = SARAP_UNIT_LEGAL;
  room.members[3].unit_kind = SARAP_UNIT_OTHER;
  g_assert_true (sarap_commission_is_lawful (&room.commission, ON));
}

/* §8: a territorial one has a representative of the agency; the agency's own need not say so */
static void
test_agency (void)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  Room room;
  guint n;

  lay_out (&room);
  room.members[4].central = FALSE;
  assert_only (&room, SARAP_REQUIREMENT_AGENCY, 8, 1, 0);
  room.members[N - 1].central = TRUE;
  assert_only (&room, SARAP_REQUIREMENT_AGENCY, 8, 1, 0);
  room.commission.central = TRUE;
  n = sarap_commission_require (&room.commission, ON, requirements);
  g_assert_null (find (requirements, n, SARAP_REQUIREMENT_AGENCY));
  g_assert_cmpuint (n, ==, SARAP_N_REQUIREMENTS - 1);
  g_assert_true (sarap_commission_is_lawful (&room.commission, ON));
}

/* Who left the service stands for nothing any more */
static void
test_left_service (void)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  guint below[N];
  Room room;
  guint n;

  lay_out (&room);
  room.members[2].in_service = FALSE;
  n = sarap_commission_require (&room.commission, ON, requirements);
  g_assert_cmpuint (find (requirements, n, SARAP_REQUIREMENT_VOTING_MEMBERS)->found, ==, 4);
  g_assert_cmpuint (find (requirements, n, SARAP_REQUIREMENT_IN_SERVICE)->found, ==, N - 1);
  g_assert_false (find (requirements, n, SARAP_REQUIREMENT_IN_SERVICE)->met);
  g_assert_cmpuint (find (requirements, n, SARAP_REQUIREMENT_IN_SERVICE)->paragraph, ==, 29);
  g_assert_false (find (requirements, n, SARAP_REQUIREMENT_HR)->met);
  g_assert_cmpuint (sarap_commission_below (&room.commission, 1, below), ==, 1);
  g_assert_cmpuint (below[0], ==, 2);
}

static void
test_empty (void)
{
  SarapRequirement requirements[SARAP_N_REQUIREMENTS];
  SarapCommission commission = { 0 };

  g_assert_cmpuint (sarap_commission_require (&commission, ON, requirements), ==,
                    SARAP_N_REQUIREMENTS);
  g_assert_false (sarap_commission_is_lawful (&commission, ON));
  g_assert_cmpuint (sarap_commission_below (&commission, 5, NULL), ==, 0);
}

/* §27: levels 8, 7, 5, 5, 6; the secretary's 3 does not matter */
static void
test_level (void)
{
  static const struct
  {
    int level;
    guint n;
    guint below[5];
  } lines[] = {
    { 3, 0 },
    { 5, 0 }, /* the same level may hear */
    { 6, 2, { 2, 3 } },
    { 7, 3, { 2, 3, 4 } },
    { 8, 4, { 1, 2, 3, 4 } },
    { 9, 5, { 0, 1, 2, 3, 4 } },
  };
  Room room;

  lay_out (&room);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      guint below[N];
      guint n = sarap_commission_below (&room.commission, lines[i].level, below);

      g_assert_cmpuint (n, ==, lines[i].n);
      for (guint k = 0; k < n; k++)
        g_assert_cmpuint (below[k], ==, lines[i].below[k]);
      g_assert_cmpuint (sarap_commission_below (&room.commission, lines[i].level, NULL), ==, n);
    }
}

/* §7, §8, §25, §26 */
static void
test_attests (void)
{
  SarapCommission central = { .central = TRUE, .body = 1 }, territorial = { .body = 2 };

  g_assert_true (sarap_commission_attests (&central, TRUE, 1));
  g_assert_true (sarap_commission_attests (&central, TRUE, 2));
  g_assert_false (sarap_commission_attests (&central, FALSE, 2));
  g_assert_true (sarap_commission_attests (&territorial, FALSE, 2));
  g_assert_false (sarap_commission_attests (&territorial, FALSE, 3));
  g_assert_false (sarap_commission_attests (&territorial, TRUE, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/commission/lawful", test_lawful);
  g_test_add_func ("/rules/commission/order", test_order);
  g_test_add_func ("/rules/commission/roles", test_roles);
  g_test_add_func ("/rules/commission/voting-members", test_voting_members);
  g_test_add_func ("/rules/commission/represented", test_represented);
  g_test_add_func ("/rules/commission/agency", test_agency);
  g_test_add_func ("/rules/commission/left-service", test_left_service);
  g_test_add_func ("/rules/commission/empty", test_empty);
  g_test_add_func ("/rules/commission/level", test_level);
  g_test_add_func ("/rules/commission/attests", test_attests);
  return g_test_run ();
}

#include "exchange/sarap-demo-private.h"
#include "records/sarap-commission.h"

/* Commissions according to §8, §23, §27 and §29. */

/* The lowest level of a member of the Central commission, which hears the heads of bodies (§27) */
#define CENTRAL_LEVEL 10
/* A representative of the agency is above every official of a territorial body */
#define REPRESENTATIVE_LEVEL 5
#define SMALLEST_FOR_TWO 45

typedef struct
{
  SarapCommissionRecord *commission;
  guint n_voting;
  guint n_secretaries;
  SarapDate latest; /* the latest first day of a member in the position */
} Composition;

static void
appoint (Composition *composition, const char *iin, SarapDate since, SarapCommissionRole role)
{
  sarap_commission_record_add (composition->commission, iin, role);
  if (role == SARAP_ROLE_SECRETARY)
    composition->n_secretaries++;
  else
    composition->n_voting++;
  composition->latest = MAX (composition->latest, since);
}

static void
appoint_seat (Composition *composition, const SarapDemoSeat *seat, SarapCommissionRole role)
{
  if (seat != NULL)
    appoint (composition, seat->iin, seat->since, role);
}

/* The @n-th deputy of the head of a body, from 0 */
static const SarapDemoSeat *
deputy (const SarapDemoBody *body, guint n)
{
  for (guint i = 0; i < body->seats->len; i++)
    {
      const SarapDemoSeat *seat = &g_array_index (body->seats, SarapDemoSeat, i);

      if (seat->position->category == SARAP_CATEGORY_DEPUTY_HEAD && n-- == 0)
        return seat;
    }
  return NULL;
}

static const SarapDemoSeat *
chief (const SarapDemoBody *body, int unit)
{
  for (guint i = 0; i < body->seats->len; i++)
    {
      const SarapDemoSeat *seat = &g_array_index (body->seats, SarapDemoSeat, i);
      SarapCategory category = seat->position->category;

      if (seat->unit == unit &&
          (category == SARAP_CATEGORY_DEPARTMENT_HEAD || category == SARAP_CATEGORY_POST_HEAD))
        return seat;
    }
  return NULL;
}

/* Adds members of the HR service, the first unit, if it has any */
static void
appoint_secretary (Composition *composition, const SarapDemoBody *body, guint turn)
{
  GArray *helpers = body->helpers;
  guint n_hr = 0;

  while (n_hr < helpers->len && g_array_index (helpers, SarapDemoHelper, n_hr).unit == 0)
    n_hr++;
  if (helpers->len > 0)
    {
      const SarapDemoHelper *helper =
          &g_array_index (helpers, SarapDemoHelper, turn % (n_hr > 0 ? n_hr : helpers->len));

      appoint (composition, helper->iin, helper->since, SARAP_ROLE_SECRETARY);
    }
}

static void
appoint_representative (Composition *composition, const SarapDemoBody *agency, guint turn)
{
  for (guint i = 0; i < agency->helpers->len; i++)
    {
      const SarapDemoHelper *helper =
          &g_array_index (agency->helpers, SarapDemoHelper, (i + turn) % agency->helpers->len);

      if (helper->level >= REPRESENTATIVE_LEVEL)
        {
          appoint (composition, helper->iin, helper->since, SARAP_ROLE_MEMBER);
          return;
        }
    }
  appoint_seat (composition, chief (agency, 2), SARAP_ROLE_MEMBER);
}

static void
compose_central (Composition *composition, const SarapDemoBody *agency)
{
  appoint_seat (composition, deputy (agency, 0), SARAP_ROLE_CHAIR);
  appoint_seat (composition, deputy (agency, 1), SARAP_ROLE_DEPUTY_CHAIR);
  for (int unit = 0; unit < 6; unit++)
    {
      const SarapDemoSeat *seat = chief (agency, unit);

      if (seat != NULL && seat->position->level >= CENTRAL_LEVEL)
        appoint_seat (composition, seat, SARAP_ROLE_MEMBER);
    }
  appoint_secretary (composition, agency, 0);
}

/* HR and the lawyers are in both commissions of a body; other units alternate (§29) */
static void
compose_territorial (Composition *composition,
                     const SarapDemoBody *agency,
                     const SarapDemoBody *body,
                     guint number)
{
  int first_unit = number == 1 ? 2 : 4;

  appoint_seat (composition, deputy (body, number - 1), SARAP_ROLE_CHAIR);
  appoint_seat (composition, chief (body, first_unit), SARAP_ROLE_DEPUTY_CHAIR);
  appoint_seat (composition, chief (body, 0), SARAP_ROLE_MEMBER);
  appoint_seat (composition, chief (body, 1), SARAP_ROLE_MEMBER);
  appoint_seat (composition, chief (body, first_unit + 1), SARAP_ROLE_MEMBER);
  appoint_representative (composition, agency, body->number * 2 + number);
  appoint_secretary (composition, body, number - 1);
}

static void
commission_compose (SarapDemo *demo,
                    const SarapDemoBody *body,
                    guint number,
                    GPtrArray *commissions)
{
  const SarapDemoBody *agency = g_ptr_array_index (demo->bodies, 0);
  g_autofree char *order = g_strdup_printf ("%d-ж/қ", sarap_demo_between (demo, 20, 400));
  SarapDate day = sarap_demo_workday (demo->on - sarap_demo_between (demo, 30, 330));
  Composition composition = { .commission = sarap_commission_record_new (
                                  sarap_demo_body_code (body), number, order, day) };

  if (body == agency)
    compose_central (&composition, agency);
  else
    compose_territorial (&composition, agency, body, number);
  composition.commission->order_date = MAX (day, composition.latest);
  /* §23: a demonstration of a dozen officers cannot have five voting members */
  if (composition.n_voting >= 5 && composition.n_secretaries == 1)
    g_ptr_array_add (commissions, composition.commission);
  else
    sarap_commission_record_free (composition.commission);
}

GPtrArray *
sarap_demo_commissions (SarapDemo *demo)
{
  GPtrArray *commissions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_commission_record_free);

  for (guint i = 0; i < demo->bodies->len; i++)
    {
      const SarapDemoBody *body = g_ptr_array_index (demo->bodies, i);

      commission_compose (demo, body, 1, commissions);
      if (body->place != NULL && body->size >= SMALLEST_FOR_TWO)
        commission_compose (demo, body, 2, commissions);
    }
  return commissions;
}

#include "exchange/sarap-demo-private.h"

/* The events of a career: leaves that defer, and attestations. */

static const char *const illnesses[] = { "Науқастануы бойынша, еңбекке уақытша жарамсыздық парағы",
                                         "Стационарлық емделу", "Операциядан кейінгі оңалту",
                                         NULL };
static const char *const missions[] = { "Ұзақ мерзімді қызметтік іссапар",
                                        "Дүниежүзілік кеден ұйымындағы тағылымдама, Брюссель",
                                        "Шекаралық тексерістегі қызметтік іссапар", NULL };
static const char *const studies[] = { "Оқу демалысы, Мемлекеттік басқару академиясы",
                                       "Оқу демалысы, магистратура",
                                       "«Болашақ» бағдарламасы бойынша шетелде оқу", NULL };
static const char *const vacations[] = {
  "Отбасы жағдайына байланысты жалақысы сақталмайтын демалыс",
  "Жыл сайынғы және өткен жылдар үшін еңбек демалысы", NULL
};
static const char *const pregnancies[] = { "Жүктілікке және босануға байланысты демалыс", NULL };
static const char *const childcares[] = { "Нәрестені күтуге байланысты демалыс", NULL };

static void
add_deferral (SarapDemo *demo,
              SarapDemoPerson *person,
              SarapDeferralKind kind,
              SarapDate start,
              SarapDate end,
              const char *const *reasons)
{
  SarapDeferral deferral = { kind, start, end };

  if (person->n_deferrals == SARAP_DEMO_MOST_DEFERRALS)
    return;
  person->reasons[person->n_deferrals] = sarap_demo_word (demo, reasons);
  person->deferrals[person->n_deferrals++] = deferral;
}

/* Whether a person served from @start to @end in one position, without another leave */
static gboolean
undisturbed (const SarapDemoPerson *person, SarapDate start, SarapDate end)
{
  for (guint i = 0; i < person->n_deferrals; i++)
    if (person->deferrals[i].start <= end + 60 &&
        sarap_date_or_far (person->deferrals[i].end) >= start - 60)
      return FALSE;
  for (guint i = 0; i < person->n_service; i++)
    if (person->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS &&
        person->service[i].start <= start && sarap_date_or_far (person->service[i].end) >= end)
      return TRUE;
  return FALSE;
}

static void
add_motherhood (SarapDemo *demo,
                const SarapDemoGoal *goal,
                SarapDemoPerson *person,
                SarapDate birth,
                int childcare_days)
{
  SarapDate start = birth - 70;
  SarapDate resumed = start + SARAP_DEMO_PREGNANCY_DAYS + childcare_days;

  if (start > goal->on - 5 || !undisturbed (person, start, resumed))
    return;
  add_deferral (demo, person, SARAP_DEFERRAL_PREGNANCY, start,
                start + SARAP_DEMO_PREGNANCY_DAYS - 1, pregnancies);
  if (childcare_days > 0)
    add_deferral (demo, person, SARAP_DEFERRAL_CHILDCARE, start + SARAP_DEMO_PREGNANCY_DAYS,
                  resumed - 1, childcares);
}

/* A childcare leave ends at the child's third birthday at the latest */
static void
add_childcare_now (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  SarapDate third = sarap_date_add_months (goal->leave - 56, 36);
  SarapDate end = goal->on + sarap_demo_between (demo, 20, 400);
  gboolean open = sarap_demo_chance (demo, 250);

  add_deferral (demo, person, SARAP_DEFERRAL_CHILDCARE, goal->leave,
                open ? SARAP_DATE_NONE : MAX (MIN (end, third), goal->on + 3), childcares);
  add_deferral (demo, person, SARAP_DEFERRAL_PREGNANCY, goal->leave - SARAP_DEMO_PREGNANCY_DAYS,
                goal->leave - 1, pregnancies);
}

static void
add_absence (SarapDemo *demo, SarapDemoPerson *person, SarapDate start, gboolean now, SarapDate on)
{
  guint ticket = sarap_demo_below (demo, 100);
  const char *const *reasons = ticket < 45   ? illnesses
                               : ticket < 70 ? missions
                               : ticket < 88 ? studies
                                             : vacations;
  int days =
      reasons == studies ? sarap_demo_between (demo, 90, 320) : sarap_demo_between (demo, 21, 75);
  SarapDate end = start + days;

  if (now)
    end = MAX (end, on + sarap_demo_between (demo, 2, 30));
  if (now && reasons == illnesses && sarap_demo_chance (demo, 400))
    end = SARAP_DATE_NONE;
  if (now || undisturbed (person, start, end))
    add_deferral (demo, person, SARAP_DEFERRAL_ABSENCE, start, end, reasons);
}

static void
add_leave_of_role (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  if (goal->role == SARAP_DEMO_ROLE_PREGNANT)
    add_deferral (demo, person, SARAP_DEFERRAL_PREGNANCY, goal->leave,
                  goal->leave + SARAP_DEMO_PREGNANCY_DAYS - 1, pregnancies);
  else if (goal->role == SARAP_DEMO_ROLE_CHILDCARE)
    add_childcare_now (demo, goal, person);
  else if (goal->role == SARAP_DEMO_ROLE_ABSENT)
    add_absence (demo, person, goal->leave, TRUE, goal->on);
}

void
sarap_demo_leaves (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  add_leave_of_role (demo, goal, person);
  if (person->sex == SARAP_SEX_FEMALE)
    for (guint child = 0; child < 3; child++)
      if (sarap_demo_chance (demo, 450))
        add_motherhood (
            demo, goal, person,
            sarap_date_add_months (person->birth, 12 * sarap_demo_between (demo, 22, 38)) +
                (int) sarap_demo_below (demo, 365),
            sarap_demo_chance (demo, 900) ? sarap_demo_between (demo, 200, 1000) : 0);
  if (sarap_demo_chance (demo, 160))
    add_absence (demo, person, goal->on - sarap_demo_between (demo, 30, 4000), FALSE, goal->on);
}

static void
standing_on (const SarapDemoPerson *person, SarapDate day, SarapStanding *standing)
{
  SarapCareer career = { person->service,     person->n_service,    person->deferrals,
                         person->n_deferrals, person->attestations, person->n_attestations };

  sarap_rules_standing (&career, day, standing, NULL);
}

static gboolean
to_be_heard (const SarapStanding *standing)
{
  return standing->status == SARAP_STATUS_DUE || standing->status == SARAP_STATUS_OVERDUE ||
         standing->status == SARAP_STATUS_REATTESTATION_DUE;
}

/* §39: a working day within the head's month */
static SarapDate
in_time (SarapDate approved, SarapDate day)
{
  SarapDate latest = sarap_date_add_months (day, 1);

  while (approved > latest || sarap_demo_workday (approved) != approved)
    approved--;
  return approved;
}

static void
hold (SarapDemo *demo,
      const SarapDemoGoal *goal,
      SarapDemoPerson *person,
      SarapAttestationKind kind,
      SarapDate day,
      SarapDecision decision,
      SarapOutcome outcome)
{
  guint n = person->n_attestations;
  SarapDate approved = in_time (sarap_demo_workday (day + sarap_demo_between (demo, 4, 26)), day);

  if (n == SARAP_DEMO_MOST_ATTESTATIONS)
    return;
  if (outcome == SARAP_OUTCOME_ANNULLED)
    approved = sarap_demo_workday (day + sarap_demo_between (demo, 40, 90));
  /* held, but not submitted to the head yet */
  if (approved >= goal->on)
    outcome = SARAP_OUTCOME_NONE;
  person->attestations[n] =
      (SarapAttestation){ kind, day, decision, outcome,
                          outcome == SARAP_OUTCOME_NONE ? SARAP_DATE_NONE : approved };
  person->orders[n] =
      outcome == SARAP_OUTCOME_NONE ? 0 : (guint) sarap_demo_between (demo, 12, 460);
  person->n_attestations++;
}

/* Adds an attestation of the past: sometimes one that caused another, if it is long enough ago */
static void
hold_in_turn (SarapDemo *demo,
              const SarapDemoGoal *goal,
              SarapDemoPerson *person,
              SarapAttestationKind kind,
              SarapDate day,
              SarapDate limit)
{
  guint ticket = sarap_demo_below (demo, 1000);
  SarapDecision decision = SARAP_DECISION_CORRESPONDS;
  SarapOutcome outcome = SARAP_OUTCOME_APPROVED;

  if (kind == SARAP_ATTESTATION_REGULAR && day < limit - 500)
    {
      if (ticket < 18)
        decision = SARAP_DECISION_REATTESTATION;
      else if (ticket < 26)
        outcome = SARAP_OUTCOME_REFUSED;
      else if (ticket < 34)
        outcome = SARAP_OUTCOME_ANNULLED;
      if (ticket >= 30 && ticket < 34)
        decision = SARAP_DECISION_NOT_CORRESPONDS;
    }
  hold (demo, goal, person, kind, day, decision, outcome);
}

/* The commission of a body meets on a fixed day of the week */
static SarapDate
sitting_day (const SarapDemoGoal *goal, SarapDate day)
{
  int weekday = goal->body->number % 2 == 1 ? 4 : 2;

  return sarap_demo_workday (day + (weekday - sarap_date_weekday (day) + 7) % 7);
}

/* The hearing of an officer who may be heard from @day: mostly well within the six months, rarely
   late */
static SarapDate
choose_hearing (SarapDemo *demo,
                const SarapDemoGoal *goal,
                const SarapStanding *standing,
                SarapDate day)
{
  SarapDate latest = standing->deadline == SARAP_DATE_NONE ? day + 90 : standing->deadline - 9;
  int room = MAX (latest - day, 1);
  int wait = MAX (sarap_demo_between (demo, 0, room), sarap_demo_between (demo, 0, room));

  if (standing->status == SARAP_STATUS_OVERDUE)
    wait = sarap_demo_between (demo, 5, 60);
  else if (standing->deadline != SARAP_DATE_NONE && sarap_demo_chance (demo, 35))
    wait = standing->deadline - day + sarap_demo_between (demo, 5, 90);
  if (goal->role == SARAP_DEMO_ROLE_UPCOMING && day + wait + 8 >= goal->on)
    wait = sarap_demo_between (demo, 0, MAX (goal->on - day - 10, 0));
  return sitting_day (goal, day + wait);
}

static SarapDate
next_customs (const SarapDemoPerson *person, SarapDate day)
{
  SarapDate next = SARAP_DATE_FAR;

  for (guint i = 0; i < person->n_service; i++)
    if (person->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS &&
        person->service[i].start > day)
      next = MIN (next, person->service[i].start);
  return next;
}

static SarapDate
after_leave (const SarapDemoPerson *person, SarapDate day)
{
  SarapDate last = day;

  for (guint i = 0; i < person->n_deferrals; i++)
    if (person->deferrals[i].start <= day && sarap_date_or_far (person->deferrals[i].end) >= day)
      last = MAX (last, sarap_date_or_far (person->deferrals[i].end));
  return last == SARAP_DATE_FAR ? last : last + 1;
}

/* The day of the next step, after hearing an officer who is due */
static SarapDate
live_on (SarapDemo *demo,
         const SarapDemoGoal *goal,
         SarapDemoPerson *person,
         SarapDate day,
         SarapDate limit)
{
  SarapStanding standing, then;
  SarapDate hearing;

  standing_on (person, day, &standing);
  if (standing.status == SARAP_STATUS_NOT_IN_SERVICE)
    return next_customs (person, day);
  if (standing.status == SARAP_STATUS_DEFERRED)
    return after_leave (person, day);
  if (!to_be_heard (&standing))
    return MAX (standing.window_start, day + 15);
  hearing = choose_hearing (demo, goal, &standing, day);
  standing_on (person, hearing, &then);
  if (!to_be_heard (&then) || then.obligation != standing.obligation)
    return MAX (hearing, day + 1);
  if (hearing < limit)
    hold_in_turn (demo, goal, person,
                  then.obligation == SARAP_OBLIGATION_REATTESTATION
                      ? SARAP_ATTESTATION_REATTESTATION
                      : SARAP_ATTESTATION_REGULAR,
                  hearing, limit);
  return hearing + 1;
}

static void
hold_of_role (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  SarapDecision decision = SARAP_DECISION_REATTESTATION;
  SarapOutcome outcome = SARAP_OUTCOME_APPROVED;

  if (goal->role == SARAP_DEMO_ROLE_NEGATIVE || goal->role == SARAP_DEMO_ROLE_LEFT)
    decision = SARAP_DECISION_NOT_CORRESPONDS;
  else if (sarap_demo_chance (demo, 250))
    {
      /* the head refused it (§42) */
      decision = SARAP_DECISION_CORRESPONDS;
      outcome = SARAP_OUTCOME_REFUSED;
    }
  hold (demo, goal, person, SARAP_ATTESTATION_REGULAR, goal->hearing, decision, outcome);
}

void
sarap_demo_history (SarapDemo *demo, const SarapDemoGoal *goal, SarapDemoPerson *person)
{
  gboolean in_time = goal->role == SARAP_DEMO_ROLE_UPCOMING || goal->role == SARAP_DEMO_ROLE_LEFT;
  SarapDate limit = in_time && goal->hearing == SARAP_DATE_NONE ? goal->on : goal->term;
  SarapDate day = next_customs (person, 0);

  while (day < limit)
    day = live_on (demo, goal, person, day, limit);
  if (goal->hearing != SARAP_DATE_NONE)
    hold_of_role (demo, goal, person);
}

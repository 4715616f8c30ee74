#include "exchange/sarap-demo-private.h"

#include "rules/sarap-plausible.h"

/* Makes all officers one by one: assigns roles, fills positions. Of each person only the data for
   commissions is kept. */

#define YEARS_OF_BIRTH 80
#define MOST_HELPERS 40

/* Roles of a hundred officials on the day; the rest of them wait for their next term */
static const struct
{
  SarapDemoRole role;
  guint n;
} deck_of_hundred[] = {
  { SARAP_DEMO_ROLE_DUE, 14 },
  { SARAP_DEMO_ROLE_OVERDUE, 3 },
  { SARAP_DEMO_ROLE_PREGNANT, 1 },
  { SARAP_DEMO_ROLE_CHILDCARE, 2 },
  { SARAP_DEMO_ROLE_ABSENT, 1 },
  { SARAP_DEMO_ROLE_REATTESTATION_UPCOMING, 1 },
  { SARAP_DEMO_ROLE_REATTESTATION_DUE, 1 },
  { SARAP_DEMO_ROLE_NEGATIVE, 1 },
};

#define DECK 100

typedef struct
{
  SarapDemo *demo;
  SarapDemoPerson person;
  SarapDemoRole deck[DECK];
  guint n_dealt;
  guint done;
  SarapDemoEmit emit;
  SarapDemoCount count;
  gpointer data;
} Making;

guint
sarap_demo_below (SarapDemo *demo, guint end)
{
  return end <= 1 ? 0 : (guint) g_rand_int_range (demo->rand, 0, (gint32) end);
}

int
sarap_demo_between (SarapDemo *demo, int least, int most)
{
  return most <= least ? least : g_rand_int_range (demo->rand, least, most + 1);
}

gboolean
sarap_demo_chance (SarapDemo *demo, guint per_mille)
{
  return sarap_demo_below (demo, 1000) < per_mille;
}

const char *
sarap_demo_word (SarapDemo *demo, const char *const *words)
{
  return words[sarap_demo_below (demo, g_strv_length ((char **) words))];
}

SarapDate
sarap_demo_workday (SarapDate day)
{
  static const int holidays[] = { 101, 102, 107, 308, 321, 322,  323,
                                  501, 507, 509, 706, 830, 1025, 1216 };

  for (;; day++)
    {
      int month, of_month;
      gboolean holiday = sarap_date_weekday (day) >= 6;

      sarap_date_split (day, NULL, &month, &of_month);
      for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
        holiday = holiday || holidays[i] == month * 100 + of_month;
      if (!holiday)
        return day;
    }
}

guint16 *
sarap_demo_serial (SarapDemo *demo, SarapDate birth, SarapSex sex)
{
  guint day = (guint) CLAMP (birth - demo->first_birth, 0, YEARS_OF_BIRTH * 366 - 1);

  return &g_array_index (demo->serials, guint16, 2 * day + (sex == SARAP_SEX_FEMALE));
}

SarapDemo *
sarap_demo_new (guint n_officers, guint32 seed, SarapDate on)
{
  SarapDemo *demo = g_new0 (SarapDemo, 1);

  demo->on = on;
  demo->rand = g_rand_new_with_seed (seed);
  demo->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_demo_body_free);
  demo->first_birth = sarap_date_add_months (on, -12 * YEARS_OF_BIRTH);
  demo->serials = g_array_new (FALSE, TRUE, sizeof (guint16));
  g_array_set_size (demo->serials, YEARS_OF_BIRTH * 366 * 2);
  sarap_demo_plan (demo, n_officers);
  return demo;
}

void
sarap_demo_free (SarapDemo *demo)
{
  g_rand_free (demo->rand);
  g_ptr_array_unref (demo->bodies);
  g_array_unref (demo->serials);
  g_free (demo);
}

static void
shuffle_deck (Making *making)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (deck_of_hundred); i++)
    for (guint j = 0; j < deck_of_hundred[i].n; j++)
      making->deck[n++] = deck_of_hundred[i].role;
  while (n < DECK)
    making->deck[n++] = SARAP_DEMO_ROLE_UPCOMING;
  for (guint i = DECK - 1; i > 0; i--)
    {
      guint j = sarap_demo_below (making->demo, i + 1);
      SarapDemoRole role = making->deck[i];

      making->deck[i] = making->deck[j];
      making->deck[j] = role;
    }
}

static SarapDemoRole
deal (Making *making)
{
  if (making->n_dealt % DECK == 0)
    shuffle_deck (making);
  return making->deck[making->n_dealt++ % DECK];
}

/* Leaders are in service, and have not been in the position for very long */
static SarapDemoRole
role_of_leader (SarapDemo *demo, const SarapDemoSeat *seat)
{
  guint ticket = sarap_demo_below (demo, 100);
  int days = demo->on - seat->since;

  if (ticket < 11 && days > 200)
    return SARAP_DEMO_ROLE_DUE;
  return ticket < 13 && days > 560 ? SARAP_DEMO_ROLE_OVERDUE : SARAP_DEMO_ROLE_UPCOMING;
}

static SarapStatus
status_of_role (SarapDemoRole role)
{
  static const SarapStatus statuses[] = {
    [SARAP_DEMO_ROLE_UPCOMING] = SARAP_STATUS_UPCOMING,
    [SARAP_DEMO_ROLE_DUE] = SARAP_STATUS_DUE,
    [SARAP_DEMO_ROLE_OVERDUE] = SARAP_STATUS_OVERDUE,
    [SARAP_DEMO_ROLE_PREGNANT] = SARAP_STATUS_DEFERRED,
    [SARAP_DEMO_ROLE_CHILDCARE] = SARAP_STATUS_DEFERRED,
    [SARAP_DEMO_ROLE_ABSENT] = SARAP_STATUS_DEFERRED,
    [SARAP_DEMO_ROLE_REATTESTATION_UPCOMING] = SARAP_STATUS_REATTESTATION_UPCOMING,
    [SARAP_DEMO_ROLE_REATTESTATION_DUE] = SARAP_STATUS_REATTESTATION_DUE,
    [SARAP_DEMO_ROLE_NEGATIVE] = SARAP_STATUS_NEGATIVE,
    [SARAP_DEMO_ROLE_LEFT] = SARAP_STATUS_NOT_IN_SERVICE,
  };

  return statuses[role];
}

static SarapCareer
career_of (const SarapDemoPerson *person)
{
  return (SarapCareer){ person->service,     person->n_service,    person->deferrals,
                        person->n_deferrals, person->attestations, person->n_attestations };
}

static gboolean
plays_role (const SarapDemoPerson *person, SarapDate on, SarapDemoRole role)
{
  SarapCareer career = career_of (person);
  SarapStanding standing;

  sarap_rules_standing (&career, on, &standing, NULL);
  return standing.status == status_of_role (role);
}

/* app/rules/README.md 11 */
static gboolean
is_plausible (const SarapDemoPerson *person, SarapDate on)
{
  SarapFileFacts facts = { NULL, person->birth, person->sex, career_of (person) };
  g_autoptr (GArray) warnings = sarap_warnings_new ();

  sarap_rules_warnings (&facts, on, warnings);
  return warnings->len == 0;
}

/* The head approved the last attestation ten days late (§39) */
static void
approve_late (SarapDemoPerson *person, SarapDate on)
{
  for (guint i = person->n_attestations; i > 0; i--)
    {
      SarapAttestation *held = &person->attestations[i - 1];
      SarapDate late = sarap_demo_workday (sarap_date_add_months (held->date, 1) + 10);

      if (held->outcome != SARAP_OUTCOME_APPROVED || late > on)
        continue;
      held->outcome_date = late;
      return;
    }
}

/* Handing over took five days, which count in both orders (§5) */
static void
overlap_positions (SarapDemoPerson *person)
{
  for (guint i = 1; i < person->n_service; i++)
    {
      SarapServiceRecord *earlier = &person->service[i - 1];
      const SarapServiceRecord *later = &person->service[i];

      if (earlier->employer_kind != SARAP_EMPLOYER_CUSTOMS ||
          later->employer_kind != SARAP_EMPLOYER_CUSTOMS ||
          earlier->category != SARAP_CATEGORY_OFFICIAL || earlier->end != later->start - 1 ||
          sarap_date_or_far (later->end) < later->start + 4)
        continue;
      earlier->end = later->start + 4;
      return;
    }
}

/* One in this many officers gets a warning, to show warnings in the demonstration. It changes no
   date. */
#define DOUBTFUL 100

static void
make_doubtful (SarapDemoPerson *person, SarapDate on, guint64 number)
{
  if (number % (2 * DOUBTFUL) == DOUBTFUL / 2)
    approve_late (person, on);
  else if (number % (2 * DOUBTFUL) == DOUBTFUL + DOUBTFUL / 2)
    overlap_positions (person);
}

/* Makes careers until one is right: a leave of the past may shift a term, a new position a window.
   A role that is impossible in the position becomes waiting. */
static void
live (SarapDemo *demo, SarapDemoGoal *goal, SarapDemoPerson *person)
{
  for (guint attempt = 0;; attempt++)
    {
      sarap_demo_person_forget (person);
      if (attempt == 60 && goal->role != SARAP_DEMO_ROLE_LEFT)
        goal->role = SARAP_DEMO_ROLE_UPCOMING;
      sarap_demo_aim (demo, goal);
      if (!sarap_demo_career (demo, goal, person) || !sarap_demo_born (demo, goal, person))
        continue;
      sarap_demo_leaves (demo, goal, person);
      sarap_demo_history (demo, goal, person);
      if (attempt > 120 ||
          (plays_role (person, demo->on, goal->role) && is_plausible (person, demo->on)))
        break;
    }
  person->n_claimed = 0;
}

static gboolean
make_person (Making *making, SarapDemoGoal *goal, GError **error)
{
  SarapDemo *demo = making->demo;
  SarapDemoPerson *person = &making->person;

  live (demo, goal, person);
  make_doubtful (person, demo->on, making->done);
  sarap_demo_name (demo, person);
  return sarap_demo_emit_person (person, making->emit, making->data, error) &&
         sarap_demo_emit_education (demo, person, making->emit, making->data, error) &&
         making->count (++making->done, making->data, error);
}

static gboolean
make_leader (Making *making, SarapDemoBody *body, SarapDemoSeat *seat, GError **error)
{
  SarapDemoGoal goal = { .role = role_of_leader (making->demo, seat),
                         .body = body,
                         .seat = seat,
                         .unit = seat->unit,
                         .position = seat->position,
                         .on = making->demo->on };

  if (!make_person (making, &goal, error))
    return FALSE;
  g_strlcpy (seat->iin, making->person.iin, sizeof seat->iin);
  return TRUE;
}

/* Adds officials who can be secretary (preferably of the HR service) or represent the agency in a
   commission */
static void
remember_helper (Making *making, const SarapDemoGoal *goal)
{
  const SarapDemoPerson *person = &making->person;
  SarapDemoHelper helper = { .since = person->service[person->n_service - 1].start,
                             .unit = goal->unit,
                             .level = goal->position->level };

  if (goal->body->helpers->len == MOST_HELPERS ||
      (goal->role != SARAP_DEMO_ROLE_UPCOMING && goal->role != SARAP_DEMO_ROLE_DUE))
    return;
  g_strlcpy (helper.iin, person->iin, sizeof helper.iin);
  g_array_append_val (goal->body->helpers, helper);
}

static gboolean
make_official (Making *making, SarapDemoBody *body, guint unit, GError **error)
{
  SarapDemoLadder ladder = g_array_index (body->units, SarapDemoUnit, unit).ladder;
  SarapDemoGoal goal = { .role = deal (making),
                         .body = body,
                         .unit = (int) unit,
                         .position = sarap_demo_official (making->demo, ladder),
                         .on = making->demo->on };

  if (!make_person (making, &goal, error))
    return FALSE;
  remember_helper (making, &goal);
  return TRUE;
}

static gboolean
make_leaver (Making *making, SarapDemoBody *body, GError **error)
{
  SarapDemo *demo = making->demo;
  guint unit = sarap_demo_below (demo, body->units->len);
  SarapDemoLadder ladder = g_array_index (body->units, SarapDemoUnit, unit).ladder;
  int days = MIN (sarap_demo_between (demo, 12, 2600), sarap_demo_between (demo, 12, 2600));
  SarapDemoGoal goal = { .role = SARAP_DEMO_ROLE_LEFT,
                         .body = body,
                         .unit = (int) unit,
                         .position = sarap_demo_official (demo, ladder),
                         .on = demo->on - days };

  return make_person (making, &goal, error);
}

static gboolean
make_body (Making *making, SarapDemoBody *body, GError **error)
{
  for (guint i = 0; i < body->seats->len; i++)
    if (!make_leader (making, body, &g_array_index (body->seats, SarapDemoSeat, i), error))
      return FALSE;
  for (guint i = 0; i < body->units->len; i++)
    for (guint n = g_array_index (body->units, SarapDemoUnit, i).n_officials; n > 0; n--)
      if (!make_official (making, body, i, error))
        return FALSE;
  for (guint n = body->n_leavers; n > 0; n--)
    if (!make_leaver (making, body, error))
      return FALSE;
  return TRUE;
}

gboolean
sarap_demo_make (
    SarapDemo *demo, SarapDemoEmit emit, SarapDemoCount count, gpointer data, GError **error)
{
  Making making = { .demo = demo, .emit = emit, .count = count, .data = data };
  gboolean made = sarap_demo_emit_bodies (demo, emit, data, error);

  making.person.surname = g_string_new (NULL);
  making.person.given_name = g_string_new (NULL);
  making.person.patronymic = g_string_new (NULL);
  for (guint i = 0; made && i < demo->bodies->len; i++)
    made = make_body (&making, g_ptr_array_index (demo->bodies, i), error);
  g_string_free (making.person.surname, TRUE);
  g_string_free (making.person.given_name, TRUE);
  g_string_free (making.person.patronymic, TRUE);
  return made;
}

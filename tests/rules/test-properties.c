/* What holds of every career, on made-up ones; each test names its seed */

#include "sarap-model.h"

#include "rules/sarap-hearing-day.h"

#include <string.h>

typedef void (*Property) (GRand *rand, SarapTextCareer *room, SarapDate on);

typedef struct
{
  const char *path;
  guint32 seed;
  int rounds;
  Property holds;
} Test;

/* Where a failure is looked for in a debugger or a core */
static volatile int current_round;

static void
run (gconstpointer data)
{
  const Test *test = data;
  GRand *rand = g_rand_new_with_seed (test->seed);

  for (int i = 0; i < test->rounds; i++)
    {
      SarapTextCareer room;
      SarapDate on = sarap_model_make (rand, &room);

      current_round = i;
      test->holds (rand, &room, on);
    }
  g_rand_free (rand);
}

static SarapStanding
stand (const SarapTextCareer *room, SarapDate on)
{
  SarapStanding standing;

  sarap_rules_standing (&room->career, on, &standing, NULL);
  return standing;
}

static void
assert_same (const SarapStanding *a, const SarapStanding *b)
{
  g_autofree char *first = sarap_text_standing (a), *second = sarap_text_standing (b);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (a->central, ==, b->central);
  g_assert_cmpint (a->final, ==, b->final);
}

static void
agrees_with_model (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding standing = stand (room, on), model;

  sarap_model_standing (&room->career, on, &model);
  assert_same (&standing, &model);
  g_assert_cmpint (standing.current, ==, model.current);
}

static void
length_agrees_with_model (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapServiceLength lengths[3], model;

  sarap_rules_length_of_service (&room->career, on, &lengths[0], &lengths[1], &lengths[2]);
  for (int i = 0; i < 3; i++)
    {
      sarap_model_length (&room->career, on, i < 2, i < 1, &model);
      g_assert_cmpint (lengths[i].years, ==, model.years);
      g_assert_cmpint (lengths[i].months, ==, model.months);
      g_assert_cmpint (lengths[i].days, ==, model.days);
    }
}

/* What the statuses mean by the dates beside them */
static void
is_consistent (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding s = stand (room, on);

  if (s.status == SARAP_STATUS_NOT_IN_SERVICE)
    {
      SarapStanding nothing = { .status = SARAP_STATUS_NOT_IN_SERVICE, .current = -1 };

      assert_same (&s, &nothing);
      return;
    }
  g_assert_cmpint (s.continuous_since, <=, s.position_since);
  g_assert_cmpint (s.position_since, <=, on);
  g_assert_cmpint (s.deferral != SARAP_DEFERRAL_NONE, ==, s.status == SARAP_STATUS_DEFERRED);
  if (s.obligation == SARAP_OBLIGATION_REGULAR)
    g_assert_cmpint (s.term, >=, sarap_date_add_months (s.continuous_since, 36));
  if (s.window_start != SARAP_DATE_NONE)
    g_assert_cmpint (s.window_start, >=, s.term);
  if (s.deadline != SARAP_DATE_NONE)
    g_assert_cmpint (s.deadline, >=, sarap_date_add_months (s.window_start, 6));
  if (s.status == SARAP_STATUS_DUE)
    g_assert_true (s.window_start <= on && on <= sarap_date_or_far (s.deadline));
  if (s.status == SARAP_STATUS_OVERDUE)
    g_assert_true (s.deadline != SARAP_DATE_NONE && s.deadline < on);
  if (s.status == SARAP_STATUS_UPCOMING)
    g_assert_true (on < sarap_date_or_far (s.window_start));
}

static void
swap (GRand *rand, gpointer items, guint n_items, gsize size)
{
  guint8 kept[64];
  guint8 *bytes = items;

  g_assert (size <= sizeof kept);
  for (guint i = n_items; i > 1; i--)
    {
      guint8 *a = bytes + (i - 1) * size;
      guint8 *b = bytes + (gsize) g_rand_int_range (rand, 0, (gint32) i) * size;

      memcpy (kept, a, size);
      memmove (a, b, size);
      memcpy (b, kept, size);
    }
}

/* The answer and its reasons, but for the places of the records */
static void
ignores_order (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  g_autoptr (GArray) before = sarap_reasons_new (), after = sarap_reasons_new ();
  SarapStanding standing, again;

  sarap_rules_standing (&room->career, on, &standing, before);
  swap (rand, room->service, room->career.n_service, sizeof room->service[0]);
  swap (rand, room->deferrals, room->career.n_deferrals, sizeof room->deferrals[0]);
  swap (rand, room->attestations, room->career.n_attestations, sizeof room->attestations[0]);
  sarap_rules_standing (&room->career, on, &again, after);

  assert_same (&standing, &again);
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      SarapReason *a = &g_array_index (before, SarapReason, i);
      SarapReason *b = &g_array_index (after, SarapReason, i);

      a->index = b->index = -1;
      g_assert_cmpmem (a, sizeof *a, b, sizeof *b);
    }
}

static void
explains_the_same (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  g_autoptr (GArray) reasons = sarap_reasons_new ();
  SarapStanding standing = stand (room, on), explained;
  guint n_statuses = 0;

  sarap_rules_standing (&room->career, on, &explained, reasons);
  assert_same (&standing, &explained);
  for (guint i = 0; i < reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (reasons, SarapReason, i);

      /* but for who is not in service, of which the Instruction says nothing */
      g_assert_true (reason->paragraph > 0 || explained.status == SARAP_STATUS_NOT_IN_SERVICE);
      if (reason->kind == SARAP_REASON_STATUS)
        {
          g_assert_cmpint (reason->code, ==, standing.status);
          n_statuses++;
        }
      if (reason->kind == SARAP_REASON_CONTINUOUS_SINCE)
        g_assert_cmpint (reason->dates[0], ==, standing.continuous_since);
      if (reason->kind == SARAP_REASON_WINDOW)
        {
          g_assert_cmpint (reason->dates[0], ==, standing.window_start);
          g_assert_cmpint (reason->dates[1], ==, standing.deadline);
        }
    }
  g_assert_cmpuint (n_statuses, ==, 1);
}

/* One customs record as two adjoining ones: S stays */
static void
ignores_a_split (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapDate since = stand (room, on).continuous_since;
  guint index = (guint) g_rand_int_range (rand, 0, (gint32) room->career.n_service);
  SarapServiceRecord *record = &room->service[index];
  SarapServiceRecord *second = &room->service[room->career.n_service];
  SarapDate last = record->end != SARAP_DATE_NONE ? record->end : record->start + 3000;

  if (record->employer_kind != SARAP_EMPLOYER_CUSTOMS || last == record->start)
    return;
  *second = *record;
  second->start = g_rand_int_range (rand, record->start + 1, last + 1);
  record->end = second->start - 1;
  room->career.n_service++;
  g_assert_cmpint (stand (room, on).continuous_since, ==, since);
}

/* What is added: an attestation from S to D that counts */
static void
never_makes_the_term_earlier (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding before = stand (room, on), after;
  SarapAttestation *added = &room->attestations[room->career.n_attestations];

  if (before.obligation != SARAP_OBLIGATION_REGULAR)
    return;
  added->kind = g_rand_int_range (rand, 1, 3);
  added->date = g_rand_int_range (rand, before.continuous_since, on + 1);
  added->decision = SARAP_DECISION_CORRESPONDS;
  added->outcome = SARAP_OUTCOME_APPROVED;
  room->career.n_attestations++;
  after = stand (room, on);
  /* a negative re-attestation is in force again, when the term that ended it is served */
  if (after.status == SARAP_STATUS_NEGATIVE)
    return;
  g_assert_cmpint (after.obligation, ==, SARAP_OBLIGATION_REGULAR);
  g_assert_cmpint (after.term, >=, before.term);
  g_assert_cmpint (sarap_date_or_far (after.window_start), >=, before.window_start);
}

/* What ended before all else, and what was held after the day or annulled */
static void
ignores_what_does_not_count (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding before = stand (room, on), after;
  SarapDate first = SARAP_DATE_FAR;

  for (guint i = 0; i < room->career.n_service; i++)
    first = MIN (first, room->service[i].start);
  for (guint i = 0; i < room->career.n_attestations; i++)
    first = MIN (first, room->attestations[i].date);
  room->deferrals[room->career.n_deferrals++] =
      (SarapDeferral){ g_rand_int_range (rand, 1, 4), first - 100, first - 1 };
  room->attestations[room->career.n_attestations++] =
      (SarapAttestation){ g_rand_int_range (rand, 1, 3), on + g_rand_int_range (rand, 1, 900),
                          g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 0, 4) };
  room->attestations[room->career.n_attestations++] =
      (SarapAttestation){ g_rand_int_range (rand, 1, 3), on - g_rand_int_range (rand, 0, 900),
                          g_rand_int_range (rand, 1, 4), SARAP_OUTCOME_ANNULLED };
  after = stand (room, on);
  assert_same (&before, &after);
}

/* A deferral more never brings the window or the deadline nearer */
static void
never_hurries (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding before = stand (room, on), after;
  SarapDeferral *added = &room->deferrals[room->career.n_deferrals];

  if (before.obligation == SARAP_OBLIGATION_NONE)
    return;
  added->kind = g_rand_int_range (rand, 1, 4);
  added->start = g_rand_int_range (rand, before.term - 400, before.term + 1200);
  added->end = g_rand_boolean (rand) ? added->start + g_rand_int_range (rand, 0, 600) : 0;
  room->career.n_deferrals++;
  after = stand (room, on);
  g_assert_cmpint (sarap_date_or_far (after.window_start), >=,
                   sarap_date_or_far (before.window_start));
  g_assert_cmpint (after.term, ==, before.term);
}

/* Against every day of two years */
static void
plans_the_first_free_day (GRand *rand, SarapTextCareer *room, SarapDate on)
{
  SarapStanding s = stand (room, on);
  SarapDate found = sarap_rules_next_schedulable (&s, &room->career, NULL, on);
  SarapDate expected = SARAP_DATE_NONE;

  for (SarapDate day = on; expected == SARAP_DATE_NONE && day < on + 7300; day++)
    {
      gboolean free = s.window_start != SARAP_DATE_NONE && day >= s.window_start &&
                      day <= sarap_date_or_far (s.deadline) && sarap_date_weekday (day) <= 5;

      for (guint i = 0; i < room->career.n_deferrals; i++)
        free = free &&
               (day < room->deferrals[i].start || day > sarap_date_or_far (room->deferrals[i].end));
      g_assert_cmpint (sarap_rules_is_schedulable (&s, &room->career, NULL, day), ==, free);
      if (free)
        expected = day;
    }
  if (expected != SARAP_DATE_NONE || found < on + 7300)
    g_assert_cmpint (found, ==, expected);
}

static const Test tests[] = {
  { "/rules/properties/model", 1, 60000, agrees_with_model },
  { "/rules/properties/length-model", 2, 1500, length_agrees_with_model },
  { "/rules/properties/consistent", 3, 30000, is_consistent },
  { "/rules/properties/order", 4, 30000, ignores_order },
  { "/rules/properties/explained", 5, 30000, explains_the_same },
  { "/rules/properties/split", 6, 30000, ignores_a_split },
  { "/rules/properties/term", 7, 30000, never_makes_the_term_earlier },
  { "/rules/properties/not-counted", 8, 30000, ignores_what_does_not_count },
  { "/rules/properties/deferral", 9, 30000, never_hurries },
  { "/rules/properties/schedulable", 10, 2000, plans_the_first_free_day },
};

/* That the made-up careers reach every status often enough to tell something */
static void
test_reach (void)
{
  guint met[SARAP_STATUS_NEGATIVE + 1] = { 0 };
  GRand *rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 20000; i++)
    {
      SarapTextCareer room;
      SarapDate on = sarap_model_make (rand, &room);

      met[stand (&room, on).status]++;
    }
  for (guint status = SARAP_STATUS_NOT_IN_SERVICE; status <= SARAP_STATUS_NEGATIVE; status++)
    {
      g_test_message ("%s: %u", sarap_code_text (sarap_statuses, (int) status), met[status]);
      g_assert_cmpuint (met[status], >, 150);
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i], run);
  g_test_add_func ("/rules/properties/reach", test_reach);
  return g_test_run ();
}

#include "procedure/sarap-sentences.h"

#include "rules/sarap-standing.h"

#include <string.h>

#define D(year, month, day) sarap_date_new (year, month, day)

typedef struct
{
  SarapReason reason;
  const char *named; /* what the record is called, NULL for nobody asked */
  const char *sentence;
} Case;

/* "the name, No. 17", for one with an order */
static char *
name_it (const SarapReason *reason, char **order, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (data, ", No. ", 2);

  *order = g_strdup (parts[1]);
  return g_strdup (parts[0]);
}

static void
check_sentences (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *sentence =
          cases[i].named != NULL
              ? sarap_format_reason_with (&cases[i].reason, name_it, (gpointer) cases[i].named)
              : sarap_format_reason (&cases[i].reason);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* The dates are made on the spot, as C has no constants of them */
#define CHECK(...)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const Case cases[] = { __VA_ARGS__ };                                                          \
    check_sentences (cases, G_N_ELEMENTS (cases));                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_service (void)
{
  SarapDate on = D (2026, 11, 22), a = D (2011, 6, 14), b = D (2013, 7, 25), c = D (2024, 2, 3);

  CHECK (
      { { SARAP_REASON_NOT_IN_SERVICE, .dates = { on }, .index = -1 },
        NULL,
        "On 22.11.2026 the officer is not in customs service: the file has no record of a "
        "customs position." },
      { { SARAP_REASON_NOT_IN_SERVICE, .dates = { on, c }, .index = 0 },
        NULL,
        "On 22.11.2026 the officer is not in customs service: the last position ended on "
        "03.02.2024." },
      { { SARAP_REASON_NOT_IN_SERVICE, .dates = { on, c }, .index = 0 },
        "Inspector",
        "On 22.11.2026 the officer is not in customs service: the last position, “Inspector”, "
        "ended on 03.02.2024." },
      { { SARAP_REASON_NOT_IN_SERVICE, .dates = { a, 0, b }, .index = -1 },
        NULL,
        "On 14.06.2011 the officer is not in customs service yet: it begins on 25.07.2013." },
      { { SARAP_REASON_NOT_IN_SERVICE, .dates = { b, a, c }, .index = 0 },
        NULL,
        "On 25.07.2013 the officer is not in customs service: the last position ended on "
        "14.06.2011, and the next one begins on 03.02.2024." },
      { { SARAP_REASON_POSITION_SINCE, .dates = { c }, .index = 0 },
        NULL,
        "The present position has been held since 03.02.2024." },
      { { SARAP_REASON_POSITION_SINCE, .dates = { c }, .index = 0 },
        "Inspector",
        "The position “Inspector” has been held since 03.02.2024." },
      { { SARAP_REASON_POSITION_SINCE, .dates = { c }, .index = 0 },
        "Inspector, No. 114",
        "The position “Inspector” has been held since 03.02.2024 (order No. 114)." },
      { { SARAP_REASON_POSITIONS_AT_ONCE, .number = 2, .index = -1 },
        NULL,
        "Of the 2 positions held at once, the one that began last counts." },
      { { SARAP_REASON_SERVICE_JOINED, .dates = { a, 0, b }, .number = 0, .index = 1 },
        NULL,
        "The earlier service since 14.06.2011 counts too; it went on without a break to "
        "25.07.2013." },
      { { SARAP_REASON_SERVICE_JOINED, .dates = { a, b - 42, b }, .number = 41, .index = 1 },
        "Ministry of Finance",
        "Ministry of Finance: the service there since 14.06.2011 counts too; the break after "
        "it, to 25.07.2013, was 41 days, not more than three months, and no employment elsewhere "
        "is on record for it." },
      { { SARAP_REASON_SERVICE_JOINED, .dates = { a, b - 2, b }, .number = 1, .index = 1 },
        NULL,
        "The earlier service since 14.06.2011 counts too; the break after it, to 25.07.2013, "
        "was 1 day, not more than three months, and no employment elsewhere is on record for it." },
      { { SARAP_REASON_SERVICE_BROKEN_GAP, .dates = { a, c, D (2011, 9, 14) }, .index = 1 },
        "Ministry of Finance",
        "Ministry of Finance: the service there does not count. It ended on 14.06.2011, and the "
        "next one, begun on 03.02.2024, had to begin within three months, not later than "
        "14.09.2011." },
      { { SARAP_REASON_SERVICE_BROKEN_OTHER, .dates = { a, b, a - 1, c }, .index = 1 },
        "A trading house",
        "The service that ended on 13.06.2011 does not count: in the break after it, to "
        "03.02.2024, the officer was employed elsewhere (A trading house)." },
      { { SARAP_REASON_SERVICE_BROKEN_OTHER, .dates = { a, b, a - 1, c }, .index = 1 },
        NULL,
        "The service that ended on 13.06.2011 does not count: in the break after it, to "
        "03.02.2024, the officer was employed elsewhere." },
      { { SARAP_REASON_CONTINUOUS_SINCE, .dates = { a }, .index = -1 },
        NULL,
        "Continuous service counts from 14.06.2011." });
}

static void
test_terms (void)
{
  SarapDate s = D (2011, 6, 14), held = D (2023, 7, 1), term = D (2026, 6, 14);
  SarapDate last = D (2026, 12, 14);

  CHECK (
      { { SARAP_REASON_LAST_REGULAR, .dates = { held }, .index = 0 },
        NULL,
        "The last regular attestation was held on 01.07.2023; it counts for every term that began "
        "up to that day, that day included." },
      { { SARAP_REASON_NO_REGULAR, .dates = { s }, .index = -1 },
        NULL,
        "No regular attestation has been held since 14.06.2011." },
      { { SARAP_REASON_ANNULLED, .dates = { held }, .code = SARAP_ATTESTATION_REGULAR, .index = 0 },
        NULL,
        "The attestation of 01.07.2023 was annulled on appeal and does not count." },
      { { SARAP_REASON_TERM, .dates = { s, term }, .number = 5, .index = -1 },
        NULL,
        "A term begins every three years. The one that counts here begins on 14.06.2026, 15 years "
        "after the continuous service began on 14.06.2011." },
      { { SARAP_REASON_POSITION_SIX_MONTHS, .dates = { held, last }, .index = -1 },
        NULL,
        "Nobody is attested before six months in the position: it has been held since "
        "01.07.2023, so not before 14.12.2026." },
      { { SARAP_REASON_WINDOW, .dates = { term, last }, .index = -1 },
        NULL,
        "The attestation is to be held from 14.06.2026, not later than 14.12.2026." },
      { { SARAP_REASON_WINDOW, .dates = { term, last }, .number = 1, .index = -1 },
        NULL,
        "The attestation is to be held from 14.06.2026, not later than 14.12.2026, except during a "
        "deferral." },
      { { SARAP_REASON_WINDOW, .dates = { term, 0 }, .index = -1 },
        NULL,
        "The attestation is to be held from 14.06.2026 on; its last day is known only when the "
        "open deferral ends." },
      { { SARAP_REASON_WINDOW, .index = -1 },
        NULL,
        "When the attestation is to be held is known only when the open deferral ends." });
}

static void
test_deferrals (void)
{
  SarapDate a = D (2026, 5, 1), b = D (2026, 7, 31), c = D (2026, 6, 14), d = D (2026, 8, 1);
  const int childcare = SARAP_DEFERRAL_CHILDCARE;

  CHECK (
      { { SARAP_REASON_WINDOW_DEFERRED, .dates = { a, b, c, d }, .code = childcare },
        NULL,
        "A deferral (childcare leave, 01.05.2026 – 31.07.2026) covers 14.06.2026: the "
        "attestation may be held only after it, from 01.08.2026." },
      { { SARAP_REASON_WINDOW_DEFERRED, .dates = { a, 0, c, 0 }, .code = childcare },
        NULL,
        "A deferral (childcare leave, since 01.05.2026) covers 14.06.2026 and has no last day "
        "yet: from which day the attestation may be held is settled when it ends." },
      { { SARAP_REASON_DEADLINE_DEFERRED, .dates = { a, b, c, d }, .code = childcare },
        NULL,
        "A deferral (childcare leave, 01.05.2026 – 31.07.2026) covers the last day 14.06.2026: "
        "six months run anew after it, and the last of their days is 01.08.2026." },
      { { SARAP_REASON_DEADLINE_DEFERRED, .dates = { a, 0, c, 0 }, .code = childcare },
        NULL,
        "A deferral (childcare leave, since 01.05.2026) covers the last day 14.06.2026 and has "
        "no last day of its own yet: the last day for the attestation is settled when it ends." },
      { { SARAP_REASON_DEFERRAL_WITHIN_WINDOW, .dates = { a, b }, .code = childcare },
        NULL,
        "The deferral (childcare leave, 01.05.2026 – 31.07.2026) lies within the period for the "
        "attestation, and the dates do not change." });
}

/* §3 excepts pregnant women; nothing of theirs is deferred */
static void
test_pregnancy (void)
{
  SarapDate a = D (2026, 5, 1), b = D (2026, 7, 31), c = D (2026, 6, 14), d = D (2026, 8, 1);
  const int pregnancy = SARAP_DEFERRAL_PREGNANCY;

  CHECK ({ { SARAP_REASON_WINDOW_DEFERRED, .dates = { a, b, c, d }, .code = pregnancy },
           NULL,
           "From 01.05.2026 to 31.07.2026 the officer is not subject to attestation (pregnancy): "
           "the attestation may be held only after that, from 01.08.2026." },
         { { SARAP_REASON_WINDOW_DEFERRED, .dates = { a, 0, c, 0 }, .code = pregnancy },
           NULL,
           "Since 01.05.2026 the officer is not subject to attestation (pregnancy), and the last "
           "day of that is not known yet: from which day the attestation may be held is settled "
           "when it ends." },
         { { SARAP_REASON_DEADLINE_DEFERRED, .dates = { a, b, c, d }, .code = pregnancy },
           NULL,
           "From 01.05.2026 to 31.07.2026, and so on the last day, 14.06.2026, the officer is not "
           "subject to attestation (pregnancy): six months run anew after that, and the last of "
           "their days is 01.08.2026." },
         { { SARAP_REASON_DEADLINE_DEFERRED, .dates = { a, 0, c, 0 }, .code = pregnancy },
           NULL,
           "Since 01.05.2026, and on the last day, 14.06.2026, the officer is not subject to "
           "attestation (pregnancy): the last day for the attestation is settled when that "
           "ends." },
         { { SARAP_REASON_DEFERRAL_WITHIN_WINDOW, .dates = { a, b }, .code = pregnancy },
           NULL,
           "From 01.05.2026 to 31.07.2026 the officer is not subject to attestation (pregnancy): "
           "that lies within the period for the attestation, and the dates do not change." });
}

static void
test_again (void)
{
  SarapDate held = D (2026, 1, 10), six = D (2026, 7, 10);

  CHECK ({ { SARAP_REASON_CAUSE_REATTESTATION, .dates = { held }, .index = 0 },
           NULL,
           "The attestation of 10.01.2026 decided: subject to re-attestation." },
         { { SARAP_REASON_APPROVED, .dates = { held }, .index = 0 },
           NULL,
           "The decision of 10.01.2026 was approved." },
         { { SARAP_REASON_APPROVED, .dates = { held, six }, .index = 0 },
           NULL,
           "The decision of 10.01.2026 was approved on 10.07.2026." },
         { { SARAP_REASON_APPROVED, .dates = { held, six }, .index = 0 },
           ", No. 17",
           "The decision of 10.01.2026 was approved by order No. 17 of 10.07.2026." },
         { { SARAP_REASON_CAUSE_REFUSED, .dates = { held }, .code = SARAP_DECISION_CORRESPONDS },
           NULL,
           "The head did not approve the decision of 10.01.2026 (corresponds to the position "
           "held): a re-attestation is to be held, and its decision is final." },
         { { SARAP_REASON_REATTESTATION_EARLIEST, .dates = { held, six }, .index = -1 },
           NULL,
           "A re-attestation is held after six months: 10.07.2026 is six months after "
           "10.01.2026." },
         { { SARAP_REASON_REATTESTATION_WINDOW, .dates = { six }, .index = -1 },
           NULL,
           "The re-attestation is to be held from 10.07.2026 on; the Instruction sets no last "
           "day." },
         { { SARAP_REASON_REATTESTATION_WINDOW, .index = -1 },
           NULL,
           "When the re-attestation may be held is known only when the open deferral ends." },
         { { SARAP_REASON_NEGATIVE, .dates = { held }, .index = 0 },
           NULL,
           "The attestation of 10.01.2026 decided: does not correspond to the position held. That "
           "is a negative result." },
         { { SARAP_REASON_NEGATIVE_UNTIL, .dates = { held, D (2028, 1, 1) }, .index = -1 },
           NULL,
           "It was held in the present position, and no new attestation is held before the next "
           "term, 01.01.2028." },
         { { SARAP_REASON_AWAITS_APPROVAL, .dates = { held }, .code = SARAP_DECISION_CORRESPONDS },
           NULL,
           "The decision of 10.01.2026 (corresponds to the position held) is not approved yet: so "
           "far it counts only that the attestation was held." },
         { { SARAP_REASON_NEGATIVE_EARLIER_POSITION, .dates = { held, six }, .index = 0 },
           NULL,
           "The negative result of 10.01.2026 belongs to an earlier position; the present one has "
           "been held since 10.07.2026." },
         { { SARAP_REASON_NEGATIVE_TERM_COME, .dates = { held, six }, .index = 0 },
           NULL,
           "The result of 10.01.2026 was negative, but the next term, 10.07.2026, has begun." });
}

static void
test_statuses (void)
{
  SarapDate on = D (2026, 11, 22), day = D (2026, 12, 14);

#define STATUS(status, date, days)                                                                 \
  { SARAP_REASON_STATUS, .dates = { on, date }, .number = days, .code = SARAP_STATUS_##status,     \
    .index = -1 }
  CHECK (
      { STATUS (NOT_IN_SERVICE, 0, 0), NULL, "On 22.11.2026 no attestation is owed." },
      { STATUS (UPCOMING, day, 22), NULL,
        "On 22.11.2026 the attestation is still to come: it may be held from 14.12.2026 (until "
        "then: 22 days)." },
      { STATUS (UPCOMING, on + 90, 90), NULL,
        "On 22.11.2026 the attestation is still to come: it may be held from 20.02.2027 (until "
        "then: 90 days)." },
      { STATUS (UPCOMING, on + 91, 91), NULL,
        "On 22.11.2026 the attestation is still to come: it may be held from 21.02.2027 (until "
        "then: 2 months)." },
      { STATUS (UPCOMING, D (2029, 6, 30), 951), NULL,
        "On 22.11.2026 the attestation is still to come: it may be held from 30.06.2029 (until "
        "then: 2 y 7 mo)." },
      { STATUS (UPCOMING, 0, 0), NULL,
        "On 22.11.2026 the attestation is still to come: it may be held only when the open "
        "deferral has ended." },
      { STATUS (DUE, day, 22), NULL,
        "On 22.11.2026 the officer is due for attestation: the last day is 14.12.2026, 22 days "
        "are left." },
      { STATUS (DUE, on + 1, 1), NULL,
        "On 22.11.2026 the officer is due for attestation: the last day is 23.11.2026, 1 day is "
        "left." },
      { STATUS (DUE, on, 0), NULL,
        "On 22.11.2026 the officer is due for attestation: it is the last day." },
      { STATUS (DUE, 0, 0), NULL,
        "On 22.11.2026 the officer is due for attestation; there is no last day as long as a "
        "deferral is open." },
      { STATUS (OVERDUE, on - 5, -5), NULL,
        "On 22.11.2026 the attestation is overdue: its last day was 17.11.2026, 5 days before." },
      { STATUS (REATTESTATION_UPCOMING, day, 22), NULL,
        "On 22.11.2026 the re-attestation is still to come: it may be held from 14.12.2026 "
        "(until then: 22 days)." },
      { STATUS (REATTESTATION_DUE, 0, 0), NULL,
        "On 22.11.2026 the officer is due for re-attestation." },
      { STATUS (NEGATIVE, 0, 0), NULL,
        "On 22.11.2026 the approved result is negative: it is a ground to end the service in "
        "the customs bodies. The head decides; the HR service prepares the papers." });
}

static void
test_deferred (void)
{
  SarapDate on = D (2026, 11, 22), last = D (2026, 12, 14), held = D (2026, 1, 10);

#define DEFERRED(kind, end, cause)                                                                 \
  { SARAP_REASON_STATUS, .dates = { on, end, cause }, .number = SARAP_DEFERRAL_##kind,             \
    .code = SARAP_STATUS_DEFERRED, .index = 0 }
  CHECK ({ DEFERRED (CHILDCARE, last, 0), NULL,
           "On 22.11.2026 the attestation is deferred (childcare leave) up to 14.12.2026, that day "
           "included; none is held during that time." },
         { DEFERRED (ABSENCE, 0, 0), NULL,
           "On 22.11.2026 the attestation is deferred (absence for a valid reason); the last day "
           "of the deferral is not known yet, and none is held during it." },
         { DEFERRED (CHILDCARE, last, held), NULL,
           "On 22.11.2026 the re-attestation is deferred (childcare leave) up to 14.12.2026, that "
           "day included; none is held during that time." },
         { DEFERRED (CHILDCARE, 0, held), NULL,
           "On 22.11.2026 the re-attestation is deferred (childcare leave); the last day of the "
           "deferral is not known yet, and none is held during it." },
         { DEFERRED (PREGNANCY, last, 0), NULL,
           "On 22.11.2026 the officer is not subject to attestation (pregnancy), up to 14.12.2026, "
           "that day included." },
         { DEFERRED (PREGNANCY, 0, held), NULL,
           "On 22.11.2026 the officer is not subject to attestation (pregnancy); the last day of "
           "that is not known yet." });
}

static void
test_commissions (void)
{
  CHECK ({ { SARAP_REASON_CENTRAL_BODY, .index = 0 },
           NULL,
           "The Central commission attests: it hears everyone who serves in the agency itself." },
         { { SARAP_REASON_CENTRAL_CATEGORY, .code = SARAP_CATEGORY_DEPARTMENT_HEAD },
           NULL,
           "The Central commission attests: the position is of the category “head of a "
           "department”, and in the territorial bodies it hears the heads and their deputies." },
         { { SARAP_REASON_BODY_COMMISSION, .index = 0 },
           "Almaty",
           "A commission of the officer’s own body attests: Almaty." },
         { { SARAP_REASON_BODY_COMMISSION, .index = 0 },
           NULL,
           "A commission of the officer’s own body attests." });
}

static void
test_small_words (void)
{
  g_autofree char *paragraph = sarap_format_paragraph (36, FALSE);
  g_autofree char *marked = sarap_format_paragraph (6, TRUE), *none = sarap_format_paragraph (0, 0);
  g_autofree char *left = sarap_format_days_left (22), *one = sarap_format_days_left (1);
  g_autofree char *today = sarap_format_days_left (0), *late = sarap_format_days_left (-5);
  g_autofree char *length = sarap_format_length (&(SarapServiceLength){ 15, 5, 12 });
  g_autofree char *code = sarap_format_code (sarap_outcomes, SARAP_OUTCOME_REFUSED);

  g_assert_cmpstr (paragraph, ==, "§36");
  g_assert_cmpstr (marked, ==, "§6*");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (left, ==, "22 days left");
  g_assert_cmpstr (one, ==, "1 day left");
  g_assert_cmpstr (today, ==, "today is the last day");
  g_assert_cmpstr (late, ==, "5 days late");
  g_assert_cmpstr (length, ==, "15 y 5 mo");
  g_assert_cmpstr (code, ==, "not approved by the head");
  g_assert_cmpstr (sarap_format_in_language ("kk", "ru"), ==, "kk");
  g_assert_cmpstr (sarap_format_in_language (NULL, "ru"), ==, "ru");
}

/* A random career, with every kind of record */
static void
make_career (GRand *rand, GArray *service, GArray *deferrals, GArray *held)
{
  SarapDate first = D (2000, 1, 1);

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    {
      SarapServiceRecord record = { .employer_kind = g_rand_int_range (rand, 1, 4) };

      record.start = first + g_rand_int_range (rand, 0, 9000);
      record.end = g_rand_boolean (rand) ? 0 : record.start + g_rand_int_range (rand, 0, 3000);
      record.category = record.employer_kind == SARAP_EMPLOYER_CUSTOMS
                            ? g_rand_int_range (rand, 1, SARAP_CATEGORY_OFFICIAL + 1)
                            : 0;
      record.central = g_rand_boolean (rand);
      g_array_append_val (service, record);
    }
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      SarapDeferral deferral = { .kind = g_rand_int_range (rand, 1, 4) };

      deferral.start = first + g_rand_int_range (rand, 0, 10000);
      deferral.end = g_rand_boolean (rand) ? 0 : deferral.start + g_rand_int_range (rand, 0, 900);
      g_array_append_val (deferrals, deferral);
    }
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    {
      SarapAttestation attestation = { g_rand_int_range (rand, 1, 3),
                                       first + g_rand_int_range (rand, 0, 10000),
                                       g_rand_int_range (rand, 1, 4),
                                       g_rand_int_range (rand, 0, 4) };

      g_array_append_val (held, attestation);
    }
}

/* Whatever happened to somebody, every step can be said, and the few that are read first are a part
   of them, no more than six, with the one that tells the dates */
static void
test_every_career_is_said (void)
{
  const guint32 seed = 394;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint kinds_seen[64] = { 0 };

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GArray) service = g_array_new (FALSE, TRUE, sizeof (SarapServiceRecord));
      g_autoptr (GArray) deferrals = g_array_new (FALSE, TRUE, sizeof (SarapDeferral));
      g_autoptr (GArray) held = g_array_new (FALSE, TRUE, sizeof (SarapAttestation));
      g_autoptr (GArray) reasons = sarap_reasons_new ();
      g_autoptr (GArray) brief = NULL;
      SarapStanding standing;

      make_career (rand, service, deferrals, held);
      sarap_rules_standing (&(SarapCareer){ (gpointer) service->data, service->len,
                                            (gpointer) deferrals->data, deferrals->len,
                                            (gpointer) held->data, held->len },
                            D (2026, 11, 22), &standing, reasons);
      for (guint i = 0; i < reasons->len; i++)
        {
          const SarapReason *reason = &g_array_index (reasons, SarapReason, i);
          g_autofree char *sentence = sarap_format_reason (reason);
          g_autofree char *named = sarap_format_reason_with (reason, name_it, (gpointer) "NAME");

          kinds_seen[reason->kind]++;
          if (!g_str_has_suffix (sentence, ".") || strstr (sentence, "(null)") != NULL ||
              strstr (named, "(null)") != NULL)
            g_error ("seed %u, round %d: %s / %s", seed, round, sentence, named);
        }
      brief = sarap_reasons_brief (reasons);
      g_assert_cmpuint (brief->len, <=, 6);
      g_assert_cmpuint (brief->len, >, 0);
      for (guint i = 0; i < brief->len; i++)
        g_assert_cmpuint (g_array_index (brief, guint, i), <, reasons->len);
    }
  /* or the test says nothing of those kinds */
  for (guint kind = SARAP_REASON_NOT_IN_SERVICE; kind <= SARAP_REASON_NEGATIVE_TERM_COME; kind++)
    if (kinds_seen[kind] == 0)
      g_error ("seed %u: no career had a reason of kind %u", seed, kind);
}

/* That a service does not count is read at a glance, whatever else there is */
static void
test_brief_has_what_does_not_count (void)
{
  static const SarapReason steps[] = {
    { SARAP_REASON_POSITION_SINCE },
    { SARAP_REASON_SERVICE_JOINED, .number = 41, .code = SARAP_EMPLOYER_STATE },
    { SARAP_REASON_SERVICE_BROKEN_GAP },
    { SARAP_REASON_CONTINUOUS_SINCE },
    { SARAP_REASON_LAST_REGULAR },
    { SARAP_REASON_TERM },
    { SARAP_REASON_WINDOW_DEFERRED },
    { SARAP_REASON_WINDOW },
    { SARAP_REASON_STATUS, .code = SARAP_STATUS_DUE },
    { SARAP_REASON_BODY_COMMISSION },
  };
  g_autoptr (GArray) reasons = sarap_reasons_new ();
  g_autoptr (GArray) brief = NULL;
  gboolean told = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    sarap_reasons_add (reasons, &steps[i]);
  brief = sarap_reasons_brief (reasons);
  for (guint i = 0; i < brief->len; i++)
    told = told || g_array_index (brief, guint, i) == 2;
  g_assert_true (told);
}

/* Until when somebody is deferred, and what comes then: as far as it is known */
static void
test_deferred_until (void)
{
  const SarapDate on = sarap_date_new (2026, 11, 29);
  const SarapDate end = sarap_date_new (2026, 12, 22), deadline = sarap_date_new (2027, 3, 13);
  const struct
  {
    SarapDeferral deferrals[2];
    SarapDate deadline;
    const char *said;
  } cases[] = {
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end } },
      deadline,
      "%s · last day 22.12.2026, then to be attested by 13.03.2027" },
    /* the next one follows without a day between */
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end - 7 }, { SARAP_DEFERRAL_ABSENCE, end - 6, end } },
      deadline,
      "%s · last day 22.12.2026, then to be attested by 13.03.2027" },
    /* and here there is one */
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end }, { SARAP_DEFERRAL_ABSENCE, end + 2, end + 9 } },
      deadline,
      "%s · last day 22.12.2026, then to be attested by 13.03.2027" },
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end } }, SARAP_DATE_NONE, "%s · last day 22.12.2026" },
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end } },
      on - 1,
      "%s · last day 22.12.2026, the attestation was due by 28.11.2026" },
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, SARAP_DATE_NONE } }, deadline, "%s · until it ends" },
    { { { SARAP_DEFERRAL_ABSENCE, on - 9, end },
        { SARAP_DEFERRAL_ABSENCE, end + 1, SARAP_DATE_NONE } },
      deadline,
      "%s · until it ends" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SarapCareer career = { .deferrals = cases[i].deferrals,
                             .n_deferrals = cases[i].deferrals[1].start != 0 ? 2 : 1 };
      SarapStanding standing = { .status = SARAP_STATUS_DEFERRED,
                                 .deferral = SARAP_DEFERRAL_ABSENCE,
                                 .deadline = cases[i].deadline };
      const char *kind = sarap_code_label (sarap_deferral_kinds, SARAP_DEFERRAL_ABSENCE);
      g_autofree char *said = sarap_format_deferred (&career, &standing, on);

      g_assert_true (g_str_has_prefix (said, kind));
      g_assert_cmpstr (said + strlen (kind), ==, cases[i].said + strlen ("%s"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/service", test_service);
  g_test_add_func ("/sentences/terms", test_terms);
  g_test_add_func ("/sentences/deferrals", test_deferrals);
  g_test_add_func ("/sentences/pregnancy", test_pregnancy);
  g_test_add_func ("/sentences/again", test_again);
  g_test_add_func ("/sentences/statuses", test_statuses);
  g_test_add_func ("/sentences/deferred", test_deferred);
  g_test_add_func ("/sentences/deferred-until", test_deferred_until);
  g_test_add_func ("/sentences/commissions", test_commissions);
  g_test_add_func ("/sentences/small-words", test_small_words);
  g_test_add_func ("/sentences/every-career-is-said", test_every_career_is_said);
  g_test_add_func ("/sentences/brief-has-what-does-not-count", test_brief_has_what_does_not_count);
  return g_test_run ();
}

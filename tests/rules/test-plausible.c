/* app/rules/README.md 11 and 10: what cannot be, and what should be looked at again */

#include "sarap-model.h"
#include "sarap-test-part.h"

#include "rules/sarap-plausible.h"

#include <string.h>

#define TODAY "2026-11-30"
#define SERVES "customs 2010-05-10 -"

/* Valid numbers of a man and a woman born on 10 March 1985 */
#define MAN "850310300011"
#define WOMAN "850310400018"

typedef struct
{
  const char *person; /* "m" or "f", birth date, IIN or "-" */
  const char *career;
  const char *warnings; /* as say_warnings() has them */
} Line;

static void
say_date (GString *said, const char *before, SarapDate date)
{
  char text[SARAP_DATE_TEXT];

  g_string_append_printf (said, "%s%s", before,
                          date != SARAP_DATE_NONE ? sarap_date_to_text (date, text) : "-");
}

/* "KIND [refused] [§N]… [house] PART INDEX [OTHER INDEX] DATE… NUMBER CODE", parts divided by "; "
 */
static char *
say_warnings (const SarapWarnings *warnings)
{
  static const char *const parts[] = { "-", "officer", "service", "deferral", "attestation" };
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const SarapWarning *warning = &g_array_index (warnings, SarapWarning, i);

      g_string_append_printf (said, "%s%s%s", i > 0 ? "; " : "",
                              sarap_code_text (sarap_warning_kinds, (int) warning->kind),
                              warning->refused ? " refused" : "");
      for (guint p = 0; p < SARAP_WARNING_PARAGRAPHS; p++)
        if (warning->paragraphs[p] != 0)
          g_string_append_printf (said, " §%u", warning->paragraphs[p]);
      g_string_append_printf (said, "%s %s %d", warning->house_rule ? " house" : "",
                              parts[warning->part], warning->index);
      if (warning->other_part != SARAP_PART_NONE)
        g_string_append_printf (said, " %s %d", parts[warning->other_part], warning->other);
      for (guint d = 0; d < G_N_ELEMENTS (warning->dates); d++)
        say_date (said, " ", warning->dates[d]);
      g_string_append_printf (said, " %d %d", warning->number, warning->code);
    }
  return g_string_free (said, FALSE);
}

static void
read_person (const char *person, SarapFileFacts *facts, char iin[16])
{
  g_auto (GStrv) words = g_strsplit (person, " ", 3);

  facts->sex = sarap_code_find (sarap_sexes, words[0], -1);
  facts->birth_date = sarap_text_date (words[1]);
  g_strlcpy (iin, words[2], 16);
  facts->iin = strcmp (iin, "-") != 0 ? iin : NULL;
}

static void
check_on (const char *today, const Line *lines, gsize n_lines)
{
  for (gsize i = 0; i < n_lines; i++)
    {
      SarapTextCareer room;
      SarapFileFacts facts = { NULL };
      g_autoptr (GArray) warnings = sarap_warnings_new ();
      g_autofree char *said = NULL;
      char iin[16];

      g_test_message ("%s; %s", lines[i].person, lines[i].career);
      read_person (lines[i].person, &facts, iin);
      facts.career = *sarap_text_career (&room, lines[i].career);
      sarap_rules_warnings (&facts, sarap_text_date (today), warnings);
      said = say_warnings (warnings);
      g_assert_cmpstr (said, ==, lines[i].warnings);
    }
}

#define CHECK(lines) check_on (TODAY, lines, G_N_ELEMENTS (lines))
#define F "f 1985-03-10 " WOMAN
#define M "m 1985-03-10 " MAN

/* Two customs records; service elsewhere beside customs service (§5, §6) */
static void
test_days_of_service (void)
{
  static const Line lines[] = {
    { F, "", "" },
    { F, SERVES, "" },
    { F, "customs 2010-05-10 2015-03-01; customs 2015-03-02 -", "" },
    /* the same day is enough */
    { F, "customs 2010-05-10 2015-03-02; customs 2015-03-02 -",
      "customs-overlap §5 service 1 service 0 2015-03-02 2015-03-02 2010-05-10 1 0" },
    { F, "customs 2015-03-02 -; customs 2010-05-10 2015-03-16",
      "customs-overlap §5 service 0 service 1 2015-03-02 2015-03-16 2010-05-10 15 0" },
    /* both still last */
    { F, "customs 2010-05-10 -; customs 2015-03-02 -",
      "customs-overlap §5 service 1 service 0 2015-03-02 - 2010-05-10 0 0" },
    /* each once, beside the one that lasts longest */
    { F, "customs 2010-05-10 -; customs 2011-01-01 2011-12-31; customs 2011-06-01 2012-06-01",
      "customs-overlap §5 service 1 service 0 2011-01-01 2011-12-31 2010-05-10 365 0; "
      "customs-overlap §5 service 2 service 0 2011-06-01 2012-06-01 2010-05-10 367 0" },
    { F, "state 2005-01-01 2010-05-09; " SERVES, "" },
    { F, "state 2005-01-01 2010-05-10; " SERVES,
      "service-elsewhere §5 §6 service 0 service 1 2010-05-10 2010-05-10 2010-05-10 1 2" },
    { F, SERVES "; other 2012-02-01 2012-02-15",
      "service-elsewhere §5 §6 service 1 service 0 2012-02-01 2012-02-15 2010-05-10 15 3" },
    { F, SERVES "; other 2012-02-01 -",
      "service-elsewhere §5 §6 service 1 service 0 2012-02-01 - 2010-05-10 0 3" },
    /* two positions elsewhere at once are nobody's concern */
    { F, "other 2006-02-01 2008-01-01; state 2006-05-01 2009-01-01; " SERVES, "" },
  };

  CHECK (lines);
}

/* The sixteenth birthday, and more than a year ahead */
static void
test_when_service_begins (void)
{
  static const Line lines[] = {
    { "f 2004-02-29 -", "customs 2020-02-29 -", "" },
    { "f 2004-02-29 -", "customs 2020-02-28 -",
      "service-before-sixteen house service 0 2020-02-28 2020-02-29 - 0 0" },
    { M, "other 1975-01-01 1980-01-01; " SERVES,
      "service-before-sixteen house service 0 1975-01-01 2001-03-10 - 0 0" },
    { M, "customs 2027-11-30 -", "" },
    { M, "customs 2027-12-01 -", "service-far-ahead house service 0 2027-12-01 2027-11-30 - 0 0" },
    { M, "customs 2203-01-01 -", "service-far-ahead house service 0 2203-01-01 2027-11-30 - 0 0" },
    /* nothing is known of the birth */
    { "m - -", "customs 1899-01-01 -", "" },
  };

  CHECK (lines);
}

/* §3: two deferrals at once, one longer than its kind lasts, a man's */
static void
test_deferrals (void)
{
  static const Line lines[] = {
    { F, SERVES "; pregnancy 2026-01-01 2026-06-30; childcare 2026-07-01 -", "" },
    { F, SERVES "; pregnancy 2026-01-01 2026-07-01; childcare 2026-07-01 -",
      "deferral-overlap §3 deferral 1 deferral 0 2026-07-01 2026-07-01 2026-01-01 1 0" },
    { F, SERVES "; pregnancy 2026-01-30 -", "" },
    { F, SERVES "; pregnancy 2026-01-29 -",
      "deferral-open-long §3 house deferral 0 2026-01-29 2026-11-29 - 10 1" },
    { F, SERVES "; childcare 2023-08-30 -", "" },
    { F, SERVES "; childcare 2023-08-29 -",
      "deferral-open-long §3 house deferral 0 2023-08-29 2026-11-29 - 39 2" },
    { M, SERVES "; absence 2025-11-30 -", "" },
    { M, SERVES "; absence 2025-11-29 -",
      "deferral-open-long §3 house deferral 0 2025-11-29 2026-11-29 - 12 3" },
    /* a study of two years: told while it lasts */
    { M, SERVES "; absence 2024-12-01 2026-11-29", "" },
    { M, SERVES "; absence 2024-12-01 2026-11-30",
      "deferral-ends-late §3 house deferral 0 2024-12-01 2025-12-01 2026-11-30 12 3" },
    { F, SERVES "; childcare 2026-01-01 2206-01-01",
      "deferral-ends-late §3 house deferral 0 2026-01-01 2029-04-01 2206-01-01 39 2" },
    { F, SERVES "; absence 2027-11-30 2027-12-31", "" },
    { F, SERVES "; absence 2027-12-01 2027-12-31",
      "deferral-far-ahead house deferral 0 2027-12-01 2027-11-30 - 0 0" },
    { M, SERVES "; pregnancy 2026-10-01 2026-11-01; childcare 2026-11-02 -",
      "deferral-of-man §3 §31 deferral 0 2026-10-01 - - 0 1; "
      "deferral-of-man §3 §31 deferral 1 2026-11-02 - - 0 2" },
    { "- 1985-03-10 -", SERVES "; childcare 2026-11-02 -", "" },
  };

  CHECK (lines);
}

#define OK "corresponds approved "

/* §3, §5: on a day on which it could not be held */
static void
test_day_of_attestation (void)
{
  static const Line lines[] = {
    { F, SERVES "; regular 2013-06-01 " OK "2013-06-20", "" },
    { F, SERVES "; absence 2013-05-01 2013-06-01; regular 2013-06-01 " OK "2013-06-20",
      "attested-while-deferred §3 attestation 0 deferral 0 2013-06-01 2013-05-01 2013-06-01 0 3" },
    { F, SERVES "; absence 2013-05-01 2013-05-31; regular 2013-06-01 " OK "2013-06-20", "" },
    { F, SERVES "; childcare 2025-06-01 -; regular 2025-06-02 " OK "2025-06-20",
      "attested-while-deferred §3 attestation 0 deferral 0 2025-06-02 2025-06-01 - 0 2" },
    /* before all service; in a gap of it; and not in an earlier service that counts no more */
    { F, SERVES "; regular 2005-06-01 " OK "2005-06-20",
      "attested-out-of-service §5 attestation 0 2005-06-01 - - 0 0" },
    { F, "customs 2005-01-01 2010-01-31; customs 2010-03-01 -; regular 2010-02-01 " OK "2010-02-20",
      "attested-out-of-service §5 attestation 0 2010-02-01 - - 0 0" },
    { F, "customs 2005-01-01 2010-01-31; customs 2018-03-01 -; regular 2008-02-01 " OK "2008-02-20",
      "" },
    /* six months in the position */
    { F, SERVES "; regular 2010-11-10 " OK "2010-11-20", "" },
    { F, SERVES "; regular 2010-11-09 " OK "2010-11-20",
      "attested-soon §5 attestation 0 service 0 2010-11-09 2010-05-10 2010-11-10 0 0" },
    { F, "customs 2010-05-10 2013-01-31; customs 2013-02-01 -; regular 2013-06-01 " OK "2013-06-20",
      "attested-soon §5 attestation 0 service 1 2013-06-01 2013-02-01 2013-08-01 0 0" },
    /* what was annulled was not held (§44) */
    { F, SERVES "; childcare 2025-06-01 -; regular 2025-06-02 corresponds annulled 2025-09-20",
      "" },
  };

  CHECK (lines);
}

#define AGAIN "reattestation approved "

/* §36, §42 */
static void
test_reattestation (void)
{
#define CAUSE SERVES "; regular 2013-06-03 " AGAIN "2013-06-20; "
#define REFUSED SERVES "; regular 2013-06-03 corresponds refused 2013-06-20; "
  static const Line lines[] = {
    { F, CAUSE "reattestation 2013-12-03 " OK "2013-12-20", "" },
    { F, CAUSE "reattestation 2013-12-02 " OK "2013-12-20",
      "reattestation-early §36 attestation 1 attestation 0 2013-12-02 2013-06-03 2013-12-03 0 0" },
    { F, REFUSED "reattestation 2013-12-03 " OK "2013-12-20", "" },
    { F, REFUSED "reattestation 2013-12-02 " OK "2013-12-20",
      "reattestation-early §36 §42 house attestation 1 attestation 0 2013-12-02 2013-06-03 "
      "2013-12-03 0 0" },
    { F, SERVES "; reattestation 2013-12-02 " OK "2013-12-20",
      "reattestation-no-cause §36 attestation 0 2013-12-02 - - 0 0" },
    { F, SERVES "; regular 2013-06-03 " OK "2013-06-20; reattestation 2013-12-03 " OK "2013-12-20",
      "reattestation-no-cause §36 attestation 1 attestation 0 2013-12-03 2013-06-03 - 0 0" },
    /* decided so, but not approved */
    { F, SERVES "; regular 2013-06-03 reattestation -; reattestation 2013-12-03 " OK "2013-12-20",
      "reattestation-no-cause §36 attestation 1 attestation 0 2013-12-03 2013-06-03 - 0 0" },
    /* one cause, one re-attestation */
    { F,
      CAUSE "reattestation 2013-12-03 " OK "2013-12-20; reattestation 2014-12-03 " OK "2014-12-20",
      "reattestation-no-cause §36 attestation 2 attestation 1 2014-12-03 2013-12-03 - 0 0" },
    /* its cause was annulled */
    { F,
      SERVES "; regular 2013-06-03 reattestation annulled 2013-06-20; reattestation 2013-12-03 " OK
             "2013-12-20",
      "reattestation-no-cause §36 attestation 1 2013-12-03 - - 0 0" },
    /* the next one was a regular one */
    { F, CAUSE "regular 2016-06-01 " OK "2016-06-20",
      "reattestation-not-held §36 attestation 0 attestation 1 2013-06-03 2016-06-01 - 0 0" },
    { F, REFUSED "regular 2016-06-01 " OK "2016-06-20",
      "reattestation-not-held §36 §42 attestation 0 attestation 1 2013-06-03 2016-06-01 - 0 0" },
    { F, CAUSE "reattestation 2013-12-03 " OK "2013-12-20; regular 2016-06-01 " OK "2016-06-20",
      "" },
    /* still owed: no contradiction */
    { F, SERVES "; regular 2026-06-03 " AGAIN "2026-06-20", "" },
    /* after a break that ended the service the cause counts no more */
    { F,
      "customs 2010-05-10 2014-01-31; customs 2018-03-01 -; regular 2013-06-03 " AGAIN
      "2013-06-20; regular 2021-03-02 " OK "2021-03-20",
      "" },
    { F,
      "customs 2010-05-10 2013-07-31; customs 2018-03-01 -; regular 2013-06-03 " AGAIN
      "2013-06-20; reattestation 2018-10-02 " OK "2018-10-20",
      "reattestation-no-cause §36 attestation 1 2018-10-02 - - 0 0" },
    /* in a new position: §36 has a day of its own */
    { F,
      "customs 2010-05-10 2013-10-31; customs 2013-11-01 -; regular 2013-06-03 " AGAIN
      "2013-06-20; reattestation 2013-12-03 " OK "2013-12-20",
      "" },
  };

  CHECK (lines);
}

/* §39; and what cannot be */
static void
test_outcome (void)
{
  static const Line lines[] = {
    { F, SERVES "; regular 2024-01-31 " OK "2024-02-29", "" },
    { F, SERVES "; regular 2024-01-31 " OK "2024-03-01",
      "outcome-late §39 attestation 0 2024-01-31 2024-03-01 2024-02-29 1 1" },
    { F, SERVES "; regular 2024-01-31 corresponds refused 2024-03-10",
      "outcome-late §39 attestation 0 2024-01-31 2024-03-10 2024-02-29 10 2" },
    /* an appeal takes what it takes */
    { F, SERVES "; regular 2024-01-31 corresponds annulled 2025-03-10", "" },
    { F, SERVES "; regular 2024-01-31 corresponds -", "" },
    { F, SERVES "; regular " TODAY " " OK TODAY, "" },
    { F, SERVES "; regular 2026-12-01 " OK "2026-12-02",
      "attestation-ahead refused house attestation 0 2026-12-01 2026-11-30 - 0 0" },
    { F, SERVES "; regular " TODAY " " OK "2026-12-01",
      "outcome-ahead refused house attestation 0 2026-11-30 2026-12-01 2026-11-30 0 1" },
    { F, SERVES "; regular 2025-01-31 corresponds annulled 2026-12-01",
      "outcome-ahead refused house attestation 0 2025-01-31 2026-12-01 2026-11-30 0 3" },
  };

  CHECK (lines);
}

/* app/rules/README.md 10; a number that is none is the fault of another place */
static void
test_iin (void)
{
  static const Line lines[] = {
    { M, "", "" },
    { "m 1985-03-11 " MAN, "", "iin-birth-date officer 0 1985-03-11 1985-03-10 - 0 0" },
    { "f 1985-03-10 " MAN, "", "iin-sex officer 0 - - - 0 2" },
    { "m 1985-03-11 " WOMAN, "",
      "iin-birth-date officer 0 1985-03-11 1985-03-10 - 0 0; iin-sex officer 0 - - - 0 1" },
    { "m 1985-03-11 850310300012", "", "" },
    { "m 1985-03-11 8503103000", "", "" },
  };

  CHECK (lines);
}

/* Properties ----------------------------------------------------------------------------------- */

static SarapFileFacts
make_facts (GRand *rand, SarapTextCareer *room, SarapDate *today)
{
  SarapFileFacts facts = { NULL };

  *today = sarap_model_make (rand, room);
  for (guint i = 0; i < room->career.n_attestations; i++)
    if (room->attestations[i].outcome != SARAP_OUTCOME_NONE)
      room->attestations[i].outcome_date =
          room->attestations[i].date + g_rand_int_range (rand, 0, 40);
  facts.sex = g_rand_boolean (rand) ? SARAP_SEX_MALE : SARAP_SEX_FEMALE;
  facts.birth_date =
      sarap_date_add_months (room->service[0].start, -12 * g_rand_int_range (rand, 15, 40));
  facts.iin = g_rand_boolean (rand) ? MAN : WOMAN;
  facts.career = room->career;
  return facts;
}

/* Seed 1: standings are the same with and without the question, and nothing is written */
static void
test_changes_nothing (void)
{
  GRand *rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000 / (int) sarap_test_one_in (); i++)
    {
      SarapTextCareer room, kept;
      SarapDate today;
      SarapFileFacts facts = make_facts (rand, &room, &today);
      SarapStanding before, after;
      g_autoptr (GArray) warnings = sarap_warnings_new ();

      kept = room;
      sarap_rules_standing (&room.career, today, &before, NULL);
      sarap_rules_warnings (&facts, today, warnings);
      sarap_rules_standing (&room.career, today, &after, NULL);
      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
      g_assert_cmpmem (&kept, sizeof kept, &room, sizeof room);
    }
  g_rand_free (rand);
}

static gboolean
shares_a_day (SarapDate start, SarapDate end, SarapDate other_start, SarapDate other_end)
{
  return start <= sarap_date_or_far (other_end) && other_start <= sarap_date_or_far (end);
}

/* How many deferrals share a day with one that stands before them in the order of first days */
static guint
count_overlaps (const SarapCareer *career)
{
  guint n = 0;

  for (guint i = 0; i < career->n_deferrals; i++)
    {
      const SarapDeferral *one = &career->deferrals[i];
      gboolean met = FALSE;

      for (guint j = 0; j < career->n_deferrals; j++)
        {
          const SarapDeferral *other = &career->deferrals[j];
          SarapDate last = sarap_date_or_far (one->end);
          SarapDate other_last = sarap_date_or_far (other->end);
          gboolean first =
              other->start < one->start ||
              (other->start == one->start && (other_last > last || (other_last == last && j < i)));

          met = met ||
                (i != j && first && shares_a_day (one->start, one->end, other->start, other->end));
        }
      n += met;
    }
  return n;
}

/* Seed 2: no pair of records that share a day is missed, and none told twice */
static void
test_overlaps_are_all (void)
{
  GRand *rand = g_rand_new_with_seed (2);

  for (int i = 0; i < 20000 / (int) sarap_test_one_in (); i++)
    {
      SarapTextCareer room;
      SarapDate today;
      SarapFileFacts facts = make_facts (rand, &room, &today);
      g_autoptr (GArray) warnings = sarap_warnings_new ();
      guint n = 0;

      sarap_rules_warnings (&facts, today, warnings);
      for (guint w = 0; w < warnings->len; w++)
        {
          const SarapWarning *warning = &g_array_index (warnings, SarapWarning, w);
          const SarapDeferral *all = room.deferrals;

          if (warning->kind != SARAP_WARNING_DEFERRAL_OVERLAP)
            continue;
          n++;
          g_assert_true (shares_a_day (all[warning->index].start, all[warning->index].end,
                                       all[warning->other].start, all[warning->other].end));
        }
      g_assert_cmpuint (n, ==, count_overlaps (&room.career));
    }
  g_rand_free (rand);
}

static gboolean
has_attestation_on (const SarapCareer *career, SarapDate day)
{
  for (guint i = 0; i < career->n_attestations; i++)
    if (career->attestations[i].date == day)
      return TRUE;
  return FALSE;
}

/* Seed 3: what is held on a day on which the program itself would have it held is plausible */
static void
test_what_is_due_is_plausible (void)
{
  GRand *rand = g_rand_new_with_seed (3);
  guint n_held = 0;

  for (int i = 0; i < 40000 / (int) sarap_test_one_in (); i++)
    {
      SarapTextCareer room;
      SarapDate today;
      SarapFileFacts facts = make_facts (rand, &room, &today);
      g_autoptr (GArray) warnings = sarap_warnings_new ();
      SarapStanding standing;
      guint n = room.career.n_attestations;
      gboolean again;

      sarap_rules_standing (&room.career, today, &standing, NULL);
      again = standing.status == SARAP_STATUS_REATTESTATION_DUE;
      /* two of one day have an order of their own */
      if (has_attestation_on (&room.career, today))
        continue;
      if (!again && standing.status != SARAP_STATUS_DUE && standing.status != SARAP_STATUS_OVERDUE)
        continue;
      n_held++;
      room.attestations[n] =
          (SarapAttestation){ again ? SARAP_ATTESTATION_REATTESTATION : SARAP_ATTESTATION_REGULAR,
                              today, SARAP_DECISION_CORRESPONDS, SARAP_OUTCOME_APPROVED, today };
      facts.career.n_attestations = n + 1;
      sarap_rules_warnings (&facts, today, warnings);
      for (guint w = 0; w < warnings->len; w++)
        {
          const SarapWarning *warning = &g_array_index (warnings, SarapWarning, w);

          g_assert_false (warning->part == SARAP_PART_ATTESTATION && warning->index == (int) n);
          /* nor does it contradict what was before it */
          g_assert_false (warning->other_part == SARAP_PART_ATTESTATION &&
                          warning->other == (int) n &&
                          warning->kind == SARAP_WARNING_REATTESTATION_NOT_HELD);
        }
    }
  g_assert_cmpuint (n_held, >, 2000 / sarap_test_one_in ());
  g_rand_free (rand);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Without the places of the records, in any order */
static char *
say_without_places (const SarapWarnings *warnings)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < warnings->len; i++)
    {
      SarapWarning warning = g_array_index (warnings, SarapWarning, i);
      g_autoptr (GArray) one = sarap_warnings_new ();

      warning.index = warning.other = 0;
      g_array_append_val (one, warning);
      g_ptr_array_add (texts, say_warnings (one));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
reverse (gpointer items, guint n, gsize size)
{
  guint8 kept[64];

  g_assert (size <= sizeof kept);
  for (guint i = 0; i < n / 2; i++)
    {
      guint8 *a = (guint8 *) items + i * size, *b = (guint8 *) items + (n - 1 - i) * size;

      memcpy (kept, a, size);
      memcpy (a, b, size);
      memcpy (b, kept, size);
    }
}

/* Two of one key, which no database keeps, have no order of their own */
static gboolean
has_twins (const SarapCareer *career)
{
  for (guint i = 0; i < career->n_attestations; i++)
    for (guint j = 0; j < i; j++)
      if (career->attestations[i].date == career->attestations[j].date &&
          career->attestations[i].kind == career->attestations[j].kind)
        return TRUE;
  return FALSE;
}

/* Seed 4: the order of the records decides nothing */
static void
test_ignores_order (void)
{
  GRand *rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 20000 / (int) sarap_test_one_in (); i++)
    {
      SarapTextCareer room;
      SarapDate today;
      SarapFileFacts facts = make_facts (rand, &room, &today);
      g_autoptr (GArray) warnings = sarap_warnings_new (), again = sarap_warnings_new ();
      g_autofree char *before = NULL, *after = NULL;

      if (has_twins (&room.career))
        continue;
      sarap_rules_warnings (&facts, today, warnings);
      reverse (room.service, room.career.n_service, sizeof room.service[0]);
      reverse (room.deferrals, room.career.n_deferrals, sizeof room.deferrals[0]);
      reverse (room.attestations, room.career.n_attestations, sizeof room.attestations[0]);
      sarap_rules_warnings (&facts, today, again);
      before = say_without_places (warnings);
      after = say_without_places (again);
      g_assert_cmpstr (before, ==, after);
    }
  g_rand_free (rand);
}

/* Seed 5: made-up careers reach every kind, and each has a word and a label of its own */
static void
test_reach (void)
{
  guint met[SARAP_WARNING_KINDS] = { 0 };
  GRand *rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 20000 / (int) sarap_test_one_in (); i++)
    {
      SarapTextCareer room;
      SarapDate today;
      SarapFileFacts facts = make_facts (rand, &room, &today);
      g_autoptr (GArray) warnings = sarap_warnings_new ();

      sarap_rules_warnings (&facts, today, warnings);
      for (guint w = 0; w < warnings->len; w++)
        met[g_array_index (warnings, SarapWarning, w).kind]++;
    }
  for (int kind = 1; kind < SARAP_WARNING_KINDS; kind++)
    {
      const char *word = sarap_code_text (sarap_warning_kinds, kind);

      g_test_message ("%s: %u", word, met[kind]);
      g_assert_cmpuint (met[kind], >, 20 / sarap_test_one_in ());
      g_assert_cmpint (sarap_code_find (sarap_warning_kinds, word, -1), ==, kind);
      g_assert_nonnull (sarap_code_label (sarap_warning_kinds, kind));
    }
  g_assert_null (sarap_warning_kinds[SARAP_WARNING_KINDS].code);
  g_rand_free (rand);
}

/* A file of very many records is looked at in a time that a person does not notice */
static void
test_many_records (void)
{
  const guint n = 100000;
  g_autofree SarapDeferral *deferrals = g_new0 (SarapDeferral, n);
  SarapFileFacts facts = { .career = { .deferrals = deferrals, .n_deferrals = n } };
  g_autoptr (GArray) warnings = sarap_warnings_new ();
  SarapDate today = sarap_text_date (TODAY);

  for (guint i = 0; i < n; i++)
    deferrals[i] = (SarapDeferral){ SARAP_DEFERRAL_ABSENCE, today - (SarapDate) i - 1, today };
  sarap_rules_warnings (&facts, today, warnings);
  g_assert_cmpuint (warnings->len, >=, n - 1);
  g_assert_cmpuint (warnings->len, <, 2 * n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/plausible/days-of-service", test_days_of_service);
  g_test_add_func ("/rules/plausible/when-service-begins", test_when_service_begins);
  g_test_add_func ("/rules/plausible/deferrals", test_deferrals);
  g_test_add_func ("/rules/plausible/day-of-attestation", test_day_of_attestation);
  g_test_add_func ("/rules/plausible/reattestation", test_reattestation);
  g_test_add_func ("/rules/plausible/outcome", test_outcome);
  g_test_add_func ("/rules/plausible/iin", test_iin);
  g_test_add_func ("/rules/plausible/changes-nothing", test_changes_nothing);
  g_test_add_func ("/rules/plausible/overlaps-are-all", test_overlaps_are_all);
  g_test_add_func ("/rules/plausible/what-is-due-is-plausible", test_what_is_due_is_plausible);
  g_test_add_func ("/rules/plausible/ignores-order", test_ignores_order);
  g_test_add_func ("/rules/plausible/reach", test_reach);
  g_test_add_func ("/rules/plausible/many-records", test_many_records);
  return g_test_run ();
}

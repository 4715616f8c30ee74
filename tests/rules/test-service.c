/* app/rules/README.md 2: who serves, since when, and for how long */

#include "sarap-career-text.h"

#include "rules/sarap-service.h"

static void
test_current (void)
{
  static const struct
  {
    const char *career;
    const char *on;
    int current;
  } lines[] = {
    { "", "2026-11-22", -1 },
    { "customs 2020-01-01 -", "2019-12-31", -1 },
    { "customs 2020-01-01 -", "2020-01-01", 0 },
    { "customs 2020-01-01 2026-11-22", "2026-11-22", 0 },
    { "customs 2020-01-01 2026-11-21", "2026-11-22", -1 },
    /* only customs counts as being in service */
    { "state 2020-01-01 -", "2026-11-22", -1 },
    { "other 2020-01-01 -", "2026-11-22", -1 },
    { "customs 2020-01-01 2026-11-21; state 2026-11-22 -", "2026-11-22", -1 },
    /* of several the one that began last, wherever it stands and however it ends */
    { "customs 2020-01-01 -; customs 2024-05-01 -", "2026-11-22", 1 },
    { "customs 2024-05-01 2027-01-01; customs 2020-01-01 -", "2026-11-22", 0 },
    { "customs 2020-01-01 -; customs 2024-05-01 2026-11-21", "2026-11-22", 0 },
    { "customs 2020-01-01 -; customs 2026-11-23 -", "2026-11-22", 0 },
    /* begun on one day: the longer, then the more senior one */
    { "customs 2020-01-01 2026-12-31; customs 2020-01-01 -", "2026-11-22", 1 },
    { "customs 2020-01-01 -; customs 2020-01-01 2026-12-31", "2026-11-22", 0 },
    { "customs 2020-01-01 - official; customs 2020-01-01 - head", "2026-11-22", 1 },
    { "customs 2020-01-01 - head; customs 2020-01-01 - official", "2026-11-22", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;

      g_test_message ("%s on %s", lines[i].career, lines[i].on);
      g_assert_cmpint (sarap_service_current (sarap_text_career (&room, lines[i].career),
                                              sarap_text_date (lines[i].on), NULL),
                       ==, lines[i].current);
    }
}

/* All on 22 November 2026 */
static void
test_continuous (void)
{
  static const struct
  {
    const char *career;
    const char *since;
  } lines[] = {
    { "customs 2020-05-10 -", "2020-05-10" },
    /* a new position without a gap */
    { "customs 2018-05-10 2020-05-09; customs 2020-05-10 -", "2018-05-10" },
    { "customs 2020-05-10 -; customs 2018-05-10 2020-05-09", "2018-05-10" },
    { "customs 2015-01-01 2018-05-09; customs 2018-05-10 2020-05-09; customs 2020-05-10 -",
      "2015-01-01" },
    /* three months after the last day, that day included */
    { "customs 2015-01-01 2020-02-10; customs 2020-05-10 -", "2015-01-01" },
    { "customs 2015-01-01 2020-02-09; customs 2020-05-10 -", "2020-05-10" },
    { "state 2015-01-01 2020-02-10; customs 2020-05-10 -", "2015-01-01" },
    { "state 2015-01-01 2020-02-09; customs 2020-05-10 -", "2020-05-10" },
    { "customs 2015-01-01 2025-11-30; customs 2026-02-28 -", "2015-01-01" },
    { "customs 2015-01-01 2025-11-29; customs 2026-02-28 -", "2015-01-01" },
    { "customs 2015-01-01 2025-11-27; customs 2026-02-28 -", "2026-02-28" },
    { "customs 2015-01-01 2025-11-30; customs 2026-03-01 -", "2026-03-01" },
    /* house rule: the bridge spans any two customs or state records */
    { "state 2012-01-01 2014-12-31; state 2015-03-01 2020-02-10; customs 2020-05-10 -",
      "2012-01-01" },
    { "customs 2012-01-01 2014-12-31; state 2015-03-01 2020-02-10; customs 2020-05-10 -",
      "2012-01-01" },
    { "customs 2012-01-01 2014-11-30; state 2015-03-01 2020-02-10; customs 2020-05-10 -",
      "2015-03-01" },
    /* another employer does not join */
    { "other 2012-01-01 2020-05-09; customs 2020-05-10 -", "2020-05-10" },
    { "state 2010-01-01 2011-12-31; other 2012-01-01 2020-05-09; customs 2020-05-10 -",
      "2020-05-10" },
    /* and breaks by a single day strictly within the gap */
    { "state 2015-01-01 2020-04-10; other 2020-04-20 2020-04-20; customs 2020-05-10 -",
      "2020-05-10" },
    { "state 2015-01-01 2020-04-10; other 2020-04-11 2020-04-11; customs 2020-05-10 -",
      "2020-05-10" },
    { "state 2015-01-01 2020-04-10; other 2020-05-09 2020-05-09; customs 2020-05-10 -",
      "2020-05-10" },
    { "state 2015-01-01 2020-04-10; other 2019-01-01 2020-04-11; customs 2020-05-10 -",
      "2020-05-10" },
    { "state 2015-01-01 2020-04-10; other 2020-05-09 -; customs 2020-05-10 -", "2020-05-10" },
    { "state 2015-01-01 2020-04-10; other 2010-05-09 -; customs 2020-05-10 -", "2020-05-10" },
    /* the ends of the gap are not within it */
    { "state 2015-01-01 2020-04-10; other 2019-01-01 2020-04-10; customs 2020-05-10 -",
      "2015-01-01" },
    { "state 2015-01-01 2020-04-10; other 2020-05-10 -; customs 2020-05-10 -", "2015-01-01" },
    { "state 2015-01-01 2020-04-10; other 2021-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    /* a gap of no days has no such day */
    { "state 2015-01-01 2020-05-09; other 2010-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    { "state 2015-01-01 2020-05-10; other 2010-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    /* work elsewhere beside service, not in a gap */
    { "customs 2015-01-01 2020-05-09; other 2017-01-01 2018-01-01; customs 2020-05-10 -",
      "2015-01-01" },
    /* a gap bridged by another record is no gap */
    { "state 2015-01-01 2020-01-01; state 2019-01-01 2020-05-09; other 2020-02-01 2020-03-01; "
      "customs 2020-05-10 -",
      "2015-01-01" },
    /* open, or later than the day it leads to: simply joins */
    { "state 2015-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    { "state 2015-01-01 2023-01-01; customs 2020-05-10 -", "2015-01-01" },
    { "customs 2015-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    { "state 2015-01-01 -; other 2019-01-01 -; customs 2020-05-10 -", "2015-01-01" },
    /* what began on or after the position held joins nothing */
    { "customs 2020-05-10 -; state 2020-05-10 -", "2020-05-10" },
    { "customs 2020-05-10 -; state 2021-05-10 -", "2020-05-10" },
    /* counted once from the last day: 30 November + 3 months is 28 February */
    { "customs 2015-01-01 2023-11-30; customs 2024-02-29 -", "2015-01-01" },
    { "customs 2015-01-01 2023-11-29; customs 2024-02-29 -", "2015-01-01" },
    { "customs 2015-01-01 2023-11-28; customs 2024-02-29 -", "2024-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      const SarapCareer *career = sarap_text_career (&room, lines[i].career);
      char text[SARAP_DATE_TEXT];
      SarapStanding standing;

      g_test_message ("%s", lines[i].career);
      sarap_rules_standing (career, sarap_text_date ("2026-11-22"), &standing, NULL);
      g_assert_cmpstr (sarap_date_to_text (standing.continuous_since, text), ==, lines[i].since);
      g_assert_cmpint (standing.position_since, ==, career->service[standing.current].start);
    }
}

static char *
length (const SarapServiceLength *of)
{
  return g_strdup_printf ("%d-%d-%d", of->years, of->months, of->days);
}

static void
test_length (void)
{
  static const struct
  {
    const char *career;
    const char *on;
    const char *total, *state, *customs;
  } lines[] = {
    { "", "2026-11-22", "0-0-0", "0-0-0", "0-0-0" },
    { "customs 2026-11-22 -", "2026-11-22", "0-0-1", "0-0-1", "0-0-1" },
    { "customs 2026-11-23 -", "2026-11-22", "0-0-0", "0-0-0", "0-0-0" },
    { "customs 2023-11-23 -", "2026-11-22", "3-0-0", "3-0-0", "3-0-0" },
    { "customs 2023-11-22 -", "2026-11-22", "3-0-1", "3-0-1", "3-0-1" },
    { "customs 2023-11-25 -", "2026-11-22", "2-11-29", "2-11-29", "2-11-29" },
    /* thirty days over make a month, also the month that was not whole */
    { "customs 2023-11-24 -", "2026-11-22", "3-0-0", "3-0-0", "3-0-0" },
    { "customs 2020-01-01 2020-12-31", "2026-11-22", "1-0-0", "1-0-0", "1-0-0" },
    { "customs 2020-01-01 2020-12-31", "2020-06-30", "0-6-0", "0-6-0", "0-6-0" },
    /* from the last day of a month */
    { "customs 2024-01-31 2024-02-28", "2026-11-22", "0-1-0", "0-1-0", "0-1-0" },
    { "customs 2023-01-31 2023-02-27", "2026-11-22", "0-1-0", "0-1-0", "0-1-0" },
    /* each kind adds to its own lengths */
    { "other 2010-01-01 2010-12-31; state 2012-01-01 2013-12-31; customs 2015-01-01 2017-12-31",
      "2026-11-22", "6-0-0", "5-0-0", "3-0-0" },
    /* overlaps are counted once */
    { "customs 2015-01-01 2017-12-31; other 2016-01-01 2018-12-31", "2026-11-22", "4-0-0", "3-0-0",
      "3-0-0" },
    { "customs 2015-01-01 2017-12-31; customs 2015-06-01 2016-12-31", "2026-11-22", "3-0-0",
      "3-0-0", "3-0-0" },
    { "customs 2016-01-01 2017-12-31; state 2015-01-01 2016-05-31; other 2014-01-01 2015-01-01",
      "2026-11-22", "4-0-0", "3-0-0", "2-0-0" },
    { "customs 2016-01-01 -; customs 2016-01-01 -", "2016-12-31", "1-0-0", "1-0-0", "1-0-0" },
    /* days over are summed, thirty make a month */
    { "customs 2020-01-01 2020-01-20; customs 2020-03-01 2020-03-20", "2026-11-22", "0-1-10",
      "0-1-10", "0-1-10" },
    { "customs 2020-01-01 2020-01-15; customs 2020-03-01 2020-03-15", "2026-11-22", "0-1-0",
      "0-1-0", "0-1-0" },
    { "customs 2019-01-01 2019-12-20; customs 2020-03-01 2020-03-15", "2026-11-22", "1-0-5",
      "1-0-5", "1-0-5" },
    /* adjoining records are one stretch: two half months of 31 days make one month */
    { "customs 2020-01-01 2020-01-16; customs 2020-01-17 2020-01-31", "2026-11-22", "0-1-0",
      "0-1-0", "0-1-0" },
    { "customs 2020-01-17 2020-01-31; customs 2020-01-01 2020-01-16", "2026-11-22", "0-1-0",
      "0-1-0", "0-1-0" },
    { "customs 2020-01-01 2020-01-16; customs 2020-01-18 2020-01-31", "2026-11-22", "0-1-0",
      "0-1-0", "0-1-0" },
    { "customs 2020-01-01 2020-01-16; state 2020-01-17 2020-01-31", "2026-11-22", "0-1-0", "0-1-0",
      "0-0-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      SarapServiceLength total, state, customs;
      g_autofree char *total_text = NULL, *state_text = NULL, *customs_text = NULL;

      g_test_message ("%s up to %s", lines[i].career, lines[i].on);
      sarap_rules_length_of_service (sarap_text_career (&room, lines[i].career),
                                     sarap_text_date (lines[i].on), &total, &state, &customs);
      total_text = length (&total);
      state_text = length (&state);
      customs_text = length (&customs);
      g_assert_cmpstr (total_text, ==, lines[i].total);
      g_assert_cmpstr (state_text, ==, lines[i].state);
      g_assert_cmpstr (customs_text, ==, lines[i].customs);
    }
}

static void
test_length_in_part (void)
{
  SarapTextCareer room;
  SarapServiceLength customs;

  sarap_rules_length_of_service (sarap_text_career (&room, "customs 2020-01-01 2020-12-31"),
                                 sarap_text_date ("2026-11-22"), NULL, NULL, &customs);
  g_assert_cmpint (customs.years, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/service/current", test_current);
  g_test_add_func ("/rules/service/continuous", test_continuous);
  g_test_add_func ("/rules/service/length", test_length);
  g_test_add_func ("/rules/service/length-in-part", test_length_in_part);
  return g_test_run ();
}

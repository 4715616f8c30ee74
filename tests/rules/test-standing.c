/* app/rules/README.md 3 to 5: when an officer is due, the re-attestation, which commission */

#include "sarap-career-text.h"

#define SINCE_2020 "customs 2020-05-10 -"

typedef struct
{
  const char *career;
  const char *on;
  const char *standing;
} Line;

static void
check (const Line *lines, gsize n_lines)
{
  for (gsize i = 0; i < n_lines; i++)
    {
      SarapTextCareer room;
      SarapStanding standing;
      g_autofree char *text = NULL;

      g_test_message ("%s on %s", lines[i].career, lines[i].on);
      sarap_rules_standing (sarap_text_career (&room, lines[i].career),
                            sarap_text_date (lines[i].on), &standing, NULL);
      text = sarap_text_standing (&standing);
      g_assert_cmpstr (text, ==, lines[i].standing);
    }
}

static void
test_not_in_service (void)
{
  static const Line lines[] = {
    { "", "2026-11-22", "not-in-service,,,,,,," },
    { "state 2020-05-10 -", "2026-11-22", "not-in-service,,,,,,," },
    { "customs 2020-05-10 2026-11-21; absence 2026-01-01 -; regular 2023-06-01 corresponds "
      "approved",
      "2026-11-22", "not-in-service,,,,,,," },
  };

  check (lines, G_N_ELEMENTS (lines));
}

/* A(k), and which of them is the term */
static void
test_term (void)
{
#define HELD(day) SINCE_2020 "; regular " day " corresponds approved"
  static const Line lines[] = {
    /* without an attestation the first, however long ago */
    { SINCE_2020, "2020-05-10",
      "upcoming,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { SINCE_2020, "2026-11-22",
      "overdue,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { "customs 1990-05-10 -", "2026-11-22",
      "overdue,regular,1990-05-10,1990-05-10,1993-05-10,1993-05-10,1993-11-10," },
    { "customs 2020-02-29 -", "2026-11-22",
      "overdue,regular,2020-02-29,2020-02-29,2023-02-28,2023-02-28,2023-08-28," },
    /* the first after the last regular attestation: the day itself is served */
    { HELD ("2023-05-09"), "2023-05-11",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { HELD ("2023-05-10"), "2023-05-11",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { HELD ("2023-06-01"), "2026-11-10",
      "due,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { HELD ("2026-05-09"), "2026-11-11",
      "overdue,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { HELD ("2026-05-10"), "2026-11-11",
      "upcoming,regular,2020-05-10,2020-05-10,2029-05-10,2029-05-10,2029-11-10," },
    /* one, however late, serves every term up to its day */
    { "customs 1990-05-10 -; regular 2026-11-01 corresponds approved", "2026-11-22",
      "upcoming,regular,1990-05-10,1990-05-10,2029-05-10,2029-05-10,2029-11-10," },
    /* one before the first term serves none */
    { HELD ("2020-05-10"), "2023-05-10",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    /* counted once from S: 29 February comes back */
    { "customs 2020-02-29 -; regular 2029-03-01 corresponds approved", "2029-03-02",
      "upcoming,regular,2020-02-29,2020-02-29,2032-02-29,2032-02-29,2032-08-29," },
    { "customs 2020-02-29 -; regular 2023-02-28 corresponds approved", "2023-03-01",
      "upcoming,regular,2020-02-29,2020-02-29,2026-02-28,2026-02-28,2026-08-28," },
    { "customs 2020-02-29 -; regular 2032-02-28 corresponds approved", "2032-02-28",
      "upcoming,regular,2020-02-29,2020-02-29,2032-02-29,2032-02-29,2032-08-29," },
    /* the latest of several, in any order */
    { SINCE_2020 "; regular 2026-05-12 corresponds approved; regular 2023-06-01 corresponds "
                 "approved",
      "2026-11-22", "upcoming,regular,2020-05-10,2020-05-10,2029-05-10,2029-05-10,2029-11-10," },
    /* held from S to D only */
    { HELD ("2020-05-09"), "2023-05-10",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { HELD ("2023-06-01"), "2023-05-31",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { HELD ("2023-06-01"), "2023-06-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    /* held, though nothing came of it yet; not if annulled */
    { SINCE_2020 "; regular 2023-06-01 corresponds -", "2023-06-02",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { SINCE_2020 "; regular 2023-06-01 reattestation -", "2023-06-02",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { SINCE_2020 "; regular 2023-06-01 corresponds annulled", "2023-06-02",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { HELD ("2023-06-01") "; regular 2026-06-01 corresponds annulled", "2026-06-02",
      "due,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    /* a re-attestation serves no term */
    { SINCE_2020 "; reattestation 2023-06-01 corresponds approved", "2023-06-02",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    { HELD ("2023-05-30") "; reattestation 2026-06-01 corresponds approved", "2026-06-02",
      "due,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    /* S goes back over the records before (§6) */
    { "state 2019-01-15 2020-05-01; " SINCE_2020, "2022-01-15",
      "due,regular,2019-01-15,2020-05-10,2022-01-15,2022-01-15,2022-07-15," },
  };

  check (lines, G_N_ELEMENTS (lines));
#undef HELD
}

/* §5: not before six months in the position held */
static void
test_six_months (void)
{
#define MOVED(day, before) "customs 2020-05-10 " before "; customs " day " -"
  static const Line lines[] = {
    { MOVED ("2022-11-10", "2022-11-09"), "2023-05-10",
      "due,regular,2020-05-10,2022-11-10,2023-05-10,2023-05-10,2023-11-10," },
    { MOVED ("2022-11-11", "2022-11-10"), "2023-05-10",
      "upcoming,regular,2020-05-10,2022-11-11,2023-05-10,2023-05-11,2023-11-11," },
    { MOVED ("2022-11-11", "2022-11-10"), "2023-05-11",
      "due,regular,2020-05-10,2022-11-11,2023-05-10,2023-05-11,2023-11-11," },
    { MOVED ("2026-08-31", "2026-08-30"), "2027-02-27",
      "upcoming,regular,2020-05-10,2026-08-31,2023-05-10,2027-02-28,2027-08-28," },
    { MOVED ("2026-08-31", "2026-08-30"), "2027-02-28",
      "due,regular,2020-05-10,2026-08-31,2023-05-10,2027-02-28,2027-08-28," },
  };

  check (lines, G_N_ELEMENTS (lines));
#undef MOVED
}

/* The window of the term of 10 May 2023, as deferrals move it */
static void
test_deferrals (void)
{
#define WITH(deferrals) SINCE_2020 "; " deferrals
#define STANDS "regular,2020-05-10,2020-05-10,2023-05-10,"
  static const Line lines[] = {
    /* the last day of the window is still in time */
    { SINCE_2020, "2023-05-09", "upcoming," STANDS "2023-05-10,2023-11-10," },
    { SINCE_2020, "2023-05-10", "due," STANDS "2023-05-10,2023-11-10," },
    { SINCE_2020, "2023-11-10", "due," STANDS "2023-05-10,2023-11-10," },
    { SINCE_2020, "2023-11-11", "overdue," STANDS "2023-05-10,2023-11-10," },
    /* a deferral that covers the start moves it to the day after */
    { WITH ("absence 2023-05-10 2023-05-10"), "2023-05-11",
      "due," STANDS "2023-05-11,2023-11-11," },
    { WITH ("absence 2023-05-01 2023-05-10"), "2023-05-10",
      "deferred," STANDS "2023-05-11,2023-11-11,absence" },
    { WITH ("absence 2023-05-01 2023-05-09"), "2023-05-10",
      "due," STANDS "2023-05-10,2023-11-10," },
    { WITH ("absence 2023-05-11 2023-05-20"), "2023-05-10",
      "due," STANDS "2023-05-10,2023-11-10," },
    { WITH ("childcare 2022-01-01 2024-08-30"), "2024-08-31",
      "due," STANDS "2024-08-31,2025-02-28," },
    /* known before, though it begins after the day asked for */
    { WITH ("childcare 2023-04-01 2024-08-30"), "2022-01-01",
      "upcoming," STANDS "2024-08-31,2025-02-28," },
    /* to a fixpoint: the day after the one is covered by the next */
    { WITH ("pregnancy 2023-04-01 2023-07-31; childcare 2023-08-01 2025-01-31; absence 2025-02-01 "
            "2025-02-10"),
      "2025-02-11", "due," STANDS "2025-02-11,2025-08-11," },
    { WITH ("absence 2025-02-01 2025-02-10; childcare 2023-08-01 2025-01-31; pregnancy 2023-04-01 "
            "2023-07-31"),
      "2025-02-11", "due," STANDS "2025-02-11,2025-08-11," },
    { WITH ("pregnancy 2023-04-01 2023-07-31; childcare 2023-08-02 2025-01-31"), "2023-08-01",
      "due," STANDS "2023-08-01,2025-08-01," },
    /* the latest of those that cover it */
    { WITH ("absence 2023-05-01 2023-06-01; absence 2023-05-02 2023-07-01; absence 2023-05-03 "
            "2023-05-20"),
      "2023-07-02", "due," STANDS "2023-07-02,2024-01-02," },
    /* an open one: no window, no deadline */
    { WITH ("childcare 2023-05-01 -"), "2026-11-22", "deferred," STANDS ",,childcare" },
    { WITH ("childcare 2023-05-01 -"), "2023-05-09", "upcoming," STANDS ",," },
    { WITH ("pregnancy 2023-05-01 2023-07-31; childcare 2023-08-01 -"), "2026-11-22",
      "deferred," STANDS ",,childcare" },
    { WITH ("absence 2023-05-01 2023-05-20; childcare 2023-05-05 -"), "2023-05-15",
      "deferred," STANDS ",,childcare" },
    /* house rule: covering the deadline gives six months anew */
    { WITH ("absence 2023-11-10 2023-11-10"), "2023-11-11",
      "due," STANDS "2023-05-10,2024-05-11," },
    { WITH ("absence 2023-06-01 2023-11-10"), "2023-11-11",
      "due," STANDS "2023-05-10,2024-05-11," },
    { WITH ("absence 2023-06-01 2024-02-28"), "2024-02-28",
      "deferred," STANDS "2023-05-10,2024-08-29,absence" },
    { WITH ("absence 2023-06-01 2024-02-28"), "2024-08-30",
      "overdue," STANDS "2023-05-10,2024-08-29," },
    /* to a fixpoint as well */
    { WITH ("absence 2023-11-01 2023-11-30; absence 2024-05-31 2024-06-30"), "2024-07-01",
      "due," STANDS "2023-05-10,2025-01-01," },
    { WITH ("absence 2023-11-01 2023-11-30; absence 2024-05-31 2024-06-30"), "2024-05-30",
      "due," STANDS "2023-05-10,2025-01-01," },
    /* within the window it gives nothing */
    { WITH ("absence 2023-05-11 2023-11-09"), "2023-11-11",
      "overdue," STANDS "2023-05-10,2023-11-10," },
    { WITH ("absence 2023-05-11 2023-11-09"), "2023-11-09",
      "deferred," STANDS "2023-05-10,2023-11-10,absence" },
    /* after the deadline neither, but while it lasts it is the status */
    { WITH ("absence 2023-11-11 2023-12-31"), "2023-12-31",
      "deferred," STANDS "2023-05-10,2023-11-10,absence" },
    { WITH ("absence 2023-11-11 2023-12-31"), "2024-01-01",
      "overdue," STANDS "2023-05-10,2023-11-10," },
    /* open over the deadline: no deadline; due up to it */
    { WITH ("childcare 2023-09-01 -"), "2023-08-31", "due," STANDS "2023-05-10,," },
    { WITH ("childcare 2023-09-01 -"), "2026-11-22", "deferred," STANDS "2023-05-10,,childcare" },
    /* several on the day: pregnancy, then childcare, then absence */
    { WITH ("absence 2023-01-01 -; childcare 2023-06-01 2023-08-01; pregnancy 2023-06-01 "
            "2023-07-01"),
      "2023-06-15", "deferred," STANDS ",,pregnancy" },
    { WITH ("absence 2023-01-01 -; childcare 2023-06-01 2023-08-01; pregnancy 2023-06-01 "
            "2023-07-01"),
      "2023-07-02", "deferred," STANDS ",,childcare" },
    { WITH ("absence 2023-01-01 -; childcare 2023-06-01 2023-08-01; pregnancy 2023-06-01 "
            "2023-07-01"),
      "2023-08-02", "deferred," STANDS ",,absence" },
    /* before W0 it is upcoming, deferral or not */
    { WITH ("absence 2023-05-01 2023-05-05"), "2023-05-03",
      "upcoming," STANDS "2023-05-10,2023-11-10," },
    { WITH ("absence 2023-05-01 2023-05-20"), "2023-05-09",
      "upcoming," STANDS "2023-05-21,2023-11-21," },
  };

  check (lines, G_N_ELEMENTS (lines));
#undef WITH
#undef STANDS
}

/* After W0, between two deferrals, and before W: upcoming */
static void
test_before_window (void)
{
  static const Line lines[] = {
    { "customs 2020-05-10 2023-03-31; customs 2023-04-01 -; absence 2023-10-01 2024-01-31",
      "2023-10-01",
      "deferred,regular,2020-05-10,2023-04-01,2023-05-10,2024-02-01,2024-08-01,absence" },
    { "customs 2020-05-10 2023-03-31; customs 2023-04-01 -; absence 2023-10-01 2024-01-31",
      "2023-09-30", "upcoming,regular,2020-05-10,2023-04-01,2023-05-10,2024-02-01,2024-08-01," },
  };

  check (lines, G_N_ELEMENTS (lines));
}

static void
test_reattestation (void)
{
#define CAUSED(rest) SINCE_2020 "; regular 2023-08-31 reattestation approved; " rest
#define STANDS "reattestation,2020-05-10,2020-05-10,2023-08-31,"
  static const Line lines[] = {
    /* cause 1, from six months after, without a deadline */
    { CAUSED (""), "2023-08-31", "reattestation-upcoming," STANDS "2024-02-29,," },
    { CAUSED (""), "2024-02-28", "reattestation-upcoming," STANDS "2024-02-29,," },
    { CAUSED (""), "2024-02-29", "reattestation-due," STANDS "2024-02-29,," },
    { CAUSED (""), "2026-11-22", "reattestation-due," STANDS "2024-02-29,," },
    /* not before it is held */
    { CAUSED (""), "2023-08-30",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    /* only approved, not open, not annulled */
    { SINCE_2020 "; regular 2023-08-31 reattestation -", "2024-02-29",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { SINCE_2020 "; regular 2023-08-31 reattestation annulled", "2023-11-11",
      "overdue,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    /* cause 2: any decision refused */
    { SINCE_2020 "; regular 2023-08-31 corresponds refused", "2024-02-29",
      "reattestation-due," STANDS "2024-02-29,," },
    { SINCE_2020 "; regular 2023-08-31 not-corresponds refused", "2023-12-01",
      "reattestation-upcoming," STANDS "2024-02-29,," },
    { SINCE_2020 "; regular 2023-08-31 reattestation refused", "2024-02-29",
      "reattestation-due," STANDS "2024-02-29,," },
    /* moved by deferrals as a window */
    { CAUSED ("absence 2024-02-01 2024-03-15"), "2024-02-28",
      "reattestation-upcoming," STANDS "2024-03-16,," },
    { CAUSED ("absence 2024-02-01 2024-03-15"), "2024-02-29",
      "deferred," STANDS "2024-03-16,,absence" },
    { CAUSED ("absence 2024-02-01 2024-03-15"), "2024-03-15",
      "deferred," STANDS "2024-03-16,,absence" },
    { CAUSED ("absence 2024-02-01 2024-03-15"), "2024-03-16",
      "reattestation-due," STANDS "2024-03-16,," },
    { CAUSED ("childcare 2024-02-01 -"), "2026-11-22", "deferred," STANDS ",,childcare" },
    { CAUSED ("childcare 2024-02-01 -"), "2024-02-28", "reattestation-upcoming," STANDS ",," },
    { CAUSED ("childcare 2024-02-01 -; pregnancy 2024-02-01 2024-06-01"), "2024-06-01",
      "deferred," STANDS ",,pregnancy" },
    /* a deferral once it is due is the status, and moves nothing */
    { CAUSED ("absence 2024-05-01 2024-05-15"), "2024-05-10",
      "deferred," STANDS "2024-02-29,,absence" },
    { CAUSED ("absence 2024-05-01 2024-05-15"), "2024-05-16",
      "reattestation-due," STANDS "2024-02-29,," },
    { CAUSED ("absence 2023-10-01 2023-10-15"), "2023-10-10",
      "reattestation-upcoming," STANDS "2024-02-29,," },
    /* pending only as long as that attestation is the last one, of either kind */
    { CAUSED ("reattestation 2024-03-01 corresponds approved"), "2024-03-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { CAUSED ("reattestation 2024-03-01 corresponds -"), "2024-03-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { CAUSED ("regular 2024-03-01 corresponds approved"), "2024-03-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { CAUSED ("reattestation 2024-03-01 corresponds annulled"), "2024-03-01",
      "reattestation-due," STANDS "2024-02-29,," },
    { CAUSED ("reattestation 2024-03-01 corresponds approved"), "2024-02-29",
      "reattestation-due," STANDS "2024-02-29,," },
    /* on one day the re-attestation is the last */
    { CAUSED ("reattestation 2023-08-31 corresponds approved"), "2024-03-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { SINCE_2020 "; reattestation 2023-08-31 corresponds approved; regular 2023-08-31 "
                 "reattestation approved",
      "2024-03-01", "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    /* a refused re-attestation is a cause, counted from its own day */
    { CAUSED ("reattestation 2024-03-01 corresponds refused"), "2024-03-02",
      "reattestation-upcoming,reattestation,2020-05-10,2020-05-10,2024-03-01,2024-09-01,," },
    /* held before continuous service began, it is gone with it */
    { "customs 2020-05-10 2023-12-31; customs 2024-06-01 -; regular 2023-08-31 reattestation "
      "approved",
      "2026-11-22", "upcoming,regular,2024-06-01,2024-06-01,2027-06-01,2027-06-01,2027-12-01," },
    /* but follows into another position */
    { "customs 2020-05-10 2023-12-31; customs 2024-01-01 -; regular 2023-08-31 reattestation "
      "approved",
      "2026-11-22",
      "reattestation-due,reattestation,2020-05-10,2024-01-01,2023-08-31,2024-02-29,," },
  };

  check (lines, G_N_ELEMENTS (lines));
#undef CAUSED
#undef STANDS
}

static void
test_final (void)
{
  static const struct
  {
    const char *career;
    gboolean final;
  } lines[] = {
    { SINCE_2020, FALSE },
    { SINCE_2020 "; regular 2023-08-31 reattestation approved", FALSE },
    { SINCE_2020 "; regular 2023-08-31 corresponds refused", TRUE },
    { SINCE_2020 "; regular 2023-08-31 reattestation refused", TRUE },
    { SINCE_2020 "; regular 2023-08-31 corresponds refused; reattestation 2024-03-01 corresponds "
                 "approved",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      SarapStanding standing;

      sarap_rules_standing (sarap_text_career (&room, lines[i].career),
                            sarap_text_date ("2026-11-22"), &standing, NULL);
      g_assert_cmpint (standing.final, ==, lines[i].final);
    }
}

static void
test_negative (void)
{
#define NEGATIVE SINCE_2020 "; regular 2023-08-31 not-corresponds approved"
  static const Line lines[] = {
    { NEGATIVE, "2023-08-31", "negative,,2020-05-10,2020-05-10,,,," },
    { NEGATIVE, "2026-05-09", "negative,,2020-05-10,2020-05-10,,,," },
    /* until the next term */
    { NEGATIVE, "2026-05-10",
      "due,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    /* a deferral does not hide it */
    { NEGATIVE "; childcare 2023-01-01 -", "2024-01-01", "negative,,2020-05-10,2020-05-10,,,," },
    /* only approved */
    { SINCE_2020 "; regular 2023-08-31 not-corresponds -", "2023-09-01",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { SINCE_2020 "; regular 2023-08-31 not-corresponds annulled", "2023-09-01",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
    /* only in the position held; the day of its beginning counts */
    { "customs 2020-05-10 2023-08-30; customs 2023-08-31 -; regular 2023-08-31 not-corresponds "
      "approved",
      "2023-09-01", "negative,,2020-05-10,2023-08-31,,,," },
    { "customs 2020-05-10 2023-08-31; customs 2023-09-01 -; regular 2023-08-31 not-corresponds "
      "approved",
      "2023-09-02", "upcoming,regular,2020-05-10,2023-09-01,2026-05-10,2026-05-10,2026-11-10," },
    /* only if it is the last one */
    { NEGATIVE "; regular 2024-01-01 corresponds approved", "2024-01-02",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { NEGATIVE "; reattestation 2024-01-01 corresponds approved", "2024-01-02",
      "upcoming,regular,2020-05-10,2020-05-10,2026-05-10,2026-05-10,2026-11-10," },
    { NEGATIVE "; reattestation 2024-01-01 corresponds annulled", "2024-01-02",
      "negative,,2020-05-10,2020-05-10,,,," },
    /* a re-attestation may be negative too */
    { SINCE_2020 "; regular 2023-08-31 reattestation approved; reattestation 2024-03-01 "
                 "not-corresponds approved",
      "2024-03-02", "negative,,2020-05-10,2020-05-10,,,," },
    /* held before the first term: until that */
    { SINCE_2020 "; regular 2022-08-31 not-corresponds approved", "2023-05-09",
      "negative,,2020-05-10,2020-05-10,,,," },
    { SINCE_2020 "; regular 2022-08-31 not-corresponds approved", "2023-05-10",
      "due,regular,2020-05-10,2020-05-10,2023-05-10,2023-05-10,2023-11-10," },
  };

  check (lines, G_N_ELEMENTS (lines));
#undef NEGATIVE
}

/* §14, on 22 November 2026 */
static void
test_listed (void)
{
  static const struct
  {
    const char *career;
    const char *until;
    gboolean listed;
  } lines[] = {
    { "", "2027-05-22", FALSE },
    { "customs 2020-05-10 -", "2027-05-22", TRUE },  /* overdue */
    { "customs 2023-06-10 -", "2027-05-22", TRUE },  /* due */
    { "customs 2024-05-22 -", "2027-05-22", TRUE },  /* upcoming, on the last day */
    { "customs 2024-05-23 -", "2027-05-22", FALSE }, /* the day after */
    { "customs 2024-05-23 -", "2027-05-23", TRUE },
    { "customs 2023-11-23 -", "2026-11-22", FALSE },
    { "customs 2023-11-23 -", "2026-11-23", TRUE },
    /* by W, not by the term */
    { "customs 2024-05-22 -; absence 2027-05-22 2027-05-22", "2027-05-22", FALSE },
    { "customs 2024-05-22 -; absence 2027-05-01 -", "2027-05-22", FALSE },
    { "customs 2020-05-10 -; absence 2023-05-01 -", "2027-05-22", TRUE }, /* deferred */
    { "customs 2020-05-10 -; regular 2026-10-01 reattestation approved", "2026-11-22", TRUE },
    { "customs 2020-05-10 -; regular 2026-01-01 reattestation approved", "2026-11-22", TRUE },
    { "customs 2020-05-10 -; regular 2026-10-01 not-corresponds approved", "2099-01-01", FALSE },
    { "customs 2024-05-22 -; absence 2027-05-01 -", "9999-12-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      SarapStanding standing;

      g_test_message ("%s until %s", lines[i].career, lines[i].until);
      sarap_rules_standing (sarap_text_career (&room, lines[i].career),
                            sarap_text_date ("2026-11-22"), &standing, NULL);
      g_assert_cmpint (sarap_rules_listed (&standing, sarap_text_date (lines[i].until)), ==,
                       lines[i].listed);
    }
}

/* §7, §8 */
static void
test_commission (void)
{
  for (int category = SARAP_CATEGORY_HEAD; category <= SARAP_CATEGORY_OFFICIAL; category++)
    {
      g_assert_true (sarap_rules_heard_by_central (TRUE, category));
      g_assert_cmpint (sarap_rules_heard_by_central (FALSE, category), ==,
                       category != SARAP_CATEGORY_OFFICIAL);
    }
}

static void
test_commission_of_current (void)
{
  static const struct
  {
    const char *career;
    gboolean central;
  } lines[] = {
    { "customs 2020-05-10 - official", FALSE },
    { "customs 2020-05-10 - official central", TRUE },
    { "customs 2020-05-10 - deputy-department-head", TRUE },
    /* of the current record */
    { "customs 2020-05-10 2023-01-01 head; customs 2023-01-02 - official", FALSE },
    { "customs 2020-05-10 2023-01-01 official; customs 2023-01-02 - post-head", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      SarapStanding standing;

      sarap_rules_standing (sarap_text_career (&room, lines[i].career),
                            sarap_text_date ("2026-11-22"), &standing, NULL);
      g_assert_cmpint (standing.central, ==, lines[i].central);
    }
}

/* The ends of the calendar end no loop late and wrap nothing */
static void
test_ends_of_calendar (void)
{
  static const Line lines[] = {
    { "customs 0001-01-01 -", "0001-01-01",
      "upcoming,regular,0001-01-01,0001-01-01,0004-01-01,0004-01-01,0004-07-01," },
    { "customs 0001-01-01 -", "9999-12-31",
      "overdue,regular,0001-01-01,0001-01-01,0004-01-01,0004-01-01,0004-07-01," },
    { "customs 0001-01-01 -; regular 9999-12-30 corresponds approved", "9999-12-31",
      "upcoming,regular,0001-01-01,0001-01-01,10000-01-01,10000-01-01,10000-07-01," },
    { SINCE_2020 "; absence 2023-01-01 9999-12-31", "9999-12-31",
      "deferred,regular,2020-05-10,2020-05-10,2023-05-10,10000-01-01,10000-07-01,absence" },
    { "customs 9999-12-31 -", "9999-12-31",
      "upcoming,regular,9999-12-31,9999-12-31,10002-12-31,10002-12-31,10003-06-30," },
  };

  check (lines, G_N_ELEMENTS (lines));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/standing/not-in-service", test_not_in_service);
  g_test_add_func ("/rules/standing/term", test_term);
  g_test_add_func ("/rules/standing/six-months", test_six_months);
  g_test_add_func ("/rules/standing/deferrals", test_deferrals);
  g_test_add_func ("/rules/standing/before-window", test_before_window);
  g_test_add_func ("/rules/standing/reattestation", test_reattestation);
  g_test_add_func ("/rules/standing/final", test_final);
  g_test_add_func ("/rules/standing/negative", test_negative);
  g_test_add_func ("/rules/standing/listed", test_listed);
  g_test_add_func ("/rules/standing/commission", test_commission);
  g_test_add_func ("/rules/standing/commission-of-current", test_commission_of_current);
  g_test_add_func ("/rules/standing/ends-of-calendar", test_ends_of_calendar);
  return g_test_run ();
}

/* app/rules/README.md 1: days, months on and back, texts */

#include "rules/sarap-date.h"

#include <string.h>

static SarapDate
date (const char *text)
{
  SarapDate day = SARAP_DATE_NONE;

  g_assert_true (sarap_date_parse (text, -1, &day));
  return day;
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } lines[] = {
    { "2025-11-30", 3, "2026-02-28" },
    { "2024-02-29", 36, "2027-02-28" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", -12, "2023-02-28" },
    { "2024-01-31", 1, "2024-02-29" },
    { "2023-01-31", 1, "2023-02-28" },
    { "2024-03-31", -1, "2024-02-29" },
    { "2026-05-31", 1, "2026-06-30" },
    { "2026-05-31", 6, "2026-11-30" },
    { "2026-08-31", -6, "2026-02-28" },
    { "2026-11-22", 0, "2026-11-22" },
    { "2026-11-22", 1, "2026-12-22" },
    { "2026-12-22", 1, "2027-01-22" },
    { "2026-01-22", -1, "2025-12-22" },
    { "2026-01-22", -13, "2024-12-22" },
    { "2026-11-22", 14, "2028-01-22" },
    { "2023-11-22", 36, "2026-11-22" },
    { "1899-12-31", 2, "1900-02-28" },
    { "1999-12-31", 2, "2000-02-29" },
    { "2099-12-31", 2, "2100-02-28" },
    /* the ends of the calendar */
    { "0001-01-01", 0, "0001-01-01" },
    { "0001-01-01", 1, "0001-02-01" },
    { "0001-01-15", -1, "0001-01-01" },
    { "0001-02-15", -1, "0001-01-15" },
    { "2026-11-22", -100000, "0001-01-01" },
    { "2026-11-22", G_MININT, "0001-01-01" },
    { "9999-12-31", 0, "9999-12-31" },
    { "9999-12-31", 1, "10000-01-31" },
    { "9999-12-31", -12, "9998-12-31" },
    { "9999-10-01", 36, "10002-10-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      char text[SARAP_DATE_TEXT];

      g_assert_cmpstr (
          sarap_date_to_text (sarap_date_add_months (date (lines[i].from), lines[i].months), text),
          ==, lines[i].to);
    }
}

/* Once from the first date is not step by step */
static void
test_counted_once (void)
{
  SarapDate from = date ("2024-01-31");

  g_assert_cmpint (sarap_date_add_months (from, 2), ==, date ("2024-03-31"));
  g_assert_cmpint (sarap_date_add_months (sarap_date_add_months (from, 1), 1), ==,
                   date ("2024-03-29"));
}

static void
test_ends (void)
{
  g_assert_cmpint (sarap_date_add_months (SARAP_DATE_NONE, 6), ==, SARAP_DATE_NONE);
  g_assert_cmpint (sarap_date_add_months (SARAP_DATE_FAR, 6), ==, SARAP_DATE_FAR);
  g_assert_cmpint (sarap_date_add_months (SARAP_DATE_FAR, -6), ==, SARAP_DATE_FAR);
  g_assert_cmpint (sarap_date_add_months (SARAP_DATE_FAR - 1, 6), ==, SARAP_DATE_FAR);
  g_assert_cmpint (sarap_date_add_months (date ("9999-12-31"), G_MAXINT), ==, SARAP_DATE_FAR);
  g_assert_cmpint (sarap_date_add_months (1, 12 * 9998), ==, date ("9999-01-01"));
  g_assert_cmpint (sarap_date_or_far (SARAP_DATE_NONE), ==, SARAP_DATE_FAR);
  g_assert_cmpint (sarap_date_or_far (1), ==, 1);
}

static void
test_parse (void)
{
  static const char *const wrong[] = {
    "",           "-",           "2026",       "2026-11",     "2026-11-2",   "2026-1-22",
    "26-11-22",   "2026-11-222", "2026/11/22", "2026-11-22 ", " 2026-11-22", "2026-11-22\n",
    "2026-13-01", "2026-00-01",  "2026-11-00", "2026-11-31",  "2026-02-29",  "2024-02-30",
    "1900-02-29", "2100-02-29",  "0000-01-01", "+026-11-22",  "-026-11-22",  "2026-1a-22",
    "2026-11-2x", "20261122",    "2026-11-2٢", "10000-01-01", "２026-11-22", "2026-11–22",
    "a026-11-22", "2026:11-22",  "2026-11:22", "2026-04-31",  "2026-06-31",  "2026-09-31",
  };
  static const char *const right[] = {
    "0001-01-01", "0004-02-29", "1600-02-29", "1899-12-31", "1900-02-28",
    "2000-02-29", "2024-02-29", "2026-11-22", "2026-01-31", "9999-12-31",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      SarapDate day = 77;

      g_assert_false (sarap_date_parse (wrong[i], -1, &day));
      g_assert_false (sarap_date_parse (wrong[i], (gssize) strlen (wrong[i]), &day));
      g_assert_cmpint (day, ==, 77);
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      SarapDate day;
      char text[SARAP_DATE_TEXT];

      g_assert_true (sarap_date_parse (right[i], -1, &day));
      g_assert_cmpstr (sarap_date_to_text (day, text), ==, right[i]);
    }
}

/* A field of a line is not ended by a zero */
static void
test_parse_part (void)
{
  SarapDate day = SARAP_DATE_NONE;

  g_assert_true (sarap_date_parse ("2026-11-22,2027-01-01", 10, &day));
  g_assert_cmpint (day, ==, date ("2026-11-22"));
  g_assert_false (sarap_date_parse ("2026-11-22,2027-01-01", 9, &day));
  g_assert_false (sarap_date_parse ("2026-11-22,2027-01-01", 11, &day));
  g_assert_false (sarap_date_parse ("2026-11-22,2027-01-01", -1, &day));
  g_assert_false (sarap_date_parse (NULL, -1, &day));
  g_assert_false (sarap_date_parse (NULL, 0, &day));
}

static void
test_new (void)
{
  static const int wrong[][3] = { { 0, 1, 1 },     { 10000, 1, 1 },   { 2026, 0, 1 },
                                  { 2026, 13, 1 }, { 2026, 1, 0 },    { 2026, 1, 32 },
                                  { 2026, 2, 29 }, { 2026, -1, 1 },   { 2026, 1, -1 },
                                  { -1, 1, 1 },    { G_MAXINT, 1, 1 } };
  char text[SARAP_DATE_TEXT];

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (sarap_date_new (wrong[i][0], wrong[i][1], wrong[i][2]), ==, SARAP_DATE_NONE);
  g_assert_cmpint (sarap_date_new (1, 1, 1), ==, 1);
  g_assert_cmpstr (sarap_date_to_text (SARAP_DATE_NONE, text), ==, "");
  g_assert_cmpstr (sarap_date_to_text (SARAP_DATE_FAR, text), ==, "5879611-07-11");
}

/* Every day of the calendar against GLib's */
static void
test_every_day (void)
{
  GDate day;

  g_date_clear (&day, 1);
  for (SarapDate date = 1; date <= sarap_date_new (9999, 12, 31); date++)
    {
      int year, month, day_of_month;

      g_date_set_julian (&day, (guint32) date);
      sarap_date_split (date, &year, &month, &day_of_month);
      if (year != g_date_get_year (&day) || month != (int) g_date_get_month (&day) ||
          day_of_month != g_date_get_day (&day) ||
          sarap_date_weekday (date) != (int) g_date_get_weekday (&day) ||
          sarap_date_new (year, month, day_of_month) != date)
        g_error ("day %d is %d-%d-%d", date, year, month, day_of_month);
    }
}

/* Months on against GLib's, and that the answer grows with the date and with the months */
static void
test_months_property (void)
{
  GRand *rand = g_rand_new_with_seed (20260311);
  GDate other;

  g_date_clear (&other, 1);
  for (int i = 0; i < 300000; i++)
    {
      SarapDate from = g_rand_int_range (rand, 700000, 800000);
      int months = g_rand_int_range (rand, -480, 481);
      SarapDate to = sarap_date_add_months (from, months);
      int day, to_day;

      g_date_set_julian (&other, (guint32) from);
      if (months >= 0)
        g_date_add_months (&other, (guint) months);
      else
        g_date_subtract_months (&other, (guint) -months);
      g_assert_cmpint (to, ==, (SarapDate) g_date_get_julian (&other));

      sarap_date_split (from, NULL, NULL, &day);
      sarap_date_split (to, NULL, NULL, &to_day);
      g_assert_cmpint (to_day, <=, day);
      g_assert_cmpint (day - to_day, <=, 3);
      g_assert_cmpint (to, <=, sarap_date_add_months (from + 1, months));
      g_assert_cmpint (to, <, sarap_date_add_months (from, months + 1));
    }
  g_rand_free (rand);
}

static void
test_weekday (void)
{
  g_assert_cmpint (sarap_date_weekday (date ("2026-11-22")), ==, G_DATE_SUNDAY);
  g_assert_cmpint (sarap_date_weekday (date ("2026-11-23")), ==, G_DATE_MONDAY);
  g_assert_cmpint (sarap_date_weekday (SARAP_DATE_NONE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/date/add-months", test_add_months);
  g_test_add_func ("/rules/date/counted-once", test_counted_once);
  g_test_add_func ("/rules/date/ends", test_ends);
  g_test_add_func ("/rules/date/parse", test_parse);
  g_test_add_func ("/rules/date/parse-part", test_parse_part);
  g_test_add_func ("/rules/date/new", test_new);
  g_test_add_func ("/rules/date/every-day", test_every_day);
  g_test_add_func ("/rules/date/months-property", test_months_property);
  g_test_add_func ("/rules/date/weekday", test_weekday);
  return g_test_run ();
}

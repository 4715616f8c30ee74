/* app/rules/README.md 1 and 3: working days and the days a hearing may be planned for */

#include "sarap-career-text.h"

#include "rules/sarap-hearing-day.h"

#include <string.h>

static SarapHolidays *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SarapHolidays *holidays = sarap_holidays_parse (text, -1, &error);

  g_assert_no_error (error);
  return holidays;
}

static void
test_working_days (void)
{
  g_autoptr (SarapHolidays) holidays = parse ("# a note\n"
                                              "\n"
                                              "12-16 Тәуелсіздік күні | День Независимости\n"
                                              "02-29 Кібісе күн | Високосный день\r\n"
                                              "2026-05-27\tҚұрбан айт | Курбан-айт\n"
                                              "+2026-11-28 Жұмыс күні\n"
                                              "+2027-12-16 Жұмыс күні | Рабочий день\n");
  static const struct
  {
    const char *day;
    gboolean working;
  } lines[] = {
    { "2026-11-20", TRUE },                                                   /* Friday */
    { "2026-11-21", FALSE },                                                  /* Saturday */
    { "2026-11-22", FALSE },                                                  /* Sunday */
    { "2026-11-23", TRUE },                                                   /* Monday */
    { "2026-12-16", FALSE },                                                  /* every year */
    { "1999-12-16", FALSE }, { "2026-12-15", TRUE }, { "2026-05-27", FALSE }, /* one year only */
    { "2027-05-27", TRUE },  { "2026-11-28", TRUE }, /* a Saturday that is worked */
    { "2026-11-29", FALSE }, { "2027-12-16", TRUE }, /* the very date tells more than the year's */
    { "2028-02-29", FALSE },                         /* a Tuesday */
    { "2027-03-01", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (sarap_rules_is_working_day (holidays, sarap_text_date (lines[i].day)), ==,
                     lines[i].working);
  g_assert_true (sarap_rules_is_working_day (NULL, sarap_text_date ("2026-12-16")));
  g_assert_false (sarap_rules_is_working_day (NULL, sarap_text_date ("2026-11-22")));
  g_assert_false (sarap_rules_is_working_day (holidays, SARAP_DATE_NONE));
}

static void
test_names (void)
{
  g_autoptr (SarapHolidays) holidays =
      parse ("12-16   Тәуелсіздік күні  |  День Независимости \n+2026-11-28 Жұмыс күні\n");
  SarapDate day = sarap_text_date ("2026-12-16");

  g_assert_cmpstr (sarap_holidays_name (holidays, day, "kk"), ==, "Тәуелсіздік күні");
  g_assert_cmpstr (sarap_holidays_name (holidays, day, NULL), ==, "Тәуелсіздік күні");
  g_assert_cmpstr (sarap_holidays_name (holidays, day, "ru"), ==, "День Независимости");
  g_assert_null (sarap_holidays_name (holidays, day + 1, "kk"));
  g_assert_null (sarap_holidays_name (NULL, day, "kk"));
  /* one name serves for both */
  g_assert_cmpstr (sarap_holidays_name (holidays, sarap_text_date ("2026-11-28"), "ru"), ==,
                   "Жұмыс күні");
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *line;
  } lines[] = {
    { "01-01 A\n13-01 B", SARAP_HOLIDAYS_ERROR_DAY, "Line 2 " },
    { "1-01 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "01-32 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "02-30 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "\n\n2026-02-29 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 3 " },
    { "2026-2-9 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "+01-01 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "-2026-01-01 A", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "Наурыз 03-22", SARAP_HOLIDAYS_ERROR_DAY, "Line 1 " },
    { "01-01", SARAP_HOLIDAYS_ERROR_NAME, "Line 1 " },
    { "01-01   ", SARAP_HOLIDAYS_ERROR_NAME, "Line 1 " },
    { "01-01 A |", SARAP_HOLIDAYS_ERROR_NAME, "Line 1 " },
    { "01-01 | B", SARAP_HOLIDAYS_ERROR_NAME, "Line 1 " },
    { "01-01 A\n01-01 B", SARAP_HOLIDAYS_ERROR_TWICE, "Line 2 " },
    { "2026-01-01 A\n+2026-01-01 B", SARAP_HOLIDAYS_ERROR_TWICE, "Line 2 " },
    { "01-01 \xff", SARAP_HOLIDAYS_ERROR_ENCODING, "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("line %u", i);
      g_assert_null (sarap_holidays_parse (lines[i].text, -1, &error));
      g_assert_error (error, SARAP_HOLIDAYS_ERROR, lines[i].code);
      g_assert_nonnull (strstr (error->message, lines[i].line));
    }
}

static void
test_forms (void)
{
  g_autoptr (SarapHolidays) marked = parse ("\xef\xbb\xbf"
                                            "01-01 A\n");
  g_autoptr (SarapHolidays) empty = parse ("");
  g_autoptr (SarapHolidays) part = sarap_holidays_parse ("01-01 A\n02-02 B", 7, NULL);

  g_assert_false (sarap_rules_is_working_day (marked, sarap_text_date ("2026-01-01")));
  g_assert_true (sarap_rules_is_working_day (empty, sarap_text_date ("2026-01-01")));
  g_assert_false (sarap_rules_is_working_day (part, sarap_text_date ("2026-01-01")));
  g_assert_true (sarap_rules_is_working_day (part, sarap_text_date ("2026-02-02")));
}

/* The file that is installed */
static void
test_installed (void)
{
  static const struct
  {
    int year, days;
  } years[] = { /* working days of the five-day week, 2025 and 2026 as published */
                { 2024, 249 },
                { 2025, 246 },
                { 2026, 246 }
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "holidays", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapHolidays) holidays = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  holidays = parse (text);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      int days = 0;

      for (SarapDate day = sarap_date_new (years[i].year, 1, 1);
           day <= sarap_date_new (years[i].year, 12, 31); day++)
        days += sarap_rules_is_working_day (holidays, day);
      g_test_message ("%d: %d working days", years[i].year, days);
      g_assert_cmpint (days, ==, years[i].days);
    }
}

/* The window of 10 May to 10 November 2023 */
#define SINCE_2020 "customs 2020-05-10 -; "

static void
test_schedulable (void)
{
  g_autoptr (SarapHolidays) holidays = parse ("07-06 A\n+2023-05-13 B\n2023-11-10 C\n");
  static const struct
  {
    const char *career;
    const char *from;
    const char *next;
    const char *heard; /* also late */
    gboolean late;
  } lines[] = {
    { SINCE_2020, "2020-01-01", "2023-05-10", "2023-05-10", FALSE },
    { SINCE_2020, "2023-05-09", "2023-05-10", "2023-05-10", FALSE },
    { SINCE_2020, "2023-05-11", "2023-05-11", "2023-05-11", FALSE },
    { SINCE_2020, "2023-05-13", "2023-05-13", "2023-05-13", FALSE }, /* a Saturday, worked */
    { SINCE_2020, "2023-05-14", "2023-05-15", "2023-05-15", FALSE },
    { SINCE_2020, "2023-07-06", "2023-07-07", "2023-07-07", FALSE },
    /* the last day is a holiday and does not move: nothing is left */
    { SINCE_2020, "2023-11-09", "2023-11-09", "2023-11-09", FALSE },
    { SINCE_2020, "2023-11-10", "-", "2023-11-13", TRUE },
    { SINCE_2020, "2026-11-22", "-", "2026-11-23", TRUE },
    /* outside every deferral */
    { SINCE_2020 "absence 2023-06-01 2023-06-30", "2023-06-01", "2023-07-03", "2023-07-03", FALSE },
    { SINCE_2020 "absence 2023-06-01 2023-06-30; absence 2023-07-03 2023-07-07", "2023-05-31",
      "2023-05-31", "2023-05-31", FALSE },
    { SINCE_2020 "absence 2023-06-01 2023-06-30; absence 2023-07-03 2023-07-07", "2023-06-02",
      "2023-07-10", "2023-07-10", FALSE },
    { SINCE_2020 "absence 2023-05-01 2023-06-30", "2023-05-10", "2023-07-03", "2023-07-03", FALSE },
    { SINCE_2020 "absence 2023-11-01 2023-11-09", "2023-11-01", "-", "2023-11-13", TRUE },
    { SINCE_2020 "childcare 2023-05-01 -", "2023-06-01", "-", "-", FALSE },
    /* the deadline unknown: open up to the deferral */
    { SINCE_2020 "childcare 2023-09-01 -", "2023-08-31", "2023-08-31", "2023-08-31", FALSE },
    { SINCE_2020 "childcare 2023-09-01 -", "2023-09-01", "-", "-", FALSE },
    /* a re-attestation has no deadline */
    { SINCE_2020 "regular 2023-06-01 reattestation approved", "2023-06-02", "2023-12-01",
      "2023-12-01", FALSE },
    { SINCE_2020 "regular 2023-06-01 reattestation approved", "2029-01-01", "2029-01-01",
      "2029-01-01", FALSE },
    /* nothing to plan */
    { SINCE_2020 "regular 2023-06-01 not-corresponds approved", "2023-06-02", "-", "-", FALSE },
    { "", "2023-06-02", "-", "-", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SarapTextCareer room;
      const SarapCareer *career = sarap_text_career (&room, lines[i].career);
      SarapDate from = sarap_text_date (lines[i].from), next = sarap_text_date (lines[i].next);
      SarapStanding standing;
      gboolean late;

      g_test_message ("%s from %s", lines[i].career, lines[i].from);
      sarap_rules_standing (career, sarap_text_date ("2023-06-02"), &standing, NULL);
      g_assert_cmpint (sarap_rules_next_schedulable (&standing, career, holidays, from), ==, next);
      g_assert_cmpint (sarap_rules_next_hearing_day (&standing, career, holidays, from, &late), ==,
                       sarap_text_date (lines[i].heard));
      g_assert_cmpint (late, ==, lines[i].late);
      g_assert_cmpint (sarap_rules_is_schedulable (&standing, career, holidays, from), ==,
                       next == from);
    }
}

/* Holidays that leave no day to work on end the search all the same */
static void
test_never (void)
{
  g_autoptr (GString) text = g_string_new ("");
  g_autoptr (SarapHolidays) holidays = NULL;
  SarapTextCareer room;
  SarapStanding standing;

  for (SarapDate day = sarap_date_new (2024, 1, 1); day <= sarap_date_new (2024, 12, 31); day++)
    {
      char date[SARAP_DATE_TEXT];

      g_string_append_printf (text, "%s A\n", sarap_date_to_text (day, date) + strlen ("2024-"));
    }
  holidays = parse (text->str);
  sarap_rules_standing (sarap_text_career (&room, SINCE_2020), sarap_text_date ("2023-06-02"),
                        &standing, NULL);
  g_assert_cmpint (sarap_rules_next_hearing_day (&standing, &room.career, holidays,
                                                 sarap_text_date ("2023-06-02"), NULL),
                   ==, SARAP_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/holidays/working-days", test_working_days);
  g_test_add_func ("/rules/holidays/names", test_names);
  g_test_add_func ("/rules/holidays/faults", test_faults);
  g_test_add_func ("/rules/holidays/forms", test_forms);
  g_test_add_func ("/rules/holidays/installed", test_installed);
  g_test_add_func ("/rules/holidays/schedulable", test_schedulable);
  g_test_add_func ("/rules/holidays/never", test_never);
  return g_test_run ();
}

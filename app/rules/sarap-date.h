#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapDate:
 *
 * A civil date without a time zone: the number of days, counted like g_date_get_julian() (1 is 1
 * January of year 1, proleptic Gregorian). %SARAP_DATE_NONE is a missing day, such as the last day
 * of an open record or an absent deadline. Dates are compared as numbers.
 */
typedef gint32 SarapDate;

#define SARAP_DATE_NONE ((SarapDate) 0)
/* Later than any day that can be written; means "still open" in comparisons */
#define SARAP_DATE_FAR ((SarapDate) G_MAXINT32)
/* Bytes that sarap_date_to_text() needs */
#define SARAP_DATE_TEXT 16

/**
 * sarap_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the last of the month
 *
 * Returns: the date, %SARAP_DATE_NONE if there is no such day
 */
SarapDate   sarap_date_new        (int year, int month, int day);

/**
 * sarap_date_parse:
 * @text: (nullable): the text; it need not end with a zero byte
 * @length: its length in bytes, -1 if it ends with a zero byte
 * @date: (out): the date
 *
 * Reads exactly `YYYY-MM-DD`, a real day of the years 0001 to 9999, and nothing else.
 *
 * Returns: %FALSE, with @date as it was, if @text is anything else
 */
gboolean    sarap_date_parse      (const char *text, gssize length, SarapDate *date);

/**
 * sarap_date_to_text:
 * @date: a date
 * @text: room for the text
 *
 * Writes `YYYY-MM-DD`; "" for %SARAP_DATE_NONE. A date after the year 9999, which cannot be entered
 * but can be computed as a deadline, gets as many digits as its year has.
 *
 * Returns: @text
 */
const char *sarap_date_to_text    (SarapDate date, char text[SARAP_DATE_TEXT]);

/**
 * sarap_date_split:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month
 *
 * All are 0 for %SARAP_DATE_NONE.
 */
void        sarap_date_split      (SarapDate date, int *year, int *month, int *day);

/**
 * sarap_date_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday to 7 for Sunday, as #GDateWeekday; 0 for %SARAP_DATE_NONE
 */
int         sarap_date_weekday    (SarapDate date);

/**
 * sarap_date_add_months:
 * @date: a date
 * @months: the number of months to add, may be negative
 *
 * Returns the same day of the month @months later, or the last day of that month if it is shorter
 * (README.md 1). Always count once from the first date, never step by step.
 *
 * A result before the first day of the year 1 becomes that day. After the year 9999 the calendar
 * goes on, up to %SARAP_DATE_FAR.
 *
 * Returns: the date; %SARAP_DATE_NONE for %SARAP_DATE_NONE
 */
SarapDate   sarap_date_add_months (SarapDate date, int months);

/* The last day of a possibly open record, for comparisons */
static inline SarapDate
sarap_date_or_far (SarapDate last)
{
  return last == SARAP_DATE_NONE ? SARAP_DATE_FAR : last;
}

G_END_DECLS

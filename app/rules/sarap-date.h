#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapDate:
 *
 * A civil date without a time zone: the number of days as g_date_get_julian() counts them (1 is
 * 1 January of year 1, proleptic Gregorian). %SARAP_DATE_NONE stands for a day that is not given:
 * the last day of what is still open, a deadline that there is not. Plain comparison orders dates.
 */
typedef gint32 SarapDate;

#define SARAP_DATE_NONE ((SarapDate) 0)
/* Later than any day that can be written; stands in comparisons for "still open" */
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
 * @text: (nullable): the text, not necessarily ended by a zero
 * @length: its bytes, -1 if it is ended by a zero
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
 * Writes `YYYY-MM-DD`; "" for %SARAP_DATE_NONE. A date counted beyond the year 9999, which nobody
 * can give but a deadline can reach, gets as many digits as its year has.
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
 * @months: how many months on, may be negative
 *
 * The same day of the month @months months on, or the last day of that month where it is shorter
 * (README.md 1). Count once from the first date, never step by step.
 *
 * What would lie before the first day of the year 1 is that day; beyond the year 9999 the calendar
 * goes on, up to %SARAP_DATE_FAR.
 *
 * Returns: the date; %SARAP_DATE_NONE for %SARAP_DATE_NONE
 */
SarapDate   sarap_date_add_months (SarapDate date, int months);

/* The last day of what may still be open, for comparisons */
static inline SarapDate
sarap_date_or_far (SarapDate last)
{
  return last == SARAP_DATE_NONE ? SARAP_DATE_FAR : last;
}

G_END_DECLS

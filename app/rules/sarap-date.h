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

SarapDate   sarap_date_new        (int year, int month, int day);
gboolean    sarap_date_parse      (const char *text, gssize length, SarapDate *date);
const char *sarap_date_to_text    (SarapDate date, char text[SARAP_DATE_TEXT]);
void        sarap_date_split      (SarapDate date, int *year, int *month, int *day);
int         sarap_date_weekday    (SarapDate date);
SarapDate   sarap_date_add_months (SarapDate date, int months);

/* The last day of what may still be open, for comparisons */
static inline SarapDate
sarap_date_or_far (SarapDate last)
{
  return last == SARAP_DATE_NONE ? SARAP_DATE_FAR : last;
}

G_END_DECLS

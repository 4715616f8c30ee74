#include "rules/sarap-date.h"

/* Days of 400 years; days from 1 March of year 0, where the count below begins, to the day before 1
   January of year 1 */
#define DAYS_OF_ERA 146097
#define DAYS_BEFORE_YEAR_1 305

static int
days_of_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

/* Years are counted from March, so that a leap day is the last of its year */
static gint64
days_from_civil (gint64 year, int month, int day)
{
  gint64 march_year = year - (month <= 2);
  gint64 era = march_year / 400;
  int year_of_era = (int) (march_year - era * 400);
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_OF_ERA + day_of_era - DAYS_BEFORE_YEAR_1;
}

static gboolean
digits (const char *text, int count, int *number)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      guint digit = (guint) (guchar) text[i] - '0';

      if (digit > 9)
        return FALSE;
      value = value * 10 + (int) digit;
    }
  *number = value;
  return TRUE;
}

static char *
write_digits (char *text, int number, int width)
{
  for (int i = width - 1; i >= 0; i--, number /= 10)
    text[i] = (char) ('0' + number % 10);
  return text + width;
}

SarapDate
sarap_date_new (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > days_of_month (year, month))
    return SARAP_DATE_NONE;
  return (SarapDate) days_from_civil (year, month, day);
}

gboolean
sarap_date_parse (const char *text, gssize length, SarapDate *date)
{
  int year, month, day;
  SarapDate parsed;

  if (text == NULL || (length >= 0 && length != 10))
    return FALSE;
  /* read from left to right, so that nothing is read after a zero byte */
  if (!digits (text, 4, &year) || text[4] != '-' || !digits (text + 5, 2, &month) ||
      text[7] != '-' || !digits (text + 8, 2, &day) || (length < 0 && text[10] != '\0'))
    return FALSE;
  if ((parsed = sarap_date_new (year, month, day)) == SARAP_DATE_NONE)
    return FALSE;
  *date = parsed;
  return TRUE;
}

const char *
sarap_date_to_text (SarapDate date, char text[SARAP_DATE_TEXT])
{
  int year, month, day, width = 4;
  char *end = text;

  if (date > SARAP_DATE_NONE)
    {
      sarap_date_split (date, &year, &month, &day);
      for (int rest = year / 10000; rest > 0; rest /= 10)
        width++;
      end = write_digits (end, year, width);
      *end++ = '-';
      end = write_digits (end, month, 2);
      *end++ = '-';
      end = write_digits (end, day, 2);
    }
  *end = '\0';
  return text;
}

void
sarap_date_split (SarapDate date, int *year, int *month, int *day)
{
  int y = 0, m = 0, d = 0;

  if (date > SARAP_DATE_NONE)
    {
      gint64 days = (gint64) date + DAYS_BEFORE_YEAR_1;
      int era = (int) (days / DAYS_OF_ERA);
      int of_era = (int) (days % DAYS_OF_ERA);
      int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
      int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
      int from_march = (5 * of_year + 2) / 153;

      d = of_year - (153 * from_march + 2) / 5 + 1;
      m = from_march < 10 ? from_march + 3 : from_march - 9;
      y = era * 400 + year_of_era + (m <= 2);
    }
  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;
}

int
sarap_date_weekday (SarapDate date)
{
  return date > SARAP_DATE_NONE ? (date - 1) % 7 + 1 : 0;
}

SarapDate
sarap_date_add_months (SarapDate date, int months)
{
  int year, month, day;
  gint64 count, days;

  if (date <= SARAP_DATE_NONE || date == SARAP_DATE_FAR)
    return date;
  sarap_date_split (date, &year, &month, &day);
  count = (gint64) year * 12 + (month - 1) + months;
  if (count < 12)
    return 1;
  month = (int) (count % 12) + 1;
  days = days_from_civil (count / 12, month, 1) +
         MIN (day, days_of_month ((int) (count / 12), month)) - 1;
  return (SarapDate) MIN (days, SARAP_DATE_FAR);
}

#include "shell/sarap-day.h"

#include <glib/gi18n-lib.h>

static const char *const weekdays[] = {
  NULL,          N_ ("Monday"),   N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

/* TRANSLATORS: months as they stand in a date, after the day */
static const char *const months[] = {
  NULL,           N_ ("January"),  N_ ("February"), N_ ("March"),  N_ ("April"),
  N_ ("May"),     N_ ("June"),     N_ ("July"),     N_ ("August"), N_ ("September"),
  N_ ("October"), N_ ("November"), N_ ("December"),
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
sarap_day_say (SarapDate date)
{
  int year, month, day;

  sarap_date_split (date, &year, &month, &day);
  /* TRANSLATORS: a whole date: %1$s weekday, %2$d day, %3$s month, %4$d year */
  return g_strdup_printf (_ ("%1$s, %2$d %3$s %4$d"), _ (weekdays[sarap_date_weekday (date)]), day,
                          _ (months[month]), year);
}

#pragma GCC diagnostic pop

#pragma once

#include "rules/sarap-date.h"

G_BEGIN_DECLS

#define SARAP_HOLIDAYS_ERROR (sarap_holidays_error_quark ())

typedef enum
{
  SARAP_HOLIDAYS_ERROR_ENCODING,
  SARAP_HOLIDAYS_ERROR_DAY,
  SARAP_HOLIDAYS_ERROR_NAME,
  SARAP_HOLIDAYS_ERROR_TWICE,
} SarapHolidaysError;

/* The public holidays of a file in data/holidays (README.md 1) */
typedef struct _SarapHolidays SarapHolidays;

/**
 * sarap_holidays_parse:
 * @text: the contents of the file of holidays, UTF-8
 * @length: its length in bytes, -1 if it ends with a zero byte
 * @error: return location; %SARAP_HOLIDAYS_ERROR with the number of the wrong line
 *
 * Reads lines of `DAY KAZAKH NAME | RUSSIAN NAME` (one name serves for both languages): DAY is
 * `MM-DD` for a holiday of every year, `YYYY-MM-DD` for a day off of one year, `+YYYY-MM-DD` for a
 * working day on a weekend or a holiday. Empty lines, and those that begin with `#`, are skipped.
 *
 * Returns: (transfer full): the holidays, %NULL on error
 */
SarapHolidays *sarap_holidays_parse       (const char *text, gssize length, GError **error);

void           sarap_holidays_free        (SarapHolidays *holidays);

/**
 * sarap_holidays_name:
 * @holidays: (nullable): the holidays
 * @day: a day
 * @language: "ru" for Russian; Kazakh for any other
 *
 * Returns: (nullable): the reason why the day is off, or is a working day; %NULL for an ordinary
 *   day of the week
 */
const char    *sarap_holidays_name        (const SarapHolidays *holidays,
                                           SarapDate            day,
                                           const char          *language);

/**
 * sarap_rules_is_working_day:
 * @holidays: (nullable): the holidays
 * @day: a day
 *
 * Returns: whether the day is from Monday to Friday and no holiday, or replaces another working day
 */
gboolean       sarap_rules_is_working_day (const SarapHolidays *holidays, SarapDate day);

GQuark         sarap_holidays_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapHolidays, sarap_holidays_free)

G_END_DECLS

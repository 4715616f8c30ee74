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

/* The public holidays as data/holidays lists them (README.md 1) */
typedef struct _SarapHolidays SarapHolidays;

/**
 * sarap_holidays_parse:
 * @text: what the file of holidays holds, UTF-8
 * @length: its bytes, -1 if it is ended by a zero
 * @error: return location; %SARAP_HOLIDAYS_ERROR with the line that is wrong
 *
 * Reads lines of `DAY KAZAKH NAME | RUSSIAN NAME` (one name serves for both languages): DAY is
 * `MM-DD` for a holiday of every year, `YYYY-MM-DD` for a day off of one year, `+YYYY-MM-DD` for a
 * day that is worked though it is a weekend or a holiday. Empty lines, and those that begin with
 * `#`, are skipped.
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
 * Returns: (nullable): why the day is a day off, or is worked; %NULL if it is as any of its week
 */
const char    *sarap_holidays_name        (const SarapHolidays *holidays,
                                           SarapDate            day,
                                           const char          *language);

/**
 * sarap_rules_is_working_day:
 * @holidays: (nullable): the holidays
 * @day: a day
 *
 * Returns: whether it is from Monday to Friday and no holiday, or is worked instead of another day
 */
gboolean       sarap_rules_is_working_day (const SarapHolidays *holidays, SarapDate day);

GQuark         sarap_holidays_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapHolidays, sarap_holidays_free)

G_END_DECLS

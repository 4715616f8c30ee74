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

SarapHolidays *sarap_holidays_parse       (const char *text, gssize length, GError **error);
void           sarap_holidays_free        (SarapHolidays *holidays);
const char    *sarap_holidays_name        (const SarapHolidays *holidays,
                                           SarapDate            day,
                                           const char          *language);
gboolean       sarap_rules_is_working_day (const SarapHolidays *holidays, SarapDate day);
GQuark         sarap_holidays_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapHolidays, sarap_holidays_free)

G_END_DECLS

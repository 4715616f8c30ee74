#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * SarapOfficerCacheDay:
 *
 * A day in two bytes, for sarap_officer_cache_day(). 0 is none; days before 1940 and after 2119
 * become the first and the last day of this range.
 */
typedef guint16 SarapOfficerCacheDay;

/* The day before 1 January 1940 */
#define SARAP_OFFICER_CACHE_EPOCH 708204

static inline SarapDate
sarap_officer_cache_day (SarapOfficerCacheDay day)
{
  return day == 0 ? SARAP_DATE_NONE : SARAP_OFFICER_CACHE_EPOCH + day;
}

/**
 * SarapOfficerCacheEntry:
 * @deadline: L, 0 for none
 * @window_start: W, 0 for none
 * @deferred_until: the last day of the current deferral; 0 if it is open
 * @body: index of the body in the cache's table, 0 for none; sarap_officer_cache_body_id()
 * @unit: index of the unit; sarap_officer_cache_unit_id()
 * @position: index of the position; sarap_officer_cache_get_positions()
 * @status: a #SarapStatus; %SARAP_STATUS_NONE if there is no such officer
 * @central: whether the Central commission attests the officer (§7), not that of the body
 * @deferral: the #SarapDeferralKind of the current deferral
 * @implausible: whether the file has a warning (app/rules/README.md 11)
 * @open_long: whether a deferral is open for longer than its kind lasts
 * @turn: the number of the cache's last reading that found the officer
 *
 * An officer's standing today, in 14 bytes, as there may be a million officers.
 */
typedef struct
{
  SarapOfficerCacheDay deadline;
  SarapOfficerCacheDay window_start;
  SarapOfficerCacheDay deferred_until;
  guint16 body;
  guint16 unit;
  guint16 position;
  guint8 status : 4;
  guint8 central : 1;
  guint8 deferral : 2;
  guint8 implausible : 1;
  guint8 turn : 7;
  guint8 open_long : 1;
} SarapOfficerCacheEntry;

G_STATIC_ASSERT (sizeof (SarapOfficerCacheEntry) == 14);

#define SARAP_OFFICER_CACHE_STATUSES (SARAP_STATUS_NEGATIVE + 1)

G_END_DECLS

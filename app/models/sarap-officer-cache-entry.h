#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * SarapOfficerCacheDay:
 *
 * A day in two bytes: sarap_officer_cache_day() gives it back. 0 is none; days before 1940 and
 * after 2119 are taken for the first and the last of these.
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
 * @deadline: L, 0 where there is none
 * @window_start: W, likewise
 * @deferred_until: the last day of the deferral, while deferred; 0 while it is open
 * @body: place of the body in the roll's own table, 0 for none; sarap_officer_cache_body_id()
 * @unit: the same of the unit; sarap_officer_cache_unit_id()
 * @position: the same of the position; sarap_officer_cache_get_positions()
 * @status: a #SarapStatus; %SARAP_STATUS_NONE: there is no such officer
 * @central: whether the Central commission attests them (§7), else that of their body
 * @deferral: a #SarapDeferralKind, while deferred
 * @implausible: whether something in the file should be looked at again (app/rules/README.md 11)
 * @open_long: whether a deferral is open for longer than its kind lasts
 * @turn: of the roll: in which reading it was found last
 *
 * Where an officer stands today, in 14 bytes, as there may be a million.
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

#pragma once

#include "procedure/sarap-bodies.h"
#include "rules/sarap-standing.h"
#include "store/sarap-store.h"

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
 * @status: a #SarapStatus; %SARAP_STATUS_NONE: there is no such officer
 * @central: whether the Central commission attests them (§7), else that of their body
 * @deferral: a #SarapDeferralKind, while deferred
 * @implausible: whether something in the file should be looked at again (app/rules/README.md 11)
 * @open_long: whether a deferral is open for longer than its kind lasts
 * @turn: of the roll: in which reading it was found last
 *
 * Where an officer stands today, in 12 bytes, as there may be a million.
 */
typedef struct
{
  SarapOfficerCacheDay deadline;
  SarapOfficerCacheDay window_start;
  SarapOfficerCacheDay deferred_until;
  guint16 body;
  guint16 unit;
  guint8 status : 4;
  guint8 central : 1;
  guint8 deferral : 2;
  guint8 implausible : 1;
  guint8 turn : 7;
  guint8 open_long : 1;
} SarapOfficerCacheEntry;

G_STATIC_ASSERT (sizeof (SarapOfficerCacheEntry) == 12);

#define SARAP_OFFICER_CACHE_STATUSES (SARAP_STATUS_NEGATIVE + 1)

/**
 * SarapOfficerCache:
 *
 * Where everybody stands today, in memory: read in the background in slices, kept up to date by the
 * feed of changes. So the list can be filtered, sorted and counted without the database.
 *
 * Properties: "complete" (whether everybody has been read). Signals: "changed", when there is more
 * or something else in it, but not for each slice; "failed" (error): it could not be read.
 */
#define SARAP_TYPE_OFFICER_CACHE (sarap_officer_cache_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerCache, sarap_officer_cache, SARAP, OFFICER_CACHE, GObject)

/* The one of a database; it is made at the first call and is read once a day is set */
SarapOfficerCache *sarap_officer_cache_get (SarapStore *store);
void sarap_officer_cache_set_today (SarapOfficerCache *self, SarapDate today);
void sarap_officer_cache_read_again (SarapOfficerCache *self);
SarapDate sarap_officer_cache_get_today (SarapOfficerCache *self);
gboolean sarap_officer_cache_get_complete (SarapOfficerCache *self);
guint sarap_officer_cache_get_n_read (SarapOfficerCache *self);
/* NULL until they have been read */
SarapBodies *sarap_officer_cache_get_bodies (SarapOfficerCache *self);
const SarapOfficerCacheEntry *sarap_officer_cache_lookup (SarapOfficerCache *self,
                                                          gint64 officer_id);
const guint *sarap_officer_cache_get_counts (SarapOfficerCache *self);

/* The tables that entries point into: places from 1 to the number less one */
guint sarap_officer_cache_n_bodies (SarapOfficerCache *self);
guint sarap_officer_cache_n_units (SarapOfficerCache *self);
gint64 sarap_officer_cache_body_id (SarapOfficerCache *self, guint body);
gint64 sarap_officer_cache_unit_id (SarapOfficerCache *self, guint unit);

G_END_DECLS

#pragma once

#include "officers/sarap-roll-places.h"
#include "rules/sarap-standing.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapRollDay:
 *
 * A day in two bytes: sarap_roll_day() gives it back. 0 is none; days before 1940 and after 2119 are
 * taken for the first and the last of these.
 */
typedef guint16 SarapRollDay;

/* The day before 1 January 1940 */
#define SARAP_ROLL_EPOCH 708204

static inline SarapDate
sarap_roll_day (SarapRollDay day)
{
  return day == 0 ? SARAP_DATE_NONE : SARAP_ROLL_EPOCH + day;
}

/**
 * SarapRollEntry:
 * @deadline: L, 0 where there is none
 * @window_start: W, likewise
 * @deferred_until: the last day of the deferral, while deferred; 0 while it is open
 * @body: place of the body in the roll's own table, 0 for none; sarap_roll_body_id()
 * @unit: the same of the unit; sarap_roll_unit_id()
 * @status: a #SarapStatus; %SARAP_STATUS_NONE: there is no such officer
 * @central: whether the Central commission attests them (§7), else that of their body
 * @deferral: a #SarapDeferralKind, while deferred
 * @turn: of the roll: in which reading it was found last
 *
 * Where an officer stands today, in 12 bytes, as there may be a million.
 */
typedef struct
{
  SarapRollDay deadline;
  SarapRollDay window_start;
  SarapRollDay deferred_until;
  guint16 body;
  guint16 unit;
  guint8 status : 5;
  guint8 central : 1;
  guint8 deferral : 2;
  guint8 turn;
} SarapRollEntry;

G_STATIC_ASSERT (sizeof (SarapRollEntry) == 12);

#define SARAP_ROLL_STATUSES (SARAP_STATUS_NEGATIVE + 1)

/**
 * SarapRoll:
 *
 * Where everybody stands today, in memory: read in the background in slices, kept up to date by the
 * feed of changes. So the list can be filtered, sorted and counted without the database.
 *
 * Properties: "complete" (whether everybody has been read). Signals: "changed", when there is more
 * or something else in it, but not for each slice; "failed" (error): it could not be read.
 */
#define SARAP_TYPE_ROLL (sarap_roll_get_type ())
G_DECLARE_FINAL_TYPE (SarapRoll, sarap_roll, SARAP, ROLL, GObject)

/* The one of a database; it is made at the first call and is read once a day is set */
SarapRoll            *sarap_roll_get          (SarapStore *store);
void                  sarap_roll_set_today    (SarapRoll *self, SarapDate today);
void                  sarap_roll_read_again   (SarapRoll *self);
SarapDate             sarap_roll_get_today    (SarapRoll *self);
gboolean              sarap_roll_get_complete (SarapRoll *self);
guint                 sarap_roll_get_n_read   (SarapRoll *self);
/* NULL until they have been read */
SarapRollPlaces          *sarap_roll_get_places   (SarapRoll *self);
const SarapRollEntry *sarap_roll_lookup       (SarapRoll *self, gint64 officer_id);
const guint          *sarap_roll_get_counts   (SarapRoll *self);

/* The tables that entries point into: places from 1 to the number less one */
guint                 sarap_roll_n_bodies     (SarapRoll *self);
guint                 sarap_roll_n_units      (SarapRoll *self);
gint64                sarap_roll_body_id      (SarapRoll *self, guint body);
gint64                sarap_roll_unit_id      (SarapRoll *self, guint unit);

G_END_DECLS

#pragma once

#include "models/sarap-officer-cache-entry.h"
#include "models/sarap-officer-names.h"
#include "models/sarap-officer-positions.h"
#include "procedure/sarap-bodies.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

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

/**
 * sarap_officer_cache_get:
 * @store: a database
 *
 * The one of a database; it is made at the first call and is read once a day is set.
 *
 * Returns: (transfer none): its cache, which lives as long as the store does
 */
SarapOfficerCache *sarap_officer_cache_get (SarapStore *store);
/* Reads everybody anew */
void sarap_officer_cache_read_again (SarapOfficerCache *self);
/* The day for which statuses are kept */
SarapDate sarap_officer_cache_get_today (SarapOfficerCache *self);
/* Whether everybody has been read */
gboolean sarap_officer_cache_get_complete (SarapOfficerCache *self);
/* How many officers have been read so far */
guint sarap_officer_cache_get_n_read (SarapOfficerCache *self);

/**
 * sarap_officer_cache_set_today:
 * @self: a roll
 * @today: the day it is
 *
 * Where everybody stands on that day is read from now on, in the background.
 */
void sarap_officer_cache_set_today (SarapOfficerCache *self, SarapDate today);
/* NULL until they have been read */
SarapBodies *sarap_officer_cache_get_bodies (SarapOfficerCache *self);

/**
 * sarap_officer_cache_lookup:
 * @self: a roll
 * @officer_id: an officer
 *
 * Returns: (nullable): where they stand, %NULL if they have not been read or are not there; valid
 *   until the main loop runs again
 */
const SarapOfficerCacheEntry *sarap_officer_cache_lookup (SarapOfficerCache *self,
                                                          gint64 officer_id);
/* The names that are searched, read at the first search. How many there are of each status */
SarapOfficerNames *sarap_officer_cache_get_names (SarapOfficerCache *self);
const SarapOfficerPositions *sarap_officer_cache_get_positions (SarapOfficerCache *self);
const guint *sarap_officer_cache_get_counts (SarapOfficerCache *self);

/* The tables that entries point into: places from 1 to the number less one */
guint sarap_officer_cache_n_bodies (SarapOfficerCache *self);
/* How many indices of units there are, with that of none */
guint sarap_officer_cache_n_units (SarapOfficerCache *self);
/* The id of the body that an entry has by its index */
gint64 sarap_officer_cache_body_id (SarapOfficerCache *self, guint body);
/* The id of the unit that an entry has by its index */
gint64 sarap_officer_cache_unit_id (SarapOfficerCache *self, guint unit);

G_END_DECLS

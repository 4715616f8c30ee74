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
 * The standings of all officers today, in memory. They are read in the background in slices and
 * kept up to date by the feed of changes. So the list can be filtered, sorted and counted without
 * the database.
 *
 * Properties: "complete" (whether all officers have been read). Signals: "changed", after additions
 * or changes, but not for each slice; "failed" (error), when it could not be read.
 */
#define SARAP_TYPE_OFFICER_CACHE (sarap_officer_cache_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficerCache, sarap_officer_cache, SARAP, OFFICER_CACHE, GObject)

/**
 * sarap_officer_cache_get:
 * @store: a database
 *
 * Returns the cache of a database. It is made at the first call, and read once a day is set.
 *
 * Returns: (transfer none): the cache, which lives as long as the store
 */
SarapOfficerCache *sarap_officer_cache_get (SarapStore *store);
/* Reads all officers again */
void sarap_officer_cache_read_again (SarapOfficerCache *self);
/* The day of the statuses */
SarapDate sarap_officer_cache_get_today (SarapOfficerCache *self);
/* Whether all officers have been read */
gboolean sarap_officer_cache_get_complete (SarapOfficerCache *self);
/* The number of officers read so far */
guint sarap_officer_cache_get_n_read (SarapOfficerCache *self);

/**
 * sarap_officer_cache_set_today:
 * @self: a cache
 * @today: the current day
 *
 * Begins to read the standings of all officers on that day, in the background.
 */
void sarap_officer_cache_set_today (SarapOfficerCache *self, SarapDate today);
/* The bodies and units; NULL until they have been read */
SarapBodies *sarap_officer_cache_get_bodies (SarapOfficerCache *self);

/**
 * sarap_officer_cache_lookup:
 * @self: a cache
 * @officer_id: an officer
 *
 * Returns: (nullable): the officer's standing, %NULL if it has not been read or the officer does
 *   not exist; valid until the main loop runs again
 */
const SarapOfficerCacheEntry *sarap_officer_cache_lookup (SarapOfficerCache *self,
                                                          gint64 officer_id);
/* The names for searching, which are read at the first search */
SarapOfficerNames *sarap_officer_cache_get_names (SarapOfficerCache *self);
const SarapOfficerPositions *sarap_officer_cache_get_positions (SarapOfficerCache *self);
const guint *sarap_officer_cache_get_counts (SarapOfficerCache *self);

/* The number of indexes of bodies, including 0 for none */
guint sarap_officer_cache_n_bodies (SarapOfficerCache *self);
/* The number of indexes of units, including 0 for none */
guint sarap_officer_cache_n_units (SarapOfficerCache *self);
/* The id of the body with an entry's index */
gint64 sarap_officer_cache_body_id (SarapOfficerCache *self, guint body);
/* The id of the unit with an entry's index */
gint64 sarap_officer_cache_unit_id (SarapOfficerCache *self, guint unit);

G_END_DECLS

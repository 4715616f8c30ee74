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
/* The names that are searched, read at the first search */
SarapOfficerNames *sarap_officer_cache_get_names (SarapOfficerCache *self);
const SarapOfficerPositions *sarap_officer_cache_get_positions (SarapOfficerCache *self);
const guint *sarap_officer_cache_get_counts (SarapOfficerCache *self);

/* The tables that entries point into: places from 1 to the number less one */
guint sarap_officer_cache_n_bodies (SarapOfficerCache *self);
guint sarap_officer_cache_n_units (SarapOfficerCache *self);
gint64 sarap_officer_cache_body_id (SarapOfficerCache *self, guint body);
gint64 sarap_officer_cache_unit_id (SarapOfficerCache *self, guint unit);

G_END_DECLS

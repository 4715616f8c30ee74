#pragma once

#include "models/sarap-filter.h"
#include "models/sarap-officer-row.h"
#include "models/sarap-officers-sort.h"
#include "models/sarap-officer-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapOfficersModel:
 *
 * The officers shown, as #SarapOfficerRow: a list that exists before its data. It contains only
 * ids; rows are read in pages on request.
 *
 * Signals: "state-changed", when the results of the functions below may have changed.
 */
#define SARAP_TYPE_OFFICERS_MODEL (sarap_officers_model_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersModel, sarap_officers_model, SARAP, OFFICERS_MODEL, GObject)

/**
 * sarap_officers_model_new:
 * @store: a database
 * @today: the current day
 *
 * Begins to read.
 *
 * Returns: (transfer full): all officers, by name
 */
SarapOfficersModel *sarap_officers_model_new (SarapStore *store, SarapDate today);

/* Sets the day of the statuses */
void sarap_officers_model_set_today (SarapOfficersModel *self, SarapDate today);

/**
 * sarap_officers_model_set_filter:
 * @self: the officers
 * @filter: the criteria of those shown, kept by the model; given again after it was changed
 *
 * The result for search words appears at once, but grows while sarap_officers_model_get_busy().
 */
void sarap_officers_model_set_filter (SarapOfficersModel *self, SarapFilter *filter);

/* Sets the column that rows are sorted by */
void sarap_officers_model_set_sort (SarapOfficersModel *self,
                                    SarapOfficersSort sort,
                                    gboolean descending);

/* Reads everything again */
void sarap_officers_model_read_again (SarapOfficersModel *self);
/* The standings of all officers; borrowed */
SarapOfficerCache *sarap_officers_model_get_cache (SarapOfficersModel *self);
/* The officer at a position, 0 while unknown */
gint64 sarap_officers_model_get_id (SarapOfficersModel *self, guint position);
/* The position of an officer, GTK_INVALID_LIST_POSITION if not shown */
guint sarap_officers_model_find (SarapOfficersModel *self, gint64 officer_id);
/* (transfer full) (element-type guint32): the officers shown, in order */
GArray *sarap_officers_model_dup_ids (SarapOfficersModel *self);

/* The number of all officers, shown or not */
guint sarap_officers_model_get_n_all (SarapOfficersModel *self);
/* Whether the result for the filter is still missing or growing */
gboolean sarap_officers_model_get_busy (SarapOfficersModel *self);
/* Whether the result for the filter is complete */
gboolean sarap_officers_model_get_settled (SarapOfficersModel *self);
/* (nullable): why reading failed, until the next reading */
const GError *sarap_officers_model_get_error (SarapOfficersModel *self);
/* The number of those shown that are found only by similar letters; they come last */
guint sarap_officers_model_get_n_alike (SarapOfficersModel *self);
/* Whether anything has been read: "no officers" cannot be said before */
gboolean sarap_officers_model_get_known (SarapOfficersModel *self);
/* The number of rows in memory, for tests */
guint sarap_officers_model_get_n_kept (SarapOfficersModel *self);

G_END_DECLS

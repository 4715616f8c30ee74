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
 * The officers that are shown, as #SarapOfficerRow: a list that is there before its data. It holds
 * their ids only; rows are read in pages as they are asked for.
 *
 * Signals: "state-changed", when the answers of the functions below may have.
 */
#define SARAP_TYPE_OFFICERS_MODEL (sarap_officers_model_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersModel, sarap_officers_model, SARAP, OFFICERS_MODEL, GObject)

/**
 * sarap_officers_model_new:
 * @store: a database
 * @today: the day it is
 *
 * Begins to read.
 *
 * Returns: (transfer full): all officers, by name
 */
SarapOfficersModel *sarap_officers_model_new (SarapStore *store, SarapDate today);

/* The day for which statuses are asked */
void sarap_officers_model_set_today (SarapOfficersModel *self, SarapDate today);

/**
 * sarap_officers_model_set_filter:
 * @self: the officers
 * @filter: which of them are shown
 *
 * The answer for words is there at once, but grows while sarap_officers_model_get_busy().
 */
void sarap_officers_model_set_filter (SarapOfficersModel *self, const SarapFilter *filter);

/* By which column the rows stand */
void sarap_officers_model_set_sort (SarapOfficersModel *self,
                                    SarapOfficersSort sort,
                                    gboolean descending);

/* All of it, as it is now */
void sarap_officers_model_read_again (SarapOfficersModel *self);
/* Where everybody stands; borrowed */
SarapOfficerCache *sarap_officers_model_get_cache (SarapOfficersModel *self);
/* 0 while it is not known who stands there */
gint64 sarap_officers_model_get_id (SarapOfficersModel *self, guint position);
/* GTK_INVALID_LIST_POSITION for somebody who is not shown */
guint sarap_officers_model_find (SarapOfficersModel *self, gint64 officer_id);
/* (transfer full) (element-type guint32): those shown, in their order */
GArray *sarap_officers_model_dup_ids (SarapOfficersModel *self);

/* How many there are, shown or not */
guint sarap_officers_model_get_n_all (SarapOfficersModel *self);
/* Whether the answer for the filter is still to come, or still to grow */
gboolean sarap_officers_model_get_busy (SarapOfficersModel *self);
/* Whether who is shown now is the whole answer for the filter: nobody more is being looked for */
gboolean sarap_officers_model_get_settled (SarapOfficersModel *self);
/* (nullable): why it could not be read, until it is read again */
const GError *sarap_officers_model_get_error (SarapOfficersModel *self);
/* How many of those shown are found only by letters that are alike; they stand last */
guint sarap_officers_model_get_n_alike (SarapOfficersModel *self);
/* Whether anything has been read: until then "no officers" cannot be said */
gboolean sarap_officers_model_get_known (SarapOfficersModel *self);
/* How many rows are held in memory, for tests */
guint sarap_officers_model_get_n_kept (SarapOfficersModel *self);

G_END_DECLS

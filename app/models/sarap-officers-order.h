#pragma once

#include "records/sarap-officer-list.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapOfficersOrder:
 *
 * The ids of all officers in an order of the database. They are read in the background in slices;
 * the first one is short, so that it appears at once.
 *
 * Signals: "grown" (from, number): ids were added at the end; "replaced": the ids changed; "failed"
 * (error).
 */
#define SARAP_TYPE_OFFICERS_ORDER (sarap_officers_order_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersOrder, sarap_officers_order, SARAP, OFFICERS_ORDER, GObject)

/**
 * sarap_officers_order_new:
 * @store: a database
 * @order: the order
 *
 * Returns: (transfer full): the order, not yet read
 */
SarapOfficersOrder *sarap_officers_order_new      (SarapStore *store, SarapOfficerOrder order);
/* Reads all ids; the old ones are shown until then */
void                sarap_officers_order_read     (SarapOfficersOrder *self);
/* (element-type guint32): the ids; they only grow until "replaced" */
GArray             *sarap_officers_order_get_ids  (SarapOfficersOrder *self);
/* Whether all ids have been read */
gboolean            sarap_officers_order_get_complete (SarapOfficersOrder *self);
/* The expected number of ids */
guint               sarap_officers_order_get_count (SarapOfficersOrder *self);

G_END_DECLS

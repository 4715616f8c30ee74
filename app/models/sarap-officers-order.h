#pragma once

#include "records/sarap-officer-list.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapOfficersOrder:
 *
 * The ids of all officers in an order that the database makes: read behind, in slices, the first
 * one short so that it is there at once.
 *
 * Signals: "grown" (from, number): more ids at the end; "replaced": other ids than before;
 * "failed" (error).
 */
#define SARAP_TYPE_OFFICERS_ORDER (sarap_officers_order_get_type ())
G_DECLARE_FINAL_TYPE (SarapOfficersOrder, sarap_officers_order, SARAP, OFFICERS_ORDER, GObject)

/**
 * sarap_officers_order_new:
 * @store: a database
 * @order: which order
 *
 * Returns: (transfer full): the order, not yet read
 */
SarapOfficersOrder *sarap_officers_order_new      (SarapStore *store, SarapOfficerOrder order);
/* Reads all; what there is already is shown until then */
void                sarap_officers_order_read     (SarapOfficersOrder *self);
/* (element-type guint32): only added to until "replaced" */
GArray             *sarap_officers_order_get_ids  (SarapOfficersOrder *self);
/* Whether everybody's name has been read */
gboolean            sarap_officers_order_get_complete (SarapOfficersOrder *self);
/* How many there will be, as far as is known */
guint               sarap_officers_order_get_count (SarapOfficersOrder *self);

G_END_DECLS

#pragma once

#include "models/sarap-officers-model.h"

G_BEGIN_DECLS

/**
 * SarapOfficersSelection:
 *
 * The officers shown, several of whom may be selected. Who is selected stays so when the list is
 * sorted or read again, and no longer than they are shown: another search unselects whom it hides.
 */
#define SARAP_TYPE_OFFICERS_SELECTION (sarap_officers_selection_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapOfficersSelection, sarap_officers_selection, SARAP, OFFICERS_SELECTION, GObject)

/**
 * sarap_officers_selection_new:
 * @model: the officers shown
 *
 * Returns: (transfer full): the same, none of them selected
 */
SarapOfficersSelection *sarap_officers_selection_new (SarapOfficersModel *model);

/* The model whose rows are selected; borrowed */
SarapOfficersModel *sarap_officers_selection_get_model (SarapOfficersSelection *self);
/* How many rows are selected */
guint sarap_officers_selection_get_n (SarapOfficersSelection *self);
/* (transfer full) (element-type guint32): who is selected, in the order shown */
GArray *sarap_officers_selection_dup_ids (SarapOfficersSelection *self);

G_END_DECLS

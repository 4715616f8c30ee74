#pragma once

#include "models/sarap-officers-model.h"

G_BEGIN_DECLS

/**
 * SarapOfficersSelection:
 *
 * The officers shown, several of whom may be selected. The selection survives sorting and reading
 * again. Another search unselects the officers that it hides.
 */
#define SARAP_TYPE_OFFICERS_SELECTION (sarap_officers_selection_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapOfficersSelection, sarap_officers_selection, SARAP, OFFICERS_SELECTION, GObject)

/**
 * sarap_officers_selection_new:
 * @model: the officers shown
 *
 * Returns: (transfer full): a selection without selected officers
 */
SarapOfficersSelection *sarap_officers_selection_new (SarapOfficersModel *model);

/* The model whose rows are selected; borrowed */
SarapOfficersModel *sarap_officers_selection_get_model (SarapOfficersSelection *self);
/* The number of selected officers */
guint sarap_officers_selection_get_n (SarapOfficersSelection *self);
/* (transfer full) (element-type guint32): the selected officers, in the order shown */
GArray *sarap_officers_selection_dup_ids (SarapOfficersSelection *self);

G_END_DECLS

#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterCriterion:
 *
 * A button of the filter's first step: what to filter by. It activates "filter-bar.choose" with the
 * criterion.
 */
#define SARAP_TYPE_FILTER_CRITERION (sarap_filter_criterion_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapFilterCriterion, sarap_filter_criterion, SARAP, FILTER_CRITERION, GtkButton)

/**
 * sarap_filter_criterion_new:
 * @criterion: a criterion
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *sarap_filter_criterion_new (SarapCriterion criterion);

G_END_DECLS

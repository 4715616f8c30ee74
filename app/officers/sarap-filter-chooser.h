#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterChooser:
 *
 * The choices of one criterion of a filter: statuses, bodies, days. Signals: "changed", when it
 * changed its filter.
 */
#define SARAP_TYPE_FILTER_CHOOSER (sarap_filter_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterChooser, sarap_filter_chooser, SARAP, FILTER_CHOOSER, AdwBin)

/**
 * sarap_filter_chooser_new:
 * @criterion: the criterion
 * @filter: the filter, which it changes in place and which must outlive it
 * @cache: the cache, for bodies, units and counts
 *
 * Returns: (transfer floating): the choices
 */
GtkWidget *sarap_filter_chooser_new (SarapCriterion criterion, SarapFilter *filter,
                                     SarapOfficerCache *cache);

G_END_DECLS

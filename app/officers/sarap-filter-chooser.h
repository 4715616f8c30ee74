#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterChooser:
 *
 * What may be chosen for one criterion of a filter: statuses, bodies, days. Signals: "changed",
 * when the filter it was given has been.
 */
#define SARAP_TYPE_FILTER_CHOOSER (sarap_filter_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterChooser, sarap_filter_chooser, SARAP, FILTER_CHOOSER, AdwBin)

/**
 * sarap_filter_chooser_new:
 * @criterion: what is chosen
 * @filter: the filter that is changed
 * @cache: the cache, for the bodies and units there are
 *
 * @filter is changed in place and must live as long
 *
 * Returns: (transfer floating): the choices
 */
GtkWidget *sarap_filter_chooser_new (SarapCriterion criterion, SarapFilter *filter, SarapOfficerCache *cache);

G_END_DECLS

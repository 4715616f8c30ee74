#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterBar:
 *
 * What the list is filtered by: a chip for each criterion, which opens what may be chosen or takes
 * it away, a button for more of them, and the saved filters.
 *
 * Signals: "changed", when the person chose.
 */
#define SARAP_TYPE_FILTER_BAR (sarap_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterBar, sarap_filter_bar, SARAP, FILTER_BAR, AdwBin)

/**
 * sarap_filter_bar_set_filter:
 * @self: the bar
 * @filter: what it shows from now on; "changed" is not emitted
 */
void               sarap_filter_bar_set_filter (SarapFilterBar *self, const SarapFilter *filter);

/* The filter as its chips show it; borrowed */
const SarapFilter *sarap_filter_bar_get_filter (SarapFilterBar *self);
/* Whom the counts beside the choices are of */
void               sarap_filter_bar_set_cache   (SarapFilterBar *self, SarapOfficerCache *cache);
/* Asks for a name for the filter as it is */
void               sarap_filter_bar_save       (SarapFilterBar *self);
/* Opens what may be filtered by */
void               sarap_filter_bar_open       (SarapFilterBar *self);

G_END_DECLS

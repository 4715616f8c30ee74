#pragma once

#include "officers/sarap-filter-format.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterBar:
 *
 * The filter of the list: a chip for each criterion, to change or remove it, a button to add
 * criteria, and the saved filters.
 *
 * Signals: "changed", when the person changed the filter.
 */
#define SARAP_TYPE_FILTER_BAR (sarap_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterBar, sarap_filter_bar, SARAP, FILTER_BAR, AdwBin)

/**
 * sarap_filter_bar_set_filter:
 * @self: the bar
 * @filter: the filter to show, which the person changes here in place; given again after others
 *   changed it. "changed" is not emitted.
 */
void sarap_filter_bar_set_filter (SarapFilterBar *self, SarapFilter *filter);

/* Sets the cache for the counts of choices */
void sarap_filter_bar_set_cache  (SarapFilterBar *self, SarapOfficerCache *cache);
/* Asks for a name, and saves the filter under it */
void sarap_filter_bar_save       (SarapFilterBar *self);
/* Opens the list of criteria */
void sarap_filter_bar_open       (SarapFilterBar *self);

G_END_DECLS

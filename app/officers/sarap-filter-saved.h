#pragma once

#include "models/sarap-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterSaved:
 *
 * The saved filters of a person: each is chosen by a click, renamed or removed, and the current
 * filter can be saved. They are kept in the settings.
 *
 * Signals: "chosen" (query of the filter).
 */
#define SARAP_TYPE_FILTER_SAVED (sarap_filter_saved_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterSaved, sarap_filter_saved, SARAP, FILTER_SAVED, AdwBin)

/**
 * sarap_filter_saved_new:
 * @in_use: the current filter
 *
 * Returns: (transfer floating): the saved filters
 */
GtkWidget *sarap_filter_saved_new    (const SarapFilter *in_use);

/**
 * sarap_filter_saved_keep:
 * @before: (nullable): the name of the filter to replace; %NULL for a new one
 * @name: (nullable): its new name; %NULL to remove it
 * @query: (nullable): its query; %NULL: unchanged
 *
 * Saves, renames or removes a filter in the settings. Another one of that name is replaced.
 */
void       sarap_filter_saved_keep   (const char *before, const char *name, const char *query);
/* The query of the filter with a name */
char      *sarap_filter_saved_lookup (const char *name);

G_END_DECLS

#pragma once

#include "models/sarap-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilterSaved:
 *
 * The filters that a person has given names: each is chosen by a click, given another name or
 * removed; and the one in use may be saved. They are kept in the settings.
 *
 * Signals: "chosen" (query of the filter).
 */
#define SARAP_TYPE_FILTER_SAVED (sarap_filter_saved_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilterSaved, sarap_filter_saved, SARAP, FILTER_SAVED, AdwBin)

/**
 * sarap_filter_saved_new:
 * @in_use: the filter that may be saved
 *
 * Returns: (transfer floating): the saved filters
 */
GtkWidget *sarap_filter_saved_new    (const SarapFilter *in_use);

/**
 * sarap_filter_saved_keep:
 * @before: (nullable): the name of the one that is replaced; %NULL for a new one
 * @name: (nullable): its name from now on; %NULL to remove it
 * @query: (nullable): what it asks for; %NULL: as before
 *
 * The settings' list of names and queries; @name NULL: removed.
 *
 * Saves a filter, gives it another name, or removes it. Another of that name is replaced.
 */
void       sarap_filter_saved_keep   (const char *before, const char *name, const char *query);
/* The filter that was saved under a name */
char      *sarap_filter_saved_lookup (const char *name);

G_END_DECLS

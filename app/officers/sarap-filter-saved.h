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

GtkWidget *sarap_filter_saved_new    (const SarapFilter *in_use);

/* The settings' list of names and queries; @name NULL: removed */
void       sarap_filter_saved_keep   (const char *before, const char *name, const char *query);
char      *sarap_filter_saved_lookup (const char *name);

G_END_DECLS

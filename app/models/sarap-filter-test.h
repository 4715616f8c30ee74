#pragma once

#include "models/sarap-filter.h"
#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/**
 * SarapFilterTest:
 *
 * A filter made ready for one pass over the roll: its keys looked up, its days counted.
 */
typedef struct _SarapFilterTest SarapFilterTest;

SarapFilterTest *sarap_filter_test_new  (const SarapFilter *filter, SarapOfficerCache *cache);
void             sarap_filter_test_free (SarapFilterTest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilterTest, sarap_filter_test_free)
gboolean         sarap_filter_test_passes (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry);

G_END_DECLS

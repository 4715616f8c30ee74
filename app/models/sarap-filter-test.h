#pragma once

#include "models/sarap-filter.h"
#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/**
 * SarapFilterTest:
 *
 * A filter prepared for one pass over the officer cache: its keys are resolved, its days computed.
 */
typedef struct _SarapFilterTest SarapFilterTest;

/**
 * sarap_filter_test_new:
 * @filter: a filter; its search words are ignored here
 * @cache: the cache whose entries will be tested, before it changes again
 *
 * Returns: (transfer full): the prepared filter
 */
SarapFilterTest *sarap_filter_test_new  (const SarapFilter *filter, SarapOfficerCache *cache);

void             sarap_filter_test_free (SarapFilterTest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilterTest, sarap_filter_test_free)

/**
 * sarap_filter_test_passes:
 * @self: a prepared filter
 * @entry: an officer's standing
 *
 * Returns: whether the officer is shown
 */
gboolean         sarap_filter_test_passes (const SarapFilterTest *self,
                                           const SarapOfficerCacheEntry *entry);

G_END_DECLS

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

/**
 * sarap_filter_test_new:
 * @filter: a filter; its words are not looked for here
 * @cache: the cache whose entries will be tested, before it changes again
 *
 * Returns: (transfer full): the filter, ready for them
 */
SarapFilterTest *sarap_filter_test_new  (const SarapFilter *filter, SarapOfficerCache *cache);

void             sarap_filter_test_free (SarapFilterTest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilterTest, sarap_filter_test_free)

/**
 * sarap_filter_test_passes:
 * @self: a filter made ready
 * @entry: where an officer stands
 *
 * Returns: whether they are shown
 */
gboolean         sarap_filter_test_passes (const SarapFilterTest *self, const SarapOfficerCacheEntry *entry);

G_END_DECLS

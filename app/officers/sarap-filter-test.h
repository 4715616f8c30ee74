#pragma once

#include "officers/sarap-filter.h"
#include "officers/sarap-roll.h"

G_BEGIN_DECLS

/**
 * SarapFilterTest:
 *
 * A filter made ready for one pass over the roll: its keys looked up, its days counted.
 */
typedef struct _SarapFilterTest SarapFilterTest;

SarapFilterTest *sarap_filter_test_new  (const SarapFilter *filter, SarapRoll *roll);
void             sarap_filter_test_free (SarapFilterTest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFilterTest, sarap_filter_test_free)
gboolean         sarap_filter_test_passes (const SarapFilterTest *self, const SarapRollEntry *entry);

G_END_DECLS

#pragma once

#include "models/sarap-filter.h"
#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/* The criteria of a filter, one chip each */
typedef enum
{
  SARAP_CRITERION_STATUS,
  SARAP_CRITERION_BODY,
  SARAP_CRITERION_UNIT,
  SARAP_CRITERION_COMMISSION,
  SARAP_CRITERION_DEADLINE,
  SARAP_CRITERION_OPENS,
  SARAP_CRITERION_DEFERRAL,
  SARAP_CRITERION_CHECK,
  SARAP_CRITERIA
} SarapCriterion;

/* The name of a criterion, for its chip and its menu */
const char *sarap_criterion_title (SarapCriterion criterion);
/* The index of its keys, -1 for other criteria */
int sarap_criterion_keys (SarapCriterion criterion);
/* The index of its span, -1 for other criteria */
int sarap_criterion_span (SarapCriterion criterion);
void sarap_criterion_clear (SarapCriterion criterion, SarapFilter *filter);

/**
 * sarap_criterion_asked:
 * @criterion: a criterion
 * @filter: a filter
 *
 * Returns: whether the filter has the criterion
 */
gboolean sarap_criterion_asked (SarapCriterion criterion, const SarapFilter *filter);

/**
 * sarap_criterion_say:
 * @criterion: a criterion
 * @filter: a filter with it
 * @bodies: (nullable): the bodies and units
 *
 * Returns: (transfer full): the text of its chip: "Status: Overdue", "Body: 3 chosen"
 */
char *
sarap_criterion_say (SarapCriterion criterion, const SarapFilter *filter, SarapBodies *bodies);
/* "Records that do not fit together" */
const char *sarap_filter_check_say (SarapFilterCheck check);
/* "Within 3 months" */
const char *sarap_filter_span_say (SarapFilterSpanKind kind);

G_END_DECLS

#pragma once

#include "models/sarap-filter.h"
#include "models/sarap-officer-cache.h"

G_BEGIN_DECLS

/* What a filter may ask for: one chip each */
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
/* -1 for the status and for what is to be checked; else which keys or which span it is */
int sarap_criterion_keys (SarapCriterion criterion);
/* The first and last value that a criterion has */
int sarap_criterion_span (SarapCriterion criterion);
void sarap_criterion_clear (SarapCriterion criterion, SarapFilter *filter);

/**
 * sarap_criterion_asked:
 * @criterion: a criterion
 * @filter: a filter
 *
 * Returns: whether the filter asks for it
 */
gboolean sarap_criterion_asked (SarapCriterion criterion, const SarapFilter *filter);

/**
 * sarap_criterion_say:
 * @criterion: a criterion
 * @filter: a filter that asks for it
 * @bodies: (nullable): the bodies and units
 *
 * "Status: Overdue", "Body: 3 chosen".
 *
 * Returns: (transfer full): what its chip says
 */
char *
sarap_criterion_say (SarapCriterion criterion, const SarapFilter *filter, SarapBodies *bodies);
/* "Records that do not fit together" */
const char *sarap_filter_check_say (SarapFilterCheck check);
/* "Within 3 months" */
const char *sarap_filter_span_say (SarapFilterSpanKind kind);

G_END_DECLS

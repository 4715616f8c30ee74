#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* The effect of attestations on the term (§5; README.md 3) */

/**
 * sarap_attestation_last:
 * @career: a career
 * @since: the first day of continuous service
 * @on: a day
 *
 * Returns: the index of the last attestation of either kind held from @since to @on and not
 *   annulled; on the same day that of the re-attestation; -1 for none
 */
int       sarap_attestation_last         (const SarapCareer *career, SarapDate since, SarapDate on);

/**
 * sarap_attestation_last_regular:
 * @career: a career
 * @since: the first day of continuous service
 * @on: a day
 *
 * A re-attestation serves no term: it belongs to the attestation that caused it.
 *
 * Returns: the index of the last regular attestation held from @since to @on and not annulled; -1
 *   for none
 */
int       sarap_attestation_last_regular (const SarapCareer *career, SarapDate since, SarapDate on);

/**
 * sarap_attestation_is_cause:
 * @attestation: an attestation held
 *
 * Returns: whether it causes a re-attestation, because this was decided and approved (§36) or the
 *   head refused the decision (§42)
 */
gboolean  sarap_attestation_is_cause     (const SarapAttestation *attestation);

/**
 * sarap_term_after:
 * @since: the first day of continuous service
 * @after: the day of the last regular attestation, %SARAP_DATE_NONE for none
 * @number: (out): the number of the term, from 1
 *
 * The terms are the days three, six, nine … years after @since (§5).
 *
 * Returns: the first term after @after
 */
SarapDate sarap_term_after               (SarapDate since, SarapDate after, int *number);

G_END_DECLS

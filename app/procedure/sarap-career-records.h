#pragma once

#include "procedure/sarap-bodies.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * sarap_career_take_records:
 * @career: (out caller-allocates): what the rules take; its records stand in the order of the
 * arrays
 * @service: (element-type SarapRecord): service records of an officer
 * @deferrals: (element-type SarapRecord): deferrals
 * @attestations: (element-type SarapRecord): attestations
 * @bodies: (nullable): the bodies, for who serves in the agency itself; %NULL where it does not
 * count
 *
 * A career out of records. To be freed with sarap_career_clear().
 */
void sarap_career_take_records (SarapCareer *career,
                                GPtrArray *service,
                                GPtrArray *deferrals,
                                GPtrArray *attestations,
                                const SarapBodies *bodies);
/* Frees the records that sarap_career_take_records() made */
void sarap_career_clear (SarapCareer *career);

G_END_DECLS

#pragma once

#include "procedure/sarap-bodies.h"
#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/**
 * sarap_career_take_records:
 * @career: (out caller-allocates): the career for the rules; its records have the order of the
 * arrays
 * @service: (element-type SarapRecord): service records of an officer
 * @deferrals: (element-type SarapRecord): deferrals
 * @attestations: (element-type SarapRecord): attestations
 * @bodies: (nullable): the bodies, to know which one is the agency itself; %NULL if it does not
 * matter
 *
 * Makes a career from records. To be freed with sarap_career_clear().
 */
void sarap_career_take_records (SarapCareer *career,
                                GPtrArray *service,
                                GPtrArray *deferrals,
                                GPtrArray *attestations,
                                const SarapBodies *bodies);
/* Frees the records that sarap_career_take_records() made */
void sarap_career_clear (SarapCareer *career);

G_END_DECLS

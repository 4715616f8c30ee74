#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* What attestations held do to the term (§5; README.md 3) */

int       sarap_attestation_last         (const SarapCareer *career, SarapDate since, SarapDate on);
int       sarap_attestation_last_regular (const SarapCareer *career, SarapDate since, SarapDate on);
gboolean  sarap_attestation_is_cause     (const SarapAttestation *attestation);
SarapDate sarap_term_after               (SarapDate since, SarapDate after, int *number);

G_END_DECLS

#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* Who serves, and since when (§5, §6; README.md 2) */

int       sarap_service_current          (const SarapCareer *career,
                                          SarapDate          on,
                                          SarapReasons      *reasons);
SarapDate sarap_service_continuous_since (const SarapCareer *career,
                                          SarapDate          position_since,
                                          SarapReasons      *reasons);

G_END_DECLS

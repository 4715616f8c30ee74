#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* What deferrals do to a day (§3, §31; README.md 3) */

int       sarap_deferral_on            (const SarapCareer *career, SarapDate on);
SarapDate sarap_deferral_last          (const SarapCareer *career, SarapDate on, int *index);
gboolean  sarap_deferral_between       (const SarapCareer *career, SarapDate from, SarapDate to);
SarapDate sarap_deferral_move_window   (const SarapCareer *career,
                                        SarapDate          start,
                                        SarapReasons      *reasons);
SarapDate sarap_deferral_move_deadline (const SarapCareer *career,
                                        SarapDate          window_start,
                                        SarapReasons      *reasons);

G_END_DECLS

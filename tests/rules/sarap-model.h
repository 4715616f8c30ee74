#pragma once

#include "sarap-career-text.h"

G_BEGIN_DECLS

/* A second reading of app/rules/README.md, slow and plain, day by day where it can; and made-up careers
   that crowd around the edges of the rules */

void      sarap_model_standing (const SarapCareer *career, SarapDate on, SarapStanding *standing);
void      sarap_model_length   (const SarapCareer  *career,
                                SarapDate           on,
                                gboolean            state,
                                gboolean            other,
                                SarapServiceLength *length);
SarapDate sarap_model_make     (GRand *rand, SarapTextCareer *room);

G_END_DECLS

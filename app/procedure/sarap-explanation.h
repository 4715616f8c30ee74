#pragma once

#include "procedure/sarap-officer-file.h"

G_BEGIN_DECLS

char *sarap_explanation_format (SarapOfficerFile *file);

G_END_DECLS

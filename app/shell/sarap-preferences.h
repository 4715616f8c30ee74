#pragma once

#include "shell/sarap-application.h"

G_BEGIN_DECLS

void sarap_preferences_present (SarapApplication *application);

G_END_DECLS

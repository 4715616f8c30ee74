#pragma once

#include "rules/sarap-date.h"

G_BEGIN_DECLS

/* Days for people, in the language that the program speaks now */
char *sarap_day_say (SarapDate date);

G_END_DECLS

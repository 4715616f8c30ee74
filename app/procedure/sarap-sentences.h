#pragma once

#include "rules/sarap-reason.h"

G_BEGIN_DECLS

/* Sentences of the rules for people, in the language that the program speaks now. */

/* A date in the form of the language */
char *sarap_say_date   (SarapDate date);
/* "§5", "5-т.", "п. 5" */
char *sarap_say_paragraph (guint paragraph);
/* A reason without its paragraph */
char *sarap_say_reason (const SarapReason *reason);

G_END_DECLS

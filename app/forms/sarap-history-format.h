#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

G_BEGIN_DECLS

/* Lines of the audit chain in words */

/* "Service record changed" */
char *sarap_history_say_action (const SarapHistoryLine *line);
/* The moment in the local time and the form of the language */
char *sarap_history_say_moment (const SarapHistoryLine *line);
/* Who did it, and as what */
char *sarap_history_say_actor (const SarapHistoryLine *line, const SarapBodies *bodies);
/* A line a field: "Last day: 02.02.2024 → 31.03.2024"; "" when there is nothing to say */
char *sarap_history_say_detail (const SarapHistoryLine *line, const SarapBodies *bodies);

G_END_DECLS

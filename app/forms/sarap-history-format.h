#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

G_BEGIN_DECLS

/* Lines of the audit chain in words */

/* "Service record changed" */
char *sarap_history_say_action (const SarapHistoryLine *line);
/* The moment in the local time and the form of the language */
char *sarap_history_say_moment (const SarapHistoryLine *line);
/* Who did it, and as what. In a local file the line has who acted as what, such as "aigul (hr:ALM)" */
char *sarap_history_say_actor (const SarapHistoryLine *line, const SarapBodies *bodies);

/**
 * sarap_history_say_detail:
 * @line: a line of the audit chain
 * @bodies: bodies and units as they are called now
 *
 * A line a field: "Last day: 02.02.2024 → 31.03.2024"; "" when there is nothing to say.
 *
 * Returns: (transfer full): what was changed, a line a field
 */
char *sarap_history_say_detail (const SarapHistoryLine *line, const SarapBodies *bodies);

G_END_DECLS

#pragma once

#include "procedure/sarap-officer-file.h"
#include "records/sarap-history.h"

G_BEGIN_DECLS

/* Lines of the audit chain for people */

/* "Service record changed" */
char *sarap_history_say_action (const SarapHistoryLine *line);
/* The moment in local time, in the form of the language */
char *sarap_history_say_moment (const SarapHistoryLine *line);
/* The person and the role. In a local file the line contains both, such as "aigul (hr:ALM)". */
char *sarap_history_say_actor (const SarapHistoryLine *line, const SarapBodies *bodies);

/**
 * sarap_history_say_detail:
 * @line: a line of the audit chain
 * @bodies: the current bodies and units
 *
 * Returns: (transfer full): the changed fields, a line each: "Last day: 02.02.2024 → 31.03.2024";
 *   "" if there are none
 */
char *sarap_history_say_detail (const SarapHistoryLine *line, const SarapBodies *bodies);

G_END_DECLS

#pragma once

#include "rules/sarap-standing.h"

G_BEGIN_DECLS

/* Whether an officer is in service, and since when (§5, §6; README.md 2) */

/**
 * sarap_service_current:
 * @career: a career
 * @on: a day
 * @reasons: (nullable): the list to append the explanation to
 *
 * Finds the current record: the customs record that covers @on; if several do, the one that began
 * last (§5).
 *
 * Returns: its index, -1 if the officer is not in service
 */
int       sarap_service_current          (const SarapCareer *career,
                                          SarapDate          on,
                                          SarapReasons      *reasons);

/**
 * sarap_service_continuous_since:
 * @career: a career
 * @position_since: first day of the current record
 * @reasons: (nullable): the list to append the explanation to
 *
 * Goes back from @position_since over the customs and state records. Each joins if it ended no more
 * than three months before and no other employer came in between (§6).
 *
 * Returns: the first day of continuous service
 */
SarapDate sarap_service_continuous_since (const SarapCareer *career,
                                          SarapDate          position_since,
                                          SarapReasons      *reasons);

G_END_DECLS

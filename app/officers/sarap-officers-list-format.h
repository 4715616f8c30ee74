#pragma once

#include "models/sarap-officer-row.h"
#include "procedure/sarap-bodies.h"

G_BEGIN_DECLS

/* The columns of the list of officers, in their order */
typedef enum
{
  SARAP_COLUMN_NAME,
  SARAP_COLUMN_POSITION,
  SARAP_COLUMN_UNIT,
  SARAP_COLUMN_BODY,
  SARAP_COLUMN_STATUS,
  SARAP_COLUMN_DEADLINE,
  SARAP_COLUMN_COMMISSION,
  SARAP_COLUMN_IIN,
  SARAP_COLUMNS
} SarapOfficersColumn;

/**
 * sarap_officers_column_title:
 * @column: a column
 *
 * Returns: its title
 */
const char *sarap_officers_column_title (SarapOfficersColumn column);

/**
 * sarap_officers_say:
 * @column: a column
 * @facts: the facts of an officer
 * @bodies: (nullable): the bodies and units
 * @today: the current day
 *
 * Returns: (transfer full): the text of a cell; "" if empty
 */
char *sarap_officers_say (SarapOfficersColumn      column,
                          const SarapOfficerFacts *facts,
                          SarapBodies             *bodies,
                          SarapDate                today);
/* The same for a file: dates as YYYY-MM-DD */
char *sarap_officers_say_plain (SarapOfficersColumn      column,
                                const SarapOfficerFacts *facts,
                                SarapBodies             *bodies);

/**
 * sarap_officers_say_left:
 * @deadline: the last day
 * @today: the current day
 *
 * Returns: (transfer full): the remaining or overdue time: "22 days left", "3 months left", "1 day
 *   late"
 */
char *sarap_officers_say_left (SarapDate deadline, SarapDate today);

G_END_DECLS

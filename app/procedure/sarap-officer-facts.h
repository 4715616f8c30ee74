#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapOfficerFacts:
 * @id: the officer
 * @name: surname, given name, patronymic
 * @position_kk: the position held, %NULL when not in service
 * @standing: the standing today
 * @body_id: the body of the position, 0 for none
 * @unit_id: its unit, 0 for none
 * @deferred_until: the last day of the current deferral
 * @commission: "central", the code of a body, or "" when not in service
 *
 * The values that a list shows of an officer, read on the store's thread.
 */
typedef struct
{
  gint64 id;
  char *iin;
  char *name;
  char *position_kk;
  char *position_ru;
  SarapStanding standing;
  gint64 body_id;
  gint64 unit_id;
  SarapDate deferred_until;
  char *commission;
} SarapOfficerFacts;

void sarap_officer_facts_clear (SarapOfficerFacts *facts);

/**
 * sarap_officer_facts_read:
 * @db: a database
 * @today: the current day
 * @ids: (array length=n_ids): officers
 * @n_ids: their number
 * @error: return location
 *
 * Returns: (transfer full) (element-type SarapOfficerFacts): the facts of those who exist, in any
 *   order
 */
GArray *sarap_officer_facts_read (SarapDatabase *db,
                                  SarapDate      today,
                                  const guint32 *ids,
                                  guint          n_ids,
                                  GError       **error);

G_END_DECLS

#pragma once

#include "procedure/sarap-bodies.h"
#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReviewGroupKind:
 *
 * The tasks of HR, the most urgent first. An officer can be in several groups: overdue, and with a
 * record to be checked.
 */
typedef enum
{
  SARAP_REVIEW_OVERDUE,
  SARAP_REVIEW_DUE,
  SARAP_REVIEW_REATTESTATION_DUE,
  SARAP_REVIEW_NEGATIVE,
  SARAP_REVIEW_DEFERRAL_ENDS, /* within SARAP_REVIEW_DAYS_AHEAD days */
  SARAP_REVIEW_OPENS,         /* may be attested within as many days */
  SARAP_REVIEW_OPEN_LONG,     /* an open deferral is longer than its kind lasts */
  SARAP_REVIEW_IMPLAUSIBLE,   /* a record has a warning (app/rules/README.md 11) */
  SARAP_REVIEW_GROUPS
} SarapReviewGroupKind;

/* Days in advance that a beginning or end is announced */
#define SARAP_REVIEW_DAYS_AHEAD 30
/* Greatest number of officers read for each group; all of them are counted */
#define SARAP_REVIEW_SHOWN 15

/**
 * SarapReviewEntry:
 * @officer_id: the officer
 * @status: the officer's status
 * @date: the day that the group shows and is sorted by; %SARAP_DATE_NONE for none
 * @body_id: the body of the position, 0 for none
 * @unit_id: its unit, 0 for none
 * @since: the first day in the position
 * @name: surname, given name, patronymic
 * @sort_key: the sort key of the name, in the Kazakh order
 * @position_kk: the position, %NULL when not in service
 * @position_ru: the same in Russian
 *
 * An officer of a group.
 */
typedef struct
{
  gint64 officer_id;
  SarapStatus status;
  SarapDate date;
  gint64 body_id;
  gint64 unit_id;
  SarapDate since;
  char *name;
  char *sort_key;
  char *position_kk;
  char *position_ru;
} SarapReviewEntry;

/**
 * SarapReviewGroups:
 * @today: the current day
 * @body_id: counts only officers of this body, 0 for all
 * @officers: the number of officers that the role may see, of all bodies
 * @counts: the number of officers of the body with each #SarapStatus
 * @totals: the number of officers in each #SarapReviewGroupKind
 * @entries: (element-type SarapReviewEntry): the first officers of each group, sorted by date and
 * then by name in the Kazakh order; officers without a date come last
 * @bodies: (nullable): the bodies and units, once all officers have been read
 *
 * The half-yearly review (§14) as tasks, with the full number of each group.
 */
typedef struct
{
  SarapDate today;
  gint64 body_id;
  guint officers;
  guint counts[SARAP_STATUS_NEGATIVE + 1];
  guint totals[SARAP_REVIEW_GROUPS];
  GPtrArray *entries[SARAP_REVIEW_GROUPS];
  SarapBodies *bodies;
} SarapReviewGroups;

/**
 * sarap_review_groups_new:
 * @today: the current day
 * @body_id: counts only officers of this body, 0 for all
 *
 * Returns: (transfer full): empty groups
 */
SarapReviewGroups *sarap_review_groups_new (SarapDate today, gint64 body_id);
void sarap_review_groups_free (SarapReviewGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapReviewGroups, sarap_review_groups_free)

/**
 * sarap_review_groups_read:
 * @self: groups
 * @db: a database
 * @after: (inout) (nullable): reads officers after this IIN, %NULL at first; %NULL again when all
 *   have been read and the groups are complete
 * @limit: the greatest number of officers in this slice
 * @error: return location
 *
 * Reads a slice of the officers into the groups, so that other calls do not wait for all of them.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_review_groups_read (
    SarapReviewGroups *self, SarapDatabase *db, char **after, guint limit, GError **error);

G_END_DECLS

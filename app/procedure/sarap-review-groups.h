#pragma once

#include "procedure/sarap-bodies.h"
#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReviewGroupKind:
 *
 * What HR has to do about officers, the most pressing first. Groups of the same officer may be
 * several: somebody is overdue, and a record of theirs is to be checked.
 */
typedef enum
{
  SARAP_REVIEW_OVERDUE,
  SARAP_REVIEW_DUE,
  SARAP_REVIEW_REATTESTATION_DUE,
  SARAP_REVIEW_NEGATIVE,
  SARAP_REVIEW_DEFERRAL_ENDS, /* within SARAP_REVIEW_DAYS_AHEAD days */
  SARAP_REVIEW_OPENS,         /* may be attested, within as many days */
  SARAP_REVIEW_OPEN_LONG,     /* deferred without an end for longer than the kind lasts */
  SARAP_REVIEW_IMPLAUSIBLE,   /* a record should be looked at again (app/rules/README.md 11) */
  SARAP_REVIEW_GROUPS
} SarapReviewGroupKind;

/* How far ahead it is told that something begins or ends */
#define SARAP_REVIEW_DAYS_AHEAD 30
/* Officers that are read of each group at most; all of them are counted */
#define SARAP_REVIEW_SHOWN 15

/**
 * SarapReviewEntry:
 * @officer_id: the officer
 * @status: their status
 * @date: the day that the group is ordered by and shows; %SARAP_DATE_NONE where there is none
 * @body_id: the body of the position, 0 for none
 * @unit_id: its unit, 0 for none
 * @since: since when they hold the position
 * @name: surname, given name, patronymic
 * @sort_key: the same, as Kazakh sorts
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
 * @today: the day it is
 * @body_id: the body whose officers alone are counted, 0 for all
 * @officers: how many officers the role sees, of whatever body
 * @counts: how many of the body have each #SarapStatus
 * @totals: how many belong to each #SarapReviewGroupKind
 * @entries: (element-type SarapReviewEntry): of each group the first ones, by their dates and then
 * as Kazakh sorts names; who has no date stands last
 * @bodies: (nullable): the bodies and units, once all have been read
 *
 * The half-yearly review (§14) as what is to be done, with the true number of each group.
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
 * @today: the day it is
 * @body_id: the body whose officers alone are counted, 0 for all
 *
 * Returns: (transfer full): groups without anybody
 */
SarapReviewGroups *sarap_review_groups_new (SarapDate today, gint64 body_id);
void sarap_review_groups_free (SarapReviewGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapReviewGroups, sarap_review_groups_free)

/**
 * sarap_review_groups_read:
 * @self: groups
 * @db: a database
 * @after: (inout) (nullable): the IIN after which to go on, %NULL at first; %NULL again when all
 *   have been read and the groups are as told above
 * @limit: officers of this slice at most
 * @error: return location
 *
 * Reads a slice of the officers into the groups, so that nobody waits for all.
 *
 * Returns: %FALSE if they could not be read
 */
gboolean sarap_review_groups_read (
    SarapReviewGroups *self, SarapDatabase *db, char **after, guint limit, GError **error);

G_END_DECLS

#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReviewLine:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @standing: where they stand on the day asked for
 * @body_id: the body of the current record, 0 when not in service
 * @unit_id: its unit, 0 for none
 * @deferred_until: while deferred, the last day of that deferral; %SARAP_DATE_NONE while it is open
 * @commission: "central", or the code of the body whose commission attests; "" when not in service
 * @implausible: whether something in the file should be looked at again (app/rules/README.md 11)
 * @open_long: the first day of a deferral that is open for longer than its kind lasts, the earliest
 *   if there are several; %SARAP_DATE_NONE for none. Neither is looked for by sarap_review_visit(),
 *   as it costs half as much again.
 *
 * One officer of a review. Borrowed for the call.
 */
typedef struct
{
  gint64 officer_id;
  const char *iin;
  SarapStanding standing;
  gint64 body_id;
  gint64 unit_id;
  SarapDate deferred_until;
  const char *commission;
  gboolean implausible;
  SarapDate open_long;
} SarapReviewLine;

typedef gboolean (*SarapReviewVisit) (const SarapReviewLine *line, gpointer data, GError **error);

/**
 * sarap_review_visit:
 * @db: a database
 * @on: the day asked for
 * @visit: called for each officer, in the order of the IINs
 * @data: passed on
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * Where everybody stands on a day (§14), in one consistent view of the database and in memory that
 * does not grow with their number.
 *
 * Returns: %FALSE on an error, when cancelled or when @visit ended it
 */
gboolean sarap_review_visit (SarapDatabase   *db,
                             SarapDate        on,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error);

/**
 * sarap_review_slice:
 * @db: a database
 * @on: the day asked for
 * @after: (nullable): the IIN after which to go on
 * @limit: how many officers at most
 * @visit: called for each, in the order of the IINs
 * @data: passed on
 * @error: return location
 *
 * The next @limit officers with an IIN after @after (NULL: from the start): for a cache built in
 * slices; returns how many there were, -1 on error.
 *
 * Where each of some officers stands (§14), in slices for one who must not wait.
 *
 * Returns: how many officers there were, -1 on an error or when @visit ended it
 */
int      sarap_review_slice (SarapDatabase   *db,
                             SarapDate        on,
                             const char      *after,
                             guint            limit,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GError         **error);

/**
 * sarap_review_some:
 * @db: a database
 * @on: the day asked for
 * @officer_ids: ids of officers; those that are not there are left out
 * @n_officers: how many
 * @visit: called for each, in any order
 * @data: passed on
 * @error: return location
 *
 * Some officers only, by id.
 *
 * Returns: %FALSE on an error or when @visit ended it
 */
gboolean sarap_review_some  (SarapDatabase   *db,
                             SarapDate        on,
                             const gint64    *officer_ids,
                             guint            n_officers,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GError         **error);

G_END_DECLS

#pragma once

#include "rules/sarap-standing.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapReviewLine:
 * @officer_id: the officer
 * @iin: their personal identification number
 * @standing: the standing on the day
 * @body_id: the body of the current record, 0 when not in service
 * @unit_id: its unit, 0 for none
 * @deferred_until: the last day of the current deferral; %SARAP_DATE_NONE if it is open
 * @commission: "central", or the code of the body whose commission attests; "" when not in service
 * @implausible: whether the file has warnings (app/rules/README.md 11)
 * @open_long: the first day of a deferral that is open for longer than its kind lasts, the earliest
 *   if there are several; %SARAP_DATE_NONE for none. sarap_review_visit() computes neither, since
 *   both add half as much time.
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
 * @on: the day
 * @visit: called for each officer, in the order of IINs
 * @data: passed on
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * Computes the standings of all officers on a day (§14), in one consistent view of the database.
 * Its memory does not grow with their number.
 *
 * Returns: %FALSE on an error, when cancelled, or when @visit returned %FALSE
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
 * @on: the day
 * @after: (nullable): reads officers after this IIN, %NULL from the start
 * @limit: the greatest number of officers
 * @visit: called for each officer, in the order of IINs
 * @data: passed on
 * @error: return location
 * | Computes the standings of some officers (§14): a slice for a cache, so that other calls do not
 * wait.
 * | Returns: the number of officers, -1 on an error or when @visit returned %FALSE
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
 * @on: the day
 * @officer_ids: ids of officers; missing ones are skipped
 * @n_officers: their number
 * @visit: called for each officer, in any order
 * @data: passed on
 * @error: return location
 *
 * Computes the standings of some officers, by id.
 *
 * Returns: %FALSE on an error or when @visit returned %FALSE
 */
gboolean sarap_review_some  (SarapDatabase   *db,
                             SarapDate        on,
                             const gint64    *officer_ids,
                             guint            n_officers,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GError         **error);

G_END_DECLS

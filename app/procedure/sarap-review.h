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
} SarapReviewLine;

typedef gboolean (*SarapReviewVisit) (const SarapReviewLine *line, gpointer data, GError **error);

/* Everybody, in the order of their IIN (§14), a thousand at a time, in memory that does not grow */
gboolean sarap_review_visit (SarapDatabase   *db,
                             SarapDate        on,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error);
/* The next @limit officers with an IIN after @after (NULL: from the start): for a cache built in
   slices; returns how many there were, -1 on error */
int      sarap_review_slice (SarapDatabase   *db,
                             SarapDate        on,
                             const char      *after,
                             guint            limit,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GError         **error);
/* Some officers only, by id */
gboolean sarap_review_some  (SarapDatabase   *db,
                             SarapDate        on,
                             const gint64    *officer_ids,
                             guint            n_officers,
                             SarapReviewVisit visit,
                             gpointer         data,
                             GError         **error);

G_END_DECLS

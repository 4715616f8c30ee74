#include "procedure/sarap-review.h"

#include "base/sarap-log.h"
#include "records/sarap-career.h"
#include "rules/sarap-plausible.h"

#include <string.h>

/* Officers read by one query */
#define SLICE 1000
/* The size of an IIN with its end */
#define IIN_SIZE 16

typedef struct
{
  SarapCareerReader *reader;
  SarapDate on;
  SarapReviewVisit visit;
  gpointer data;
  char last[IIN_SIZE];
  SarapWarnings *warnings; /* of the current officer; NULL: not wanted */
} Review;

static const char *
commission_of (Review *review, const SarapReviewLine *line)
{
  const char *code;

  if (line->standing.status == SARAP_STATUS_NOT_IN_SERVICE)
    return "";
  if (line->standing.central)
    return "central";
  code = sarap_career_reader_body_code (review->reader, line->body_id);
  return code != NULL ? code : "";
}

/* The last day of the deferral by which the officer is deferred (§3); the latest if there are
   several */
static SarapDate
deferred_until (const SarapCareer *career, SarapDeferralKind kind, SarapDate on)
{
  SarapDate until = SARAP_DATE_NONE;

  for (guint i = 0; i < career->n_deferrals; i++)
    {
      const SarapDeferral *deferral = &career->deferrals[i];

      if (deferral->kind == kind && deferral->start <= on &&
          on <= sarap_date_or_far (deferral->end))
        until = MAX (until, sarap_date_or_far (deferral->end));
    }
  return until == SARAP_DATE_FAR ? SARAP_DATE_NONE : until;
}

/* Finds warnings about the file (app/rules/README.md 11) */
static void
look_for_warnings (Review *review, const SarapCareerRow *row, SarapReviewLine *line)
{
  SarapFileFacts facts = { row->iin, row->birth_date, row->sex, row->career };

  if (review->warnings == NULL)
    return;
  g_array_set_size (review->warnings, 0);
  sarap_rules_warnings (&facts, review->on, review->warnings);
  line->implausible = review->warnings->len > 0;
  for (guint i = 0; i < review->warnings->len; i++)
    {
      const SarapWarning *warning = &g_array_index (review->warnings, SarapWarning, i);

      if (warning->kind == SARAP_WARNING_DEFERRAL_OPEN_LONG &&
          (line->open_long == SARAP_DATE_NONE || warning->dates[0] < line->open_long))
        line->open_long = warning->dates[0];
    }
}

static gboolean
on_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  Review *review = data;
  SarapReviewLine line = { .officer_id = row->officer_id, .iin = row->iin };

  sarap_rules_standing (&row->career, review->on, &line.standing, NULL);
  if (line.standing.current >= 0)
    {
      line.body_id = row->career.service[line.standing.current].body;
      line.unit_id = row->career.service[line.standing.current].unit;
    }
  if (line.standing.deferral != SARAP_DEFERRAL_NONE)
    line.deferred_until = deferred_until (&row->career, line.standing.deferral, review->on);
  line.commission = commission_of (review, &line);
  look_for_warnings (review, row, &line);
  g_strlcpy (review->last, row->iin, sizeof review->last);
  return review->visit (&line, review->data, error);
}

int
sarap_review_slice (SarapDatabase *db,
                    SarapDate on,
                    const char *after,
                    guint limit,
                    SarapReviewVisit visit,
                    gpointer data,
                    GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("a slice of the review");
  g_autoptr (SarapCareerReader) reader = sarap_career_reader_new (db, error);
  g_autoptr (GArray) warnings = sarap_warnings_new ();
  Review review = { reader, on, visit, data, "", warnings };

  if (reader == NULL)
    return -1;
  sarap_career_reader_ask_all (reader, 0);
  timed.rows = sarap_career_reader_slice (reader, after, limit, on_career, &review, error);
  return timed.rows;
}

gboolean
sarap_review_visit (SarapDatabase *db,
                    SarapDate on,
                    SarapReviewVisit visit,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("the review");
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (SarapCareerReader) reader = NULL;
  Review review = { NULL, on, visit, data, "", NULL };
  int n_officers;

  timed.rows = 0;
  if (!sarap_transaction_begin_read (&transaction, db, error) ||
      !(reader = sarap_career_reader_new (db, error)))
    return FALSE;
  review.reader = reader;
  do
    {
      char after[IIN_SIZE];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      memcpy (after, review.last, sizeof after);
      n_officers = sarap_career_reader_slice (reader, after, SLICE, on_career, &review, error);
      timed.rows += MAX (n_officers, 0);
    }
  while (n_officers == SLICE);
  return n_officers >= 0 && sarap_transaction_commit (&transaction, error);
}

gboolean
sarap_review_some (SarapDatabase *db,
                   SarapDate on,
                   const gint64 *officer_ids,
                   guint n_officers,
                   SarapReviewVisit visit,
                   gpointer data,
                   GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("the review of some officers");
  g_autoptr (SarapCareerReader) reader = sarap_career_reader_new (db, error);
  g_autoptr (GArray) warnings = sarap_warnings_new ();
  Review review = { reader, on, visit, data, "", warnings };

  if (reader == NULL)
    return FALSE;
  timed.rows = n_officers;
  sarap_career_reader_ask_all (reader, 0);
  return sarap_career_reader_some (reader, officer_ids, n_officers, on_career, &review, error);
}

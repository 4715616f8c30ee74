#include "procedure/sarap-plausible-review.h"

#include "records/sarap-career.h"

/* Officers read by one query */
#define SLICE 1000
/* The size of an IIN with its end */
#define IIN_SIZE 16

typedef struct
{
  SarapDate today;
  SarapPlausibleVisit visit;
  gpointer data;
  SarapWarnings *warnings; /* of the current officer */
  char last[IIN_SIZE];
} Review;

static gboolean
on_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  Review *review = data;
  SarapFileFacts facts = { row->iin, row->birth_date, row->sex, row->career };
  SarapPlausibleLine line = { row->officer_id, row->iin, &row->career };

  g_strlcpy (review->last, row->iin, sizeof review->last);
  g_array_set_size (review->warnings, 0);
  sarap_rules_warnings (&facts, review->today, review->warnings);
  if (review->warnings->len == 0)
    return TRUE;
  line.warnings = (const SarapWarning *) (gconstpointer) review->warnings->data;
  line.n_warnings = review->warnings->len;
  return review->visit (&line, review->data, error);
}

gboolean
sarap_plausible_visit (SarapDatabase *db,
                       gint64 body_id,
                       SarapDate today,
                       SarapPlausibleVisit visit,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (SarapCareerReader) reader = NULL;
  g_autoptr (GArray) warnings = sarap_warnings_new ();
  Review review = { today, visit, data, warnings, "" };
  int n_officers;

  if (!sarap_transaction_begin_read (&transaction, db, error) ||
      !(reader = sarap_career_reader_new (db, error)))
    return FALSE;
  sarap_career_reader_ask_all (reader, body_id);
  do
    {
      char after[IIN_SIZE];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_strlcpy (after, review.last, sizeof after);
      n_officers = sarap_career_reader_slice (reader, after, SLICE, on_career, &review, error);
    }
  while (n_officers == SLICE);
  return n_officers >= 0 && sarap_transaction_commit (&transaction, error);
}

void
sarap_plausible_name_record (
    const SarapCareer *career, SarapFilePart part, int index, const char **kind, SarapDate *day)
{
  *kind = "";
  *day = SARAP_DATE_NONE;
  switch (part)
    {
    case SARAP_PART_SERVICE:
      *kind = sarap_code_text (sarap_employer_kinds, (int) career->service[index].employer_kind);
      *day = career->service[index].start;
      break;
    case SARAP_PART_DEFERRAL:
      *kind = sarap_code_text (sarap_deferral_kinds, (int) career->deferrals[index].kind);
      *day = career->deferrals[index].start;
      break;
    case SARAP_PART_ATTESTATION:
      *kind = sarap_code_text (sarap_attestation_kinds, (int) career->attestations[index].kind);
      *day = career->attestations[index].date;
      break;
    case SARAP_PART_NONE:
    case SARAP_PART_OFFICER:
    default:
      break;
    }
}

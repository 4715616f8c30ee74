#include "rules/sarap-reason.h"

static const guint8 paragraphs[] = {
  [SARAP_REASON_POSITION_SINCE] = 5,
  [SARAP_REASON_POSITIONS_AT_ONCE] = 5,
  [SARAP_REASON_SERVICE_JOINED] = 6,
  [SARAP_REASON_SERVICE_BROKEN_GAP] = 6,
  [SARAP_REASON_SERVICE_BROKEN_OTHER] = 6,
  [SARAP_REASON_CONTINUOUS_SINCE] = 6,
  [SARAP_REASON_LAST_REGULAR] = 5,
  [SARAP_REASON_NO_REGULAR] = 5,
  [SARAP_REASON_ANNULLED] = 44,
  [SARAP_REASON_TERM] = 5,
  [SARAP_REASON_POSITION_SIX_MONTHS] = 5,
  [SARAP_REASON_WINDOW_DEFERRED] = 3,
  [SARAP_REASON_WINDOW] = 5,
  [SARAP_REASON_DEADLINE_DEFERRED] = 3,
  [SARAP_REASON_CAUSE_REATTESTATION] = 33,
  [SARAP_REASON_APPROVED] = 39,
  [SARAP_REASON_CAUSE_REFUSED] = 42,
  [SARAP_REASON_REATTESTATION_EARLIEST] = 36,
  [SARAP_REASON_NEGATIVE] = 33,
  [SARAP_REASON_NEGATIVE_UNTIL] = 43,
  [SARAP_REASON_CENTRAL_BODY] = 7,
  [SARAP_REASON_CENTRAL_CATEGORY] = 7,
  [SARAP_REASON_BODY_COMMISSION] = 8,
  [SARAP_REASON_DEFERRAL_WITHIN_WINDOW] = 3,
  [SARAP_REASON_REATTESTATION_WINDOW] = 36,
  [SARAP_REASON_AWAITS_APPROVAL] = 39,
  [SARAP_REASON_NEGATIVE_EARLIER_POSITION] = 43,
  [SARAP_REASON_NEGATIVE_TERM_COME] = 43,
};

static const guint8 status_paragraphs[] = {
  [SARAP_STATUS_UPCOMING] = 5,
  [SARAP_STATUS_DUE] = 5,
  [SARAP_STATUS_OVERDUE] = 5,
  [SARAP_STATUS_DEFERRED] = 3,
  [SARAP_STATUS_REATTESTATION_UPCOMING] = 36,
  [SARAP_STATUS_REATTESTATION_DUE] = 36,
  [SARAP_STATUS_NEGATIVE] = 43,
};

/* House rules: kinds that are always the program's interpretation of their paragraph */
static const gboolean own_readings[] = {
  [SARAP_REASON_POSITIONS_AT_ONCE] = TRUE,  [SARAP_REASON_LAST_REGULAR] = TRUE,
  [SARAP_REASON_ANNULLED] = TRUE,           [SARAP_REASON_DEADLINE_DEFERRED] = TRUE,
  [SARAP_REASON_NEGATIVE_UNTIL] = TRUE,     [SARAP_REASON_DEFERRAL_WITHIN_WINDOW] = TRUE,
  [SARAP_REASON_AWAITS_APPROVAL] = TRUE,    [SARAP_REASON_NEGATIVE_EARLIER_POSITION] = TRUE,
  [SARAP_REASON_NEGATIVE_TERM_COME] = TRUE,
};

SarapReasons *
sarap_reasons_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SarapReason));
}

void
sarap_reasons_add (SarapReasons *reasons, const SarapReason *reason)
{
  SarapReason added = *reason;

  if (reasons == NULL)
    return;
  if (added.paragraph == 0 && added.kind == SARAP_REASON_STATUS)
    added.paragraph = status_paragraphs[added.code];
  else if (added.paragraph == 0)
    added.paragraph = paragraphs[added.kind];
  if ((guint) added.kind < G_N_ELEMENTS (own_readings) && own_readings[added.kind])
    added.own_reading = TRUE;
  g_array_append_val (reasons, added);
}

/* The kind of deferral that a reason speaks of, %NULL where it speaks of none */
static int *
deferral_of (SarapReason *reason)
{
  switch (reason->kind)
    {
    case SARAP_REASON_WINDOW_DEFERRED:
    case SARAP_REASON_DEADLINE_DEFERRED:
    case SARAP_REASON_DEFERRAL_WITHIN_WINDOW:
      return &reason->code;
    case SARAP_REASON_STATUS:
      return reason->code == SARAP_STATUS_DEFERRED ? &reason->number : NULL;
    default:
      return NULL;
    }
}

void
sarap_reasons_set_of_man (SarapReasons *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      SarapReason *reason = &g_array_index (reasons, SarapReason, i);
      int *deferral = deferral_of (reason);

      if (deferral == NULL || *deferral == SARAP_DEFERRAL_ABSENCE)
        continue;
      *deferral = SARAP_DEFERRAL_ABSENCE;
      reason->paragraph = 31;
      reason->own_reading = TRUE;
    }
}

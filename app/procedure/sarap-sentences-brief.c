#include "procedure/sarap-sentences.h"

/* Reasons that are read at a glance */
#define BRIEF 6

/* The rank of a reason: a smaller one is more important for understanding the date; 0: only in the
   full explanation. The status has none, since it is shown above. */
static int
rank (const SarapReason *reason)
{
  switch (reason->kind)
    {
    case SARAP_REASON_NOT_IN_SERVICE:
    case SARAP_REASON_WINDOW:
    case SARAP_REASON_REATTESTATION_WINDOW:
    case SARAP_REASON_NEGATIVE:
      return 1;
    case SARAP_REASON_TERM:
    case SARAP_REASON_CAUSE_REATTESTATION:
    case SARAP_REASON_CAUSE_REFUSED:
    case SARAP_REASON_NEGATIVE_UNTIL:
      return 2;
    case SARAP_REASON_CONTINUOUS_SINCE:
    case SARAP_REASON_APPROVED:
    case SARAP_REASON_REATTESTATION_EARLIEST:
    case SARAP_REASON_POSITION_SIX_MONTHS:
    case SARAP_REASON_WINDOW_DEFERRED:
    case SARAP_REASON_DEADLINE_DEFERRED:
    /* service that does not count decides where the other service begins */
    case SARAP_REASON_SERVICE_BROKEN_GAP:
    case SARAP_REASON_SERVICE_BROKEN_OTHER:
      return 3;
    case SARAP_REASON_LAST_REGULAR:
    case SARAP_REASON_CENTRAL_BODY:
    case SARAP_REASON_CENTRAL_CATEGORY:
    case SARAP_REASON_BODY_COMMISSION:
      return 4;
    case SARAP_REASON_SERVICE_JOINED:
      /* a change of position within the customs service needs no explanation */
      return reason->number > 0 || reason->code == SARAP_EMPLOYER_STATE ? 5 : 0;
    case SARAP_REASON_AWAITS_APPROVAL:
    case SARAP_REASON_ANNULLED:
      return 6;
    case SARAP_REASON_NO_REGULAR:
      return 7;
    case SARAP_REASON_NONE:
    case SARAP_REASON_POSITION_SINCE:
    case SARAP_REASON_POSITIONS_AT_ONCE:
    case SARAP_REASON_STATUS:
    case SARAP_REASON_DEFERRAL_WITHIN_WINDOW:
    case SARAP_REASON_NEGATIVE_EARLIER_POSITION:
    case SARAP_REASON_NEGATIVE_TERM_COME:
    default:
      return 0;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* Continuous service comes before its steps: the date is read before its reason */
static void
put_since_before_joined (const SarapReasons *reasons, GArray *brief)
{
  for (guint i = 0; i < brief->len; i++)
    {
      guint since = g_array_index (brief, guint, i);
      guint first = i;

      if (g_array_index (reasons, SarapReason, since).kind != SARAP_REASON_CONTINUOUS_SINCE)
        continue;
      while (first > 0)
        {
          guint before = g_array_index (brief, guint, first - 1);

          if (g_array_index (reasons, SarapReason, before).paragraph != 6)
            break;
          first--;
        }
      g_array_remove_index (brief, i);
      g_array_insert_val (brief, first, since);
      return;
    }
}

GArray *
sarap_reasons_brief (const SarapReasons *reasons)
{
  GArray *brief = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int level = 1; level <= 7; level++)
    for (guint i = 0; i < reasons->len && brief->len < BRIEF; i++)
      if (rank (&g_array_index (reasons, SarapReason, i)) == level)
        g_array_append_val (brief, i);
  g_array_sort (brief, compare_places);
  put_since_before_joined (reasons, brief);
  return brief;
}

#include "shell/sarap-today.h"

#include "procedure/sarap-review.h"
#include "records/sarap-record-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Officers a call: some tens of milliseconds of the store's thread */
#define SLICE 2000
/* As many as a person reads */
#define MOST_LINES 100
/* How far ahead it is told that something begins or ends */
#define DAYS_AHEAD 30

typedef struct
{
  SarapToday *day;
  SarapDate today;
  gint64 body_id;
  char last[16];
} Review;

typedef struct
{
  const char *icon_name;
  const char *text;
  SarapDate date;
  gboolean days_matter;
} Task;

/* What HR has to do about an officer; no text: nothing now */
static Task
find_task (const SarapReviewLine *line, SarapDate today)
{
  const SarapStanding *standing = &line->standing;
  gboolean soon = standing->window_start > today && standing->window_start <= today + DAYS_AHEAD;

  switch (standing->status)
    {
    case SARAP_STATUS_OVERDUE:
      return (Task){ "sarap-state-lost-symbolic",
                     N_ ("The last day has passed: set down for the next sitting"),
                     standing->deadline, TRUE };
    case SARAP_STATUS_DUE:
      return (Task){ "sarap-time-symbolic", N_ ("Set down for a sitting"), standing->deadline,
                     TRUE };
    case SARAP_STATUS_REATTESTATION_DUE:
      return (Task){ "sarap-time-symbolic", N_ ("Set down for re-attestation"),
                     standing->window_start, FALSE };
    case SARAP_STATUS_NEGATIVE:
      return (Task){ "sarap-state-lost-symbolic",
                     N_ ("Negative result: put the end of the service before the head"), today,
                     FALSE };
    case SARAP_STATUS_DEFERRED:
      if (line->deferred_until != SARAP_DATE_NONE && line->deferred_until <= today + DAYS_AHEAD)
        return (Task){ "sarap-time-symbolic", N_ ("The deferral ends"), line->deferred_until,
                       FALSE };
      break;
    case SARAP_STATUS_UPCOMING:
    case SARAP_STATUS_REATTESTATION_UPCOMING:
      if (soon)
        return (Task){ "sarap-schedule-symbolic", N_ ("May be attested from this day"),
                       standing->window_start, FALSE };
      break;
    case SARAP_STATUS_NOT_IN_SERVICE:
    case SARAP_STATUS_NONE:
    default:
      break;
    }
  return (Task){ 0 };
}

static gboolean
on_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Review *review = data;
  Task task = find_task (line, review->today);
  SarapTodayLine *added = NULL;

  g_strlcpy (review->last, line->iin, sizeof review->last);
  review->day->officers++;
  if (review->body_id != 0 && line->body_id != review->body_id)
    return TRUE;
  review->day->counts[line->standing.status]++;
  if (task.text == NULL)
    return TRUE;
  added = sarap_today_add (review->day, task.icon_name, task.date);
  added->text = g_strdup (_ (task.text));
  added->status = line->standing.status;
  added->days_matter = task.days_matter;
  added->officer_id = line->officer_id;
  return TRUE;
}

/* Only those who are shown are asked for by name */
static gboolean
name_officers (SarapDatabase *db, SarapToday *day, GError **error)
{
  for (guint i = 0; i < day->lines->len; i++)
    {
      SarapTodayLine *line = day->lines->pdata[i];
      g_autoptr (SarapRecord) officer = NULL;

      if (line->officer_id == 0 || line->title != NULL)
        continue;
      officer =
          sarap_record_load (db, &sarap_officer_type, line->officer_id, line->officer_id, error);
      if (officer == NULL)
        return FALSE;
      line->title = g_strjoin (" ", sarap_record_get (officer, "surname"),
                               sarap_record_get (officer, "given_name"),
                               sarap_record_get (officer, "patronymic"), NULL);
      line->path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, line->officer_id);
    }
  return TRUE;
}

/**
 * sarap_today_review:
 * @db: a database
 * @today: the day it is
 * @identity: who asks
 * @day: what is to be done
 * @after: (inout) (nullable): where to go on
 * @error: return location
 *
 * Tells whom the half-yearly review lists (§14), and what HR has to do about each.
 *
 * Returns: %TRUE, or %FALSE with @error
 */
gboolean
sarap_today_review (SarapDatabase *db,
                    SarapDate today,
                    const SarapIdentity *identity,
                    SarapToday *day,
                    char **after,
                    GError **error)
{
  Review review = { .day = day, .today = today };
  int officers;

  if (!identity->central)
    review.body_id = identity->body_id;
  officers = sarap_review_slice (db, today, *after, SLICE, on_line, &review, error);
  g_clear_pointer (after, g_free);
  if (officers < 0)
    return FALSE;
  sarap_today_keep (day, MOST_LINES);
  if (officers < SLICE)
    return name_officers (db, day, error);
  *after = g_strdup (review.last);
  return TRUE;
}

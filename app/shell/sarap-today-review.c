#include "shell/sarap-today.h"

#include "procedure/sarap-review-groups.h"
#include "procedure/sarap-sentences.h"

#include <glib/gi18n-lib.h>

/* Officers in a call: some tens of milliseconds of the store's thread */
#define SLICE 2000

typedef struct
{
  const char *icon_name;
  const char *title; /* NULL: the name of the status */
  const char *task;  /* the task of HR */
  const char *text;  /* the meaning for others; NULL: only HR sees the group */
  const char *query; /* the group in the list of officers */
  SarapStatus status;
  gboolean days_matter;
} GroupText;

/* The queries "thirty-days" mean SARAP_REVIEW_DAYS_AHEAD days */
static const GroupText group_texts[SARAP_REVIEW_GROUPS] = {
  [SARAP_REVIEW_OVERDUE] = { "sarap-state-lost-symbolic", NULL,
                             N_ ("The last day has passed: set down for the next sitting"),
                             N_ ("The last day for the attestation has passed"), "status=overdue",
                             SARAP_STATUS_OVERDUE, TRUE },
  [SARAP_REVIEW_DUE] = { "sarap-time-symbolic", NULL, N_ ("Set down for a sitting"),
                         N_ ("The attestation is to be held by the day shown"), "status=due",
                         SARAP_STATUS_DUE, TRUE },
  [SARAP_REVIEW_REATTESTATION_DUE] = { "sarap-time-symbolic", NULL,
                                       N_ ("Set down for re-attestation: it may be held since the "
                                           "day shown"),
                                       N_ ("The re-attestation may be held since the day shown"),
                                       "status=reattestation-due", SARAP_STATUS_REATTESTATION_DUE },
  [SARAP_REVIEW_NEGATIVE] = { "sarap-state-lost-symbolic", NULL,
                              N_ ("Put the end of the service before the head"),
                              N_ ("The approved result is negative: the head decides"),
                              "status=negative", SARAP_STATUS_NEGATIVE },
  [SARAP_REVIEW_DEFERRAL_ENDS] = { "sarap-time-symbolic", N_ ("The deferral ends within 30 days"),
                                   N_ ("After its last day the attestation may be held"),
                                   N_ ("After its last day the attestation may be held"),
                                   "status=deferred&deferral=thirty-days", SARAP_STATUS_DEFERRED },
  [SARAP_REVIEW_OPENS] = { "sarap-schedule-symbolic", N_ ("May be attested within 30 days"),
                           N_ ("The attestation may be held from the day shown"),
                           N_ ("The attestation may be held from the day shown"),
                           "status=reattestation-upcoming,upcoming&opens=thirty-days" },
  [SARAP_REVIEW_OPEN_LONG] = { "sarap-state-lost-symbolic", N_ ("Deferred for long without an end"),
                               N_ ("A deferral of this kind does not last so long: check whether "
                                   "it has ended, and enter its last day"),
                               NULL, "check=open-deferral" },
  [SARAP_REVIEW_IMPLAUSIBLE] = { "sarap-state-lost-symbolic",
                                 N_ ("Records that do not fit together"),
                                 N_ ("Something in these files does not fit together; the file "
                                     "says what"),
                                 NULL, "check=implausible" },
};

/* "Inspector · Customs post · Body"; the body is left out for a person who belongs to one */
static char *
say_place (const SarapReviewEntry *entry, const SarapReviewGroups *groups)
{
  const char *position = sarap_format_in_language (entry->position_kk, entry->position_ru);
  const char *unit = sarap_body_get_name (sarap_bodies_unit (groups->bodies, entry->unit_id));
  const char *body = sarap_body_get_name (sarap_bodies_body (groups->bodies, entry->body_id));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (position != NULL && *position != '\0')
    g_ptr_array_add (words, (gpointer) position);
  if (*unit != '\0')
    g_ptr_array_add (words, (gpointer) unit);
  if (*body != '\0' && (groups->body_id == 0 || words->len == 0))
    g_ptr_array_add (words, (gpointer) body);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
add_group (SarapToday *day,
           const SarapReviewGroups *groups,
           SarapReviewGroupKind kind,
           const SarapIdentity *identity)
{
  const GroupText *text = &group_texts[kind];
  const char *title =
      text->title != NULL ? text->title : sarap_code_label (sarap_statuses, (int) text->status);
  SarapTodayGroup *group = NULL;

  if (groups->totals[kind] == 0 || (text->text == NULL && !identity->may_edit))
    return;
  group = sarap_today_add_group (day, text->icon_name, _ (title),
                                 _ (identity->may_edit ? text->task : text->text));
  group->status = text->status;
  group->days_matter = text->days_matter;
  group->total = groups->totals[kind];
  group->path = sarap_today_list_path (identity, text->query);
  for (guint i = 0; i < groups->entries[kind]->len; i++)
    {
      const SarapReviewEntry *entry = groups->entries[kind]->pdata[i];
      SarapTodayLine *line = sarap_today_group_add (group, entry->date);

      line->title = g_strdup (entry->name);
      line->place = say_place (entry, groups);
      line->status = entry->status;
      line->path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, entry->officer_id);
    }
}

gboolean
sarap_today_review (SarapDatabase *db,
                    SarapDate today,
                    const SarapIdentity *identity,
                    SarapToday *day,
                    char **after,
                    GError **error)
{
  SarapReviewGroups *groups;

  if (*after == NULL)
    sarap_today_set_reading (
        day, sarap_review_groups_new (today, identity->central ? 0 : identity->body_id),
        (GDestroyNotify) sarap_review_groups_free);
  groups = day->reading;
  if (!sarap_review_groups_read (groups, db, after, SLICE, error))
    return FALSE;
  if (*after != NULL)
    return TRUE;
  day->officers += groups->officers;
  for (guint i = 0; i < SARAP_TODAY_STATUSES; i++)
    day->counts[i] += groups->counts[i];
  for (guint i = 0; i < SARAP_REVIEW_GROUPS; i++)
    add_group (day, groups, i, identity);
  sarap_today_set_reading (day, NULL, NULL);
  return TRUE;
}

#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"
#include "shell/sarap-identity.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapTodayLine:
 * @title: the name of the officer or thing
 * @place: the body and unit, "" if unknown
 * @status: the officer's status, %SARAP_STATUS_NONE for none
 * @date: the deadline or the day of the event; %SARAP_DATE_NONE for none
 * @path: the path of the task
 *
 * One task of the person.
 */
typedef struct
{
  char *title;
  char *place;
  SarapStatus status;
  SarapDate date;
  char *path;
} SarapTodayLine;

/**
 * SarapTodayGroup:
 * @icon_name: its icon
 * @title: the heading of its lines
 * @text: the task for each
 * @status: the status of all lines, %SARAP_STATUS_NONE if it differs
 * @days_matter: whether the dates are deadlines, so that the remaining days are shown
 * @total: the number of tasks, shown or not
 * @path: the path of a list of exactly these
 * @lines: (element-type SarapTodayLine): the first lines, in order
 *
 * Tasks of one kind.
 */
typedef struct
{
  const char *icon_name;
  char *title;
  char *text;
  SarapStatus status;
  gboolean days_matter;
  guint total;
  char *path;
  GPtrArray *lines;
} SarapTodayGroup;

#define SARAP_TODAY_STATUSES (SARAP_STATUS_NEGATIVE + 1)

/**
 * SarapToday:
 * @today: the day
 * @groups: (element-type SarapTodayGroup): the tasks, the most urgent first
 * @counts: the number of officers with each status
 * @officers: the number of all officers
 * @reading: (nullable): the state of a #SarapTodayFunc between slices
 * @reading_free: frees it
 *
 * The tasks and counts of a day.
 */
typedef struct
{
  SarapDate today;
  GPtrArray *groups;
  guint counts[SARAP_TODAY_STATUSES];
  guint officers;
  gpointer reading;
  GDestroyNotify reading_free;
} SarapToday;

/**
 * SarapTodayFunc:
 * @db: a database
 * @today: the current day
 * @identity: the person who asks
 * @day: receives the tasks
 * @after: (inout) (nullable): the point to continue at; %NULL at first, and at the end
 * @error: return location
 *
 * Adds tasks, on the store's thread, one slice for each call, so that other calls do not wait.
 */
typedef gboolean (*SarapTodayFunc) (SarapDatabase *db,
                                    SarapDate today,
                                    const SarapIdentity *identity,
                                    SarapToday *day,
                                    char **after,
                                    GError **error);

/**
 * sarap_today_new:
 * @today: the current day
 *
 * Returns: (transfer full): a day without tasks
 */
SarapToday *sarap_today_new (SarapDate today);
void sarap_today_free (SarapToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapToday, sarap_today_free)

/**
 * sarap_today_set_reading:
 * @self: a day
 * @reading: (transfer full) (nullable): the state between slices
 * @reading_free: frees it
 */
void sarap_today_set_reading (SarapToday *self, gpointer reading, GDestroyNotify reading_free);

/**
 * sarap_today_add_group:
 * @self: a day
 * @icon_name: (transfer none): its icon, a static string
 * @title: the heading of its lines
 * @text: the task for each
 *
 * Returns: (transfer none): a new group without lines, whose other values the caller sets
 */
SarapTodayGroup *sarap_today_add_group (SarapToday *self,
                                        const char *icon_name,
                                        const char *title,
                                        const char *text);

/**
 * sarap_today_group_add:
 * @group: a group
 * @date: the deadline, %SARAP_DATE_NONE for none
 *
 * Returns: (transfer none): a new line, whose texts the caller sets
 */
SarapTodayLine *sarap_today_group_add (SarapTodayGroup *group, SarapDate date);

/**
 * sarap_today_count:
 * @self: a day
 *
 * Returns: the number of tasks, shown or not
 */
guint sarap_today_count (const SarapToday *self);

/**
 * sarap_today_list_path:
 * @identity: the person who asks
 * @query: the criteria, in the form of sarap_filter_write()
 *
 * Limits the list to the officers counted on Today: a person who acts for a body in a local file
 * can see all officers.
 *
 * Returns: (transfer full): the path of the list, the earliest deadline first
 */
char *sarap_today_list_path (const SarapIdentity *identity, const char *query);

/**
 * sarap_today_review:
 * @db: a database
 * @today: the current day
 * @identity: the person who asks
 * @day: receives the tasks
 * @after: (inout) (nullable): the point to continue at
 * @error: return location
 *
 * Adds the officers of the half-yearly review (§14) and the task of HR for each.
 *
 * Returns: %TRUE, or %FALSE with @error
 */
gboolean sarap_today_review (SarapDatabase *db,
                             SarapDate today,
                             const SarapIdentity *identity,
                             SarapToday *day,
                             char **after,
                             GError **error);

G_END_DECLS

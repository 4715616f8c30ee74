#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"
#include "shell/sarap-identity.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapTodayLine:
 * @title: whom or what it is about
 * @place: where they serve, "" where that is not known
 * @status: their status, %SARAP_STATUS_NONE for none
 * @date: the day by which, or on which it happens; %SARAP_DATE_NONE for none
 * @path: where it is done
 *
 * One thing that the person has to do.
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
 * @title: what its lines have in common
 * @text: what is to be done about each
 * @status: the status that all have, %SARAP_STATUS_NONE where it differs
 * @days_matter: whether the dates are deadlines, so that the days left are said
 * @total: how many there are, shown or not
 * @path: where exactly these are listed
 * @lines: (element-type SarapTodayLine): the first of them, in their order
 *
 * Things of one kind.
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
 * @today: the day it is
 * @groups: (element-type SarapTodayGroup): what is to be done, the most pressing first
 * @counts: how many officers have each status
 * @officers: how many officers there are in all
 * @reading: (nullable): what a #SarapTodayFunc has read so far
 * @reading_free: frees it
 *
 * What the procedures have to say about a day.
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
 * @today: the day it is
 * @identity: who asks
 * @day: what is to be done
 * @after: (inout) (nullable): where to go on; %NULL at first, and when there is no more
 * @error: return location
 *
 * Adds to what is to be done, on the store's thread, a slice a call, so that nobody waits for it.
 */
typedef gboolean (*SarapTodayFunc) (SarapDatabase *db,
                                    SarapDate today,
                                    const SarapIdentity *identity,
                                    SarapToday *day,
                                    char **after,
                                    GError **error);

/**
 * sarap_today_new:
 * @today: the day it is
 *
 * Returns: (transfer full): a day on which there is nothing to do yet
 */
SarapToday *sarap_today_new (SarapDate today);
void sarap_today_free (SarapToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapToday, sarap_today_free)

/**
 * sarap_today_set_reading:
 * @self: a day
 * @reading: (transfer full) (nullable): what is kept from one slice to the next
 * @reading_free: frees it
 */
void sarap_today_set_reading (SarapToday *self, gpointer reading, GDestroyNotify reading_free);

/**
 * sarap_today_add_group:
 * @self: a day
 * @icon_name: (transfer none): its icon, a static string
 * @title: what its lines have in common
 * @text: what is to be done about each
 *
 * Returns: (transfer none): a new group without lines, to which the caller gives the rest
 */
SarapTodayGroup *sarap_today_add_group (SarapToday *self,
                                        const char *icon_name,
                                        const char *title,
                                        const char *text);

/**
 * sarap_today_group_add:
 * @group: a group
 * @date: the day by which it is to be done, %SARAP_DATE_NONE for none
 *
 * Returns: (transfer none): a new line, to which the caller gives its texts
 */
SarapTodayLine *sarap_today_group_add (SarapTodayGroup *group, SarapDate date);

/**
 * sarap_today_count:
 * @self: a day
 *
 * Returns: how many things there are to do, shown or not
 */
guint sarap_today_count (const SarapToday *self);

/**
 * sarap_today_list_path:
 * @identity: who asks
 * @query: which officers, as sarap_filter_write() writes it
 *
 * Those that are counted on Today, not more: who acts for a body in a local file may see everybody.
 *
 * Returns: (transfer full): the path of their list, the soonest first
 */
char *sarap_today_list_path (const SarapIdentity *identity, const char *query);

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
gboolean sarap_today_review (SarapDatabase *db,
                             SarapDate today,
                             const SarapIdentity *identity,
                             SarapToday *day,
                             char **after,
                             GError **error);

G_END_DECLS

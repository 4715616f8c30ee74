#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"
#include "shell/sarap-identity.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapTodayLine:
 * @icon_name: its icon
 * @officer_id: the officer it is about, 0 for none; gives it its title and path in the end
 * @title: whom or what it is about
 * @text: what is to be done
 * @status: the status that its pill shows, %SARAP_STATUS_NONE for no pill
 * @date: the day by which, or on which it happens
 * @days_matter: whether @date is a deadline, so that the days left are said
 * @path: where it is done
 *
 * One thing that the person has to do.
 */
typedef struct
{
  char *icon_name;
  gint64 officer_id;
  char *title;
  char *text;
  SarapStatus status;
  SarapDate date;
  gboolean days_matter;
  char *path;
} SarapTodayLine;

#define SARAP_TODAY_STATUSES (SARAP_STATUS_NEGATIVE + 1)

/**
 * SarapToday:
 * @today: the day it is
 * @lines: (element-type SarapTodayLine): what is to be done, in any order
 * @more: how many lines were left out, as there are too many to be read
 * @counts: how many officers have each status
 * @officers: how many officers there are in all
 *
 * What the procedures have to say about a day.
 */
typedef struct
{
  SarapDate today;
  GPtrArray *lines;
  guint more;
  guint counts[SARAP_TODAY_STATUSES];
  guint officers;
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
typedef gboolean (*SarapTodayFunc) (SarapDatabase        *db,
                                    SarapDate             today,
                                    const SarapIdentity  *identity,
                                    SarapToday           *day,
                                    char                **after,
                                    GError              **error);

SarapToday     *sarap_today_new       (SarapDate today);
void            sarap_today_free      (SarapToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapToday, sarap_today_free)
SarapTodayLine *sarap_today_add       (SarapToday *self, const char *icon_name, SarapDate date);
SarapDate       sarap_today_urgency   (const SarapToday *self, const SarapTodayLine *line);
void            sarap_today_keep      (SarapToday *self, guint most);
void            sarap_today_sort      (SarapToday *self);

/* Who is due, overdue, deferred …: the half-yearly review (§14) as what HR has to do */
gboolean        sarap_today_review    (SarapDatabase        *db,
                                       SarapDate             today,
                                       const SarapIdentity  *identity,
                                       SarapToday           *day,
                                       char                **after,
                                       GError              **error);

G_END_DECLS

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
 * @lines: (element-type SarapTodayLine): what is to be done, in any order
 * @more: how many lines were left out, as there are too many to be read
 * @counts: how many officers have each status
 * @officers: how many officers there are in all
 *
 * What the procedures have to say about a day.
 */
typedef struct
{
  GPtrArray *lines;
  guint more;
  guint counts[SARAP_TODAY_STATUSES];
  guint officers;
} SarapToday;

/* Adds to what is to be done, on the store's thread */
typedef gboolean (*SarapTodayFunc) (SarapDatabase        *db,
                                    SarapDate             today,
                                    const SarapIdentity  *identity,
                                    SarapToday           *day,
                                    GCancellable         *cancellable,
                                    GError              **error);

SarapToday     *sarap_today_new       (void);
void            sarap_today_free      (SarapToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapToday, sarap_today_free)
SarapTodayLine *sarap_today_add       (SarapToday *self, const char *icon_name, SarapDate date);
void            sarap_today_sort      (SarapToday *self);

G_END_DECLS

#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapProgress:
 *
 * The progress of long work. It is reported from any thread; its properties "fraction" (0 to 1,
 * negative while unknown) and "text" change on the main loop. "title" names the work, and
 * "cancellable" stops it.
 */
#define SARAP_TYPE_PROGRESS (sarap_progress_get_type ())
G_DECLARE_FINAL_TYPE (SarapProgress, sarap_progress, SARAP, PROGRESS, GObject)

/* Fills an empty database with the demonstration service, on the store's thread */
typedef gboolean (*SarapDemoFunc) (SarapDatabase *db,
                                   SarapDate      today,
                                   SarapProgress *progress,
                                   GCancellable  *cancellable,
                                   GError       **error);

/**
 * sarap_progress_new:
 * @title: the name of the work
 *
 * Returns: (transfer full): the progress of work that has not begun
 */
SarapProgress *sarap_progress_new             (const char *title);

/**
 * sarap_progress_report:
 * @self: a progress
 * @fraction: the finished part, 0 to 1; negative if unknown
 * @text: (nullable): the current step; %NULL: unchanged
 *
 * Reports progress. May be called from any thread and at any rate: a report that is not shown
 * before the next one is skipped.
 */
void           sarap_progress_report          (SarapProgress *self, double fraction,
                                               const char *text);

/* The cancellable that stops the work; borrowed */
GCancellable  *sarap_progress_get_cancellable (SarapProgress *self);
/* 0 to 1; negative while unknown */
double         sarap_progress_get_fraction    (SarapProgress *self);
/* The current step, for people; borrowed */
const char    *sarap_progress_get_text        (SarapProgress *self);
/* The name of the work; borrowed */
const char    *sarap_progress_get_title       (SarapProgress *self);

G_END_DECLS

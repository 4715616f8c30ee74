#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapProgress:
 *
 * How far long work has come. Reported from any thread; its properties "fraction" (0 to 1, negative
 * while it is not known) and "text" change on the main loop. "title" says what is being done, and
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
 * @title: what is being done
 *
 * Returns: (transfer full): the progress of work that has not begun
 */
SarapProgress *sarap_progress_new             (const char *title);

/**
 * sarap_progress_report:
 * @self: a progress
 * @fraction: how much is done, 0 to 1; negative: not known
 * @text: (nullable): what is being done now; %NULL: as before
 *
 * Tells how far the work has come. May be called from any thread and as often as one likes: what is
 * not shown before the next report is passed over.
 */
void           sarap_progress_report          (SarapProgress *self, double fraction, const char *text);

/* Stops the work; borrowed */
GCancellable  *sarap_progress_get_cancellable (SarapProgress *self);
/* 0 to 1; negative while it is not known */
double         sarap_progress_get_fraction    (SarapProgress *self);
/* What is done at the moment, for people; borrowed */
const char    *sarap_progress_get_text        (SarapProgress *self);
/* What the whole work is; borrowed */
const char    *sarap_progress_get_title       (SarapProgress *self);

G_END_DECLS

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

SarapProgress *sarap_progress_new             (const char *title);
void           sarap_progress_report          (SarapProgress *self, double fraction, const char *text);
GCancellable  *sarap_progress_get_cancellable (SarapProgress *self);
double         sarap_progress_get_fraction    (SarapProgress *self);
const char    *sarap_progress_get_text        (SarapProgress *self);
const char    *sarap_progress_get_title       (SarapProgress *self);

G_END_DECLS

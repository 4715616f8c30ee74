#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/* Long work that is shown with a button that stops it */

typedef gboolean (*SarapWorkFunc) (SarapDatabase *db,
                                   gpointer       data,
                                   SarapProgress *progress,
                                   GError       **error);
/* Called on the main loop at the end; @error: the work failed or was stopped. Not called after the
   window is gone. */
typedef void     (*SarapWorkDone) (SarapHost *host, gpointer data, const GError *error);

/**
 * sarap_work_read:
 * @host: the window with the database
 * @progress: shows the progress, and stops the work
 * @func: the work, which only reads, on a second connection and a separate thread
 * @done: called at the end
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * Runs work that only reads; the caller shows its progress. The window can be used meanwhile.
 */
void sarap_work_read (SarapHost      *host,
                      SarapProgress  *progress,
                      SarapWorkFunc   func,
                      SarapWorkDone   done,
                      gpointer        data,
                      GDestroyNotify  data_free);

/**
 * sarap_work_run:
 * @host: the window with the database
 * @title: the name of the work
 * @func: the work, which only reads, on a second connection and a separate thread
 * @done: called at the end
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * Runs work that only reads; its progress is shown below the page, with a button that stops it.
 */
void sarap_work_run (SarapHost      *host,
                     const char     *title,
                     SarapWorkFunc   func,
                     SarapWorkDone   done,
                     gpointer        data,
                     GDestroyNotify  data_free);

/**
 * sarap_work_write:
 * @host: the window with the database
 * @progress: shows the progress, and stops the work
 * @func: the work, on the store's thread: other questions wait for it
 * @done: called at the end
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * Runs work that writes; the caller shows its progress.
 */
void sarap_work_write (SarapHost      *host,
                       SarapProgress  *progress,
                       SarapWorkFunc   func,
                       SarapWorkDone   done,
                       gpointer        data,
                       GDestroyNotify  data_free);

/* A SarapExchangeProgress whose data is a SarapProgress */
void sarap_work_report (guint64 done, guint64 total, gpointer progress);

G_END_DECLS

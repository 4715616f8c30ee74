#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/* Long work that is shown with a button that stops it */

typedef gboolean (*SarapWorkFunc) (SarapDatabase *db,
                                   gpointer       data,
                                   SarapProgress *progress,
                                   GError       **error);
/* On the main loop, when it has ended; @error: it failed or was stopped. Not called once the window
   has gone. */
typedef void     (*SarapWorkDone) (SarapHost *host, gpointer data, const GError *error);

/**
 * sarap_work_read:
 * @host: the window whose database it is
 * @progress: told how far it is; stops it
 * @func: the work, which only reads, on a connection and a thread of its own
 * @done: called when it has ended
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * What only reads, shown by the caller. Nothing waits for it: the window is used meanwhile.
 */
void sarap_work_read (SarapHost      *host,
                      SarapProgress  *progress,
                      SarapWorkFunc   func,
                      SarapWorkDone   done,
                      gpointer        data,
                      GDestroyNotify  data_free);

/**
 * sarap_work_run:
 * @host: the window whose database it is
 * @title: what is being done
 * @func: the work, which only reads, on a connection and a thread of its own
 * @done: called when it has ended
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * What only reads, shown below the page with a button that stops it.
 */
void sarap_work_run (SarapHost      *host,
                     const char     *title,
                     SarapWorkFunc   func,
                     SarapWorkDone   done,
                     gpointer        data,
                     GDestroyNotify  data_free);

/**
 * sarap_work_write:
 * @host: the window whose database it is
 * @progress: told how far it is; stops it
 * @func: the work, on the store's thread: what else is to be read waits for it
 * @done: called when it has ended
 * @data: for both
 * @data_free: (nullable): frees @data after that
 *
 * What writes, shown by the caller.
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

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

/* What only reads: shown below the page while the window is used */
void sarap_work_run (SarapHost      *host,
                     const char     *title,
                     SarapWorkFunc   func,
                     SarapWorkDone   done,
                     gpointer        data,
                     GDestroyNotify  data_free);
/* What writes: on the store's thread, shown by the caller */
void sarap_work_run_with (SarapHost      *host,
                          SarapProgress  *progress,
                          SarapWorkFunc   func,
                          SarapWorkDone   done,
                          gpointer        data,
                          GDestroyNotify  data_free);

/* A SarapExchangeProgress whose data is a SarapProgress */
void sarap_work_report (guint64 done, guint64 total, gpointer progress);

G_END_DECLS

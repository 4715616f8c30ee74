#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many officers the demonstration service has unless somebody asks for another number */
#define SARAP_DEMO_OFFICERS 400
#define SARAP_DEMO_SEED 1

/* A made-up, plausible service in a database without officers; all or nothing. @progress counts
   officers. */
gboolean sarap_demo_fill (SarapDatabase         *db,
                          guint                  n_officers,
                          guint32                seed,
                          SarapDate              on,
                          SarapExchangeProgress  progress,
                          gpointer               data,
                          GCancellable          *cancellable,
                          GError               **error);

G_END_DECLS

#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* One consistent copy of a database of either engine, as an SQLite file, while others work */
gboolean sarap_backup  (SarapDatabase         *db,
                        const char            *path,
                        GCancellable          *cancellable,
                        SarapExchangeProgress  progress,
                        gpointer               data,
                        GError               **error);

/* Such a file into an empty database of either engine */
gboolean sarap_restore (SarapDatabase         *db,
                        const char            *path,
                        GCancellable          *cancellable,
                        SarapExchangeProgress  progress,
                        gpointer               data,
                        GError               **error);

G_END_DECLS

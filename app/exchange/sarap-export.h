#pragma once

#include "exchange/sarap-exchange-error.h"
#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The files (README.md 1) */
gboolean sarap_export_folder (SarapDatabase         *db,
                              const char            *folder,
                              GCancellable          *cancellable,
                              SarapExchangeProgress  progress,
                              gpointer               data,
                              GError               **error);

G_END_DECLS

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

/* The text of a cell of a list, borrowed until the next call; NULL for an empty one */
typedef const char *(*SarapExportCell) (guint row, guint column, gpointer data);

/* A list as it is on screen */
gboolean sarap_export_table  (const char         *path,
                              const char *const  *columns,
                              guint               n_columns,
                              guint               n_rows,
                              SarapExportCell     cell,
                              gpointer            data,
                              GCancellable       *cancellable,
                              GError            **error);

G_END_DECLS

#pragma once

#include "officers/sarap-officers-list-format.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*SarapOfficersProgress) (guint done, guint total, gpointer data);

/* On the store's thread: a list of officers as a CSV file, in the order of @ids */
gboolean sarap_officers_export (SarapDatabase         *db,
                                const char            *path,
                                const guint32         *ids,
                                guint                  n_ids,
                                guint                  columns,
                                gboolean               all,
                                SarapDate              today,
                                SarapOfficersProgress  progress,
                                gpointer               data,
                                GCancellable          *cancellable,
                                GError               **error);

/* On the store's thread: one column of officers, a line each, in the order of @ids */
char    *sarap_officers_column_text (SarapDatabase        *db,
                                     const guint32        *ids,
                                     guint                 n_ids,
                                     SarapOfficersColumn   column,
                                     SarapDate             today,
                                     GError              **error);

G_END_DECLS

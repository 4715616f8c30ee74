#pragma once

#include "exchange/sarap-table.h"
#include "officers/sarap-officers-list-format.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*SarapOfficersProgress) (guint done, guint total, gpointer data);

/**
 * SarapOfficersTable:
 * @ids: (array length=n_ids): officers, in the order in which they are written
 * @n_ids: how many
 * @columns: a bit for each #SarapOfficersColumn
 * @all: all columns, and what the list has none for
 * @today: the day it is
 *
 * A list of officers that is written into a file.
 */
typedef struct
{
  const guint32 *ids;
  guint n_ids;
  guint columns;
  gboolean all;
  SarapDate today;
} SarapOfficersTable;

/**
 * sarap_officers_export:
 * @db: a database; on the thread that it belongs to
 * @list: which officers, and what of them
 * @path: the file; what is there is written over, if it is no database
 * @format: how the file is written
 * @progress: (nullable): told how far it is
 * @data: passed on
 * @cancellable: (nullable): ends it; no file is left
 * @error: return location
 *
 * Returns: whether the file has been written
 */
gboolean sarap_officers_export (SarapDatabase             *db,
                                const SarapOfficersTable  *list,
                                const char                *path,
                                SarapTableFormat           format,
                                SarapOfficersProgress      progress,
                                gpointer                   data,
                                GCancellable              *cancellable,
                                GError                   **error);

/* On the store's thread: one column of officers, a line each, in the order of @ids */
char    *sarap_officers_column_text (SarapDatabase        *db,
                                     const guint32        *ids,
                                     guint                 n_ids,
                                     SarapOfficersColumn   column,
                                     SarapDate             today,
                                     GError              **error);

G_END_DECLS

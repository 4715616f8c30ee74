#pragma once

#include "exchange/sarap-table.h"
#include "officers/sarap-officers-list-format.h"
#include "store/sarap-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*SarapOfficersProgress) (guint done, guint total, gpointer data);

/**
 * SarapOfficersTable:
 * @ids: (array length=n_ids): officers, in order
 * @n_ids: their number
 * @columns: a bit for each #SarapOfficersColumn
 * @all: all columns, including those that the list does not have
 * @today: the current day
 *
 * A list of officers for a file.
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
 * @db: a database, on its thread
 * @list: the list
 * @path: the file, overwritten if it exists and is no database
 * @format: the format
 * @progress: (nullable): called with the number of officers
 * @data: passed on
 * @cancellable: (nullable): stops it; no file is left
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

/* One column of officers, a line each, in the order of @ids; on the store's thread */
char    *sarap_officers_column_text (SarapDatabase        *db,
                                     const guint32        *ids,
                                     guint                 n_ids,
                                     SarapOfficersColumn   column,
                                     SarapDate             today,
                                     GError              **error);

G_END_DECLS

#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapTable:
 * @name: its name
 * @columns: names of its columns, %NULL ends
 * @kinds: a letter a column, as for sarap_database_select()
 * @has_id: whether the first column is an id that the engine gives
 *
 * A table of the schema, as a backup has to copy it.
 */
typedef struct
{
  char *name;
  char **columns;
  char *kinds;
  gboolean has_id;
} SarapTable;

/* All tables with records and the audit chain, each after those it refers to: borrowed, of
   SarapTable. Without schema_version, record_kind and audit_head, which follow from the rest. */
GPtrArray  *sarap_database_tables     (void);
gboolean    sarap_database_has_table  (const char *name);
/* The schema's own copy of a table's name; %NULL when there is none */
const char *sarap_database_find_table (const char *name);

G_END_DECLS

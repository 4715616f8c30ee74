#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/* The names of all tables with records and of the audit chain, as the migrations make them: borrowed, of
   char *. Without schema_version, record_kind and audit_head, which follow from the rest. */
GPtrArray  *sarap_database_tables     (void);
/* The schema's own copy of a table's name; %NULL when there is none */
const char *sarap_database_find_table (const char *name);

G_END_DECLS

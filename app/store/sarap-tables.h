#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_database_tables:
 * | The names of all tables with records and of the audit chain, in the order of the migrations:
 * without schema_version, record_kind and audit_head, which follow from the rest. They are read
 * from the schema's own text, so that there is one list only.
 * | Returns: (transfer none) (element-type utf8): the tables
 */
GPtrArray  *sarap_database_tables     (void);

/**
 * sarap_database_find_table:
 * @name: (nullable): any text, from any source
 * | Returns: (transfer none) (nullable): the schema's own copy of a table's name, which lives as
 * long as the program; %NULL when there is no such table
 */
const char *sarap_database_find_table (const char *name);

G_END_DECLS

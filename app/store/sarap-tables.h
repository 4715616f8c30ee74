#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * sarap_database_tables:
 *
 * The names of all tables with records and of the audit chain, as the migrations make them:
 * borrowed, of char *. Without schema_version, record_kind and audit_head, which follow from the
 * rest.
 *
 * Reads them off the schema's own text, so that there is one list only.
 *
 * Returns: (transfer none) (element-type utf8): the tables
 */
GPtrArray  *sarap_database_tables     (void);

/**
 * sarap_database_find_table:
 * @name: (nullable): any text, of whoever it comes from
 *
 * The schema's own copy of a table's name; %NULL when there is none.
 *
 * Returns: (transfer none) (nullable): the schema's own copy of the name, which lives as long as
 *   the program; %NULL when there is no such table
 */
const char *sarap_database_find_table (const char *name);

G_END_DECLS

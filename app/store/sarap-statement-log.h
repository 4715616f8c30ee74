#pragma once

#include <glib-object.h>

#include "store/sarap-query.h"

G_BEGIN_DECLS

/**
 * sarap_statement_text:
 * @sql: a statement
 *
 * A statement as it may be logged. Values are bound and so not part of it; what stands in quotes is
 * left out all the same, as it may be a name or a password.
 *
 * Returns: (transfer full): one line, cut where it is long
 */
char *sarap_statement_text (const char *sql);

/**
 * sarap_statement_log:
 * @query: what was run
 * @result: (nullable): what libgda gave, %NULL when it failed
 * @began: when it began, a time of g_get_monotonic_time()
 *
 * Logs the statement, its rows and its time. Only where sarap_log_is_wanted().
 */
void  sarap_statement_log  (const SarapQuery *query, GObject *result, gint64 began);

G_END_DECLS

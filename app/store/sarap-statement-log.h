#pragma once

#include <glib-object.h>

#include "store/sarap-query.h"

G_BEGIN_DECLS

/**
 * sarap_statement_text:
 * @sql: a statement
 *
 * A statement in a form for the log. Bound values are not part of it. Text in quotes is left out
 * too, as it may be a name or a password.
 *
 * Returns: (transfer full): one line, shortened if it is long
 */
char *sarap_statement_text (const char *sql);

/**
 * sarap_statement_log:
 * @query: the statement
 * @result: (nullable): libgda's result, %NULL on failure
 * @began: when it began, a time of g_get_monotonic_time()
 *
 * Logs the statement, its rows and its time. To be called only if sarap_log_is_wanted().
 */
void  sarap_statement_log  (const SarapQuery *query, GObject *result, gint64 began);

G_END_DECLS

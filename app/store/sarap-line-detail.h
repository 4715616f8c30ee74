#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A field of a change, as a line of the audit chain says it; either text is %NULL for none */
typedef void (*SarapLineField) (const char *name, const char *was, const char *became, gpointer data);

/**
 * sarap_line_detail_read:
 * @detail: (nullable): what a line about one record says: {"field":["was","became"],…}
 * @field: called for each field
 * @data: for @field
 *
 * Reads just this form, which nests nowhere, whatever else stands there.
 *
 * Returns: %FALSE when it is not of this form; some fields may have been told by then
 */
gboolean sarap_line_detail_read (const char *detail, SarapLineField field, gpointer data);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A field of a change in a line of the audit chain; either text is NULL for none */
typedef void (*SarapLineField) (const char *name, const char *was, const char *became,
                                gpointer data);

/**
 * sarap_line_detail_read:
 * @detail: (nullable): the detail of a line about one record: {"field":["was","became"],…}
 * @field: called for each field
 * @data: for @field
 *
 * Reads this form only, which has no nesting, whatever the text contains.
 *
 * Returns: %FALSE when it has another form; @field may have been called for some fields by then
 */
gboolean sarap_line_detail_read (const char *detail, SarapLineField field, gpointer data);

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapActingRow:
 *
 * A choice of the role in a local file.
 */
#define SARAP_TYPE_ACTING_ROW (sarap_acting_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapActingRow, sarap_acting_row, SARAP, ACTING_ROW, AdwActionRow)

/**
 * sarap_acting_row_new:
 * @acting: the parameter of win.act-as
 * @title: the body, or the whole service
 * @subtitle: the role
 * @chosen: whether this is the current choice
 *
 * Returns: (transfer floating): the row
 */
GtkWidget  *sarap_acting_row_new        (const char *acting,
                                         const char *title,
                                         const char *subtitle,
                                         gboolean    chosen);
/* The parameter of win.act-as; borrowed */
const char *sarap_acting_row_get_acting (SarapActingRow *self);

G_END_DECLS

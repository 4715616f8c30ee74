#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapActingRow:
 *
 * A choice of who acts in a local file.
 */
#define SARAP_TYPE_ACTING_ROW (sarap_acting_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapActingRow, sarap_acting_row, SARAP, ACTING_ROW, AdwActionRow)

/**
 * sarap_acting_row_new:
 * @acting: what win.act-as takes
 * @title: for whom, a body or the whole service
 * @subtitle: as what
 * @chosen: whether it is so now
 *
 * Returns: (transfer floating): the row
 */
GtkWidget  *sarap_acting_row_new        (const char *acting,
                                         const char *title,
                                         const char *subtitle,
                                         gboolean    chosen);
/* What win.act-as takes; borrowed */
const char *sarap_acting_row_get_acting (SarapActingRow *self);

G_END_DECLS

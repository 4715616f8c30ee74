#pragma once

#include "procedure/sarap-officer-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sarap_record_row_new:
 * @record: a record
 * @bodies: bodies and units
 * @editable: whether it can be opened as a form
 *
 * A record as a row of a list: when, what, where, by which order.
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *sarap_record_row_new (SarapRecord *record, const SarapBodies *bodies, gboolean editable);
/* The record of a row made by the above, NULL for any other row */
SarapRecord *sarap_record_row_get_record (GtkWidget *row);

G_END_DECLS

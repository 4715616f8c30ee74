#pragma once

#include "procedure/sarap-officer-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapRecordRow:
 *
 * A record as a row of a list: period, title, body, order.
 */
#define SARAP_TYPE_RECORD_ROW (sarap_record_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapRecordRow, sarap_record_row, SARAP, RECORD_ROW, GtkListBoxRow)

/**
 * sarap_record_row_new:
 * @record: a record
 * @bodies: bodies and units
 * @editable: whether a form can be opened
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *sarap_record_row_new (SarapRecord *record, const SarapBodies *bodies, gboolean editable);
/* The record of a row of this type; NULL for other rows */
SarapRecord *sarap_record_row_get_record (GtkWidget *row);

G_END_DECLS

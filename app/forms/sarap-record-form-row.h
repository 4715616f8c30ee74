#pragma once

#include "forms/sarap-record-form.h"

G_BEGIN_DECLS

/**
 * SarapRecordFormRow:
 *
 * The row of a list in which a record is edited. The list's own keys do not reach past it: they are
 * those of the form's entries.
 */
#define SARAP_TYPE_RECORD_FORM_ROW (sarap_record_form_row_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapRecordFormRow, sarap_record_form_row, SARAP, RECORD_FORM_ROW, GtkListBoxRow)

/**
 * sarap_record_form_row_new:
 * @form: (transfer floating): the form of a record
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *sarap_record_form_row_new (SarapRecordForm *form);

G_END_DECLS

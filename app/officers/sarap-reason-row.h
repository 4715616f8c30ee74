#pragma once

#include "records/sarap-record.h"
#include "rules/sarap-reason.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapReasonRow:
 *
 * A step of an explanation: its paragraph, which opens its text, its sentence, and a link to its
 * record.
 */
#define SARAP_TYPE_REASON_ROW (sarap_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapReasonRow, sarap_reason_row, SARAP, REASON_ROW, GtkListBoxRow)

/**
 * sarap_reason_row_new:
 * @reason: the step
 * @sentence: the sentence of the step
 * @record: (nullable): the record that it is about
 * @brief: whether the row is one of the few shown first, not of the full list
 * @chips: the size group of the chips, which aligns the sentences
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *sarap_reason_row_new            (const SarapReason *reason,
                                            const char        *sentence,
                                            SarapRecord       *record,
                                            gboolean           brief,
                                            GtkSizeGroup      *chips);
/* Whether it is one of the few shown first */
gboolean   sarap_reason_row_is_brief       (SarapReasonRow *self);
/* Whether the step is a house rule */
gboolean   sarap_reason_row_is_own_reading (SarapReasonRow *self);
/* Shows the record of the step, if it has one, like pressing Enter on it */
void       sarap_reason_row_show_record    (SarapReasonRow *self);

G_END_DECLS

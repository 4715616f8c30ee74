#pragma once

#include "records/sarap-record.h"
#include "rules/sarap-reason.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapReasonRow:
 *
 * A step of an explanation: its paragraph, which tells what it says, its sentence, and the way to
 * the record it speaks of.
 */
#define SARAP_TYPE_REASON_ROW (sarap_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapReasonRow, sarap_reason_row, SARAP, REASON_ROW, GtkListBoxRow)

/**
 * sarap_reason_row_new:
 * @reason: the step
 * @sentence: the step in words
 * @record: (nullable): the record it speaks of
 * @brief: whether the row is one of the few that are shown first, not one of all
 * @chips: of the paragraphs, so that all sentences begin at one line
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *sarap_reason_row_new            (const SarapReason *reason,
                                            const char        *sentence,
                                            SarapRecord       *record,
                                            gboolean           brief,
                                            GtkSizeGroup      *chips);
/* Whether it is one of the few that are shown first */
gboolean   sarap_reason_row_is_brief       (SarapReasonRow *self);
/* Whether the step is a reading of the program's own */
gboolean   sarap_reason_row_is_own_reading (SarapReasonRow *self);
/* As somebody who presses Enter on it: shows the record it speaks of, if it speaks of one */
void       sarap_reason_row_show_record    (SarapReasonRow *self);

G_END_DECLS

#pragma once

#include "rules/sarap-plausible.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapWarningRow:
 *
 * What is implausible in a record (app/rules/README.md 11): the paragraphs it comes from, and a
 * sentence.
 */
#define SARAP_TYPE_WARNING_ROW (sarap_warning_row_get_type ())
G_DECLARE_FINAL_TYPE (SarapWarningRow, sarap_warning_row, SARAP, WARNING_ROW, GtkBox)

/**
 * sarap_warning_row_new:
 * @warning: what is implausible
 * @chips: the paragraphs of all rows take the same width, so that the sentences begin at one line
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *sarap_warning_row_new (const SarapWarning *warning, GtkSizeGroup *chips);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapFormChoiceRow:
 *
 * One line of what there is to choose from: its whole text, and a tick where it is the present
 * value.
 */
#define SARAP_TYPE_FORM_CHOICE_ROW (sarap_form_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapFormChoiceRow, sarap_form_choice_row, SARAP, FORM_CHOICE_ROW, GtkListBoxRow)

/* @code: (nullable): NULL for no choice */
GtkWidget *sarap_form_choice_row_new (const char *code, const char *label, gboolean chosen);
/* The code that is kept when it is chosen; borrowed */
const char *sarap_form_choice_row_get_code (SarapFormChoiceRow *self);

G_END_DECLS

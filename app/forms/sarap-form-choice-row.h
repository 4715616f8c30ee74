#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapFormChoiceRow:
 *
 * A choice in the list: its full text, and a tick if it is the current value.
 */
#define SARAP_TYPE_FORM_CHOICE_ROW (sarap_form_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapFormChoiceRow, sarap_form_choice_row, SARAP, FORM_CHOICE_ROW, GtkListBoxRow)

/* @code: (nullable): the code, NULL for no choice */
GtkWidget *sarap_form_choice_row_new (const char *code, const char *label, gboolean chosen);
/* The code of the choice; borrowed */
const char *sarap_form_choice_row_get_code (SarapFormChoiceRow *self);

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFormLines:
 *
 * A text of several lines to be typed in a form. Signal: "changed".
 */
#define SARAP_TYPE_FORM_LINES (sarap_form_lines_get_type ())
G_DECLARE_FINAL_TYPE (SarapFormLines, sarap_form_lines, SARAP, FORM_LINES, AdwBin)

/**
 * sarap_form_lines_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *sarap_form_lines_new (void);

/**
 * sarap_form_lines_get_view:
 * @self: a text
 *
 * Returns: (transfer none): what has the focus and the accessible name
 */
GtkWidget *sarap_form_lines_get_view (SarapFormLines *self);

/**
 * sarap_form_lines_set_text:
 * @self: a text
 * @text: (nullable): its new content, %NULL for none
 */
void sarap_form_lines_set_text (SarapFormLines *self, const char *text);

/**
 * sarap_form_lines_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what was typed, "" for nothing
 */
char *sarap_form_lines_dup_text (SarapFormLines *self);

G_END_DECLS

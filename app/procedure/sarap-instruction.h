#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_instruction_format_text:
 * @paragraph: a paragraph of the Instruction
 *
 * The text of a paragraph in the current language: in Kazakh the Instruction's own words, in
 * Russian a translation, in English a summary.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for a paragraph that no date is based on
 */
char       *sarap_instruction_format_text  (guint paragraph);

/**
 * sarap_instruction_format_title:
 * @paragraph: a paragraph of the Instruction
 *
 * Returns: (transfer full): "Paragraph 5 of the Instruction"
 */
char       *sarap_instruction_format_title (guint paragraph);
/* Tells whether the texts are the Instruction's own words, in the current language */
const char *sarap_instruction_get_source   (void);

G_END_DECLS

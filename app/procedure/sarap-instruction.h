#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_instruction_format_text:
 * @paragraph: a paragraph of the Instruction
 *
 * What a paragraph says, in the language that the program speaks: in Kazakh the Instruction's own
 * words, in Russian a translation, in English what it comes to.
 *
 * Returns: (transfer full) (nullable): its text; %NULL for a paragraph that no date rests on
 */
char       *sarap_instruction_format_text  (guint paragraph);

/**
 * sarap_instruction_format_title:
 * @paragraph: a paragraph of the Instruction
 *
 * Returns: (transfer full): "Paragraph 5 of the Instruction"
 */
char       *sarap_instruction_format_title (guint paragraph);
/* Whether the texts are the Instruction's own words, in the language that the program speaks */
const char *sarap_instruction_get_source   (void);

G_END_DECLS

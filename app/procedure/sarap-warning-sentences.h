#pragma once

#include "rules/sarap-plausible.h"

G_BEGIN_DECLS

/* Warnings of the rules for people, in the language that the program speaks now */

/**
 * sarap_format_warning:
 * @warning: a warning
 *
 * Returns: (transfer full): a whole sentence, without the paragraph
 */
char *sarap_format_warning (const SarapWarning *warning);

/**
 * sarap_format_warning_chip:
 * @warning: a warning
 * @place: which of its paragraphs, from 0
 *
 * Returns: (transfer full) (nullable): how the language cites it, "§3", with a star where the
 * figures are the program's reading; a star alone where there is no paragraph; %NULL for no more
 */
char *sarap_format_warning_chip (const SarapWarning *warning, guint place);

/**
 * sarap_format_warning_chips:
 * @warning: a warning
 *
 * Returns: (transfer full): all of them, as they stand before a sentence: "§5, §6"
 */
char *sarap_format_warning_chips (const SarapWarning *warning);

G_END_DECLS

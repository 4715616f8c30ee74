#pragma once

#include "rules/sarap-plausible.h"

G_BEGIN_DECLS

/* Warnings of the rules as sentences for people, in the current language */

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
 * @index: the index of one of its paragraphs, from 0
 *
 * Returns: (transfer full) (nullable): the citation in the current language, "§3", with a star if
 * the figures are the program's interpretation; only a star without a paragraph; %NULL after the
 * last one
 */
char *sarap_format_warning_chip (const SarapWarning *warning, guint index);

/**
 * sarap_format_warning_chips:
 * @warning: a warning
 *
 * Returns: (transfer full): all citations, for the beginning of a sentence: "§5, §6"
 */
char *sarap_format_warning_chips (const SarapWarning *warning);

G_END_DECLS

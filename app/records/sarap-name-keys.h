#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapFold:
 * @SARAP_FOLD_EXACT: case and accents folded (ё is е, é is e)
 * @SARAP_FOLD_LOOSE: the Kazakh letters too (ә is а, қ is к, ң is н …)
 */
typedef enum
{
  SARAP_FOLD_EXACT,
  SARAP_FOLD_LOOSE,
} SarapFold;

/**
 * sarap_fold:
 * @text: a text in UTF-8, or what a person typed
 * @fold: how far letters are made alike
 *
 * A text as it is searched in; words are separated by one space. Dashes of every kind are one, and
 * apostrophes; Latin letters in a word with Cyrillic ones are those that they look like.
 *
 * Returns: (transfer full): the text in lower case, without accents, its words one space apart
 */
char *sarap_fold     (const char *text, SarapFold fold);

/**
 * sarap_text_has_word:
 * @text: a text, folded
 * @word: what is looked for, folded likewise
 *
 * Returns: whether @word stands in @text at the beginning of one of its words: "басқарма" is not
 *   meant by "асқар"
 */
gboolean sarap_text_has_word (const char *text, const char *word);

/**
 * sarap_cyrillic_readings:
 * @word: a word folded exactly
 *
 * Returns: (transfer full): what a word in Latin letters may be in Cyrillic ones, folded loosely
 *   ("asanov": "асанов"; y is read both as и and as ы); nothing for a word that has other letters
 */
char **sarap_cyrillic_readings (const char *word);

/**
 * sarap_sort_key:
 * @surname: (nullable): the first thing to sort by
 * @given_name: (nullable): the second
 * @patronymic: (nullable): the third
 *
 * A text that sorts byte by byte as Kazakh sorts names; any part may be NULL.
 *
 * Returns: (transfer full): an ASCII text whose byte order is the Kazakh order of the names (а ә б
 *   в г ғ … і ь э ю я; Latin letters before Cyrillic, digits before letters; case, hyphens' kind,
 *   apostrophes and accents make no difference)
 */
char *sarap_sort_key (const char *surname, const char *given_name, const char *patronymic);

G_END_DECLS

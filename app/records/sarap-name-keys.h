#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapFold:
 * @SARAP_FOLD_EXACT: ignores case and accents (ё is е, é is e)
 * @SARAP_FOLD_LOOSE: also ignores Kazakh letters (ә is а, қ is к, ң is н …)
 */
typedef enum
{
  SARAP_FOLD_EXACT,
  SARAP_FOLD_LOOSE,
} SarapFold;

/**
 * sarap_fold:
 * @text: a text in UTF-8, for example typed by a person
 * @fold: which differences are ignored
 *
 * A text as it is searched in; words are separated by one space. Dashes of every kind are one, and
 * apostrophes; Latin letters in a word with Cyrillic ones are those that they look like.
 *
 * Returns: (transfer full): the text in lower case, without accents, with one space between words
 */
char *sarap_fold     (const char *text, SarapFold fold);

/**
 * sarap_text_has_word:
 * @text: a text, folded
 * @word: the text to find, folded in the same way
 *
 * Returns: whether a word of @text begins with @word: "асқар" does not find "басқарма"
 */
gboolean sarap_text_has_word (const char *text, const char *word);

/**
 * sarap_cyrillic_readings:
 * @word: a word folded exactly
 *
 * Returns: (transfer full): possible Cyrillic readings of a word in Latin letters, folded loosely
 *   ("asanov": "асанов"; y is both и and ы); none for a word with other letters
 */
char **sarap_cyrillic_readings (const char *word);

/**
 * sarap_sort_key:
 * @surname: (nullable): the first part of the key
 * @given_name: (nullable): the second part
 * @patronymic: (nullable): the third part
 *
 * Makes a text whose bytes sort in the Kazakh order of names.
 *
 * Returns: (transfer full): an ASCII text whose byte order is the Kazakh order of the names (а ә б
 *   в г ғ … і ь э ю я; Latin letters before Cyrillic, digits before letters; case, hyphens' kind,
 *   apostrophes and accents make no difference)
 */
char *sarap_sort_key (const char *surname, const char *given_name, const char *patronymic);

G_END_DECLS

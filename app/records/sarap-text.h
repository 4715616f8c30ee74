#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_text_clean:
 * @text: a text in UTF-8, from any source
 *
 * Makes the form in which a text is compared and kept (app/exchange/README.md 1): composed (NFC),
 * without white space at its ends, without invisible characters, and with plain spaces between
 * words. Two texts that look the same then mostly have the same bytes.
 *
 * Returns: (transfer full) (nullable): the text in that form, %NULL if it already has it
 */
char    *sarap_text_clean            (const char *text);

/* Whether two texts, either of which may be NULL, are the same after cleaning */
gboolean sarap_text_equal            (const char *one, const char *other);

/* Whether it has a visible letter or digit */
gboolean sarap_text_has_letter       (const char *text);
/* Whether it is only a dash, which people write for "none" */
gboolean sarap_text_is_dash          (const char *text);
/* Whether letters were replaced by question marks or U+FFFD, as by a program that saves letters
   missing in its code page. A question mark at the end of a question does not count. */
gboolean sarap_text_has_lost_letters (const char *text);

/**
 * sarap_text_skeleton:
 * @text: a code
 *
 * Latin and Cyrillic letters that look the same become one, and so do O and 0, I, l and 1, З and 3,
 * and all dashes.
 *
 * Returns: (transfer full): a text that is the same for all codes that look alike
 */
char    *sarap_text_skeleton         (const char *text);

G_END_DECLS

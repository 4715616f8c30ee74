#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_text_clean:
 * @text: a text in UTF-8, from wherever it enters
 *
 * The one form in which a text is compared and kept (app/exchange/README.md 1): composed (NFC), without white space
 * at its ends, without characters that cannot be seen, and with plain spaces between its words.
 * Two texts that look the same to their reader are then mostly the same bytes.
 *
 * Returns: (transfer full) (nullable): the text in that form, %NULL when it has it already
 */
char    *sarap_text_clean            (const char *text);

/* Whether two texts, either of which may be NULL, are the same once they are clean */
gboolean sarap_text_equal            (const char *one, const char *other);

/* Whether it has a letter or a digit that can be seen */
gboolean sarap_text_has_letter       (const char *text);
/* Whether it is a dash and nothing else, which people write for "none" */
gboolean sarap_text_is_dash          (const char *text);
/* Whether question marks or U+FFFD stand in it where letters were, as a program leaves them that
   saves letters its code page lacks. A question that ends with its mark has lost none. */
gboolean sarap_text_has_lost_letters (const char *text);

/**
 * sarap_text_skeleton:
 * @text: a code
 *
 * Letters of Latin and Cyrillic that look the same are one here, and so are O and 0, I, l and 1, З
 * and 3, and dashes of every kind.
 *
 * Returns: (transfer full): what two codes have in common that cannot be told apart by eye
 */
char    *sarap_text_skeleton         (const char *text);

G_END_DECLS

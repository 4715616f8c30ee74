#pragma once

#include "shell/sarap-help-page.h"

G_BEGIN_DECLS

/**
 * SarapHelpHit:
 * @page: (transfer none): the page
 * @block: the index of the block with the words
 * @heading: the heading of the part of the page with that block
 * @snippet: an excerpt of that block, with Pango's markup
 *
 * A part of the help, from one heading to the next, that contains every word of a search.
 */
typedef struct
{
  const SarapHelpPage *page;
  guint block;
  const char *heading;
  char *snippet;
} SarapHelpHit;

/**
 * sarap_help_search:
 * @pages: (element-type SarapHelpPage): the pages of a language
 * @text: the typed text
 *
 * Finds the parts of the help that contain every typed word at the beginning of a word, since
 * Kazakh and Russian words have many endings. Kazakh letters may be typed as Russian ones.
 *
 * Returns: (transfer full) (element-type SarapHelpHit): the results, the best first; they must not
 *   outlive @pages
 */
GPtrArray *sarap_help_search    (GPtrArray *pages, const char *text);

/**
 * sarap_help_find_word:
 * @text: a text
 * @sought: the typed text
 * @start: (out): the first character found
 * @end: (out): the one after the last
 *
 * Finds the first typed word in a text.
 *
 * Returns: whether the text contains any
 */
gboolean   sarap_help_find_word (const char *text, const char *sought, int *start, int *end);

G_END_DECLS

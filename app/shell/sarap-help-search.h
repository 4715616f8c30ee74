#pragma once

#include "shell/sarap-help-page.h"

G_BEGIN_DECLS

/**
 * SarapHelpHit:
 * @page: (transfer none): the page
 * @block: which of its blocks has what is looked for
 * @heading: of the part of the page that block is in
 * @snippet: that block in short, with Pango's markup
 *
 * A part of the help, from one heading to the next, that has every word looked for.
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
 * @text: what a person typed
 *
 * Finds the parts of the help that have every word typed, each at the beginning of one of theirs:
 * Kazakh and Russian words have many endings. Kazakh letters may be typed as Russian ones.
 *
 * Returns: (transfer full) (element-type SarapHelpHit): what was found, the best first; it must not
 *   outlive @pages
 */
GPtrArray *sarap_help_search    (GPtrArray *pages, const char *text);

/**
 * sarap_help_find_word:
 * @text: a text
 * @sought: what a person typed
 * @start: (out): the first character found
 * @end: (out): the one after the last
 *
 * Finds the first of the words typed that a text has.
 *
 * Returns: whether it has any
 */
gboolean   sarap_help_find_word (const char *text, const char *sought, int *start, int *end);

G_END_DECLS

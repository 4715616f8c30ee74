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

GPtrArray *sarap_help_search    (GPtrArray *pages, const char *text);
gboolean   sarap_help_find_word (const char *text, const char *sought, int *start, int *end);

G_END_DECLS

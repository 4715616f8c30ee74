#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapHelpKind:
 * @SARAP_HELP_HEADING: a heading
 * @SARAP_HELP_PARAGRAPH: a paragraph, also one that goes on within a list
 * @SARAP_HELP_ITEM: the first paragraph of an item of a list
 * @SARAP_HELP_CODE: lines that keep their form
 */
typedef enum
{
  SARAP_HELP_HEADING,
  SARAP_HELP_PARAGRAPH,
  SARAP_HELP_ITEM,
  SARAP_HELP_CODE,
} SarapHelpKind;

/**
 * SarapHelpBlock:
 * @kind: what it is
 * @level: of a heading, 1 for that of the page; else how many lists it is in
 * @number: of an item of a numbered list, 0 for one with a bullet
 * @markup: its text with Pango's markup; a link goes to a topic
 * @text: and plain
 *
 * A paragraph of a page.
 */
typedef struct
{
  SarapHelpKind kind;
  int level;
  int number;
  char *markup;
  char *text;
} SarapHelpBlock;

/**
 * SarapHelpPage:
 * @topic: its name, the same in every language
 * @title: its heading
 * @blocks: (element-type SarapHelpBlock): its paragraphs, the heading first
 *
 * A page of the help in one language.
 */
typedef struct
{
  char *topic;
  char *title;
  GPtrArray *blocks;
} SarapHelpPage;

/* The topics in the order in which they are read; %NULL ends them */
extern const char *const sarap_help_topics[];

/**
 * sarap_help_page_parse:
 * @topic: the page's topic
 * @markdown: its text in Markdown (CommonMark), beginning with its heading
 *
 * Reads a page.
 *
 * Returns: (transfer full): the page
 */
SarapHelpPage *sarap_help_page_parse (const char *topic, const char *markdown);

void           sarap_help_page_free  (SarapHelpPage *self);

/**
 * sarap_help_pages_load:
 * @language: "kk", "ru" or "en"
 *
 * Returns: (transfer full) (element-type SarapHelpPage): every page of the help in a language, in
 *   the order in which they are read
 */
GPtrArray     *sarap_help_pages_load (const char *language);

/**
 * sarap_help_pages_find:
 * @pages: (element-type SarapHelpPage): pages
 * @topic: a topic
 *
 * Returns: (transfer none) (nullable): the page about it
 */
SarapHelpPage *sarap_help_pages_find (GPtrArray *pages, const char *topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapHelpPage, sarap_help_page_free)

G_END_DECLS

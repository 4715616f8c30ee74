#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapHelpKind:
 * @SARAP_HELP_HEADING: a heading
 * @SARAP_HELP_PARAGRAPH: a paragraph, also a later one of an item of a list
 * @SARAP_HELP_ITEM: the first paragraph of an item of a list
 * @SARAP_HELP_CODE: preformatted lines
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
 * @kind: the kind of block
 * @level: level of a heading, 1 for that of the page; for other blocks the number of lists around
 *   it
 * @number: number of an item in a numbered list, 0 for an item with a bullet
 * @markup: its text with Pango's markup; links lead to topics
 * @text: its text without markup
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

/* The topics in reading order; NULL at the end */
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
 *   reading order
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

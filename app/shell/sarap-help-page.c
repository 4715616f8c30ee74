#include "shell/sarap-help-page.h"

#include "sarap-help-resources.h"

#include <cmark.h>
#include <string.h>

const char *const sarap_help_topics[] = {
  "first-steps", "today", "officers", "file",     "why-this-date", "questions", "import",
  "bodies",      "data",  "server",   "keyboard", "words",         NULL,
};

typedef struct
{
  SarapHelpPage *page;
  SarapHelpBlock *block; /* the current block, NULL between two */
  GString *markup;
  GString *text;
  int depth;  /* the number of open lists */
  int number; /* of the item whose first paragraph comes next; -1: none */
} Reader;

static void
block_free (gpointer data)
{
  SarapHelpBlock *block = data;

  g_free (block->markup);
  g_free (block->text);
  g_free (block);
}

static void
begin_block (Reader *reader, SarapHelpKind kind, int level)
{
  reader->block = g_new0 (SarapHelpBlock, 1);
  reader->block->kind = kind;
  reader->block->level = level;
  g_string_truncate (reader->markup, 0);
  g_string_truncate (reader->text, 0);
}

static void
end_block (Reader *reader)
{
  reader->block->markup = g_strdup (reader->markup->str);
  reader->block->text = g_strdup (reader->text->str);
  g_ptr_array_add (reader->page->blocks, g_steal_pointer (&reader->block));
}

static void
begin_paragraph (Reader *reader)
{
  begin_block (reader, reader->number >= 0 ? SARAP_HELP_ITEM : SARAP_HELP_PARAGRAPH, reader->depth);
  reader->block->number = MAX (reader->number, 0);
  reader->number = -1;
}

static int
number_of (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list);

  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return 0;
  for (cmark_node *n = cmark_node_previous (item); n != NULL; n = cmark_node_previous (n))
    number++;
  return number;
}

static void
add_text (Reader *reader, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (reader->markup, escaped);
  g_string_append (reader->text, text);
}

static void
add_code (Reader *reader, const char *text)
{
  g_string_append (reader->markup, "<tt>");
  add_text (reader, text);
  g_string_append (reader->markup, "</tt>");
}

/* Pages link to each other by file, so that links work in every Markdown viewer */
static void
begin_link (Reader *reader, const char *url)
{
  g_autofree char *topic = g_strndup (url, strcspn (url, "."));
  g_autofree char *start = g_markup_printf_escaped ("<a href=\"%s\">", topic);

  g_string_append (reader->markup, start);
}

static void
read_lines (Reader *reader, cmark_node *node)
{
  g_autofree char *lines = g_strchomp (g_strdup (cmark_node_get_literal (node)));

  begin_block (reader, SARAP_HELP_CODE, reader->depth);
  add_code (reader, lines);
  end_block (reader);
}

static void
node_enter (Reader *reader, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      begin_block (reader, SARAP_HELP_HEADING, cmark_node_get_heading_level (node));
      break;
    case CMARK_NODE_PARAGRAPH:
      begin_paragraph (reader);
      break;
    case CMARK_NODE_LIST:
      reader->depth++;
      break;
    case CMARK_NODE_ITEM:
      reader->number = number_of (node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      read_lines (reader, node);
      break;
    case CMARK_NODE_TEXT:
      add_text (reader, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      add_code (reader, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      add_text (reader, " ");
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (reader, "\n");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (reader->markup, "<b>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (reader->markup, "<i>");
      break;
    case CMARK_NODE_LINK:
      begin_link (reader, cmark_node_get_url (node));
      break;
    default:
      break;
    }
}

static void
node_leave (Reader *reader, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      end_block (reader);
      break;
    case CMARK_NODE_LIST:
      reader->depth--;
      break;
    case CMARK_NODE_STRONG:
      g_string_append (reader->markup, "</b>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (reader->markup, "</i>");
      break;
    case CMARK_NODE_LINK:
      g_string_append (reader->markup, "</a>");
      break;
    default:
      break;
    }
}

SarapHelpPage *
sarap_help_page_parse (const char *topic, const char *markdown)
{
  SarapHelpPage *page = g_new0 (SarapHelpPage, 1);
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .page = page, .markup = markup, .text = text, .number = -1 };
  cmark_node *document =
      cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_VALIDATE_UTF8);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  page->topic = g_strdup (topic);
  page->blocks = g_ptr_array_new_with_free_func (block_free);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      node_enter (&reader, cmark_iter_get_node (iter));
    else
      node_leave (&reader, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  cmark_node_free (document);
  page->title =
      g_strdup (page->blocks->len == 0 ? topic : ((SarapHelpBlock *) page->blocks->pdata[0])->text);
  return page;
}

void
sarap_help_page_free (SarapHelpPage *self)
{
  g_free (self->topic);
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

GPtrArray *
sarap_help_pages_load (const char *language)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sarap_help_page_free);
  GResource *resource = sarap_help_get_resource ();

  for (guint i = 0; sarap_help_topics[i] != NULL; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/kz/sarap/help/%s/%s.md", language, sarap_help_topics[i]);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      /* a resource ends with a zero byte */
      g_ptr_array_add (
          pages, sarap_help_page_parse (sarap_help_topics[i], g_bytes_get_data (bytes, NULL)));
    }
  return pages;
}

SarapHelpPage *
sarap_help_pages_find (GPtrArray *pages, const char *topic)
{
  for (guint i = 0; i < pages->len; i++)
    {
      SarapHelpPage *page = pages->pdata[i];

      if (g_str_equal (page->topic, topic))
        return page;
    }
  return NULL;
}

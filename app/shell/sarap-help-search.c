#include "shell/sarap-help-search.h"

#include "records/sarap-name-keys.h"

#include <string.h>

/* Characters of a snippet before the first found word */
#define SNIPPET_BEFORE 40

/* Where words were found, the best first */
typedef enum
{
  RANK_TITLE,
  RANK_HEADING,
  RANK_TEXT,
} Rank;

typedef struct
{
  SarapHelpHit hit;
  Rank rank;
  guint index;
} Ranked;

static gboolean
is_word (const char *c)
{
  return g_unichar_isalnum (g_utf8_get_char (c));
}

/* Whether a word, or a sign before it, begins here: not within another word */
static gboolean
begins_word (const char *text, const char *c)
{
  return c == text || !is_word (g_utf8_prev_char (c));
}

/* Whether the text continues with a word, which may have any ending */
static gboolean
goes_on_with (const char *c, const char *word, glong length)
{
  const char *end = c;
  g_autofree char *piece = NULL;
  g_autofree char *folded = NULL;

  for (glong i = 0; i < length && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  piece = g_strndup (c, end - c);
  folded = sarap_fold (piece, SARAP_FOLD_LOOSE);
  return g_str_equal (folded, word);
}

static const char *
find_word (const char *text, const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (begins_word (text, c) && goes_on_with (c, word, length))
      return c;
  return NULL;
}

static gboolean
has_all (const char *text, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (find_word (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static guint
count_found (const char *text, char **words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += find_word (text, words[i]) != NULL;
  return n;
}

/* Makes words bold that begin with one of those found */
static char *
mark_words (const char *text, char **words)
{
  GString *markup = g_string_new (NULL);
  const char *c = text;

  while (*c != '\0')
    {
      const char *end = g_utf8_next_char (c);
      gboolean found = FALSE;
      g_autofree char *piece = NULL;

      for (guint i = 0; begins_word (text, c) && words[i] != NULL && !found; i++)
        found = goes_on_with (c, words[i], g_utf8_strlen (words[i], -1));
      while (found && *end != '\0' && is_word (end))
        end = g_utf8_next_char (end);
      piece = g_markup_escape_text (c, end - c);
      g_string_append_printf (markup, found ? "<b>%s</b>" : "%s", piece);
      c = end;
    }
  return g_string_free (markup, FALSE);
}

/* The text from shortly before the first found word */
static char *
make_snippet (const char *text, char **words)
{
  const char *first = NULL;
  const char *from = text;
  g_autofree char *marked = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_word (text, words[i]);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  if (first != NULL && g_utf8_pointer_to_offset (text, first) > SNIPPET_BEFORE)
    {
      from = g_utf8_offset_to_pointer (first, -SNIPPET_BEFORE);
      while (from < first && !(is_word (from) && begins_word (text, from)))
        from = g_utf8_next_char (from);
    }
  marked = mark_words (from, words);
  return from == text ? g_steal_pointer (&marked) : g_strconcat ("…", marked, NULL);
}

static const SarapHelpBlock *
block_at (const SarapHelpPage *page, guint index)
{
  return page->blocks->pdata[index];
}

static guint
end_of_section (const SarapHelpPage *page, guint from)
{
  guint end = from + 1;

  while (end < page->blocks->len && block_at (page, end)->kind != SARAP_HELP_HEADING)
    end++;
  return end;
}

/* The block with most of the words; the heading only if no other block has any */
static guint
best_block (const SarapHelpPage *page, guint from, guint end, char **words)
{
  guint best = from;
  guint most = 0;

  for (guint i = from + 1; i < end; i++)
    {
      guint n = count_found (block_at (page, i)->text, words);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return best;
}

static void
search_section (GArray *ranked, const SarapHelpPage *page, guint from, guint end, char **words)
{
  const char *heading = block_at (page, from)->text;
  g_autoptr (GString) all = g_string_new (page->title);
  Ranked found = { .hit = { .page = page, .heading = heading }, .index = ranked->len };
  guint shown;

  for (guint i = from; i < end; i++)
    g_string_append_printf (all, "\n%s", block_at (page, i)->text);
  if (!has_all (all->str, words) || count_found (all->str + strlen (page->title), words) == 0)
    return;
  found.rank = has_all (heading, words) ? (from == 0 ? RANK_TITLE : RANK_HEADING) : RANK_TEXT;
  found.hit.block = best_block (page, from, end, words);
  /* the heading is always shown */
  shown = found.hit.block == from && from + 1 < end ? from + 1 : found.hit.block;
  found.hit.snippet = make_snippet (block_at (page, shown)->text, words);
  g_array_append_val (ranked, found);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->rank != right->rank)
    return (int) left->rank - (int) right->rank;
  return left->index < right->index ? -1 : 1;
}

static void
hit_free (gpointer data)
{
  SarapHelpHit *hit = data;

  g_free (hit->snippet);
  g_free (hit);
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_LOOSE);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

GPtrArray *
sarap_help_search (GPtrArray *pages, const char *text)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);
  g_auto (GStrv) words = split_words (text);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < pages->len && words[0] != NULL; i++)
    {
      const SarapHelpPage *page = pages->pdata[i];

      for (guint from = 0, end; from < page->blocks->len; from = end)
        {
          end = end_of_section (page, from);
          search_section (ranked, page, from, end, words);
        }
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (hits,
                     g_memdup2 (&g_array_index (ranked, Ranked, i).hit, sizeof (SarapHelpHit)));
  return hits;
}

gboolean
sarap_help_find_word (const char *text, const char *sought, int *start, int *end)
{
  g_auto (GStrv) words = split_words (sought);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_word (text, words[i]);

      if (found == NULL)
        continue;
      *start = g_utf8_pointer_to_offset (text, found);
      *end = *start + g_utf8_strlen (words[i], -1);
      return TRUE;
    }
  return FALSE;
}

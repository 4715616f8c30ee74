#include "models/sarap-officers-search.h"

#include "base/sarap-log.h"
#include "records/sarap-name-keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Greatest number of words; further words are ignored */
#define WORDS_MOST 8
/* Matches in a page. Pages without officers take no memory, since ids have gaps. */
#define PAGE_BITS 12
#define PAGE (1u << PAGE_BITS)

struct _SarapOfficersSearch
{
  GObject parent_instance;

  /* Owned */
  SarapOfficerCache *cache;
  char *text;       /* folded */
  GPtrArray *pages; /* the match of each officer, by id: arrays of PAGE, NULL for pages without
                       officers */
};

static guint found_signal;

G_DEFINE_FINAL_TYPE (SarapOfficersSearch, sarap_officers_search, G_TYPE_OBJECT)

/* The matches of a word in the columns other than names: for each index in the cache's tables and
   for each status */
typedef struct
{
  guint8 *bodies;
  guint8 *units;
  guint8 *positions;
  guint8 statuses[SARAP_OFFICER_CACHE_STATUSES];
} Columns;

static void
columns_clear (Columns *columns)
{
  g_free (columns->bodies);
  g_free (columns->units);
  g_free (columns->positions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static guint8
match_text (const char *exact, const char *loose, const char *word, const char *loose_word)
{
  if (sarap_text_has_word (exact, word))
    return SARAP_OFFICER_MATCH_SHOWN;
  return sarap_text_has_word (loose, loose_word) ? SARAP_OFFICER_MATCH_ALIKE
                                                 : SARAP_OFFICER_MATCH_NONE;
}

static guint8 *
match_bodies (SarapOfficerCache *cache, gboolean units, const char *word, const char *loose_word)
{
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);
  guint n = units ? sarap_officer_cache_n_units (cache) : sarap_officer_cache_n_bodies (cache);
  guint8 *matches = g_new0 (guint8, n);

  for (guint i = 1; bodies != NULL && i < n; i++)
    {
      const SarapBody *body =
          units ? sarap_bodies_unit (bodies, sarap_officer_cache_unit_id (cache, i))
                : sarap_bodies_body (bodies, sarap_officer_cache_body_id (cache, i));

      if (body != NULL)
        matches[i] = match_text (body->search_text, body->loose_text, word, loose_word);
    }
  return matches;
}

static guint8 *
match_positions (SarapOfficerCache *cache, const char *word, const char *loose_word)
{
  const SarapOfficerPositions *positions = sarap_officer_cache_get_positions (cache);
  guint n = sarap_officer_positions_get_n (positions);
  guint8 *matches = g_new0 (guint8, n);

  for (guint i = 1; i < n; i++)
    {
      const SarapOfficerPosition *position = sarap_officer_positions_get (positions, i);

      matches[i] = match_text (position->search_text, position->loose_text, word, loose_word);
    }
  return matches;
}

static void
match_statuses (guint8 *matches, const char *word, const char *loose_word)
{
  for (guint i = SARAP_STATUS_NONE + 1; i < SARAP_OFFICER_CACHE_STATUSES; i++)
    {
      const char *label = _ (sarap_code_label (sarap_statuses, i));
      g_autofree char *exact = sarap_fold (label, SARAP_FOLD_EXACT);
      g_autofree char *loose = sarap_fold (label, SARAP_FOLD_LOOSE);

      matches[i] = match_text (exact, loose, word, loose_word);
    }
}

static Columns
match_columns (SarapOfficerCache *cache, const char *word)
{
  g_autofree char *loose_word = sarap_fold (word, SARAP_FOLD_LOOSE);
  Columns columns = {
    .bodies = match_bodies (cache, FALSE, word, loose_word),
    .units = match_bodies (cache, TRUE, word, loose_word),
    .positions = match_positions (cache, word, loose_word),
  };

  match_statuses (columns.statuses, word, loose_word);
  return columns;
}

static guint8
match_entry (const Columns *columns, const SarapOfficerCacheEntry *entry)
{
  guint8 of_body = MAX (columns->bodies[entry->body], columns->units[entry->unit]);
  guint8 others = MAX (columns->positions[entry->position], columns->statuses[entry->status]);

  return MAX (of_body, others);
}

/* Lowers the match of each officer to that of this word */
static void
match_word (SarapOfficersSearch *self, const char *word, guint8 *matches, guint8 *names)
{
  SarapOfficerNames *all = sarap_officer_cache_get_names (self->cache);
  const GArray *ids = sarap_officer_names_get_ids (all);
  g_auto (Columns) columns = match_columns (self->cache, word);

  memset (names, SARAP_OFFICER_MATCH_NONE, ids->len);
  sarap_officer_names_match (all, word, names);
  for (guint i = 0; i < ids->len; i++)
    {
      const SarapOfficerCacheEntry *entry = NULL;
      guint8 match = names[i];

      if (matches[i] == SARAP_OFFICER_MATCH_NONE)
        continue;
      if (match < SARAP_OFFICER_MATCH_SHOWN &&
          (entry = sarap_officer_cache_lookup (self->cache, g_array_index (ids, guint32, i))))
        match = MAX (match, match_entry (&columns, entry));
      matches[i] = MIN (matches[i], match);
    }
}

static guint8 *
find_match (SarapOfficersSearch *self, guint32 id)
{
  guint page = id >> PAGE_BITS;

  if (page >= self->pages->len)
    g_ptr_array_set_size (self->pages, page + 1);
  if (self->pages->pdata[page] == NULL)
    self->pages->pdata[page] = g_malloc0 (PAGE);
  return (guint8 *) self->pages->pdata[page] + (id & (PAGE - 1));
}

static void
keep_found (SarapOfficersSearch *self, const guint8 *matches, const GArray *ids)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (self->pages->pdata[i] != NULL)
      memset (self->pages->pdata[i], SARAP_OFFICER_MATCH_NONE, PAGE);
  for (guint i = 0; i < ids->len; i++)
    if (matches[i] != SARAP_OFFICER_MATCH_NONE && g_array_index (ids, guint32, i) != 0)
      *find_match (self, g_array_index (ids, guint32, i)) = matches[i];
}

static void
search_find (SarapOfficersSearch *self)
{
  g_auto (SarapTimed) timed = sarap_timed ("officers found by a text");
  const GArray *ids = sarap_officer_names_get_ids (sarap_officer_cache_get_names (self->cache));
  g_auto (GStrv) words = g_strsplit (self->text, " ", -1);
  g_autofree guint8 *matches = g_malloc (ids->len + 1);
  g_autofree guint8 *names = g_malloc (ids->len + 1);

  memset (matches, SARAP_OFFICER_MATCH_NAME, ids->len);
  for (guint i = 0; words[i] != NULL && i < WORDS_MOST; i++)
    match_word (self, words[i], matches, names);
  keep_found (self, matches, ids);
  timed.rows = ids->len;
}

static void
on_names_changed (SarapOfficersSearch *self)
{
  if (!sarap_officers_search_get_active (self))
    return;
  search_find (self);
  g_signal_emit (self, found_signal, 0);
}

static void
sarap_officers_search_finalize (GObject *object)
{
  SarapOfficersSearch *self = SARAP_OFFICERS_SEARCH (object);

  g_ptr_array_unref (self->pages);
  g_object_unref (self->cache);
  g_free (self->text);
  G_OBJECT_CLASS (sarap_officers_search_parent_class)->finalize (object);
}

static void
sarap_officers_search_class_init (SarapOfficersSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_search_finalize;
  found_signal = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
sarap_officers_search_init (SarapOfficersSearch *self)
{
  self->text = g_strdup ("");
  self->pages = g_ptr_array_new_with_free_func (g_free);
}

SarapOfficersSearch *
sarap_officers_search_new (SarapOfficerCache *cache)
{
  SarapOfficersSearch *self = g_object_new (SARAP_TYPE_OFFICERS_SEARCH, NULL);

  self->cache = g_object_ref (cache);
  g_signal_connect_object (cache, "changed", G_CALLBACK (on_names_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sarap_officer_cache_get_names (cache), "changed",
                           G_CALLBACK (on_names_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
sarap_officers_search_look_for (SarapOfficersSearch *self, const char *text)
{
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_EXACT);

  if (g_str_equal (folded, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&folded);
  if (*self->text == '\0')
    return;
  sarap_officer_names_want (sarap_officer_cache_get_names (self->cache));
  search_find (self);
}

gboolean
sarap_officers_search_get_active (SarapOfficersSearch *self)
{
  return *self->text != '\0';
}

SarapOfficerMatch
sarap_officers_search_match (SarapOfficersSearch *self, guint32 id)
{
  guint page = id >> PAGE_BITS;

  if (page >= self->pages->len || self->pages->pdata[page] == NULL)
    return SARAP_OFFICER_MATCH_NONE;
  return ((const guint8 *) self->pages->pdata[page])[id & (PAGE - 1)];
}

GArray *
sarap_officers_search_dup_best (SarapOfficersSearch *self, guint limit)
{
  const GArray *ids = sarap_officer_names_get_ids (sarap_officer_cache_get_names (self->cache));
  GArray *best = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint match = SARAP_OFFICER_MATCH_NAME; match > SARAP_OFFICER_MATCH_NONE; match--)
    for (guint i = 0; i < ids->len && best->len < limit; i++)
      {
        guint32 id = g_array_index (ids, guint32, i);

        if (id != 0 && sarap_officers_search_match (self, id) == match)
          g_array_append_val (best, id);
      }
  return best;
}

gboolean
sarap_officers_search_get_busy (SarapOfficersSearch *self)
{
  return sarap_officers_search_get_active (self) &&
         (!sarap_officer_names_get_complete (sarap_officer_cache_get_names (self->cache)) ||
          !sarap_officer_cache_get_complete (self->cache));
}

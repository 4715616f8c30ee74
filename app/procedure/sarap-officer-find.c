#include "procedure/sarap-officer-find.h"

#include "base/sarap-log.h"
#include "records/sarap-name-keys.h"
#include "records/sarap-officer-list.h"

/* Officers a statement: a search that nobody waits for any more ends between two */
#define SLICE 200000
static void
word_clear (gpointer data)
{
  SarapOfficerWord *word = data;

  g_free (word->text);
  g_array_unref (word->units);
}

/* Whether a word stands in a text, at the beginning of one of its words: "басқарма" is not meant by
   "асқар" */
static gboolean
text_has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

static GArray *
units_named (SarapBodies *bodies, const char *word, gboolean loose)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *units = sarap_bodies_get_units (bodies);

  for (guint i = 0; i < units->len; i++)
    {
      const SarapBody *unit = units->pdata[i];

      if (text_has_word (loose ? unit->loose_text : unit->search_text, word))
        g_array_append_val (ids, unit->id);
    }
  return ids;
}

static GArray *
split_words (SarapBodies *bodies, const char *text, gboolean loose)
{
  g_autofree char *folded = sarap_fold (text, loose ? SARAP_FOLD_LOOSE : SARAP_FOLD_EXACT);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SarapOfficerWord));

  g_array_set_clear_func (words, word_clear);
  for (guint i = 0; parts[i] != NULL && words->len < SARAP_OFFICER_WORDS; i++)
    if (*parts[i] != '\0')
      {
        SarapOfficerWord word = { g_strdup (parts[i]), units_named (bodies, parts[i], loose) };

        g_array_append_val (words, word);
      }
  return words;
}

static gboolean
search_slices (SarapDatabase *db,
               SarapOfficerSearch *search,
               GArray *ids,
               GCancellable *cancellable,
               GError **error)
{
  gint64 last = search->among != NULL ? 0 : sarap_officer_list_last (db, error);

  if (last < 0)
    return FALSE;
  if (last <= SLICE)
    return sarap_officer_list_search (db, search, ids, error);
  for (search->after = 0; search->after < last; search->after += SLICE)
    {
      search->until = search->after + SLICE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sarap_officer_list_search (db, search, ids, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
sarap_officers_find (SarapDatabase *db,
                     SarapBodies *bodies,
                     const char *text,
                     gboolean loose,
                     const GArray *among,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("officers found by a text");
  g_autoptr (GArray) words = split_words (bodies, text, loose);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  SarapOfficerSearch search = { .loose = loose, .among = among };

  search.words = (const SarapOfficerWord *) words->data;
  search.n_words = words->len;
  if (words->len > 0 && !search_slices (db, &search, ids, cancellable, error))
    return NULL;
  timed.rows = ids->len;
  return g_steal_pointer (&ids);
}

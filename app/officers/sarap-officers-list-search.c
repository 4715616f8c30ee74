#include "officers/sarap-officers-list-search.h"

#include "officers/sarap-roll.h"
#include "records/sarap-name-keys.h"
#include "records/sarap-officer-list.h"

/* Officers a statement: a search that nobody waits for any more ends between two */
#define SLICE 200000
/* So few ids of the answer before that looking among them alone is quicker */
#define AMONG_MOST 5000

struct _SarapOfficersSearch
{
  GObject parent_instance;

  /* Owned */
  SarapStore *store;
  GCancellable *cancellable; /* of the call under way, NULL for none */
  char *text;                /* folded */
  char *answered;            /* the text of the answer */
  GArray *ids;               /* its ids, while they are few */
  GtkBitset *found;

  gboolean loose;
};

static guint found_signal;

G_DEFINE_FINAL_TYPE (SarapOfficersSearch, sarap_officers_search, G_TYPE_OBJECT)

typedef struct
{
  SarapRollPlaces *places; /* NULL: to be read */
  char *text;
  GArray *among;
  gboolean among_loose;
} Question;

typedef struct
{
  char *text;
  GArray *ids;
  gboolean loose;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->places, sarap_roll_places_unref);
  g_free (question->text);
  g_clear_pointer (&question->among, g_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->text);
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

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
has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

static GArray *
units_named (SarapRollPlaces *places, const char *word, gboolean loose)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *units = sarap_roll_places_get_units (places);

  for (guint i = 0; i < units->len; i++)
    {
      const SarapRollPlace *unit = units->pdata[i];

      if (has_word (loose ? unit->found_loosely : unit->found, word))
        g_array_append_val (ids, unit->id);
    }
  return ids;
}

static GArray *
split_words (SarapRollPlaces *places, const char *text, gboolean loose)
{
  g_autofree char *folded = sarap_fold (text, loose ? SARAP_FOLD_LOOSE : SARAP_FOLD_EXACT);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SarapOfficerWord));

  g_array_set_clear_func (words, word_clear);
  for (guint i = 0; parts[i] != NULL && words->len < SARAP_OFFICER_WORDS; i++)
    if (*parts[i] != '\0')
      {
        SarapOfficerWord word = { g_strdup (parts[i]), units_named (places, parts[i], loose) };

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

/**
 * sarap_officers_find:
 * @db: a database
 * @places: its units
 * @text: what a person typed
 * @loose: whether letters are folded loosely
 * @among: (nullable) (element-type guint32): only these officers
 * @cancellable: (nullable): ends it between two slices
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint32): those in whose name, number or unit every word
 *   stands, in any order
 */
GArray *
sarap_officers_find (SarapDatabase *db,
                     SarapRollPlaces *places,
                     const char *text,
                     gboolean loose,
                     const GArray *among,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GArray) words = split_words (places, text, loose);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  SarapOfficerSearch search = { .loose = loose, .among = among };

  search.words = (const SarapOfficerWord *) words->data;
  search.n_words = words->len;
  if (words->len > 0 && !search_slices (db, &search, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* On the store's thread: as typed, and if nothing is found loosely */
static gpointer
ask (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (question->places == NULL && !(question->places = sarap_roll_places_read (db, error)))
    return NULL;
  answer->text = g_strdup (question->text);
  answer->loose = question->among_loose;
  answer->ids = sarap_officers_find (db, question->places, question->text, answer->loose,
                                     question->among, cancellable, error);
  if (answer->ids == NULL)
    return NULL;
  if (answer->ids->len == 0 && !answer->loose)
    {
      g_array_unref (answer->ids);
      answer->loose = TRUE;
      answer->ids = sarap_officers_find (db, question->places, question->text, TRUE, NULL,
                                         cancellable, error);
    }
  return answer->ids != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
keep_answer (SarapOfficersSearch *self, Answer *answer)
{
  g_clear_pointer (&self->found, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->answered);
  self->answered = g_steal_pointer (&answer->text);
  self->loose = answer->loose && answer->ids->len > 0;
  self->found = gtk_bitset_new_empty ();
  for (guint i = 0; i < answer->ids->len; i++)
    gtk_bitset_add (self->found, g_array_index (answer->ids, guint32, i));
  if (answer->ids->len <= AMONG_MOST)
    self->ids = g_steal_pointer (&answer->ids);
}

static void
on_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapOfficersSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (answer != NULL && !g_str_equal (answer->text, self->text)))
    return;
  g_clear_object (&self->cancellable);
  if (answer != NULL)
    keep_answer (self, answer);
  g_signal_emit (self, found_signal, 0);
}

/* Whoever has the longer text was in the answer for the shorter one */
static gboolean
is_narrower (SarapOfficersSearch *self)
{
  return self->ids != NULL && self->answered != NULL &&
         g_str_has_prefix (self->text, self->answered);
}

/* Whoever looks for more words or letters than nobody has finds nobody */
static gboolean
answers_itself (SarapOfficersSearch *self)
{
  return is_narrower (self) && self->ids->len == 0;
}

static void
begin (SarapOfficersSearch *self)
{
  Question *question = g_new0 (Question, 1);
  SarapRollPlaces *places = sarap_roll_get_places (sarap_roll_get (self->store));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->places = places != NULL ? sarap_roll_places_ref (places) : NULL;
  question->text = g_strdup (self->text);
  if (is_narrower (self))
    {
      question->among = g_array_ref (self->ids);
      question->among_loose = self->loose;
    }
  sarap_store_call_async (self->store, SARAP_STORE_PRIORITY_VIEW, ask, question, question_free,
                          answer_free, self->cancellable, on_found, g_object_ref (self));
}

static void
sarap_officers_search_dispose (GObject *object)
{
  SarapOfficersSearch *self = SARAP_OFFICERS_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sarap_officers_search_parent_class)->dispose (object);
}

static void
sarap_officers_search_finalize (GObject *object)
{
  SarapOfficersSearch *self = SARAP_OFFICERS_SEARCH (object);

  g_clear_pointer (&self->found, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->text);
  g_free (self->answered);
  G_OBJECT_CLASS (sarap_officers_search_parent_class)->finalize (object);
}

static void
sarap_officers_search_class_init (SarapOfficersSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_officers_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_search_finalize;
  found_signal = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
sarap_officers_search_init (SarapOfficersSearch *self)
{
  self->text = g_strdup ("");
}

/**
 * sarap_officers_search_new:
 * @store: a database
 *
 * Returns: (transfer full): a search for nothing
 */
SarapOfficersSearch *
sarap_officers_search_new (SarapStore *store)
{
  SarapOfficersSearch *self = g_object_new (SARAP_TYPE_OFFICERS_SEARCH, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * sarap_officers_search_look_for:
 * @self: a search
 * @text: what a person typed
 */
void
sarap_officers_search_look_for (SarapOfficersSearch *self, const char *text)
{
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_EXACT);

  if (g_str_equal (folded, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&folded);
  if (*self->text != '\0' && !answers_itself (self))
    {
      begin (self);
      return;
    }
  if (*self->text != '\0')
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      g_signal_emit (self, found_signal, 0);
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answered, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->found, gtk_bitset_unref);
  self->loose = FALSE;
  g_signal_emit (self, found_signal, 0);
}

void
sarap_officers_search_repeat (SarapOfficersSearch *self)
{
  g_clear_pointer (&self->answered, g_free);
  if (*self->text != '\0')
    begin (self);
}

GtkBitset *
sarap_officers_search_get_found (SarapOfficersSearch *self)
{
  return self->found;
}

gboolean
sarap_officers_search_get_loose (SarapOfficersSearch *self)
{
  return self->loose;
}

gboolean
sarap_officers_search_get_busy (SarapOfficersSearch *self)
{
  return self->cancellable != NULL;
}

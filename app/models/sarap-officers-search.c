#include "models/sarap-officers-search.h"

#include "models/sarap-officer-cache.h"
#include "procedure/sarap-officer-find.h"
#include "records/sarap-name-keys.h"

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
  SarapBodies *bodies; /* NULL: to be read */
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

  g_clear_pointer (&question->bodies, sarap_bodies_unref);
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

/* On the store's thread: as typed, and if nothing is found loosely */
static gpointer
ask (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (question->bodies == NULL && !(question->bodies = sarap_bodies_read (db, error)))
    return NULL;
  answer->text = g_strdup (question->text);
  answer->loose = question->among_loose;
  answer->ids = sarap_officers_find (db, question->bodies, question->text, answer->loose,
                                     question->among, cancellable, error);
  if (answer->ids == NULL)
    return NULL;
  if (answer->ids->len == 0 && !answer->loose)
    {
      g_array_unref (answer->ids);
      answer->loose = TRUE;
      answer->ids = sarap_officers_find (db, question->bodies, question->text, TRUE, NULL,
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
  SarapBodies *bodies = sarap_officer_cache_get_bodies (sarap_officer_cache_get (self->store));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->bodies = bodies != NULL ? sarap_bodies_ref (bodies) : NULL;
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

/* memmem () is a GNU function */
#define _GNU_SOURCE

#include "models/sarap-officer-names.h"

#include "base/sarap-log.h"
#include "records/sarap-name-keys.h"
#include "records/sarap-officer-list.h"
#include "records/sarap-record.h"
#include "store/sarap-call.h"

#include <string.h>

/* Officers a slice: some 20 ms of the store's thread */
#define SLICE 20000
/* Officers whose names are folded loosely at once, in memory that fits the processor's cache */
#define BLOCK 1024
/* Ends a name; no word contains it */
#define END '\n'

struct _SarapOfficerNames
{
  GObject parent_instance;

  /* Owned */
  SarapCall *slices;
  SarapCall *one;      /* reads officers who have changed */
  GByteArray *letters; /* of all names, each ended by END */
  GArray *begins;      /* guint32: the offset of each name in letters */
  GArray *ids;         /* guint32: the officer of each name; 0 for none */
  GArray *stale;       /* guint32: officers to read again */

  /* Borrowed */
  SarapStore *store; /* NULL once the store is closed */

  guint32 last; /* the id up to which names have been read */
  gboolean wanted;
  gboolean again; /* whether to read all again after this */
  gboolean complete;
};

static guint changed_signal;
static guint failed_signal;

G_DEFINE_FINAL_TYPE (SarapOfficerNames, sarap_officer_names, G_TYPE_OBJECT)

/* Each letter of a name in one byte: ASCII unchanged, then the small Cyrillic letters, then the
   Kazakh ones. All others share the rest: they can give too many matches, never too few. */
static guint8
byte_of (gunichar letter)
{
  static const gunichar kazakh[] = { 0x4D9, 0x493, 0x49B, 0x4A3, 0x4E9, 0x4B1, 0x4AF, 0x4BB };

  if (letter < 0x80)
    return letter == END ? ' ' : letter;
  if (letter >= 0x430 && letter < 0x460)
    return 0x80 + (letter - 0x430);
  for (guint i = 0; i < G_N_ELEMENTS (kazakh); i++)
    if (letter == kazakh[i])
      return 0xB0 + i;
  return 0xB8 + letter % 0x48;
}

/* The byte of each letter when letters are folded loosely */
static gpointer
make_alike (gpointer data)
{
  guint8 *alike = g_malloc (0x100);

  for (guint i = 0; i < 0x100; i++)
    alike[i] = i;
  for (gunichar letter = 0x430; letter < 0x500; letter++)
    {
      char text[7] = { 0 };
      g_autofree char *folded = NULL;

      g_unichar_to_utf8 (letter, text);
      folded = sarap_fold (text, SARAP_FOLD_LOOSE);
      if (byte_of (letter) < 0xB8)
        alike[byte_of (letter)] = byte_of (g_utf8_get_char (folded));
    }
  return alike;
}

static const guint8 *
get_alike (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_alike, NULL);
}

static void
append_bytes (GByteArray *bytes, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      guint8 byte = byte_of (g_utf8_get_char (c));

      g_byte_array_append (bytes, &byte, 1);
    }
}

typedef struct
{
  guint32 after;
  guint limit;
} NamesQuestion;

typedef struct
{
  GByteArray *letters;
  GArray *begins;
  GArray *ids;
} NamesAnswer;

static void
names_answer_free (gpointer data)
{
  NamesAnswer *answer = data;

  g_byte_array_unref (answer->letters);
  g_array_unref (answer->begins);
  g_array_unref (answer->ids);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NamesAnswer, names_answer_free)

static void
append_name (GByteArray *letters, GArray *begins, GArray *ids, guint32 id)
{
  g_array_append_val (begins, letters->len);
  g_array_append_val (ids, id);
}

static void
on_key (guint32 id, const char *key, gpointer data)
{
  static const guint8 end = END;
  NamesAnswer *answer = data;

  append_name (answer->letters, answer->begins, answer->ids, id);
  append_bytes (answer->letters, key);
  g_byte_array_append (answer->letters, &end, 1);
}

/* Runs on the store's thread */
static gpointer
names_read (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("names of officers");
  NamesQuestion *question = data;
  g_autoptr (NamesAnswer) answer = g_new0 (NamesAnswer, 1);

  answer->letters = g_byte_array_new ();
  answer->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  answer->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!sarap_officer_list_keys (db, question->after, question->limit, on_key, answer, error))
    return NULL;
  timed.rows = answer->ids->len;
  return g_steal_pointer (&answer);
}

static void
names_ask (SarapOfficerNames *self, SarapCall *call, guint32 after, guint limit)
{
  NamesQuestion *question = g_new (NamesQuestion, 1);

  question->after = after;
  question->limit = limit;
  sarap_call_ask (call, self->store, SARAP_STORE_PRIORITY_VIEW, names_read, question, g_free,
                  names_answer_free);
}

static void
keep_answer (SarapOfficerNames *self, const NamesAnswer *answer)
{
  guint32 shift = self->letters->len;

  for (guint i = 0; i < answer->begins->len; i++)
    {
      guint32 begin = shift + g_array_index (answer->begins, guint32, i);

      g_array_append_val (self->begins, begin);
    }
  g_array_append_vals (self->ids, answer->ids->data, answer->ids->len);
  g_byte_array_append (self->letters, answer->letters->data, answer->letters->len);
}

/* The end of the name at an index */
static guint32
end_of (SarapOfficerNames *self, guint index)
{
  return index + 1 < self->begins->len ? g_array_index (self->begins, guint32, index + 1)
                                       : self->letters->len;
}

static void
forget (SarapOfficerNames *self, guint32 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, guint32, i) == id)
      {
        guint32 begin = g_array_index (self->begins, guint32, i);

        memset (self->letters->data + begin, END, end_of (self, i) - begin);
        g_array_index (self->ids, guint32, i) = 0;
      }
}

static void read_next (SarapOfficerNames *self);

static void
on_slice (gpointer slice, const GError *error, gpointer owner)
{
  SarapOfficerNames *self = owner;
  g_autoptr (NamesAnswer) answer = slice;

  if (answer == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  keep_answer (self, answer);
  if (answer->ids->len > 0)
    self->last = g_array_index (answer->ids, guint32, answer->ids->len - 1);
  self->complete = answer->ids->len < SLICE;
  g_signal_emit (self, changed_signal, 0);
  read_next (self);
}

static void
on_one (gpointer one, const GError *error, gpointer owner)
{
  SarapOfficerNames *self = owner;
  g_autoptr (NamesAnswer) answer = one;
  guint32 asked;

  if (answer == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  asked = g_array_index (self->stale, guint32, 0);
  g_array_remove_index (self->stale, 0);
  forget (self, asked);
  if (answer->ids->len > 0 && g_array_index (answer->ids, guint32, 0) == asked)
    keep_answer (self, answer);
  g_signal_emit (self, changed_signal, 0);
  read_next (self);
}

static void
begin_again (SarapOfficerNames *self)
{
  self->again = FALSE;
  self->complete = FALSE;
  self->last = 0;
  g_byte_array_set_size (self->letters, 0);
  g_array_set_size (self->begins, 0);
  g_array_set_size (self->ids, 0);
  g_array_set_size (self->stale, 0);
}

static void
read_next (SarapOfficerNames *self)
{
  if (!self->wanted || self->store == NULL || sarap_call_is_waiting (self->slices) ||
      sarap_call_is_waiting (self->one))
    return;
  if (self->again)
    begin_again (self);
  if (!self->complete)
    names_ask (self, self->slices, self->last, SLICE);
  else if (self->stale->len > 0)
    names_ask (self, self->one, g_array_index (self->stale, guint32, 0) - 1, 1);
}

static void
on_store_changed (SarapStore *store,
                  const char *record,
                  gint64 record_id,
                  gint64 officer_id,
                  SarapOfficerNames *self)
{
  guint32 id = officer_id;

  if (!self->wanted || !(officer_id == 0 || g_str_equal (record, "officer")) ||
      !sarap_record_type_touches_standing (record))
    return;
  if (officer_id == 0)
    sarap_officer_names_read_again (self);
  else
    {
      g_array_append_val (self->stale, id);
      read_next (self);
    }
}

static void
on_store_state (SarapOfficerNames *self)
{
  if (self->store != NULL && sarap_store_get_state (self->store) == SARAP_STORE_OPEN)
    sarap_officer_names_read_again (self);
}

static void
sarap_officer_names_finalize (GObject *object)
{
  SarapOfficerNames *self = SARAP_OFFICER_NAMES (object);

  sarap_call_free (self->slices);
  sarap_call_free (self->one);
  g_byte_array_unref (self->letters);
  g_array_unref (self->begins);
  g_array_unref (self->ids);
  g_array_unref (self->stale);
  G_OBJECT_CLASS (sarap_officer_names_parent_class)->finalize (object);
}

static void
sarap_officer_names_class_init (SarapOfficerNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sarap_officer_names_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sarap_officer_names_init (SarapOfficerNames *self)
{
  self->slices = sarap_call_new (on_slice, self);
  self->one = sarap_call_new (on_one, self);
  self->letters = g_byte_array_new ();
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->stale = g_array_new (FALSE, FALSE, sizeof (guint32));
}

SarapOfficerNames *
sarap_officer_names_new (SarapStore *store)
{
  SarapOfficerNames *self = g_object_new (SARAP_TYPE_OFFICER_NAMES, NULL);

  self->store = store;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (on_store_state), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
sarap_officer_names_close (SarapOfficerNames *self)
{
  sarap_call_cancel (self->slices);
  sarap_call_cancel (self->one);
  self->store = NULL;
}

void
sarap_officer_names_want (SarapOfficerNames *self)
{
  if (self->wanted)
    return;
  self->wanted = TRUE;
  read_next (self);
}

void
sarap_officer_names_read_again (SarapOfficerNames *self)
{
  self->again = TRUE;
  read_next (self);
}

gboolean
sarap_officer_names_get_complete (SarapOfficerNames *self)
{
  return self->complete && !self->again;
}

const GArray *
sarap_officer_names_get_ids (SarapOfficerNames *self)
{
  return self->ids;
}

/* Raises the matches of the names at some indexes. Folded loosely, a word finds every name that it
   finds as typed, so only these names are compared again. */
static void
match_block (SarapOfficerNames *self,
             guint first,
             guint until,
             const GByteArray *exact,
             const GByteArray *alike,
             guint8 *matches)
{
  const guint8 *table = get_alike ();
  guint32 begin = g_array_index (self->begins, guint32, first);
  guint32 end = end_of (self, until - 1);
  const guint8 *letters = self->letters->data;
  g_autofree guint8 *block = g_malloc (end - begin);
  const guint8 *at = block;
  guint index = first;

  for (guint32 i = begin; i < end; i++)
    block[i - begin] = table[letters[i]];
  while ((at = memmem (at, end - begin - (at - block), alike->data, alike->len)) != NULL)
    {
      guint32 name, name_end;
      guint8 match = SARAP_OFFICER_MATCH_ALIKE;

      while (end_of (self, index) - begin <= at - block)
        index++;
      name = g_array_index (self->begins, guint32, index);
      name_end = end_of (self, index);
      if (exact != NULL &&
          memmem (letters + name, name_end - name, exact->data, exact->len) != NULL)
        match = SARAP_OFFICER_MATCH_NAME;
      matches[index] = MAX (matches[index], match);
      at = block + (name_end - begin);
      if (at >= block + (end - begin))
        break;
    }
}

static void
match_bytes (SarapOfficerNames *self, const char *word, gboolean typed, guint8 *matches)
{
  g_autoptr (GByteArray) exact = g_byte_array_new ();
  g_autoptr (GByteArray) alike = g_byte_array_new ();

  append_bytes (exact, word);
  g_byte_array_append (alike, exact->data, exact->len);
  for (guint i = 0; i < alike->len; i++)
    alike->data[i] = get_alike ()[alike->data[i]];
  for (guint first = 0; first < self->begins->len && exact->len > 0; first += BLOCK)
    match_block (self, first, MIN (first + BLOCK, self->begins->len), typed ? exact : NULL, alike,
                 matches);
}

void
sarap_officer_names_match (SarapOfficerNames *self, const char *word, guint8 *matches)
{
  g_auto (GStrv) cyrillic = sarap_cyrillic_readings (word);

  match_bytes (self, word, TRUE, matches);
  for (guint i = 0; cyrillic[i] != NULL; i++)
    match_bytes (self, cyrillic[i], FALSE, matches);
}

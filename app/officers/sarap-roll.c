#include "officers/sarap-roll.h"

#include "procedure/sarap-review.h"

/* Officers a slice: a few milliseconds, so that a view's call need not wait for it */
#define SLICE 500
/* Entries a page of the table; ids have gaps */
#define PAGE_BITS 12
#define PAGE (1u << PAGE_BITS)
/* So long what is seen first has before everybody is read */
#define REST_MS 150
/* How often “changed” is told while it is being read */
#define TELL_MS 250

/* The bodies or the units that entries point to */
typedef struct
{
  GArray *ids;
  GHashTable *places;
} Table;

struct _SarapRoll
{
  GObject parent_instance;

  /* Owned */
  GCancellable *cancellable;
  SarapRollPlaces *places;
  GPtrArray *pages; /* arrays of PAGE entries, NULL where there is nobody */
  Table bodies;
  Table units;
  GHashTable *stale; /* ids of officers to be read again */
  char *last;        /* the IIN up to which it has been read */
  guint tell;
  guint rest;

  /* Borrowed */
  SarapStore *store; /* which owns it */

  guint counts[SARAP_ROLL_STATUSES];
  SarapDate today;
  guint n_read;
  guint8 turn;
  gboolean reading;
  gboolean renewing;
  gboolean again; /* whether all is to be read again after this */
  gboolean complete;
};

enum
{
  PROP_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal;
static guint failed_signal;

G_DEFINE_FINAL_TYPE (SarapRoll, sarap_roll, G_TYPE_OBJECT)

/* One officer as the store's thread hands them over */
typedef struct
{
  gint64 officer_id;
  gint64 body_id;
  gint64 unit_id;
  SarapRollEntry entry;
} Line;

typedef struct
{
  SarapDate today;
  char *after;
  GArray *wanted; /* ids; NULL: those after @after */
  gboolean places;
} Question;

typedef struct
{
  GArray *lines;
  GArray *wanted;
  char *last;
  SarapRollPlaces *places;
  gboolean end;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->after);
  g_clear_pointer (&question->wanted, g_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->lines);
  g_clear_pointer (&answer->wanted, g_array_unref);
  g_clear_pointer (&answer->places, sarap_roll_places_unref);
  g_free (answer->last);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static SarapRollDay
pack_day (SarapDate date)
{
  return date == SARAP_DATE_NONE ? 0 : CLAMP (date - SARAP_ROLL_EPOCH, 1, G_MAXUINT16);
}

static gboolean
on_review_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Answer *answer = data;
  Line entry = {
    .officer_id = line->officer_id,
    .body_id = line->body_id,
    .unit_id = line->unit_id,
    .entry = {
      .deadline = pack_day (line->standing.deadline),
      .window_start = pack_day (line->standing.window_start),
      .deferred_until = pack_day (line->deferred_until),
      .status = line->standing.status,
      .central = line->standing.central,
      .deferral = line->standing.deferral,
    },
  };

  g_array_append_val (answer->lines, entry);
  g_free (answer->last);
  answer->last = g_strdup (line->iin);
  return TRUE;
}

/* On the store's thread */
static gpointer
ask (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  gboolean read;

  answer->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  if (question->places && !(answer->places = sarap_roll_places_read (db, error)))
    return NULL;
  if (question->wanted != NULL)
    {
      answer->wanted = g_array_ref (question->wanted);
      read = sarap_review_some (db, question->today, (const gint64 *) question->wanted->data,
                                question->wanted->len, on_review_line, answer, error);
    }
  else
    {
      int n = sarap_review_slice (db, question->today, question->after, SLICE, on_review_line,
                                  answer, error);

      read = n >= 0;
      answer->end = n < SLICE;
    }
  return read ? g_steal_pointer (&answer) : NULL;
}

static void
table_init (Table *table)
{
  const gint64 none = 0;

  table->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  table->places = g_hash_table_new (NULL, NULL);
  g_array_append_val (table->ids, none);
}

static void
table_clear (Table *table)
{
  g_array_unref (table->ids);
  g_hash_table_unref (table->places);
}

static guint16
table_place (Table *table, gint64 id)
{
  gpointer place = g_hash_table_lookup (table->places, GSIZE_TO_POINTER (id));

  if (id == 0 || place != NULL)
    return GPOINTER_TO_UINT (place);
  if (table->ids->len > G_MAXUINT16)
    return 0;
  g_hash_table_insert (table->places, GSIZE_TO_POINTER (id), GUINT_TO_POINTER (table->ids->len));
  g_array_append_val (table->ids, id);
  return table->ids->len - 1;
}

static SarapRollEntry *
find_entry (SarapRoll *self, gint64 officer_id, gboolean make)
{
  guint64 page = (guint64) officer_id >> PAGE_BITS;

  if (page >= self->pages->len || self->pages->pdata[page] == NULL)
    {
      if (!make)
        return NULL;
      if (page >= self->pages->len)
        g_ptr_array_set_size (self->pages, page + 1);
      self->pages->pdata[page] = g_new0 (SarapRollEntry, PAGE);
    }
  return (SarapRollEntry *) self->pages->pdata[page] + (officer_id & (PAGE - 1));
}

static void
remove_entry (SarapRoll *self, SarapRollEntry *entry)
{
  if (entry == NULL || entry->status == SARAP_STATUS_NONE)
    return;
  self->counts[entry->status]--;
  self->n_read--;
  memset (entry, 0, sizeof *entry);
}

static void
keep_line (SarapRoll *self, const Line *line)
{
  SarapRollEntry *entry = find_entry (self, line->officer_id, TRUE);

  remove_entry (self, entry);
  *entry = line->entry;
  entry->body = table_place (&self->bodies, line->body_id);
  entry->unit = table_place (&self->units, line->unit_id);
  entry->turn = self->turn;
  self->counts[entry->status]++;
  self->n_read++;
}

static void
keep_answer (SarapRoll *self, Answer *answer)
{
  /* who was asked for by name and is not in the answer is there no more */
  for (guint i = 0; answer->wanted != NULL && i < answer->wanted->len; i++)
    remove_entry (self, find_entry (self, g_array_index (answer->wanted, gint64, i), FALSE));
  for (guint i = 0; i < answer->lines->len; i++)
    keep_line (self, &g_array_index (answer->lines, Line, i));
  if (answer->places != NULL)
    {
      g_clear_pointer (&self->places, sarap_roll_places_unref);
      self->places = g_steal_pointer (&answer->places);
    }
}

static gboolean
on_tell (gpointer data)
{
  SarapRoll *self = data;

  self->tell = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (SarapRoll *self)
{
  if (self->tell == 0)
    self->tell = g_timeout_add (TELL_MS, on_tell, self);
}

static void
tell_now (SarapRoll *self)
{
  g_clear_handle_id (&self->tell, g_source_remove);
  g_signal_emit (self, changed_signal, 0);
}

/* Those who were not found in this reading are there no more */
static void
remove_old (SarapRoll *self)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      SarapRollEntry *entries = self->pages->pdata[page];

      for (guint i = 0; entries != NULL && i < PAGE; i++)
        if (entries[i].turn != self->turn)
          remove_entry (self, &entries[i]);
    }
}

static void
set_complete (SarapRoll *self, gboolean complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

static void read_slice (SarapRoll *self);

static void
begin_reading (SarapRoll *self)
{
  g_clear_pointer (&self->last, g_free);
  self->again = FALSE;
  self->reading = TRUE;
  self->turn++;
  read_slice (self);
}

static void
end_reading (SarapRoll *self)
{
  self->reading = FALSE;
  remove_old (self);
  set_complete (self, TRUE);
  tell_now (self);
}

static void
on_slice (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapRoll) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (answer == NULL)
    {
      self->reading = FALSE;
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  keep_answer (self, answer);
  g_free (self->last);
  self->last = g_steal_pointer (&answer->last);
  if (self->again)
    begin_reading (self);
  else if (answer->end)
    end_reading (self);
  else
    {
      tell_soon (self);
      read_slice (self);
    }
}

static void
read_slice (SarapRoll *self)
{
  Question *question = g_new0 (Question, 1);

  question->today = self->today;
  question->after = g_strdup (self->last);
  question->places = self->last == NULL;
  sarap_store_call_async (self->store, SARAP_STORE_PRIORITY_BACKGROUND, ask, question,
                          question_free, answer_free, self->cancellable, on_slice,
                          g_object_ref (self));
}

static gboolean
on_rested (gpointer data)
{
  SarapRoll *self = data;

  self->rest = 0;
  begin_reading (self);
  return G_SOURCE_REMOVE;
}

static void
read_all (SarapRoll *self)
{
  if (self->today == SARAP_DATE_NONE || self->rest != 0)
    return;
  if (self->reading)
    self->again = TRUE;
  else
    self->rest = g_timeout_add (REST_MS, on_rested, self);
}

static void renew (SarapRoll *self);

static void
on_renewed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SarapRoll) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  self->renewing = FALSE;
  if (answer == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  keep_answer (self, answer);
  tell_now (self);
  if (g_hash_table_size (self->stale) > 0)
    renew (self);
}

/* Reads again the officers who have changed */
static void
renew (SarapRoll *self)
{
  Question *question = g_new0 (Question, 1);
  GHashTableIter iter;
  gpointer id;

  question->today = self->today;
  question->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gint64 officer_id = GPOINTER_TO_SIZE (id);

      g_array_append_val (question->wanted, officer_id);
    }
  g_hash_table_remove_all (self->stale);
  self->renewing = TRUE;
  sarap_store_call_async (self->store, SARAP_STORE_PRIORITY_VIEW, ask, question, question_free,
                          answer_free, self->cancellable, on_renewed, g_object_ref (self));
}

static void
on_store_changed (
    SarapStore *store, const char *record, gint64 record_id, gint64 officer_id, SarapRoll *self)
{
  if (g_str_equal (record, "commission") || g_str_equal (record, "commission_member") ||
      g_str_equal (record, "education") || g_str_equal (record, "account"))
    return;
  if (officer_id == 0)
    {
      read_all (self);
      return;
    }
  g_hash_table_add (self->stale, GSIZE_TO_POINTER (officer_id));
  if (!self->renewing && self->today != SARAP_DATE_NONE)
    renew (self);
}

/* What happened while the database was lost is not known */
static void
on_store_state (SarapRoll *self)
{
  if (sarap_store_get_state (self->store) == SARAP_STORE_OPEN)
    read_all (self);
}

static void
sarap_roll_finalize (GObject *object)
{
  SarapRoll *self = SARAP_ROLL (object);

  g_clear_handle_id (&self->tell, g_source_remove);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->places, sarap_roll_places_unref);
  g_ptr_array_unref (self->pages);
  table_clear (&self->bodies);
  table_clear (&self->units);
  g_hash_table_unref (self->stale);
  g_free (self->last);
  G_OBJECT_CLASS (sarap_roll_parent_class)->finalize (object);
}

static void
sarap_roll_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SARAP_ROLL (object)->complete);
}

static void
sarap_roll_class_init (SarapRollClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sarap_roll_finalize;
  object_class->get_property = sarap_roll_get_property;
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sarap_roll_init (SarapRoll *self)
{
  self->cancellable = g_cancellable_new ();
  self->pages = g_ptr_array_new_with_free_func (g_free);
  self->stale = g_hash_table_new (NULL, NULL);
  table_init (&self->bodies);
  table_init (&self->units);
}

/* The store is going, and the roll with it, once no call is under way */
static void
let_go (gpointer data)
{
  SarapRoll *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->store = NULL;
  g_object_unref (self);
}

/**
 * sarap_roll_get:
 * @store: a database
 *
 * Returns: (transfer none): its roll, which lives as long as the store does
 */
SarapRoll *
sarap_roll_get (SarapStore *store)
{
  SarapRoll *self = g_object_get_data (G_OBJECT (store), "sarap-roll");

  if (self != NULL)
    return self;
  self = g_object_new (SARAP_TYPE_ROLL, NULL);
  self->store = store;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (on_store_state), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (store), "sarap-roll", self, let_go);
  return self;
}

/**
 * sarap_roll_set_today:
 * @self: a roll
 * @today: the day it is
 *
 * Where everybody stands on that day is read from now on, in the background.
 */
void
sarap_roll_set_today (SarapRoll *self, SarapDate today)
{
  if (self->today == today)
    return;
  self->today = today;
  read_all (self);
}

void
sarap_roll_read_again (SarapRoll *self)
{
  read_all (self);
}

SarapDate
sarap_roll_get_today (SarapRoll *self)
{
  return self->today;
}

gboolean
sarap_roll_get_complete (SarapRoll *self)
{
  return self->complete;
}

guint
sarap_roll_get_n_read (SarapRoll *self)
{
  return self->n_read;
}

SarapRollPlaces *
sarap_roll_get_places (SarapRoll *self)
{
  return self->places;
}

/**
 * sarap_roll_lookup:
 * @self: a roll
 * @officer_id: an officer
 *
 * Returns: (nullable): where they stand, %NULL if they have not been read or are not there; valid
 *   until the main loop runs again
 */
const SarapRollEntry *
sarap_roll_lookup (SarapRoll *self, gint64 officer_id)
{
  SarapRollEntry *entry = find_entry (self, officer_id, FALSE);

  return entry != NULL && entry->status != SARAP_STATUS_NONE ? entry : NULL;
}

/* How many there are of each status */
const guint *
sarap_roll_get_counts (SarapRoll *self)
{
  return self->counts;
}

guint
sarap_roll_n_bodies (SarapRoll *self)
{
  return self->bodies.ids->len;
}

guint
sarap_roll_n_units (SarapRoll *self)
{
  return self->units.ids->len;
}

gint64
sarap_roll_body_id (SarapRoll *self, guint body)
{
  return g_array_index (self->bodies.ids, gint64, body);
}

gint64
sarap_roll_unit_id (SarapRoll *self, guint unit)
{
  return g_array_index (self->units.ids, gint64, unit);
}

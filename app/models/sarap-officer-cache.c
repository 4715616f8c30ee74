#include "models/sarap-officer-cache.h"

#include "models/sarap-officer-cache-read.h"
#include "store/sarap-call.h"

/* Entries in a page of the table. Pages without officers take no memory, since ids have gaps. */
#define PAGE_BITS 12
#define PAGE (1u << PAGE_BITS)
/* Delay before the next slice, ms: the visible rows come first */
#define REST_MS 150
/* Shortest time between two “changed” signals while reading, ms */
#define TELL_MS 250
/* Readings that an entry can distinguish */
#define TURNS 128

/* The bodies or the units that entries refer to */
typedef struct
{
  GArray *ids;
  GHashTable *indexes;
} Table;

struct _SarapOfficerCache
{
  GObject parent_instance;

  /* Owned */
  SarapCall *slices;
  SarapCall *renewed; /* reads officers who have changed */
  SarapBodies *bodies;
  GPtrArray *pages; /* arrays of PAGE entries, NULL for pages without officers */
  Table body_table;
  Table unit_table;
  SarapOfficerPositions *positions;
  SarapOfficerNames *names;
  GHashTable *stale; /* ids of officers to read again */
  char *last;        /* the IIN up to which officers have been read */
  guint tell;
  guint rest;

  /* Borrowed */
  SarapStore *store; /* owns the cache */

  guint counts[SARAP_OFFICER_CACHE_STATUSES];
  SarapDate today;
  guint n_read;
  guint8 turn; /* below TURNS */
  gboolean reading;
  gboolean again; /* whether to read all again after this */
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

G_DEFINE_FINAL_TYPE (SarapOfficerCache, sarap_officer_cache, G_TYPE_OBJECT)

static void
table_init (Table *table)
{
  const gint64 none = 0;

  table->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  table->indexes = g_hash_table_new (NULL, NULL);
  g_array_append_val (table->ids, none);
}

static void
table_clear (Table *table)
{
  g_array_unref (table->ids);
  g_hash_table_unref (table->indexes);
}

static guint16
table_index (Table *table, gint64 id)
{
  gpointer index = g_hash_table_lookup (table->indexes, GSIZE_TO_POINTER (id));

  if (id == 0 || index != NULL)
    return GPOINTER_TO_UINT (index);
  if (table->ids->len > G_MAXUINT16)
    return 0;
  g_hash_table_insert (table->indexes, GSIZE_TO_POINTER (id), GUINT_TO_POINTER (table->ids->len));
  g_array_append_val (table->ids, id);
  return table->ids->len - 1;
}

static SarapOfficerCacheEntry *
find_entry (SarapOfficerCache *self, gint64 officer_id, gboolean make)
{
  guint64 page = (guint64) officer_id >> PAGE_BITS;

  if (page >= self->pages->len || self->pages->pdata[page] == NULL)
    {
      if (!make)
        return NULL;
      if (page >= self->pages->len)
        g_ptr_array_set_size (self->pages, page + 1);
      self->pages->pdata[page] = g_new0 (SarapOfficerCacheEntry, PAGE);
    }
  return (SarapOfficerCacheEntry *) self->pages->pdata[page] + (officer_id & (PAGE - 1));
}

static void
remove_entry (SarapOfficerCache *self, SarapOfficerCacheEntry *entry)
{
  if (entry == NULL || entry->status == SARAP_STATUS_NONE)
    return;
  self->counts[entry->status]--;
  self->n_read--;
  memset (entry, 0, sizeof *entry);
}

static void
keep_line (SarapOfficerCache *self, const SarapOfficerCacheLine *line, const guint16 *positions)
{
  SarapOfficerCacheEntry *entry = find_entry (self, line->officer_id, TRUE);

  remove_entry (self, entry);
  *entry = line->entry;
  entry->body = table_index (&self->body_table, line->body_id);
  entry->unit = table_index (&self->unit_table, line->unit_id);
  entry->position = positions[line->entry.position];
  entry->turn = self->turn;
  self->counts[entry->status]++;
  self->n_read++;
}

static void
keep_answer (SarapOfficerCache *self, SarapOfficerCacheAnswer *answer)
{
  guint n_positions = answer->positions->len / 2;
  g_autofree guint16 *positions = g_new0 (guint16, n_positions + 1);

  for (guint i = 0; i < n_positions; i++)
    positions[i + 1] = sarap_officer_positions_add (
        self->positions, answer->positions->pdata[2 * i], answer->positions->pdata[2 * i + 1]);
  /* an officer who was asked for and is not in the answer no longer exists */
  for (guint i = 0; answer->wanted != NULL && i < answer->wanted->len; i++)
    remove_entry (self, find_entry (self, g_array_index (answer->wanted, gint64, i), FALSE));
  for (guint i = 0; i < answer->lines->len; i++)
    keep_line (self, &g_array_index (answer->lines, SarapOfficerCacheLine, i), positions);
  if (answer->bodies != NULL)
    {
      g_clear_pointer (&self->bodies, sarap_bodies_unref);
      self->bodies = g_steal_pointer (&answer->bodies);
    }
}

static gboolean
on_tell (gpointer data)
{
  SarapOfficerCache *self = data;

  self->tell = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (SarapOfficerCache *self)
{
  if (self->tell == 0)
    self->tell = g_timeout_add (TELL_MS, on_tell, self);
}

static void
tell_now (SarapOfficerCache *self)
{
  g_clear_handle_id (&self->tell, g_source_remove);
  g_signal_emit (self, changed_signal, 0);
}

/* Removes officers whom this reading did not find */
static void
remove_old (SarapOfficerCache *self)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      SarapOfficerCacheEntry *entries = self->pages->pdata[page];

      for (guint i = 0; entries != NULL && i < PAGE; i++)
        if (entries[i].turn != self->turn)
          remove_entry (self, &entries[i]);
    }
}

static void
set_complete (SarapOfficerCache *self, gboolean complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

static void read_slice (SarapOfficerCache *self);

static void
begin_reading (SarapOfficerCache *self)
{
  g_clear_pointer (&self->last, g_free);
  self->again = FALSE;
  self->reading = TRUE;
  self->turn = (self->turn + 1) % TURNS;
  read_slice (self);
}

static void
end_reading (SarapOfficerCache *self)
{
  self->reading = FALSE;
  remove_old (self);
  set_complete (self, TRUE);
  tell_now (self);
}

static void
on_slice (gpointer slice, const GError *error, gpointer owner)
{
  SarapOfficerCache *self = owner;
  g_autoptr (SarapOfficerCacheAnswer) answer = slice;

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
read_slice (SarapOfficerCache *self)
{
  SarapOfficerCacheQuestion *question = g_new0 (SarapOfficerCacheQuestion, 1);

  question->today = self->today;
  question->after = g_strdup (self->last);
  question->bodies = self->last == NULL;
  sarap_call_ask (self->slices, self->store, SARAP_STORE_PRIORITY_BACKGROUND,
                  sarap_officer_cache_ask, question, sarap_officer_cache_question_free,
                  sarap_officer_cache_answer_free);
}

static gboolean
on_rested (gpointer data)
{
  SarapOfficerCache *self = data;

  self->rest = 0;
  begin_reading (self);
  return G_SOURCE_REMOVE;
}

static void
read_all (SarapOfficerCache *self)
{
  if (self->today == SARAP_DATE_NONE || self->rest != 0)
    return;
  g_debug ("where every officer stands is read%s", self->reading ? " again from the start" : "");
  if (self->reading)
    self->again = TRUE;
  else
    self->rest = g_timeout_add (REST_MS, on_rested, self);
}

static void cache_renew (SarapOfficerCache *self);

static void
on_renewed (gpointer renewed, const GError *error, gpointer owner)
{
  SarapOfficerCache *self = owner;
  g_autoptr (SarapOfficerCacheAnswer) answer = renewed;

  if (answer == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  keep_answer (self, answer);
  tell_now (self);
  if (g_hash_table_size (self->stale) > 0)
    cache_renew (self);
}

/* Reads again the officers who have changed */
static void
cache_renew (SarapOfficerCache *self)
{
  SarapOfficerCacheQuestion *question = g_new0 (SarapOfficerCacheQuestion, 1);
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
  g_debug ("where %u changed officers stand is read", question->wanted->len);
  g_hash_table_remove_all (self->stale);
  sarap_call_ask (self->renewed, self->store, SARAP_STORE_PRIORITY_VIEW, sarap_officer_cache_ask,
                  question, sarap_officer_cache_question_free, sarap_officer_cache_answer_free);
}

static void
on_store_changed (SarapStore *store,
                  const char *record,
                  gint64 record_id,
                  gint64 officer_id,
                  SarapOfficerCache *self)
{
  if (!sarap_record_type_touches_standing (record))
    return;
  if (officer_id == 0)
    {
      g_debug ("the feed told of any %s", record);
      read_all (self);
      return;
    }
  g_hash_table_add (self->stale, GSIZE_TO_POINTER (officer_id));
  if (!sarap_call_is_waiting (self->renewed) && self->today != SARAP_DATE_NONE)
    cache_renew (self);
}

/* Changes in a time when the database was lost are unknown */
static void
on_store_state (SarapOfficerCache *self)
{
  if (sarap_store_get_state (self->store) != SARAP_STORE_OPEN)
    return;
  g_debug ("the database is back");
  read_all (self);
}

static void
sarap_officer_cache_finalize (GObject *object)
{
  SarapOfficerCache *self = SARAP_OFFICER_CACHE (object);

  g_clear_handle_id (&self->tell, g_source_remove);
  sarap_call_free (self->slices);
  sarap_call_free (self->renewed);
  g_clear_pointer (&self->bodies, sarap_bodies_unref);
  g_ptr_array_unref (self->pages);
  table_clear (&self->body_table);
  table_clear (&self->unit_table);
  sarap_officer_positions_free (self->positions);
  g_object_unref (self->names);
  g_hash_table_unref (self->stale);
  g_free (self->last);
  G_OBJECT_CLASS (sarap_officer_cache_parent_class)->finalize (object);
}

static void
sarap_officer_cache_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SARAP_OFFICER_CACHE (object)->complete);
}

static void
sarap_officer_cache_class_init (SarapOfficerCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sarap_officer_cache_finalize;
  object_class->get_property = sarap_officer_cache_get_property;
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sarap_officer_cache_init (SarapOfficerCache *self)
{
  self->slices = sarap_call_new (on_slice, self);
  self->renewed = sarap_call_new (on_renewed, self);
  self->pages = g_ptr_array_new_with_free_func (g_free);
  self->stale = g_hash_table_new (NULL, NULL);
  table_init (&self->body_table);
  table_init (&self->unit_table);
  self->positions = sarap_officer_positions_new ();
}

/* The store is being closed, and the cache with it */
static void
let_go (gpointer data)
{
  SarapOfficerCache *self = data;

  sarap_call_cancel (self->slices);
  sarap_call_cancel (self->renewed);
  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->store = NULL;
  sarap_officer_names_close (self->names);
  g_object_unref (self);
}

SarapOfficerCache *
sarap_officer_cache_get (SarapStore *store)
{
  SarapOfficerCache *self = g_object_get_data (G_OBJECT (store), "sarap-officer-cache");

  if (self != NULL)
    return self;
  self = g_object_new (SARAP_TYPE_OFFICER_CACHE, NULL);
  self->store = store;
  self->names = sarap_officer_names_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (on_store_state), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (store), "sarap-officer-cache", self, let_go);
  return self;
}

void
sarap_officer_cache_set_today (SarapOfficerCache *self, SarapDate today)
{
  if (self->today == today)
    return;
  self->today = today;
  read_all (self);
}

void
sarap_officer_cache_read_again (SarapOfficerCache *self)
{
  read_all (self);
}

SarapDate
sarap_officer_cache_get_today (SarapOfficerCache *self)
{
  return self->today;
}

gboolean
sarap_officer_cache_get_complete (SarapOfficerCache *self)
{
  return self->complete;
}

guint
sarap_officer_cache_get_n_read (SarapOfficerCache *self)
{
  return self->n_read;
}

SarapBodies *
sarap_officer_cache_get_bodies (SarapOfficerCache *self)
{
  return self->bodies;
}

const SarapOfficerCacheEntry *
sarap_officer_cache_lookup (SarapOfficerCache *self, gint64 officer_id)
{
  SarapOfficerCacheEntry *entry = find_entry (self, officer_id, FALSE);

  return entry != NULL && entry->status != SARAP_STATUS_NONE ? entry : NULL;
}

SarapOfficerNames *
sarap_officer_cache_get_names (SarapOfficerCache *self)
{
  return self->names;
}

const SarapOfficerPositions *
sarap_officer_cache_get_positions (SarapOfficerCache *self)
{
  return self->positions;
}

const guint *
sarap_officer_cache_get_counts (SarapOfficerCache *self)
{
  return self->counts;
}

guint
sarap_officer_cache_n_bodies (SarapOfficerCache *self)
{
  return self->body_table.ids->len;
}

guint
sarap_officer_cache_n_units (SarapOfficerCache *self)
{
  return self->unit_table.ids->len;
}

gint64
sarap_officer_cache_body_id (SarapOfficerCache *self, guint body)
{
  return g_array_index (self->body_table.ids, gint64, body);
}

gint64
sarap_officer_cache_unit_id (SarapOfficerCache *self, guint unit)
{
  return g_array_index (self->unit_table.ids, gint64, unit);
}

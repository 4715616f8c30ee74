#include "models/sarap-officer-rows.h"

#include "store/sarap-call.h"

/* Pages that wait to be read: more than fit on a screen, fewer than a person scrolls past */
#define WAITING_MOST 8

struct _SarapOfficerRows
{
  GObject parent_instance;

  /* Owned */
  SarapStore *store;
  SarapCall *call;
  GHashTable *rows;   /* id → link in latest */
  GQueue latest;      /* SarapOfficerRow, the last requested first */
  GHashTable *wanted; /* ids that wait or are being read */
  GQueue waiting;     /* GArray of ids, the last requested first */
  GArray *current;    /* ids being read, NULL for none */

  SarapDate today;
};

G_DEFINE_FINAL_TYPE (SarapOfficerRows, sarap_officer_rows, G_TYPE_OBJECT)

typedef struct
{
  SarapDate today;
  GArray *ids;
} RowsQuestion;

static void
rows_question_free (gpointer data)
{
  RowsQuestion *question = data;

  g_array_unref (question->ids);
  g_free (question);
}

static gpointer
rows_read (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  RowsQuestion *question = data;

  return sarap_officer_facts_read (db, question->today, (const guint32 *) question->ids->data,
                                   question->ids->len, error);
}

static gpointer
key_of (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static SarapOfficerRow *
touch (SarapOfficerRows *self, gint64 id)
{
  GList *link = g_hash_table_lookup (self->rows, key_of (id));

  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->latest, link);
  g_queue_push_head_link (&self->latest, link);
  return link->data;
}

static SarapOfficerRow *
find_or_make (SarapOfficerRows *self, gint64 id)
{
  SarapOfficerRow *row = touch (self, id);

  if (row != NULL)
    return row;
  row = sarap_officer_row_new (id);
  g_queue_push_head (&self->latest, row);
  g_hash_table_insert (self->rows, key_of (id), self->latest.head);
  if (self->latest.length > SARAP_OFFICER_ROWS_KEPT)
    {
      SarapOfficerRow *oldest = g_queue_pop_tail (&self->latest);

      g_hash_table_remove (self->rows, key_of (sarap_officer_row_get_id (oldest)));
      g_object_unref (oldest);
    }
  return row;
}

static void
forget_wanted (SarapOfficerRows *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (self->wanted, key_of (g_array_index (ids, guint32, i)));
}

static void read_next (SarapOfficerRows *self);

static void
on_read (gpointer answer, const GError *error, gpointer owner)
{
  SarapOfficerRows *self = owner;
  g_autoptr (GArray) facts = answer;

  forget_wanted (self, self->current);
  g_clear_pointer (&self->current, g_array_unref);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      SarapOfficerFacts *one = &g_array_index (facts, SarapOfficerFacts, i);
      SarapOfficerRow *row = find_or_make (self, one->id);

      sarap_officer_row_fill (row, one);
    }
  read_next (self);
}

static void
read_next (SarapOfficerRows *self)
{
  RowsQuestion *question = NULL;

  if (self->current != NULL || g_queue_is_empty (&self->waiting) || self->store == NULL)
    return;
  self->current = g_queue_pop_head (&self->waiting);
  question = g_new (RowsQuestion, 1);
  question->ids = g_array_ref (self->current);
  question->today = self->today;
  sarap_call_ask (self->call, self->store, SARAP_STORE_PRIORITY_VIEW, rows_read, question,
                  rows_question_free, (GDestroyNotify) g_array_unref);
}

static void
sarap_officer_rows_dispose (GObject *object)
{
  SarapOfficerRows *self = SARAP_OFFICER_ROWS (object);

  sarap_call_cancel (self->call);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sarap_officer_rows_parent_class)->dispose (object);
}

static void
sarap_officer_rows_finalize (GObject *object)
{
  SarapOfficerRows *self = SARAP_OFFICER_ROWS (object);

  sarap_call_free (self->call);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->wanted);
  g_queue_clear_full (&self->latest, g_object_unref);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_array_unref);
  G_OBJECT_CLASS (sarap_officer_rows_parent_class)->finalize (object);
}

static void
sarap_officer_rows_class_init (SarapOfficerRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sarap_officer_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officer_rows_finalize;
}

static void
sarap_officer_rows_init (SarapOfficerRows *self)
{
  self->call = sarap_call_new (on_read, self);
  self->rows = g_hash_table_new (NULL, NULL);
  self->wanted = g_hash_table_new (NULL, NULL);
}

SarapOfficerRows *
sarap_officer_rows_new (SarapStore *store)
{
  SarapOfficerRows *self = g_object_new (SARAP_TYPE_OFFICER_ROWS, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
sarap_officer_rows_set_today (SarapOfficerRows *self, SarapDate today)
{
  if (self->today == today)
    return;
  self->today = today;
  sarap_officer_rows_invalidate (self, 0);
}

SarapOfficerRow *
sarap_officer_rows_get (SarapOfficerRows *self, gint64 id)
{
  return g_object_ref (find_or_make (self, id));
}

gboolean
sarap_officer_rows_is_wanted (SarapOfficerRows *self, gint64 id)
{
  return g_hash_table_contains (self->wanted, key_of (id));
}

static gboolean
is_missing (SarapOfficerRows *self, gint64 id)
{
  GList *link = g_hash_table_lookup (self->rows, key_of (id));

  return !sarap_officer_rows_is_wanted (self, id) &&
         (link == NULL || sarap_officer_row_is_stale (link->data));
}

void
sarap_officer_rows_want (SarapOfficerRows *self, const guint32 *ids, guint n_ids)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_ids; i++)
    if (is_missing (self, ids[i]))
      {
        g_array_append_val (missing, ids[i]);
        g_hash_table_add (self->wanted, key_of (ids[i]));
      }
  if (missing->len == 0)
    return;
  g_queue_push_head (&self->waiting, g_steal_pointer (&missing));
  if (self->waiting.length > WAITING_MOST)
    {
      g_autoptr (GArray) passed = g_queue_pop_tail (&self->waiting);

      forget_wanted (self, passed);
    }
  read_next (self);
}

/* Reads the rows requested last again at once, since they may be on the screen */
static void
read_latest_again (SarapOfficerRows *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (GList *link = self->latest.head; link != NULL && ids->len < 3 * SARAP_OFFICER_ROWS_PAGE;
       link = link->next)
    {
      guint32 id = sarap_officer_row_get_id (link->data);

      g_array_append_val (ids, id);
    }
  sarap_officer_rows_want (self, (const guint32 *) ids->data, ids->len);
}

void
sarap_officer_rows_invalidate (SarapOfficerRows *self, gint64 id)
{
  /* rows being read may be out of date */
  if (id != 0)
    g_hash_table_remove (self->wanted, key_of (id));
  else
    g_hash_table_remove_all (self->wanted);
  if (id != 0)
    {
      GList *link = g_hash_table_lookup (self->rows, key_of (id));
      guint32 one = id;

      if (link == NULL)
        return;
      sarap_officer_row_set_stale (link->data);
      sarap_officer_rows_want (self, &one, 1);
      return;
    }
  for (GList *link = self->latest.head; link != NULL; link = link->next)
    sarap_officer_row_set_stale (link->data);
  read_latest_again (self);
}

guint
sarap_officer_rows_get_n_kept (SarapOfficerRows *self)
{
  return self->latest.length;
}

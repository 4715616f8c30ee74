#include "models/sarap-officers-order.h"

#include "store/sarap-call.h"

/* Rows that the first screen needs */
#define FIRST_SLICE 200
#define SLICE 10000
/* Delay before the long slices, ms: the rows of the first screen come first */
#define REST_MS 60
/* Between views and background work: a person waits for the list, but it is long */
#define PRIORITY ((SARAP_STORE_PRIORITY_VIEW + SARAP_STORE_PRIORITY_BACKGROUND) / 2)

struct _SarapOfficersOrder
{
  GObject parent_instance;

  /* Owned */
  SarapStore *store;
  SarapCall *call;
  GArray *ids;
  GArray *next; /* being read to replace ids, NULL for none */
  SarapOfficerMark mark;
  guint rest;

  SarapOfficerOrder order;
  guint count;
  gboolean reading;
  gboolean again; /* whether to read all again after this */
  gboolean complete;
};

static guint grown_signal;
static guint replaced_signal;
static guint failed_signal;

G_DEFINE_FINAL_TYPE (SarapOfficersOrder, sarap_officers_order, G_TYPE_OBJECT)

typedef struct
{
  SarapOfficerOrder order;
  SarapOfficerMark mark;
  guint limit;
  gboolean count;
} OrderQuestion;

typedef struct
{
  GArray *ids;
  SarapOfficerMark mark;
  gint64 count; /* -1: not counted */
  gboolean end;
} OrderAnswer;

static void
order_question_free (gpointer data)
{
  OrderQuestion *question = data;

  sarap_officer_mark_clear (&question->mark);
  g_free (question);
}

static void
order_answer_free (gpointer data)
{
  OrderAnswer *answer = data;

  g_array_unref (answer->ids);
  sarap_officer_mark_clear (&answer->mark);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderAnswer, order_answer_free)

/* Runs on the store's thread */
static gpointer
order_read (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  OrderQuestion *question = data;
  g_autoptr (OrderAnswer) answer = g_new0 (OrderAnswer, 1);

  answer->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  answer->mark = question->mark;
  question->mark = (SarapOfficerMark){ 0 };
  answer->count = -1;
  if (!sarap_officer_list_ids (db, question->order, &answer->mark, question->limit, answer->ids,
                               error))
    return NULL;
  answer->end = answer->ids->len < question->limit;
  if (question->count && (answer->count = sarap_officer_list_count (db, error)) < 0)
    return NULL;
  return g_steal_pointer (&answer);
}

static void read_slice (SarapOfficersOrder *self, guint limit);

static void
begin_reading (SarapOfficersOrder *self)
{
  self->again = FALSE;
  self->reading = TRUE;
  sarap_officer_mark_clear (&self->mark);
  g_clear_pointer (&self->next, g_array_unref);
  if (self->ids->len > 0)
    self->next = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->ids->len);
  read_slice (self, FIRST_SLICE);
}

static void
end_reading (SarapOfficersOrder *self)
{
  self->reading = FALSE;
  self->complete = TRUE;
  if (self->next != NULL)
    {
      g_array_unref (self->ids);
      self->ids = g_steal_pointer (&self->next);
    }
  self->count = self->ids->len;
  g_signal_emit (self, replaced_signal, 0);
}

/* All memory at once, so that a million ids take no more than they need */
static GArray *
make_room (GArray *ids, guint room)
{
  GArray *roomy = g_array_sized_new (FALSE, FALSE, sizeof (guint32), MAX (room, ids->len));

  g_array_append_vals (roomy, ids->data, ids->len);
  g_array_unref (ids);
  return roomy;
}

static void
keep_slice (SarapOfficersOrder *self, OrderAnswer *answer)
{
  GArray *ids = self->next != NULL ? self->next : self->ids;
  guint from = ids->len;

  if (answer->count >= 0 && self->next == NULL)
    {
      self->count = answer->count;
      ids = self->ids = make_room (self->ids, answer->count);
    }
  g_array_append_vals (ids, answer->ids->data, answer->ids->len);
  sarap_officer_mark_clear (&self->mark);
  self->mark = answer->mark;
  answer->mark = (SarapOfficerMark){ 0 };
  if (self->next == NULL)
    g_signal_emit (self, grown_signal, 0, from, answer->ids->len);
}

static gboolean
on_rested (gpointer data)
{
  SarapOfficersOrder *self = data;

  self->rest = 0;
  read_slice (self, SLICE);
  return G_SOURCE_REMOVE;
}

static void
on_slice (gpointer slice, const GError *error, gpointer owner)
{
  SarapOfficersOrder *self = owner;
  g_autoptr (OrderAnswer) answer = slice;

  if (answer == NULL)
    {
      self->reading = FALSE;
      g_clear_pointer (&self->next, g_array_unref);
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }
  keep_slice (self, answer);
  if (self->again)
    begin_reading (self);
  else if (answer->end)
    end_reading (self);
  else if (self->count == 0)
    self->rest = g_timeout_add (REST_MS, on_rested, self);
  else
    read_slice (self, SLICE);
}

static void
read_slice (SarapOfficersOrder *self, guint limit)
{
  OrderQuestion *question = g_new0 (OrderQuestion, 1);

  question->order = self->order;
  question->mark.key = g_strdup (self->mark.key);
  question->mark.id = self->mark.id;
  question->limit = limit;
  question->count = limit == SLICE && self->next == NULL && self->count == 0;
  sarap_call_ask (self->call, self->store,
                  limit == FIRST_SLICE ? SARAP_STORE_PRIORITY_VIEW : PRIORITY, order_read, question,
                  order_question_free, order_answer_free);
}

static void
sarap_officers_order_dispose (GObject *object)
{
  SarapOfficersOrder *self = SARAP_OFFICERS_ORDER (object);

  sarap_call_cancel (self->call);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sarap_officers_order_parent_class)->dispose (object);
}

static void
sarap_officers_order_finalize (GObject *object)
{
  SarapOfficersOrder *self = SARAP_OFFICERS_ORDER (object);

  sarap_call_free (self->call);
  g_array_unref (self->ids);
  g_clear_pointer (&self->next, g_array_unref);
  sarap_officer_mark_clear (&self->mark);
  G_OBJECT_CLASS (sarap_officers_order_parent_class)->finalize (object);
}

static void
sarap_officers_order_class_init (SarapOfficersOrderClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_officers_order_dispose;
  G_OBJECT_CLASS (klass)->finalize = sarap_officers_order_finalize;
  grown_signal = g_signal_new ("grown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               2, G_TYPE_UINT, G_TYPE_UINT);
  replaced_signal =
      g_signal_new ("replaced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_ERROR);
}

static void
sarap_officers_order_init (SarapOfficersOrder *self)
{
  self->call = sarap_call_new (on_slice, self);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
}

SarapOfficersOrder *
sarap_officers_order_new (SarapStore *store, SarapOfficerOrder order)
{
  SarapOfficersOrder *self = g_object_new (SARAP_TYPE_OFFICERS_ORDER, NULL);

  self->store = g_object_ref (store);
  self->order = order;
  return self;
}

void
sarap_officers_order_read (SarapOfficersOrder *self)
{
  if (self->reading)
    self->again = TRUE;
  else
    begin_reading (self);
}

GArray *
sarap_officers_order_get_ids (SarapOfficersOrder *self)
{
  return self->ids;
}

gboolean
sarap_officers_order_get_complete (SarapOfficersOrder *self)
{
  return self->complete;
}

guint
sarap_officers_order_get_count (SarapOfficersOrder *self)
{
  return MAX (self->count, self->ids->len);
}

#include "store/sarap-call.h"

struct _SarapCall
{
  SarapAnswerFunc on_answer;
  gpointer owner;
  GCancellable *cancellable; /* of the current question, NULL if there is none */
};

/* One question; it outlives a call that is freed */
typedef struct
{
  SarapCall *call; /* invalid once the question is cancelled */
  GCancellable *cancellable;
  GDestroyNotify answer_free;
} Asked;

static void
on_called (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GCancellable) cancellable = asked->cancellable;
  g_autoptr (GError) error = NULL;
  gpointer answer = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (!g_cancellable_is_cancelled (cancellable))
    {
      g_clear_object (&asked->call->cancellable);
      asked->call->on_answer (answer, error, asked->call->owner);
    }
  else if (answer != NULL && asked->answer_free != NULL)
    asked->answer_free (answer);
}

SarapCall *
sarap_call_new (SarapAnswerFunc on_answer, gpointer owner)
{
  SarapCall *self = g_new0 (SarapCall, 1);

  self->on_answer = on_answer;
  self->owner = owner;
  return self;
}

void
sarap_call_ask (SarapCall *self,
                SarapStore *store,
                int priority,
                SarapStoreFunc func,
                gpointer data,
                GDestroyNotify data_free,
                GDestroyNotify answer_free)
{
  Asked *asked = g_new (Asked, 1);

  sarap_call_cancel (self);
  self->cancellable = g_cancellable_new ();
  *asked = (Asked){ self, g_object_ref (self->cancellable), answer_free };
  sarap_store_call_async (store, priority, func, data, data_free, answer_free, self->cancellable,
                          on_called, asked);
}

void
sarap_call_cancel (SarapCall *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

gboolean
sarap_call_is_waiting (SarapCall *self)
{
  return self->cancellable != NULL;
}

void
sarap_call_free (SarapCall *self)
{
  sarap_call_cancel (self);
  g_free (self);
}

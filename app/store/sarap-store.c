#include "store/sarap-store.h"

#include <glib/gi18n-lib.h>

#include "store/sarap-name.h"
#include "store/sarap-store-thread.h"

struct _SarapStore
{
  GObject parent_instance;

  /* Owned */
  char *given_name;
  char *password;  /* of the store that this is the second connection of */
  SarapName *name; /* NULL if the name is not understood */
  SarapStoreThread *thread;
  SarapFeed *feed;

  SarapStoreState state;
};

enum
{
  PROP_STATE = 1,
  PROP_NAME,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SarapStore, sarap_store, G_TYPE_OBJECT)

GType
sarap_store_state_get_type (void)
{
  static const GEnumValue values[] = { { SARAP_STORE_CLOSED, "SARAP_STORE_CLOSED", "closed" },
                                       { SARAP_STORE_OPENING, "SARAP_STORE_OPENING", "opening" },
                                       { SARAP_STORE_OPEN, "SARAP_STORE_OPEN", "open" },
                                       { SARAP_STORE_LOST, "SARAP_STORE_LOST", "lost" },
                                       { 0, NULL, NULL } };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("SarapStoreState", values));
  return type;
}

static void
set_state (SarapStore *self, SarapStoreState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* From the feed ---- */

static void
on_feed_changed (const SarapChange *change, gpointer owner)
{
  g_signal_emit (owner, signals[SIGNAL_CHANGED], 0, change->record, change->id, change->officer_id);
}

static void
on_feed_look (gpointer owner)
{
  SarapStore *self = owner;

  if (self->thread && self->state == SARAP_STORE_OPEN)
    sarap_store_thread_look (self->thread);
}

static void
on_feed_silent (gpointer owner)
{
  SarapStore *self = owner;

  if (self->thread && self->state == SARAP_STORE_OPEN)
    sarap_store_thread_cut (self->thread);
}

static const SarapFeedOwner feed_owner = { .changed = on_feed_changed,
                                           .look = on_feed_look,
                                           .silent = on_feed_silent };

/* From the thread ---- */

static void
on_thread_state (SarapStoreState state, gpointer owner)
{
  SarapStore *self = owner;

  if (state == SARAP_STORE_OPEN && self->name->path && self->state == SARAP_STORE_OPENING)
    sarap_feed_watch_file (self->feed, self->name->path);
  set_state (self, state);
}

static void
on_thread_changed (SarapChanges *changes, gpointer owner)
{
  sarap_feed_tell (((SarapStore *) owner)->feed, changes);
}

static void
on_thread_server (PGconn *pg, gpointer owner)
{
  sarap_feed_watch_server (((SarapStore *) owner)->feed, pg);
}

static const SarapStoreThreadOwner thread_owner = { .state = on_thread_state,
                                                    .changed = on_thread_changed,
                                                    .server = on_thread_server };

/* GObject ---- */

static void
stop (SarapStore *self)
{
  g_clear_pointer (&self->feed, sarap_feed_free);
  g_clear_pointer (&self->thread, sarap_store_thread_stop);
}

static void
sarap_store_finalize (GObject *object)
{
  SarapStore *self = SARAP_STORE (object);

  stop (self);
  g_clear_pointer (&self->name, sarap_name_free);
  g_free (self->given_name);
  g_free (self->password);
  G_OBJECT_CLASS (sarap_store_parent_class)->finalize (object);
}

static void
sarap_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SarapStore *self = SARAP_STORE (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_NAME:
      g_value_set_string (value, sarap_store_get_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sarap_store_class_init (SarapStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sarap_store_finalize;
  object_class->get_property = sarap_store_get_property;

  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, SARAP_TYPE_STORE_STATE, SARAP_STORE_CLOSED,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
      g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SarapStore::changed:
   * @record: a table's name
   * @id: the record, 0 for any of them
   * @officer_id: the officer it belongs to, 0 for none or any
   *
   * A record was changed, in this program or elsewhere.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", SARAP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
}

static void
sarap_store_init (SarapStore *self)
{
}

SarapStore *
sarap_store_new (const char *name)
{
  SarapStore *self = g_object_new (SARAP_TYPE_STORE, NULL);

  self->given_name = g_strdup (name);
  self->name = sarap_name_parse (name, NULL);
  return self;
}

SarapStore *
sarap_store_new_second (SarapStore *self)
{
  SarapStore *second;

  g_return_val_if_fail (SARAP_IS_STORE (self), NULL);

  second = sarap_store_new (self->given_name);
  if (self->thread)
    second->password = g_strdup (sarap_store_thread_get_password (self->thread));
  return second;
}

const char *
sarap_store_get_name (SarapStore *self)
{
  g_return_val_if_fail (SARAP_IS_STORE (self), NULL);

  return self->name ? self->name->text : "";
}

SarapStoreState
sarap_store_get_state (SarapStore *self)
{
  g_return_val_if_fail (SARAP_IS_STORE (self), SARAP_STORE_CLOSED);

  return self->state;
}

void
sarap_store_open_async (SarapStore *self,
                        const char *password,
                        gboolean migrate,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  SarapStoreJob *job;

  g_return_if_fail (SARAP_IS_STORE (self));
  g_return_if_fail (self->state == SARAP_STORE_CLOSED);

  stop (self);
  job = g_new0 (SarapStoreJob, 1);
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, sarap_store_open_async);
  self->feed = sarap_feed_new (&feed_owner, G_OBJECT (self));
  self->thread = sarap_store_thread_new (self->given_name, password ? password : self->password,
                                         &thread_owner, self);
  set_state (self, SARAP_STORE_OPENING);
  sarap_store_thread_open (self->thread, migrate, job);
}

gboolean
sarap_store_open_finish (SarapStore *self, GAsyncResult *result, GError **error)
{
  GError *failure = NULL;
  gboolean open;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  open = GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (result), &failure));
  /* given up during its last step */
  if (!open && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sarap_store_close (self);
  if (failure)
    g_propagate_error (error, failure);
  return open;
}

void
sarap_store_close (SarapStore *self)
{
  g_return_if_fail (SARAP_IS_STORE (self));

  stop (self);
  set_state (self, SARAP_STORE_CLOSED);
}

void
sarap_store_call_async (SarapStore *self,
                        int priority,
                        SarapStoreFunc func,
                        gpointer data,
                        GDestroyNotify data_free,
                        GDestroyNotify answer_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  SarapStoreJob *job;

  g_return_if_fail (SARAP_IS_STORE (self));

  job = g_new0 (SarapStoreJob, 1);
  *job = (SarapStoreJob){ .priority = priority,
                          .func = func,
                          .data = data,
                          .data_free = data_free,
                          .answer_free = answer_free,
                          .task = g_task_new (self, cancellable, callback, user_data) };
  g_task_set_source_tag (job->task, sarap_store_call_async);
  if (self->thread)
    {
      sarap_store_thread_call (self->thread, job);
      return;
    }
  g_set_error_literal (&job->error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       _ ("The database is closed."));
  sarap_store_job_finish (job);
}

gpointer
sarap_store_call_finish (SarapStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

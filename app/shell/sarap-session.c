#include "shell/sarap-session.h"

#include "records/sarap-look.h"
#include "records/sarap-record-store.h"
#include "shell/sarap-settings.h"
#include "store/sarap-call.h"
#include "store/sarap-default-database.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum
{
  PROP_STORE = 1,
  PROP_IDENTITY,
  PROP_TODAY,
  N_PROPS
};

struct _SarapSession
{
  GObject parent_instance;

  /* Owned */
  SarapStore *store;
  SarapIdentity *identity;
  SarapCall *identification; /* who acts now, while the store is open */

  SarapDate today;
  guint files_opening;
};

/* The data of the steps of opening a database */
typedef struct
{
  SarapSession *session; /* counts files that are opened; NULL for a server or a demonstration */
  SarapStore *store;
  SarapIdentity *identity;
  SarapDemoFunc demo;
  SarapDate today;
  SarapProgress *progress;
  char *file; /* made for this, and removed if it fails */
} Opening;

static GParamSpec *props[N_PROPS];
static guint state_changed;

G_DEFINE_FINAL_TYPE (SarapSession, sarap_session, G_TYPE_OBJECT)

static void
remove_file (const char *file)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (file, endings[i], NULL);

      g_unlink (path);
    }
}

static void
opening_free (Opening *opening)
{
  if (opening->session != NULL)
    opening->session->files_opening--;
  g_clear_object (&opening->session);
  if (opening->store != NULL)
    sarap_store_close (opening->store);
  g_clear_object (&opening->store);
  g_clear_pointer (&opening->identity, sarap_identity_free);
  g_clear_object (&opening->progress);
  if (opening->file != NULL)
    remove_file (opening->file);
  g_free (opening->file);
  g_free (opening);
}

static gboolean
is_local (const char *name)
{
  return g_str_has_prefix (name, "sqlite:");
}

static void
take_body (SarapIdentity *identity, gint64 id, SarapRecord *body)
{
  identity->body_id = id;
  identity->central = sarap_record_get_code (body, "kind") == SARAP_BODY_CENTRAL;
  g_free (identity->body_code);
  identity->body_code = g_strdup (sarap_record_get (body, "code"));
  identity->body_kk = g_strdup (sarap_record_get (body, "name_kk"));
  identity->body_ru = g_strdup (sarap_record_get (body, "name_ru"));
}

/* In a local file the person chose who acts. The audit chain has their account on the computer. */
static SarapIdentity *
identify_local (SarapDatabase *db, const char *acting, GError **error)
{
  gboolean reads_only = g_str_equal (acting, "auditor");
  g_autoptr (SarapIdentity) identity = sarap_identity_new (
      g_get_user_name (), reads_only ? SARAP_ACCOUNT_AUDITOR : SARAP_ACCOUNT_HR);
  g_autoptr (GPtrArray) bodies = NULL;
  g_autofree char *actor = g_strdup_printf ("%s (%s)", identity->login, acting);

  if (!sarap_look_first (db, error))
    return NULL;
  identity->local = TRUE;
  identity->file_only_read = sarap_database_is_copy (db) ||
                             g_access (sarap_database_name (db) + strlen ("sqlite:"), W_OK) != 0;
  identity->notice = g_strdup (sarap_database_notice (db));
  identity->may_edit = identity->may_edit && !identity->file_only_read;
  if (g_str_has_prefix (acting, "hr:"))
    {
      bodies = sarap_records_all (db, &sarap_body_type, error);
      if (bodies == NULL)
        return NULL;
      for (guint i = 0; i < bodies->len; i++)
        if (g_strcmp0 (sarap_record_get (bodies->pdata[i], "code"), acting + strlen ("hr:")) == 0)
          take_body (identity, sarap_record_get_id (bodies->pdata[i]), bodies->pdata[i]);
    }
  sarap_database_set_actor (db, actor);
  return g_steal_pointer (&identity);
}

/* On a server the roles of the account say who acts */
static SarapIdentity *
identify_by_server (SarapDatabase *db, GError **error)
{
  g_autoptr (SarapAccount) account = sarap_account_current (db, error);
  g_autoptr (SarapIdentity) identity = NULL;
  g_autoptr (SarapRecord) body = NULL;

  if (account == NULL)
    return NULL;
  identity = sarap_identity_new (account->login, account->roles);
  if (account->body_id == 0)
    return g_steal_pointer (&identity);
  body = sarap_record_load (db, &sarap_body_type, account->body_id, 0, error);
  if (body == NULL)
    return NULL;
  take_body (identity, account->body_id, body);
  return g_steal_pointer (&identity);
}

/* Runs on the store's thread; @data is the role in a local file, NULL for a server */
static gpointer
identify (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return data == NULL ? identify_by_server (db, error) : identify_local (db, data, error);
}

static void
identify_async (SarapStore *store,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  const char *name = sarap_store_get_name (store);

  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, identify,
                          is_local (name) ? sarap_settings_get_acting (name) : NULL, g_free,
                          (GDestroyNotify) sarap_identity_free, cancellable, callback, user_data);
}

static void
on_state (SarapSession *self)
{
  g_signal_emit (self, state_changed, 0);
}

static void
set_identity (SarapSession *self, SarapIdentity *identity)
{
  g_clear_pointer (&self->identity, sarap_identity_free);
  self->identity = identity;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IDENTITY]);
}

static void
set_store (SarapSession *self, SarapStore *store)
{
  sarap_call_cancel (self->identification);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->store, on_state, self);
      sarap_store_close (self->store);
      g_object_unref (self->store);
    }
  self->store = store;
  if (store != NULL)
    g_signal_connect_object (store, "notify::state", G_CALLBACK (on_state), self,
                             G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORE]);
}

static void
on_opening_identified (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SarapSession *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  SarapIdentity *identity = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (identity == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* the identity first, without a signal: a handler of "store" asks for it */
  g_clear_pointer (&self->identity, sarap_identity_free);
  self->identity = identity;
  sarap_default_database_remember (sarap_store_get_name (opening->store));
  g_clear_pointer (&opening->file, g_free);
  set_store (self, g_steal_pointer (&opening->store));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IDENTITY]);
  g_task_return_boolean (task, TRUE);
}

static gpointer
demonstrate (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;

  return GINT_TO_POINTER (
      opening->demo (db, opening->today, opening->progress, cancellable, error));
}

static void
on_demonstrated (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (sarap_store_call_finish (SARAP_STORE (object), result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  identify_async (opening->store, cancellable, on_opening_identified, g_steal_pointer (&task));
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!sarap_store_open_finish (SARAP_STORE (object), result, &error))
    g_task_return_error (task, error);
  else if (opening->demo != NULL)
    sarap_store_call_async (opening->store, SARAP_STORE_PRIORITY_VIEW, demonstrate, opening, NULL,
                            NULL, cancellable, on_demonstrated, g_steal_pointer (&task));
  else
    identify_async (opening->store, cancellable, on_opening_identified, g_steal_pointer (&task));
}

static void
on_identified (gpointer answer, const GError *error, gpointer owner)
{
  if (answer != NULL)
    set_identity (owner, answer);
}

static void
sarap_session_dispose (GObject *object)
{
  sarap_session_close (SARAP_SESSION (object));
  G_OBJECT_CLASS (sarap_session_parent_class)->dispose (object);
}

static void
sarap_session_finalize (GObject *object)
{
  sarap_call_free (SARAP_SESSION (object)->identification);
  G_OBJECT_CLASS (sarap_session_parent_class)->finalize (object);
}

static void
sarap_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SarapSession *self = SARAP_SESSION (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else if (id == PROP_TODAY)
    g_value_set_int (value, self->today);
  else
    g_value_set_boxed (value, self->identity);
}

static void
sarap_session_class_init (SarapSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sarap_session_dispose;
  object_class->finalize = sarap_session_finalize;
  object_class->get_property = sarap_session_get_property;
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SARAP_TYPE_STORE, flags);
  props[PROP_IDENTITY] = g_param_spec_boxed ("identity", NULL, NULL, SARAP_TYPE_IDENTITY, flags);
  props[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  state_changed = g_signal_new ("state-changed", SARAP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
sarap_session_init (SarapSession *self)
{
  self->identification = sarap_call_new (on_identified, self);
}

SarapSession *
sarap_session_new (void)
{
  return g_object_new (SARAP_TYPE_SESSION, NULL);
}

SarapStore *
sarap_session_get_store (SarapSession *self)
{
  return self->store;
}

const SarapIdentity *
sarap_session_get_identity (SarapSession *self)
{
  return self->identity;
}

SarapStoreState
sarap_session_get_state (SarapSession *self)
{
  return self->store == NULL ? SARAP_STORE_CLOSED : sarap_store_get_state (self->store);
}

gboolean
sarap_session_is_local (SarapSession *self)
{
  return self->store != NULL && is_local (sarap_store_get_name (self->store));
}

SarapDate
sarap_session_get_today (SarapSession *self)
{
  return self->today;
}

void
sarap_session_set_today (SarapSession *self, SarapDate today)
{
  if (self->today == today)
    return;
  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
}

gboolean
sarap_session_opens_file (SarapSession *self)
{
  return self->store == NULL && self->files_opening > 0;
}

void
sarap_session_open_async (SarapSession *self,
                          const char *name,
                          const char *password,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, sarap_session_open_async);
  g_task_set_check_cancellable (task, FALSE); /* the steps check it */
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  opening->store = sarap_store_new (name);
  if (is_local (name))
    {
      opening->session = g_object_ref (self);
      self->files_opening++;
    }
  sarap_store_open_async (opening->store, password, is_local (name), cancellable, on_opened, task);
}

/* A path in the user's data folder that does not exist yet */
static char *
new_demonstration_file (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "sarap", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                   _ ("The folder %s cannot be made. Nothing was written."), folder);
      return NULL;
    }
  for (int number = 1;; number++)
    {
      g_autofree char *name = number == 1 ? g_strdup ("demonstration.sqlite")
                                          : g_strdup_printf ("demonstration-%d.sqlite", number);
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (!g_file_test (file, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&file);
    }
}

void
sarap_session_demonstrate_async (SarapSession *self,
                                 SarapDemoFunc func,
                                 SarapDate today,
                                 SarapProgress *progress,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GCancellable *cancellable = sarap_progress_get_cancellable (progress);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, sarap_session_demonstrate_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  opening->file = new_demonstration_file (&error);
  if (opening->file == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  name = g_strconcat ("sqlite:", opening->file, NULL);
  opening->demo = func;
  opening->today = today;
  opening->progress = g_object_ref (progress);
  opening->store = sarap_store_new (name);
  sarap_store_open_async (opening->store, NULL, TRUE, cancellable, on_opened, task);
}

gboolean
sarap_session_open_finish (SarapSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sarap_session_close (SarapSession *self)
{
  g_clear_pointer (&self->identity, sarap_identity_free);
  if (self->store != NULL)
    set_store (self, NULL);
}

void
sarap_session_act_as (SarapSession *self, const char *acting)
{
  g_return_if_fail (sarap_session_is_local (self));

  sarap_settings_set_acting (sarap_store_get_name (self->store), acting);
  g_debug ("somebody else acts in the local file");
  sarap_call_ask (self->identification, self->store, SARAP_STORE_PRIORITY_VIEW, identify,
                  g_strdup (acting), g_free, (GDestroyNotify) sarap_identity_free);
}

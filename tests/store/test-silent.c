/* The server hangs without dying, or the network is cut without a word: that is told within ten
   seconds, nobody waits for ever, and nothing is said to be saved that may not be */
#include "sarap-test-database.h"
#include "sarap-test-proxy.h"
#include "sarap-test-store.h"

#include "store/sarap-database-private.h"
#include "store/sarap-watch.h"

/* Seconds within which people are told, and the time that this machine may take besides */
#define TOLD_WITHIN 10
#define SLACK 5

typedef struct
{
  SarapTestProxy *proxy;
  SarapStore *store;
} Fixture;

static void
fixture_open (Fixture *self, SarapTestDatabase *test)
{
  g_autofree char *name = NULL;

  self->proxy = sarap_test_proxy_new ();
  name = sarap_test_proxy_name (self->proxy, test->name);
  self->store = sarap_test_store_open (name);
}

/* Also whoever still waits for the server is rid of it */
static void
fixture_close (Fixture *self)
{
  sarap_store_close (self->store);
  g_object_unref (self->store);
  sarap_test_proxy_free (self->proxy);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
call (SarapStore *store, SarapStoreFunc func, gpointer data, GAsyncResult **result)
{
  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, func, data, NULL, NULL, NULL, on_ready,
                          result);
}

static gpointer
count_bodies (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT count (*) FROM body");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  return rows ? GINT_TO_POINTER (sarap_rows_integer (rows, 0, 0) + 1) : NULL;
}

static gpointer
sleep_long (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT count (*) FROM pg_sleep (11)");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  return GINT_TO_POINTER (rows != NULL);
}

static void
assert_lost (SarapStore *store, GAsyncResult *result, const char *said)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sarap_store_call_finish (store, result, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  g_assert_nonnull (strstr (error->message, said));
}

/* Nobody asks anything of a server that falls silent: it is told all the same, and that it is back.
   Meanwhile a statement of another store, which takes as long, is waited for. */
static void
test_idle (SarapTestDatabase *test)
{
  Fixture self;
  g_autoptr (SarapStore) other = sarap_test_store_open (test->name);
  g_autoptr (GAsyncResult) slow = NULL;
  g_autoptr (GError) error = NULL;
  gint64 silent_at;

  fixture_open (&self, test);
  call (other, sleep_long, NULL, &slow);
  sarap_test_proxy_hold (self.proxy);
  silent_at = g_get_monotonic_time ();
  sarap_test_wait (sarap_store_get_state (self.store) == SARAP_STORE_LOST);
  g_assert_cmpint (g_get_monotonic_time () - silent_at, <, (TOLD_WITHIN + SLACK) * G_USEC_PER_SEC);
  g_assert_null (sarap_test_store_call (self.store, count_bodies, NULL, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  g_clear_error (&error);

  sarap_test_proxy_let_go (self.proxy);
  sarap_test_wait (sarap_store_get_state (self.store) == SARAP_STORE_OPEN);
  g_assert_nonnull (sarap_test_store_call (self.store, count_bodies, NULL, &error));
  sarap_test_wait (slow);
  g_assert_nonnull (sarap_store_call_finish (other, slow, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_store_get_state (other), ==, SARAP_STORE_OPEN);
  sarap_store_close (other);
  fixture_close (&self);
}

static gpointer
save_silenced (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *self = data;
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (SarapQuery) query = sarap_query_new ("INSERT INTO body (code, kind, name_kk, name_ru)"
                                                  " VALUES ('01', 'territorial', 'к', 'р')");

  if (!sarap_transaction_begin (&transaction, db, error) ||
      sarap_database_insert (db, query, error) == 0)
    return NULL;
  sarap_test_proxy_hold (self->proxy);
  return GINT_TO_POINTER (sarap_transaction_commit (&transaction, error));
}

/* In the middle of saving: that is not said to be saved, nor not to be. Whoever waits in the queue
   is told as well. */
static void
test_saving (SarapTestDatabase *test)
{
  Fixture self;
  g_autoptr (GAsyncResult) saved = NULL, queued = NULL;
  gint64 begun_at = g_get_monotonic_time ();

  fixture_open (&self, test);
  call (self.store, save_silenced, &self, &saved);
  call (self.store, count_bodies, NULL, &queued);
  sarap_test_wait (saved && queued);
  g_assert_cmpint (g_get_monotonic_time () - begun_at, <, (TOLD_WITHIN + SLACK) * G_USEC_PER_SEC);
  assert_lost (self.store, saved, "it is not known whether the change was saved");
  assert_lost (self.store, queued, "cannot be reached");
  g_assert_cmpint (sarap_store_get_state (self.store), ==, SARAP_STORE_LOST);
  fixture_close (&self);
}

static gpointer
hold_and_count (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  sarap_test_proxy_hold (data);
  return count_bodies (db, NULL, cancellable, error);
}

/* A window that is closed waits for no server: neither when a call hangs nor when none does */
static void
test_closed (SarapTestDatabase *test)
{
  Fixture idle, hanging;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 closed_at;

  fixture_open (&idle, test);
  fixture_open (&hanging, test);
  g_assert_nonnull (sarap_test_store_call (idle.store, count_bodies, NULL, NULL));
  sarap_test_proxy_hold (idle.proxy);
  call (hanging.store, hold_and_count, hanging.proxy, &result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  closed_at = g_get_monotonic_time ();
  sarap_store_close (idle.store);
  sarap_store_close (hanging.store);
  g_assert_cmpint (g_get_monotonic_time () - closed_at, <, G_USEC_PER_SEC);
  fixture_close (&idle);
  fixture_close (&hanging);
  sarap_test_wait (result);
}

/* A program with one thread: told by the watch's */
static SarapTestProxy *watched;
static GMutex events_lock;
static GCond event_came;
static int events[3];

static void
on_watch (SarapWatchEvent event)
{
  g_mutex_lock (&events_lock);
  events[event]++;
  g_cond_signal (&event_came);
  g_mutex_unlock (&events_lock);
  if (event == SARAP_WATCH_SILENT)
    sarap_test_proxy_let_go (watched);
}

static gpointer
run_loop (gpointer loop)
{
  g_main_loop_run (loop);
  return NULL;
}

static void
test_watch (SarapTestDatabase *test)
{
  g_autoptr (SarapTestProxy) proxy = sarap_test_proxy_new ();
  g_autofree char *name = sarap_test_proxy_name (proxy, test->name);
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (SarapWatch) watch = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  /* the proxy takes connections on the main loop, which the one thread does not run */
  GThread *thread = g_thread_new ("loop", run_loop, loop);
  gint64 silent_at;

  db = sarap_database_open (name, NULL, NULL);
  g_assert_nonnull (db);
  watched = proxy;
  watch = sarap_watch_new (db, on_watch);
  sarap_test_proxy_hold (proxy);
  silent_at = g_get_monotonic_time ();
  g_assert_cmpint (sarap_test_integer (db, "SELECT 1"), ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - silent_at, <, (TOLD_WITHIN + SLACK) * G_USEC_PER_SEC);
  g_mutex_lock (&events_lock);
  while (events[SARAP_WATCH_ANSWERS] == 0)
    g_cond_wait (&event_came, &events_lock);
  g_mutex_unlock (&events_lock);
  g_clear_pointer (&watch, sarap_watch_free);
  g_main_loop_quit (loop);
  g_thread_join (thread);
  g_assert_cmpint (events[SARAP_WATCH_SILENT], ==, 1);
  g_assert_cmpint (events[SARAP_WATCH_GIVEN_UP], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "idle", test_idle);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "saving", test_saving);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "closed", test_closed);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "watch", test_watch);
  return g_test_run ();
}

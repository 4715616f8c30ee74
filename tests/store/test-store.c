/* The store's thread, its queue, cancellation, and the feed of changes */
#include "sarap-test-database.h"
#include "sarap-test-proxy.h"
#include "sarap-test-store.h"

#define INSERT_BODY                                                                                \
  "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('%02d', 'territorial', 'к', 'р')"

static gpointer
count_bodies (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT count (*) FROM body");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  return rows ? GINT_TO_POINTER (sarap_rows_integer (rows, 0, 0)) : NULL;
}

static gboolean
add_body (SarapDatabase *db, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf (INSERT_BODY, GPOINTER_TO_INT (data));
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  return sarap_database_insert (db, query, error) != 0;
}

static gpointer
add_body_in_thread (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sarap_database_transact (db, add_body, data, error));
}

static void
test_call (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);

  g_assert_null (strstr (sarap_store_get_name (store), ":postgres"));
  g_assert_cmpint (sarap_store_get_state (store), ==, SARAP_STORE_OPEN);
  g_assert_true (sarap_test_store_call (store, add_body_in_thread, GINT_TO_POINTER (1), &error));
  g_assert_no_error (error);
  g_assert_cmpint (GPOINTER_TO_INT (sarap_test_store_call (store, count_bodies, NULL, &error)), ==,
                   1);
  g_assert_false (sarap_test_store_call (store, add_body_in_thread, GINT_TO_POINTER (1), &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_closed (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);

  sarap_store_close (store);
  g_assert_cmpint (sarap_store_get_state (store), ==, SARAP_STORE_CLOSED);
  g_assert_null (sarap_test_store_call (store, count_bodies, NULL, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
}

static void
test_cannot_open (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (test->name, "-not-there", NULL);
  g_autoptr (SarapStore) store = sarap_store_new (name);
  g_autoptr (GAsyncResult) result = NULL;

  sarap_store_open_async (store, NULL, FALSE, NULL, on_ready, &result);
  g_assert_cmpint (sarap_store_get_state (store), ==, SARAP_STORE_OPENING);
  sarap_test_wait (result);
  g_assert_false (sarap_store_open_finish (store, result, &error));
  g_assert_cmpint (error->domain, ==, SARAP_STORE_ERROR);
  g_assert_cmpint (sarap_store_get_state (store), ==, SARAP_STORE_CLOSED);
}

/* A call that holds the thread until it is let go */
typedef struct
{
  GMutex lock;
  GCond wake;
  gboolean running, let_go;
} Gate;

static gpointer
wait_at_gate (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  gate->running = TRUE;
  g_cond_broadcast (&gate->wake);
  while (!gate->let_go)
    g_cond_wait (&gate->wake, &gate->lock);
  g_mutex_unlock (&gate->lock);
  return g_strdup ("an answer");
}

static void
close_gate (Gate *gate, SarapStore *store, GCancellable *cancellable, GAsyncResult **result)
{
  g_mutex_init (&gate->lock);
  g_cond_init (&gate->wake);
  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, wait_at_gate, gate, NULL, g_free,
                          cancellable, on_ready, result);
  g_mutex_lock (&gate->lock);
  while (!gate->running)
    g_cond_wait (&gate->wake, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->let_go = TRUE;
  g_cond_broadcast (&gate->wake);
  g_mutex_unlock (&gate->lock);
}

static gpointer
note_letter (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  static GString *letters;

  if (!letters)
    letters = g_string_new (NULL);
  g_string_append (letters, data);
  return letters->len == 4 ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

static void
test_priorities (SarapTestDatabase *test)
{
  static const struct
  {
    int priority;
    const char *letter;
  } calls[] = { { 100, "c" }, { 0, "a" }, { 100, "d" }, { 50, "b" } };
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  g_autoptr (GAsyncResult) first = NULL;
  GAsyncResult *results[G_N_ELEMENTS (calls)] = { NULL };
  g_autofree char *order = NULL;
  Gate gate = { 0 };

  close_gate (&gate, store, NULL, &first);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    sarap_store_call_async (store, calls[i].priority, note_letter, (gpointer) calls[i].letter, NULL,
                            g_free, NULL, on_ready, &results[i]);
  open_gate (&gate);
  sarap_test_wait (results[2]);
  order = sarap_store_call_finish (store, results[2], NULL);
  g_assert_cmpstr (order, ==, "abcd");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
}

static GThread *freed_by;
static void
note_freed (gpointer data)
{
  freed_by = g_thread_self ();
}

static gpointer
never (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_not_reached ();
}

static void
test_cancelled (SarapTestDatabase *test)
{
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) running = NULL, waiting = NULL;
  g_autoptr (GError) error = NULL, other = NULL;
  Gate gate = { 0 };

  close_gate (&gate, store, cancellable, &running);
  freed_by = NULL;
  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, never, &gate, note_freed, NULL,
                          cancellable, on_ready, &waiting);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  sarap_test_wait (waiting && freed_by);
  g_assert_true (freed_by == g_thread_self ());
  g_assert_null (sarap_store_call_finish (store, waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* the answer that came all the same is gone; the sanitizer sees to that */
  g_assert_null (sarap_store_call_finish (store, running, &other));
  g_assert_error (other, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The name without its password, and that; %NULL where there is none */
static char *
take_password (const char *name, char **password)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("^(postgresql://[^:@]*):([^@]*)(@.*)$", 0, 0, NULL);
  g_autofree char *user = NULL, *rest = NULL;

  if (!g_regex_match (regex, name, 0, &match))
    return g_strdup (name);
  user = g_match_info_fetch (match, 1);
  *password = g_match_info_fetch (match, 2);
  rest = g_match_info_fetch (match, 3);
  return g_strconcat (user, rest, NULL);
}

/* A second store of the same database, of the same person: it waits for nobody at the first */
static void
test_beside (SarapTestDatabase *test)
{
  g_autofree char *password = NULL;
  g_autofree char *name = take_password (test->name, &password);
  g_autoptr (SarapStore) store = sarap_store_new (name);
  g_autoptr (SarapStore) beside = NULL;
  g_autoptr (GAsyncResult) opened = NULL, opened_beside = NULL, running = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  sarap_store_open_async (store, password, FALSE, NULL, on_ready, &opened);
  sarap_test_wait (opened);
  g_assert_true (sarap_store_open_finish (store, opened, &error));
  close_gate (&gate, store, NULL, &running);
  beside = sarap_store_new_second (store);
  g_assert_cmpint (sarap_store_get_state (beside), ==, SARAP_STORE_CLOSED);
  sarap_store_open_async (beside, NULL, FALSE, NULL, on_ready, &opened_beside);
  sarap_test_wait (opened_beside);
  g_assert_true (sarap_store_open_finish (beside, opened_beside, &error));
  sarap_test_store_call (beside, count_bodies, NULL, &error);
  g_assert_no_error (error);
  open_gate (&gate);
  sarap_test_wait (running);
  answer = sarap_store_call_finish (store, running, &error);
  g_assert_cmpstr (answer, ==, "an answer");
}

/* Closing lets the running call end and tells those that wait; nobody is left without an answer */
static void
test_closed_while_busy (SarapTestDatabase *test)
{
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  g_autoptr (GAsyncResult) running = NULL;
  GAsyncResult *waiting[3] = { NULL };
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  close_gate (&gate, store, NULL, &running);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, never, g_strdup ("data"), g_free,
                            g_free, NULL, on_ready, &waiting[i]);
  sarap_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    {
      g_autoptr (GError) closed = NULL;

      sarap_test_wait (waiting[i]);
      g_assert_null (sarap_store_call_finish (store, waiting[i], &closed));
      g_assert_error (closed, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED);
      g_object_unref (waiting[i]);
    }
  g_assert_null (running);
  open_gate (&gate);
  sarap_test_wait (running);
  answer = sarap_store_call_finish (store, running, &error);
  g_assert_cmpstr (answer, ==, "an answer");
}

typedef struct
{
  guint any, one;
} Told;

static void
on_changed (SarapStore *store, const char *record, gint64 id, gint64 officer_id, Told *told)
{
  if (!g_str_equal (record, "body"))
    return;
  if (id == 0)
    told->any++;
  else
    told->one++;
}

static void
add_many (SarapDatabase *db, guint from, guint to)
{
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_transaction_begin (&transaction, db, &error));
  for (guint i = from; i <= to; i++)
    g_assert_true (add_body (db, GUINT_TO_POINTER (i), &error));
  g_assert_true (sarap_transaction_commit (&transaction, &error));
}

static void
test_feed (SarapTestDatabase *test)
{
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &told);
  /* wait until both sides listen: the first change must not be missed */
  add_many (test->db, 1, 1);
  sarap_test_wait (told.one == 1);
  /* one's own */
  g_assert_true (sarap_test_store_call (store, add_body_in_thread, GINT_TO_POINTER (2), &error));
  sarap_test_wait (told.one == 2);
  /* some */
  add_many (test->db, 3, 5);
  sarap_test_wait (told.one == 5);
  g_assert_cmpuint (told.any, ==, 0);
  /* many, each in a statement of its own */
  add_many (test->db, 6, 90);
  sarap_test_wait (told.any == 1);
  g_assert_cmpuint (told.one, ==, 5);
}

/* The line that listens alone is lost: what was not heard until it is there again is told all the
   same */
static void
test_feed_interrupted (SarapTestDatabase *test)
{
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  Told told = { 0 };

  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &told);
  add_many (test->db, 1, 1);
  sarap_test_wait (told.one == 1);
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT CAST (pg_terminate_backend (pid, 10000) AS integer)"
                                       " FROM pg_stat_activity WHERE query = 'LISTEN sarap'"
                                       " AND datname = current_database ()"),
                   ==, 1);
  add_many (test->db, 2, 2);
  sarap_test_wait (told.any == 1);
  g_assert_cmpint (sarap_store_get_state (store), ==, SARAP_STORE_OPEN);
  add_many (test->db, 3, 3);
  sarap_test_wait (told.one == 2);
  sarap_store_close (store);
}

static void
test_lost (SarapTestDatabase *test)
{
  g_autoptr (SarapTestProxy) proxy = sarap_test_proxy_new ();
  g_autofree char *name = sarap_test_proxy_name (proxy, test->name);
  g_autoptr (SarapStore) store = sarap_test_store_open (name);
  g_autoptr (GError) error = NULL, other = NULL;
  Told told = { 0 };
  gint64 before;

  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &told);
  sarap_test_proxy_cut (proxy);
  /* seen without any call, by the line that listens */
  sarap_test_wait (sarap_store_get_state (store) == SARAP_STORE_LOST);
  before = g_get_monotonic_time ();
  g_assert_null (sarap_test_store_call (store, count_bodies, NULL, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC / 4);
  g_assert_null (sarap_test_store_call (store, add_body_in_thread, GINT_TO_POINTER (1), &other));
  g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);

  sarap_test_proxy_mend (proxy);
  sarap_test_wait (sarap_store_get_state (store) == SARAP_STORE_OPEN);
  sarap_test_wait (told.any == 1);
  g_assert_cmpint (GPOINTER_TO_INT (sarap_test_store_call (store, count_bodies, NULL, NULL)), ==,
                   0);
  add_many (test->db, 1, 1);
  sarap_test_wait (told.one == 1);
  sarap_store_close (store);
}

static void
end_sessions (SarapTestDatabase *test)
{
  g_autofree char *none =
      sarap_test_text (test->db, "SELECT string_agg (pg_terminate_backend (pid, 5000)::text, '')"
                                 " FROM pg_stat_activity WHERE datname = current_database ()"
                                 " AND pid <> pg_backend_pid ()");

  g_assert_nonnull (none);
}

static gpointer
fail_when_told (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  SarapTestDatabase *test = data;
  g_autoptr (SarapDatabase) other = sarap_test_connect (test);
  SarapTestDatabase killer = { test->engine, test->name, other };

  /* the server goes away within the call, the first time */
  if (sarap_test_integer (other, "SELECT count (*) FROM body") == 0)
    {
      sarap_test_run (other, "INSERT INTO body (code, kind, name_kk, name_ru)"
                             " VALUES ('01', 'territorial', 'к', 'р')");
      end_sessions (&killer);
    }
  return count_bodies (db, NULL, cancellable, error);
}

static void
test_read_again (SarapTestDatabase *test)
{
  g_autoptr (SarapStore) store = sarap_test_store_open (test->name);
  g_autoptr (GError) error = NULL;

  /* before a call */
  end_sessions (test);
  g_assert_cmpint (GPOINTER_TO_INT (sarap_test_store_call (store, count_bodies, NULL, &error)), ==,
                   0);
  g_assert_no_error (error);
  /* in the middle of one */
  g_assert_cmpint (GPOINTER_TO_INT (sarap_test_store_call (store, fail_when_told, test, &error)),
                   ==, 1);
  g_assert_no_error (error);
  sarap_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("call", test_call);
  sarap_test_add ("closed", test_closed);
  sarap_test_add ("cannot-open", test_cannot_open);
  sarap_test_add ("priorities", test_priorities);
  sarap_test_add ("cancelled", test_cancelled);
  sarap_test_add ("beside", test_beside);
  sarap_test_add ("closed-while-busy", test_closed_while_busy);
  sarap_test_add ("feed", test_feed);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "feed-interrupted", test_feed_interrupted);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "lost", test_lost);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "read-again", test_read_again);
  return g_test_run ();
}

#include "store/sarap-store-thread.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "store/sarap-database-private.h"
#include "store/sarap-pulse.h"
#include "store/sarap-store-error-private.h"

/* µs between two attempts to reach a lost server */
#define SHORTEST_PAUSE (G_USEC_PER_SEC / 2)
#define LONGEST_PAUSE (10 * G_USEC_PER_SEC)

struct _SarapStoreThread
{
  gatomicrefcount references;

  /* Used by both threads */
  SarapStoreQueue *queue;
  GMainContext *context;
  GMutex line_lock;
  int line;   /* a duplicate of the server's socket, so that its number is never reused; -1: none */
  int silent; /* atomic: the line was cut because the server did not answer */

  /* Used by the main loop */
  GThread *thread;
  const SarapStoreThreadOwner *functions;
  gpointer owner; /* NULL once it is stopped */
  int looking;    /* atomic: a look is queued */

  /* Used by the thread */
  char *name, *password;
  SarapDatabase *db;
  SarapFeedMark mark;
  gint64 retry_at, pause; /* 0 while the server answers */
};

static void
set_line (SarapStoreThread *self, int line)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->line_lock);

  if (self->line >= 0)
    close (self->line);
  self->line = line;
}

static SarapStoreThread *
thread_ref (SarapStoreThread *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
thread_unref (SarapStoreThread *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  set_line (self, -1);
  g_mutex_clear (&self->line_lock);
  sarap_store_queue_free (self->queue);
  g_main_context_unref (self->context);
  g_free (self->name);
  g_free (self->password);
  g_free (self);
}

/* µs that the end of the program waits for threads. After that OpenSSL and other libraries are
   cleaned up while such a thread still runs. */
#define LONGEST_END (15 * G_USEC_PER_SEC)
static GMutex running_lock;
static GCond running_less;
static int running;

static void
count_running (int step)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&running_lock);

  running += step;
  g_cond_signal (&running_less);
}

static void
wait_for_running (void)
{
  gint64 until = g_get_monotonic_time () + LONGEST_END;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&running_lock);

  while (running > 0 && g_cond_wait_until (&running_less, &running_lock, until))
    ;
}

/* The handler registered last runs first. So OpenSSL, which starts with the first connection, must
   start before this one is registered. */
static void
wait_at_exit (void)
{
  PQfreemem (PQencryptPassword ("", ""));
  atexit (wait_for_running);
}

/* From the thread to the main loop ---- */

typedef struct
{
  SarapStoreThread *thread;
  SarapStoreJob *job;
  SarapChanges *changes;
  PGconn *server;
  gboolean tells_state, tells_server;
  SarapStoreState state;
} Event;

static gboolean
on_event (gpointer data)
{
  Event *event = data;
  SarapStoreThread *self = event->thread;
  gpointer owner = self->owner;

  if (owner && event->tells_state)
    self->functions->state (event->state, owner);
  if (owner && event->changes)
    self->functions->changed (g_steal_pointer (&event->changes), owner);
  if (owner && event->tells_server)
    self->functions->server (g_steal_pointer (&event->server), owner);
  if (event->job)
    sarap_store_job_finish (g_steal_pointer (&event->job));
  return G_SOURCE_REMOVE;
}

static void
free_event (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->changes, sarap_changes_free);
  g_clear_pointer (&event->server, PQfinish);
  thread_unref (event->thread);
  g_free (event);
}

static void
post (SarapStoreThread *self, Event event)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  event.thread = thread_ref (self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_event, g_memdup2 (&event, sizeof event), free_event);
  g_source_attach (source, self->context);
}

static void
post_state (SarapStoreThread *self, SarapStoreState state)
{
  post (self, (Event){ .tells_state = TRUE, .state = state });
}

static void
job_refuse (SarapStoreThread *self, SarapStoreJob *job, SarapStoreError code)
{
  if (code == SARAP_STORE_ERROR_LOST)
    sarap_store_error_set (&job->error, code, NULL);
  else
    g_set_error_literal (&job->error, SARAP_STORE_ERROR, code, _ ("The database is closed."));
  post (self, (Event){ .job = job });
}

static void
refuse_all (SarapStoreThread *self, GList *jobs, SarapStoreError code)
{
  for (GList *l = jobs; l; l = l->next)
    job_refuse (self, l->data, code);
  g_list_free (jobs);
}

/* The connection ---- */

/* Lets the main loop cut the connection from now on */
static void
take_line (SarapStoreThread *self)
{
  if (self->db->pg)
    set_line (self, fcntl (PQsocket (self->db->pg), F_DUPFD_CLOEXEC, 0));
  g_atomic_int_set (&self->silent, FALSE);
}

/* FALSE when the server offers no line to listen on; the feed asks again */
static gboolean
listen_to_server (SarapStoreThread *self)
{
  PGconn *server;

  if (sarap_database_engine (self->db) == SARAP_ENGINE_SQLITE)
    {
      sarap_changes_free (sarap_feed_look (self->db, &self->mark));
      return TRUE;
    }
  server = sarap_feed_connect (self->db);
  post (self, (Event){ .tells_server = TRUE, .server = server });
  return server != NULL;
}

/* For changes in a time when the feed did not listen */
static void
tell_everything (SarapStoreThread *self)
{
  SarapChanges *changes = sarap_changes_new ();

  sarap_changes_add_everything (changes);
  post (self, (Event){ .changes = changes });
}

static void
retry_later (SarapStoreThread *self)
{
  self->pause = self->pause == 0 ? SHORTEST_PAUSE : MIN (2 * self->pause, LONGEST_PAUSE);
  self->retry_at = g_get_monotonic_time () + self->pause;
  g_debug ("the server is tried again in %d ms", (int) (self->pause / 1000));
}

static gboolean
reconnect (SarapStoreThread *self)
{
  if (!sarap_database_reopen (self->db, NULL) || !sarap_database_check_version (self->db, NULL))
    {
      self->db->lost = TRUE;
      return FALSE;
    }
  self->pause = 0;
  self->retry_at = 0;
  take_line (self);
  listen_to_server (self);
  tell_everything (self);
  return TRUE;
}

/* Waiting calls fail at once, and so do new ones until the server is back */
static void
lose (SarapStoreThread *self)
{
  if (!sarap_store_queue_is_shut (self->queue))
    {
      g_debug ("the server is lost: calls are refused until it is back");
      post_state (self, SARAP_STORE_LOST);
      refuse_all (self, sarap_store_queue_shut (self->queue, TRUE), SARAP_STORE_ERROR_LOST);
    }
  retry_later (self);
}

static void
try_again (SarapStoreThread *self)
{
  if (!reconnect (self))
    {
      retry_later (self);
      return;
    }
  g_debug ("the server is back");
  sarap_store_queue_shut (self->queue, FALSE);
  post_state (self, SARAP_STORE_OPEN);
}

/* Jobs ---- */

static gboolean
is_cancelled (SarapStoreJob *job)
{
  return job->task &&
         g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error);
}

static void
run_job (SarapStoreThread *self, SarapStoreJob *job)
{
  GCancellable *cancellable = job->task ? g_task_get_cancellable (job->task) : NULL;

  sarap_database_forget_writes (self->db);
  job->answer = job->func (self->db, job->data, cancellable, &job->error);
  if (self->db->depth > 0)
    g_critical ("a call of the store left its transaction open");
}

/* A call that only read may run again once the server is back */
static void
run_and_retry (SarapStoreThread *self, SarapStoreJob *job)
{
  run_job (self, job);
  /* people learn that the server is silent before it is tried again, which takes time */
  if (!sarap_database_is_lost (self->db) || g_atomic_int_get (&self->silent) || !reconnect (self))
    return;
  if (!sarap_database_wrote (self->db) &&
      g_error_matches (job->error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST))
    {
      g_clear_error (&job->error);
      run_job (self, job);
    }
}

static void
look_for_changes (SarapStoreThread *self)
{
  SarapChanges *changes = NULL;

  if (sarap_database_engine (self->db) == SARAP_ENGINE_SQLITE)
    changes = sarap_feed_look (self->db, &self->mark);
  if (changes)
    post (self, (Event){ .changes = changes });
}

static void
handle (SarapStoreThread *self, SarapStoreJob *job)
{
  if (!is_cancelled (job) && !self->db)
    {
      job_refuse (self, job, SARAP_STORE_ERROR_FAILED);
      return;
    }
  if (!job->error)
    run_and_retry (self, job);
  /* the change is told before its call is answered */
  if (self->db && sarap_database_wrote (self->db))
    look_for_changes (self);
  if (self->db && sarap_database_is_lost (self->db))
    lose (self);
  post (self, (Event){ .job = job });
}

/* The thread's first job */
typedef struct
{
  SarapStoreThread *thread;
  gboolean migrate;
} Opening;

static gpointer
open_database (SarapDatabase *none, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;
  SarapStoreThread *self = opening->thread;
  g_autoptr (SarapDatabase) db = sarap_database_open (self->name, self->password, error);

  if (!db ||
      !(opening->migrate ? sarap_database_migrate (db, error)
                         : sarap_database_check_version (db, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return GINT_TO_POINTER (FALSE);
  self->db = g_steal_pointer (&db);
  return GINT_TO_POINTER (TRUE);
}

static void
handle_opening (SarapStoreThread *self, SarapStoreJob *job)
{
  if (!is_cancelled (job))
    job->answer = open_database (NULL, job->data, g_task_get_cancellable (job->task), &job->error);
  if (self->db)
    {
      take_line (self);
      listen_to_server (self);
    }
  post_state (self, self->db ? SARAP_STORE_OPEN : SARAP_STORE_CLOSED);
  post (self, (Event){ .job = job });
}

static gpointer
thread_run (gpointer data)
{
  SarapStoreThread *self = data;

  while (!sarap_store_queue_is_stopped (self->queue))
    {
      SarapStoreJob *job = sarap_store_queue_pop (self->queue, self->retry_at);

      if (job && job->func == open_database)
        handle_opening (self, job);
      else if (job)
        handle (self, job);
      else if (self->retry_at != 0 && g_get_monotonic_time () >= self->retry_at)
        try_again (self);
    }
  g_clear_pointer (&self->db, sarap_database_close);
  thread_unref (self);
  count_running (-1);
  return NULL;
}

/* The main loop's side ---- */

SarapStoreThread *
sarap_store_thread_new (const char *name,
                        const char *password,
                        const SarapStoreThreadOwner *functions,
                        gpointer owner)
{
  SarapStoreThread *self = g_new0 (SarapStoreThread, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->line_lock);
  self->line = -1;
  self->queue = sarap_store_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  self->name = g_strdup (name);
  self->password = g_strdup (password);
  self->functions = functions;
  self->owner = owner;
  count_running (1);
  self->thread = g_thread_new ("sarap-store", thread_run, thread_ref (self));
  return self;
}

const char *
sarap_store_thread_get_password (SarapStoreThread *self)
{
  return self->password;
}

void
sarap_store_thread_open (SarapStoreThread *self, gboolean migrate, SarapStoreJob *job)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening){ self, migrate };
  job->priority = G_MININT;
  job->func = open_database;
  job->data = opening;
  job->data_free = g_free;
  sarap_store_queue_push (self->queue, job);
}

void
sarap_store_thread_call (SarapStoreThread *self, SarapStoreJob *job)
{
  if (!sarap_store_queue_push (self->queue, job))
    job_refuse (self, job, SARAP_STORE_ERROR_LOST);
}

static gpointer
feed_look (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  SarapStoreThread *self = data;

  g_atomic_int_set (&self->looking, FALSE);
  if (sarap_database_engine (db) == SARAP_ENGINE_SQLITE)
    look_for_changes (self);
  else if (!sarap_connection_alive (db->pg))
    db->lost = TRUE;
  else if (listen_to_server (self))
    tell_everything (self);
  else if (!sarap_pulse_ask (db->pg, "SELECT 1"))
    db->lost = TRUE;
  return NULL;
}

void
sarap_store_thread_look (SarapStoreThread *self)
{
  SarapStoreJob *job;

  if (!g_atomic_int_compare_and_exchange (&self->looking, FALSE, TRUE))
    return;
  job = g_new0 (SarapStoreJob, 1);
  job->priority = SARAP_STORE_PRIORITY_VIEW;
  job->func = feed_look;
  job->data = self;
  if (sarap_store_queue_push (self->queue, job))
    return;
  /* a lost server is listened to anyway once it is back */
  g_atomic_int_set (&self->looking, FALSE);
  g_free (job);
}

void
sarap_store_thread_cut (SarapStoreThread *self)
{
  g_atomic_int_set (&self->silent, TRUE);
  g_mutex_lock (&self->line_lock);
  if (self->line >= 0)
    shutdown (self->line, SHUT_RDWR);
  g_mutex_unlock (&self->line_lock);
  sarap_store_thread_look (self);
}

void
sarap_store_thread_stop (SarapStoreThread *self)
{
  gboolean idle, lost = sarap_store_queue_is_shut (self->queue);

  self->owner = NULL;
  refuse_all (self, sarap_store_queue_stop (self->queue, &idle), SARAP_STORE_ERROR_FAILED);
  /* the program's end waits for a file to be closed, but not for a silent server */
  if (idle && !lost)
    g_thread_join (self->thread);
  else
    {
      g_thread_unref (self->thread);
      wait_at_exit ();
    }
  thread_unref (self);
}

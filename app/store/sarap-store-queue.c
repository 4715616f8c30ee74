#include "store/sarap-store-queue.h"

struct _SarapStoreQueue
{
  GMutex lock;
  GCond wake;
  GQueue jobs;
  gboolean shut, stopped, running;
};

void
sarap_store_job_finish (SarapStoreJob *job)
{
  if (job->task && job->error)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->task)
    g_task_return_pointer (job->task, g_steal_pointer (&job->answer), job->answer_free);
  if (job->answer && job->answer_free)
    job->answer_free (job->answer);
  g_clear_error (&job->error);
  if (job->data_free)
    job->data_free (job->data);
  g_clear_object (&job->task);
  g_free (job);
}

SarapStoreQueue *
sarap_store_queue_new (void)
{
  SarapStoreQueue *self = g_new0 (SarapStoreQueue, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  return self;
}

void
sarap_store_queue_free (SarapStoreQueue *self)
{
  g_assert (self->jobs.length == 0);
  g_cond_clear (&self->wake);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* A new job comes after those of the same priority */
static int
compare_jobs (gconstpointer queued, gconstpointer added, gpointer data)
{
  return ((const SarapStoreJob *) queued)->priority <= ((const SarapStoreJob *) added)->priority
             ? -1
             : 1;
}

gboolean
sarap_store_queue_push (SarapStoreQueue *self, SarapStoreJob *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->shut || self->stopped)
    return FALSE;
  g_queue_insert_sorted (&self->jobs, job, compare_jobs, NULL);
  g_cond_signal (&self->wake);
  return TRUE;
}

SarapStoreJob *
sarap_store_queue_pop (SarapStoreQueue *self, gint64 until)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->running = FALSE;
  while (!self->stopped && self->jobs.length == 0)
    if (until == 0)
      g_cond_wait (&self->wake, &self->lock);
    else if (!g_cond_wait_until (&self->wake, &self->lock, until))
      break;
  if (self->stopped)
    return NULL;
  self->running = self->jobs.length > 0;
  return g_queue_pop_head (&self->jobs);
}

static GList *
take_all (SarapStoreQueue *self)
{
  GList *jobs = g_steal_pointer (&self->jobs.head);

  g_queue_init (&self->jobs);
  return jobs;
}

GList *
sarap_store_queue_shut (SarapStoreQueue *self, gboolean shut)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->shut = shut;
  return shut ? take_all (self) : NULL;
}

gboolean
sarap_store_queue_is_shut (SarapStoreQueue *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->shut;
}

GList *
sarap_store_queue_stop (SarapStoreQueue *self, gboolean *idle)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->stopped = TRUE;
  *idle = !self->running;
  g_cond_signal (&self->wake);
  return take_all (self);
}

gboolean
sarap_store_queue_is_stopped (SarapStoreQueue *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->stopped;
}

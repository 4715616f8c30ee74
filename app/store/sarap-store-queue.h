#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapStoreJob:
 *
 * A call of the store: created on the main loop, run on the store's thread, answered and freed on
 * the main loop.
 */
typedef struct
{
  int priority;
  SarapStoreFunc func;
  gpointer data;
  GDestroyNotify data_free, answer_free;
  GTask *task; /* NULL: a job of the thread itself */
  gpointer answer;
  GError *error;
} SarapStoreJob;

/* Answers the job's task, if it has one, and frees the job; on the main loop */
void sarap_store_job_finish (SarapStoreJob *job);

/**
 * SarapStoreQueue:
 *
 * Jobs by priority, from the main loop to the thread. A shut queue takes no jobs.
 */
typedef struct _SarapStoreQueue SarapStoreQueue;

/* An open, empty queue */
SarapStoreQueue *sarap_store_queue_new  (void);
void             sarap_store_queue_free (SarapStoreQueue *self);
/* FALSE when the queue is shut or stopped */
gboolean         sarap_store_queue_push (SarapStoreQueue *self, SarapStoreJob *job);
/* Waits for a job until @until (monotonic; 0 for ever); NULL after that time or once the queue is
   stopped. The job counts as running until the next call. */
SarapStoreJob   *sarap_store_queue_pop  (SarapStoreQueue *self, gint64 until);
/* Shuts the queue or opens it again; shutting returns the jobs that were in it, as a list */
GList           *sarap_store_queue_shut (SarapStoreQueue *self, gboolean shut);
/* Whether it takes no jobs */
gboolean         sarap_store_queue_is_shut (SarapStoreQueue *self);
/* Stops the queue: no job is taken out any more. Returns the jobs in it. @idle: whether none is
   running */
GList           *sarap_store_queue_stop (SarapStoreQueue *self, gboolean *idle);
/* Whether the queue is stopped */
gboolean         sarap_store_queue_is_stopped (SarapStoreQueue *self);

G_END_DECLS

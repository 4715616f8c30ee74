#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapStoreJob:
 *
 * One call of the store on its way: made on the main loop, run on the store's thread, answered and
 * freed on the main loop.
 */
typedef struct
{
  int priority;
  SarapStoreFunc func;
  gpointer data;
  GDestroyNotify data_free, answer_free;
  GTask *task; /* NULL: the thread's own */
  gpointer answer;
  GError *error;
} SarapStoreJob;

/* Answers the job's task, if there is one, and frees the job; on the main loop */
void sarap_store_job_finish (SarapStoreJob *job);

/**
 * SarapStoreQueue:
 *
 * Jobs by priority, from the main loop to the thread. While it is shut nothing gets in.
 */
typedef struct _SarapStoreQueue SarapStoreQueue;

/* Open, and empty */
SarapStoreQueue *sarap_store_queue_new  (void);
void             sarap_store_queue_free (SarapStoreQueue *self);
/* %FALSE when it is shut or stopped */
gboolean         sarap_store_queue_push (SarapStoreQueue *self, SarapStoreJob *job);
/* Waits for a job until @until (monotonic; 0 for ever); %NULL when the time is over or it was
   stopped. The job counts as running until the next call. */
SarapStoreJob   *sarap_store_queue_pop  (SarapStoreQueue *self, gint64 until);
/* Shuts it, or opens it again; returns what was in it when it is shut, as a list */
GList           *sarap_store_queue_shut (SarapStoreQueue *self, gboolean shut);
/* Whether nothing gets in */
gboolean         sarap_store_queue_is_shut (SarapStoreQueue *self);
/* No job will be taken out any more; returns what was in it. @idle: whether none is running */
GList           *sarap_store_queue_stop (SarapStoreQueue *self, gboolean *idle);
/* Whether no job will be taken out any more */
gboolean         sarap_store_queue_is_stopped (SarapStoreQueue *self);

G_END_DECLS

#pragma once

#include "store/sarap-feed.h"
#include "store/sarap-store-queue.h"

G_BEGIN_DECLS

/**
 * SarapStoreThread:
 *
 * The thread that owns the connection, from opening to closing. It may outlive its store until its
 * last job is done.
 */
typedef struct _SarapStoreThread SarapStoreThread;

/* The callbacks of the thread's owner, on the main loop */
typedef struct
{
  void (*state) (SarapStoreState state, gpointer owner);
  void (*changed) (SarapChanges *changes, gpointer owner); /* takes the changes */
  void (*server) (PGconn *pg, gpointer owner);             /* takes @pg; NULL: no connection for
                                                              now */
} SarapStoreThreadOwner;

/* Starts the thread without an open database. @functions are called with @owner on the main
   loop. */
SarapStoreThread *sarap_store_thread_new  (const char                  *name,
                                           const char                  *password,
                                           const SarapStoreThreadOwner *functions,
                                           gpointer                     owner);
/* (nullable): the password that opened the database, for a second connection */
const char       *sarap_store_thread_get_password (SarapStoreThread *self);
/* Takes @job in any case. The job opens the database first, and with @migrate migrates it. */
void              sarap_store_thread_open (SarapStoreThread *self, gboolean migrate,
                                           SarapStoreJob *job);
/* Takes @job in any case, and runs it in its turn */
void              sarap_store_thread_call (SarapStoreThread *self, SarapStoreJob *job);
/* Asks the thread to look for changes and to check the line to the server */
void              sarap_store_thread_look (SarapStoreThread *self);
/* Gives up a server that does not answer, and the call that waits for it. The store is lost until
   the server is back. The waiting call, or look, ends as if the server had hung up. */
void              sarap_store_thread_cut  (SarapStoreThread *self);
/* Answers queued jobs and calls its owner no more; the thread ends by itself */
void              sarap_store_thread_stop (SarapStoreThread *self);

G_END_DECLS

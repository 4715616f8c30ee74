#pragma once

#include "store/sarap-feed.h"
#include "store/sarap-store-queue.h"

G_BEGIN_DECLS

/**
 * SarapStoreThread:
 *
 * The thread that owns the connection, from opening to closing. It outlives a store that is gone
 * until its last job is done.
 */
typedef struct _SarapStoreThread SarapStoreThread;

/* What the thread says, on the main loop */
typedef struct
{
  void (*state) (SarapStoreState state, gpointer owner);
  void (*changed) (SarapChanges *changes, gpointer owner); /* takes them */
  void (*server) (PGconn *pg, gpointer owner);             /* takes it; NULL: none for now */
} SarapStoreThreadOwner;

/* Starts the thread, with no database open. @functions tell @owner, on the main loop */
SarapStoreThread *sarap_store_thread_new  (const char                  *name,
                                           const char                  *password,
                                           const SarapStoreThreadOwner *functions,
                                           gpointer                     owner);
/* (nullable): the password that opened the database, for a second connection */
const char       *sarap_store_thread_get_password (SarapStoreThread *self);
/* Takes @job, in any case; it opens the database first, also migrating it */
void              sarap_store_thread_open (SarapStoreThread *self, gboolean migrate, SarapStoreJob *job);
/* Takes @job, in any case, and runs it when its turn comes */
void              sarap_store_thread_call (SarapStoreThread *self, SarapStoreJob *job);
/* Asks it to look for changes, and after the line to the server */
void              sarap_store_thread_look (SarapStoreThread *self);
/* The server does not answer any more: gives it up, and with it the call that waits for it. The
   store is lost then, until the server is back. A call that waits for the server ends as if that
   had hung up, and so does the look */
void              sarap_store_thread_cut  (SarapStoreThread *self);
/* Answers what is queued and says nothing more; the thread ends by itself */
void              sarap_store_thread_stop (SarapStoreThread *self);

G_END_DECLS

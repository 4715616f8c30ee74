#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapStore:
 *
 * The database as the desktop sees it: a thread that owns the connection, a queue of calls into it,
 * and the feed of changes, whoever made them. All functions are called on the main loop.
 *
 * Properties: "state" (#SarapStoreState), "name" (the database's name without a password).
 * Signals: "changed" (record, record id, officer id): `record` is a table's name; ids are 0 where
 * everything of that kind may have changed.
 */
#define SARAP_TYPE_STORE (sarap_store_get_type ())
G_DECLARE_FINAL_TYPE (SarapStore, sarap_store, SARAP, STORE, GObject)

typedef enum
{
  SARAP_STORE_CLOSED,
  SARAP_STORE_OPENING,
  SARAP_STORE_OPEN,
  SARAP_STORE_LOST, /* tries again by itself until it is open or closed */
} SarapStoreState;

#define SARAP_TYPE_STORE_STATE (sarap_store_state_get_type ())
GType sarap_store_state_get_type (void);

/* Runs on the store's thread. What it returns is freed by the free function given with the call. */
typedef gpointer (*SarapStoreFunc) (SarapDatabase *db,
                                    gpointer       data,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* Calls of a lower number are run first; among equals, in order */
#define SARAP_STORE_PRIORITY_VIEW 0
#define SARAP_STORE_PRIORITY_BACKGROUND 100

SarapStore     *sarap_store_new         (const char *name);
/* The same database for the same person, closed, with a thread of its own: for work that would keep
   all other calls waiting */
SarapStore     *sarap_store_new_second  (SarapStore *self);
const char     *sarap_store_get_name    (SarapStore *self);
SarapStoreState sarap_store_get_state   (SarapStore *self);

/* Opens and checks the schema; with @migrate also creates or brings it up to date */
void            sarap_store_open_async  (SarapStore          *self,
                                         const char          *password,
                                         gboolean             migrate,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean        sarap_store_open_finish (SarapStore *self, GAsyncResult *result, GError **error);
void            sarap_store_close       (SarapStore *self);

/* @data belongs to the call and is freed with @data_free on the main loop; so is an answer nobody
   takes, with @answer_free */
void            sarap_store_call_async  (SarapStore          *self,
                                         int                  priority,
                                         SarapStoreFunc       func,
                                         gpointer             data,
                                         GDestroyNotify       data_free,
                                         GDestroyNotify       answer_free,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gpointer        sarap_store_call_finish (SarapStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

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

/**
 * sarap_store_new:
 * @name: the name of a database, see app/exchange/README.md 5; whether it is one shows when it is
 *   opened
 *
 * Returns: (transfer full): a store that is closed
 */
SarapStore     *sarap_store_new         (const char *name);

/**
 * sarap_store_new_second:
 * @self: a store that is open, or was
 *
 * The same database for the same person, closed, with a thread of its own: for work that would keep
 * all other calls waiting.
 *
 * Returns: (transfer full): a store for the same database that is closed; it is opened without a
 *   password being asked for again
 */
SarapStore     *sarap_store_new_second  (SarapStore *self);
/* Whether it is open, being opened, lost or closed */
SarapStoreState sarap_store_get_state   (SarapStore *self);

/**
 * sarap_store_get_name:
 *
 * Returns: the name in its plain form, without a password; empty when it is none
 */
const char     *sarap_store_get_name    (SarapStore *self);

/**
 * sarap_store_open_async:
 * @password: (nullable): for PostgreSQL, if its name has none and the server asks for one
 * @migrate: whether to make the schema, or bring it up to date
 *
 * Opens and checks the schema; with @migrate also creates or brings it up to date.
 */
void            sarap_store_open_async  (SarapStore          *self,
                                         const char          *password,
                                         gboolean             migrate,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean        sarap_store_open_finish (SarapStore *self, GAsyncResult *result, GError **error);

/**
 * sarap_store_close:
 *
 * Closes the database when the call that is just running is done; those that wait get an error.
 */
void            sarap_store_close       (SarapStore *self);

/**
 * sarap_store_call_async:
 * @priority: calls of a lower number run first
 * @func: runs on the store's thread. When the server went away while it only read, it is run once
 *   more on the new connection: it keeps nothing in @data from the first time.
 * @data: (nullable): belongs to the call
 * @data_free: (nullable): frees it, on the main loop
 * @answer_free: (nullable): frees an answer that nobody takes, on the main loop
 *
 * Runs @func with the database. A call that is cancelled while it waits never runs.
 */
void            sarap_store_call_async  (SarapStore          *self,
                                         int                  priority,
                                         SarapStoreFunc       func,
                                         gpointer             data,
                                         GDestroyNotify       data_free,
                                         GDestroyNotify       answer_free,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

/**
 * sarap_store_call_finish:
 *
 * Returns: what the function returned, now the caller's; %NULL on error, or when it returned that
 */
gpointer        sarap_store_call_finish (SarapStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

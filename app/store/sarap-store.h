#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapStore:
 *
 * The database as the desktop sees it: a thread that owns the connection, a queue of calls into it,
 * and the feed of changes by all programs. All functions are called on the main loop.
 *
 * Properties: "state" (#SarapStoreState), "name" (the database's name without a password). Signals:
 * "changed" (record, record id, officer id): `record` is a table's name; an id of 0 means that all
 * records of that kind may have changed.
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

/* Runs on the store's thread. Its result is freed by the free function of the call. */
typedef gpointer (*SarapStoreFunc) (SarapDatabase *db,
                                    gpointer       data,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* Calls of a lower number run first, equal ones in order */
#define SARAP_STORE_PRIORITY_VIEW 0
#define SARAP_STORE_PRIORITY_BACKGROUND 100

/**
 * sarap_store_new:
 * @name: the name of a database, see app/exchange/README.md 5; it is checked when the store is
 *   opened
 *
 * Returns: (transfer full): a closed store
 */
SarapStore     *sarap_store_new         (const char *name);

/**
 * sarap_store_new_second:
 * @self: a store that is or was open
 *
 * A second connection to the same database for the same person, with a separate thread: for work
 * that would keep all other calls waiting.
 *
 * Returns: (transfer full): a closed store, which opens without asking for the password again
 */
SarapStore     *sarap_store_new_second  (SarapStore *self);
/* The state: open, being opened, lost or closed */
SarapStoreState sarap_store_get_state   (SarapStore *self);

/**
 * sarap_store_get_name:
 *
 * Returns: the name in its plain form, without a password; empty when it is not understood
 */
const char     *sarap_store_get_name    (SarapStore *self);

/**
 * sarap_store_open_async:
 * @password: (nullable): for PostgreSQL, if its name has none and the server asks for one
 * @migrate: whether to make the schema, or bring it up to date
 *
 * Opens the database and checks its schema; with @migrate also makes the schema or brings it up to
 * date.
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
 * Closes the database when the current call is done. Waiting calls get an error.
 */
void            sarap_store_close       (SarapStore *self);

/**
 * sarap_store_call_async:
 * @priority: calls of a lower number run first
 * @func: runs on the store's thread. If the server goes away while it only reads, it runs once more
 *   on the new connection, so it must not keep state in @data.
 * @data: (nullable): belongs to the call
 * @data_free: (nullable): frees it, on the main loop
 * @answer_free: (nullable): frees an answer that is not taken, on the main loop
 *
 * Runs @func with the database. A call that is cancelled before its turn never runs.
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
 * Returns: (transfer full): the result of the function; %NULL on error, or when it returned %NULL
 */
gpointer        sarap_store_call_finish (SarapStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

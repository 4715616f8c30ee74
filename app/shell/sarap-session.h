#pragma once

#include "shell/sarap-identity.h"
#include "shell/sarap-progress.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapSession:
 *
 * The database of a window and the person who acts. Properties: "store" (%NULL until one is open),
 * "identity" (%NULL until then), "today" (the current day). Signals: "state-changed", when the
 * store is lost or back.
 */
#define SARAP_TYPE_SESSION (sarap_session_get_type ())
G_DECLARE_FINAL_TYPE (SarapSession, sarap_session, SARAP, SESSION, GObject)

/**
 * sarap_session_new:
 *
 * Returns: (transfer full): a session without a database
 */
SarapSession        *sarap_session_new          (void);

/* (nullable): the database; borrowed, %NULL while none is open */
SarapStore          *sarap_session_get_store    (SarapSession *self);
/* (nullable): the person who acts; borrowed, NULL while no database is open */
const SarapIdentity *sarap_session_get_identity (SarapSession *self);
/* The state of the database, closed if there is none */
SarapStoreState      sarap_session_get_state    (SarapSession *self);
/* Whether the database is a local file, which has no accounts */
gboolean             sarap_session_is_local     (SarapSession *self);

/**
 * sarap_session_get_today:
 * @self: a session
 *
 * Returns: the current day, as set by sarap_session_set_today()
 */
SarapDate            sarap_session_get_today    (SarapSession *self);
/* Sets the current day */
void                 sarap_session_set_today    (SarapSession *self, SarapDate today);

/**
 * sarap_session_opens_file:
 * @self: a session
 *
 * Returns: whether a local file is being opened while no database is open yet; this may take long,
 *   as a file from elsewhere is examined first
 */
gboolean             sarap_session_opens_file   (SarapSession *self);

/**
 * sarap_session_open_async:
 * @self: a session
 * @name: name of a database; a missing file is made
 * @password: (nullable): the password for a server
 * @cancellable: (nullable): stops it
 * @callback: called when it is open, or on failure
 * @user_data: for @callback
 *
 * Opens a database and determines the person who acts. The current database stays until then. A
 * server's schema is brought up to date by its administrator, that of a file by the program.
 */
void                 sarap_session_open_async   (SarapSession        *self,
                                                 const char          *name,
                                                 const char          *password,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

/**
 * sarap_session_demonstrate_async:
 * @self: a session
 * @func: fills an empty database
 * @today: the current day
 * @progress: shows the progress, and stops it
 * @callback: called when the demonstration is open, or on failure; see sarap_session_open_finish()
 * @user_data: for @callback
 *
 * Makes a demonstration service in a new file and opens it. If it is stopped, the file is removed.
 */
void                 sarap_session_demonstrate_async (SarapSession        *self,
                                                      SarapDemoFunc        func,
                                                      SarapDate            today,
                                                      SarapProgress       *progress,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);

/* Ends sarap_session_open_async() or sarap_session_demonstrate_async(); on error the session is
   unchanged */
gboolean             sarap_session_open_finish  (SarapSession  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

/**
 * sarap_session_act_as:
 * @self: a session with a local file
 * @acting: "hr", "hr:" and the code of a body, or "auditor"
 *
 * Sets the role of the person, now and when this file is opened again.
 */
void                 sarap_session_act_as       (SarapSession *self, const char *acting);

/**
 * sarap_session_close:
 * @self: a session
 *
 * Closes its database, if one is open.
 */
void                 sarap_session_close        (SarapSession *self);

G_END_DECLS

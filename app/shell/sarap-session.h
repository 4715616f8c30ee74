#pragma once

#include "shell/sarap-identity.h"
#include "shell/sarap-progress.h"
#include "store/sarap-store.h"

G_BEGIN_DECLS

/**
 * SarapSession:
 *
 * The database of a window and who acts in it. Properties: "store" (%NULL until one is open),
 * "identity" (%NULL likewise), "today" (the day it is). Signals: "state-changed", when the store is lost or back.
 */
#define SARAP_TYPE_SESSION (sarap_session_get_type ())
G_DECLARE_FINAL_TYPE (SarapSession, sarap_session, SARAP, SESSION, GObject)

SarapSession        *sarap_session_new          (void);
SarapStore          *sarap_session_get_store    (SarapSession *self);
const SarapIdentity *sarap_session_get_identity (SarapSession *self);
SarapStoreState      sarap_session_get_state    (SarapSession *self);
gboolean             sarap_session_is_local     (SarapSession *self);

/**
 * sarap_session_get_today:
 * @self: a session
 *
 * Returns: the day it is, as sarap_session_set_today() was told
 */
SarapDate            sarap_session_get_today    (SarapSession *self);
void                 sarap_session_set_today    (SarapSession *self, SarapDate today);

/**
 * sarap_session_opens_file:
 * @self: a session
 *
 * Returns: whether a local file is being opened while no database is open yet; that may take its
 *   time, as a file from elsewhere is looked through first
 */
gboolean             sarap_session_opens_file   (SarapSession *self);

void                 sarap_session_open_async   (SarapSession        *self,
                                                 const char          *name,
                                                 const char          *password,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void                 sarap_session_demonstrate_async (SarapSession        *self,
                                                      SarapDemoFunc        func,
                                                      SarapDate            today,
                                                      SarapProgress       *progress,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
gboolean             sarap_session_open_finish  (SarapSession  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);
void                 sarap_session_act_as       (SarapSession *self, const char *acting);
void                 sarap_session_close        (SarapSession *self);

G_END_DECLS

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sarap_secrets_find_async:
 * @database: name of a server's database
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Passwords of servers are kept by the desktop's secret service.
 *
 * Asks the secret service for the password of a database.
 */
void     sarap_secrets_find_async  (const char          *database,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Returns whether the password was stored */
gboolean sarap_secrets_keep_finish (GAsyncResult *result, GError **error);

/**
 * sarap_secrets_find_finish:
 * @result: the result passed to @callback
 * @error: return location; set if there is no secret service
 *
 * Returns: (transfer full) (nullable): the password, %NULL if none is kept
 */
char    *sarap_secrets_find_finish (GAsyncResult *result, GError **error);

/**
 * sarap_secrets_keep_async:
 * @database: name of a server's database
 * @password: its password
 * @callback: called when it is stored, or on failure
 * @user_data: for @callback
 *
 * Stores a password in the secret service.
 */
void     sarap_secrets_keep_async  (const char          *database,
                                    const char          *password,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

/**
 * sarap_secrets_forget:
 * @database: name of a server's database
 *
 * Removes a password from the secret service, if it is there.
 */
void     sarap_secrets_forget      (const char *database);

G_END_DECLS

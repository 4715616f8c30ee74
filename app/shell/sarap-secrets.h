#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sarap_secrets_find_async:
 * @database: name of a server's database
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Passwords of servers, kept by the desktop's secret service.
 *
 * Asks the secret service for the password of a database.
 */
void     sarap_secrets_find_async  (const char          *database,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Whether the password was kept */
gboolean sarap_secrets_keep_finish (GAsyncResult *result, GError **error);

/**
 * sarap_secrets_find_finish:
 * @result: what @callback was given
 * @error: return location; set when there is no secret service
 *
 * Returns: (transfer full) (nullable): the password, %NULL if none is kept
 */
char    *sarap_secrets_find_finish (GAsyncResult *result, GError **error);

/**
 * sarap_secrets_keep_async:
 * @database: name of a server's database
 * @password: its password
 * @callback: called when it is kept, or is not
 * @user_data: for @callback
 *
 * Has the secret service keep a password.
 */
void     sarap_secrets_keep_async  (const char          *database,
                                    const char          *password,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

/**
 * sarap_secrets_forget:
 * @database: name of a server's database
 *
 * Has the secret service forget a password; where there is none, nothing happens.
 */
void     sarap_secrets_forget      (const char *database);

G_END_DECLS

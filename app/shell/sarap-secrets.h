#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Passwords of servers, kept by the desktop's secret service */
void     sarap_secrets_find_async  (const char          *database,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
char    *sarap_secrets_find_finish (GAsyncResult *result, GError **error);
void     sarap_secrets_keep_async  (const char          *database,
                                    const char          *password,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean sarap_secrets_keep_finish (GAsyncResult *result, GError **error);
void     sarap_secrets_forget      (const char *database);

G_END_DECLS

/* Why there is no connection to a server is told, with the address */
#include "store/sarap-database.h"

#include "store/sarap-store-error.h"

#include <gio/gio.h>

/* Stands for a server as far as the question whether it speaks TLS */
typedef struct
{
  GSocketService *service;
  guint16 port;
  char answer; /* 'S': it does, 'N': it does not */
} Server;

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer data)
{
  Server *server = data;
  GIOStream *stream = G_IO_STREAM (connection);
  char request[8];

  if (g_input_stream_read_all (g_io_stream_get_input_stream (stream), request, sizeof request, NULL,
                               NULL, NULL))
    g_output_stream_write_all (g_io_stream_get_output_stream (stream), &server->answer, 1, NULL,
                               NULL, NULL);
  return TRUE;
}

static void
server_start (Server *self)
{
  g_autoptr (GError) error = NULL;

  self->service = g_threaded_socket_service_new (1);
  self->port =
      g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "run", G_CALLBACK (on_run), self);
  g_socket_service_start (self->service);
}

static void
server_stop (Server *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer done)
{
  *(gboolean *) done = TRUE;
}

static void
open_database (GTask *task, gpointer source, gpointer name, GCancellable *cancellable)
{
  GError *error = NULL;

  g_assert_null (sarap_database_open (name, NULL, &error));
  g_task_return_error (task, error);
}

/* On another thread, as the main loop serves whoever connects */
static void
check (const char *name, const char *said)
{
  gboolean done = FALSE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_opened, &done);
  g_autoptr (GError) error = NULL;

  g_task_set_task_data (task, (gpointer) name, NULL);
  g_task_run_in_thread (task, open_database);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_task_propagate_pointer (task, &error);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
  if (!g_str_has_prefix (error->message, said))
    g_error ("%s: %s", name, error->message);
}

static void
test_no_such_server (void)
{
  check ("postgresql://nobody@sarap.invalid:5433/sarap",
         "No server is known by the address “sarap.invalid:5433”.");
}

/* Of two servers, neither */
static void
test_refused (void)
{
  check ("postgresql://nobody@127.0.0.1:1/sarap", "No database answers at “127.0.0.1:1”: ");
  check ("postgresql://nobody@sarap.invalid:1,127.0.0.1:1/sarap",
         "No database answers at “sarap.invalid:1,127.0.0.1:1”: ");
  check ("postgresql://%2Fnowhere/sarap", "No database answers at “/nowhere”: ");
}

static void
test_encryption (void)
{
  Server server = { .answer = 'N' };
  g_autofree char *name = NULL, *said = NULL;

  server_start (&server);
  name = g_strdup_printf ("postgresql://nobody@127.0.0.1:%u/sarap?sslmode=require", server.port);
  said = g_strdup_printf ("The server “127.0.0.1:%u” offers no encryption (TLS)", server.port);
  check (name, said);
  server_stop (&server);
}

/* Whoever verifies the server needs something to verify it by */
static void
test_no_certificate (void)
{
  Server server = { .answer = 'S' };
  g_autofree char *name = NULL, *said = NULL;

  server_start (&server);
  name = g_strdup_printf ("postgresql://nobody@127.0.0.1:%u/sarap?sslmode=verify-full"
                          "&sslrootcert=%%2Fnowhere%%2Froot.crt",
                          server.port);
  said = g_strdup_printf ("The server “127.0.0.1:%u” cannot be verified", server.port);
  check (name, said);
  server_stop (&server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unreachable/no-such-server", test_no_such_server);
  g_test_add_func ("/unreachable/refused", test_refused);
  g_test_add_func ("/unreachable/encryption", test_encryption);
  g_test_add_func ("/unreachable/no-certificate", test_no_certificate);
  return g_test_run ();
}

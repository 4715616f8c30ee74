#include "sarap-test-proxy.h"

#include <gio/gio.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

struct _SarapTestProxy
{
  guint16 port, server_port;
  GSocketService *service;
  GCancellable *cut;
  GMutex lock;
  GCond ended;
  guint running;
  GCond moved; /* held or cut, or not so any more */
  gboolean held;
};

static guint16
port_of (const char *name)
{
  return g_ascii_strtoull (strrchr (strchr (name, '@'), ':') + 1, NULL, 10);
}

static gboolean
pass_on (int from, int to)
{
  char buffer[65536];
  gssize length = read (from, buffer, sizeof buffer);

  for (gssize done = 0, n; done < length; done += n)
    if ((n = send (to, buffer + done, length - done, MSG_NOSIGNAL)) < 0)
      return FALSE;
  return length > 0;
}

/* %TRUE when it was held */
static gboolean
wait_while_held (SarapTestProxy *self, GCancellable *cut)
{
  gboolean held;

  g_mutex_lock (&self->lock);
  held = self->held;
  while (self->held && !g_cancellable_is_cancelled (cut))
    g_cond_wait (&self->moved, &self->lock);
  g_mutex_unlock (&self->lock);
  return held;
}

static void
pass_both_ways (SarapTestProxy *self, int one, int other, GCancellable *cut)
{
  struct pollfd lines[] = { { one, POLLIN, 0 },
                            { other, POLLIN, 0 },
                            { g_cancellable_get_fd (cut), POLLIN, 0 } };

  while (poll (lines, G_N_ELEMENTS (lines), -1) > 0 && !lines[2].revents)
    if (!wait_while_held (self, cut) && ((lines[0].revents && !pass_on (one, other)) ||
                                         (lines[1].revents && !pass_on (other, one))))
      break;
  g_cancellable_release_fd (cut);
}

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection *incoming,
        GObject *source,
        gpointer data)
{
  SarapTestProxy *self = data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GCancellable) cut = NULL;
  g_autoptr (GSocketConnection) server = NULL;
  GSocket *socket = g_socket_connection_get_socket (incoming);

  g_mutex_lock (&self->lock);
  cut = g_object_ref (self->cut);
  self->running++;
  g_mutex_unlock (&self->lock);
  server = g_socket_client_connect_to_host (client, "127.0.0.1", self->server_port, cut, NULL);
  if (server)
    {
      int fd = g_socket_get_fd (g_socket_connection_get_socket (server));

      g_socket_set_blocking (socket, TRUE);
      pass_both_ways (self, g_socket_get_fd (socket), fd, cut);
      g_io_stream_close (G_IO_STREAM (server), NULL, NULL);
    }
  g_io_stream_close (G_IO_STREAM (incoming), NULL, NULL);
  g_mutex_lock (&self->lock);
  self->running--;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);
  return TRUE;
}

/* The service accepts on the default main context, which the test runs anyway; the store's thread
   waits for it there */
void
sarap_test_proxy_mend (SarapTestProxy *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->service);
  g_set_object (&self->cut, NULL);
  self->cut = g_cancellable_new ();
  self->service = g_threaded_socket_service_new (20);
  g_signal_connect (self->service, "run", G_CALLBACK (on_run), self);
  if (self->port == 0)
    self->port =
        g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  else
    g_socket_listener_add_inet_port (G_SOCKET_LISTENER (self->service), self->port, NULL, &error);
  g_assert_no_error (error);
  g_socket_service_start (self->service);
}

void
sarap_test_proxy_cut (SarapTestProxy *self)
{
  if (!self->service)
    return;
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->cut);
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->moved);
  while (self->running > 0)
    g_cond_wait (&self->ended, &self->lock);
  g_mutex_unlock (&self->lock);
  g_clear_object (&self->service);
}

static void
set_held (SarapTestProxy *self, gboolean held)
{
  g_mutex_lock (&self->lock);
  self->held = held;
  g_cond_broadcast (&self->moved);
  g_mutex_unlock (&self->lock);
}

void
sarap_test_proxy_hold (SarapTestProxy *self)
{
  set_held (self, TRUE);
}

void
sarap_test_proxy_let_go (SarapTestProxy *self)
{
  set_held (self, FALSE);
}

SarapTestProxy *
sarap_test_proxy_new (void)
{
  SarapTestProxy *self = g_new0 (SarapTestProxy, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->ended);
  self->server_port = port_of (g_getenv ("SARAP_TEST_POSTGRESQL"));
  sarap_test_proxy_mend (self);
  return self;
}

void
sarap_test_proxy_free (SarapTestProxy *self)
{
  sarap_test_proxy_cut (self);
  g_clear_object (&self->cut);
  g_cond_clear (&self->moved);
  g_cond_clear (&self->ended);
  g_mutex_clear (&self->lock);
  g_free (self);
}

char *
sarap_test_proxy_name (SarapTestProxy *self, const char *name)
{
  g_autofree char *from = g_strdup_printf (":%u/", port_of (name));
  g_autofree char *to = g_strdup_printf (":%u/", self->port);
  g_autoptr (GString) text = g_string_new (name);

  g_string_replace (text, from, to, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

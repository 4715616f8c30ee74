/* feed-latency ROUNDS [store]: how long after somebody else's NOTIFY a change is known, in
   microseconds, a line each: to a bare libpq connection that listens, or to whoever is connected to
   a store's "changed". Between two of them it is quiet for longer than the feed gathers.
   SARAP_TEST_POSTGRESQL is the server, whose database becomes one of Sarap. */
#include "sarap-test-store.h"

#include <libpq-fe.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>

#define QUIET_MS 50

static PGconn *
open_connection (const char *name)
{
  PGconn *pg = PQconnectdb (name);

  if (PQstatus (pg) != CONNECTION_OK)
    g_error ("%s", PQerrorMessage (pg));
  return pg;
}

/* Without waiting for it to be done */
static gint64
send_notification (PGconn *sender, int round)
{
  g_autofree char *sql = g_strdup_printf ("NOTIFY sarap, 'body %d 0'", round + 1);
  gint64 sent_at = g_get_monotonic_time ();

  PQsendQuery (sender, sql);
  return sent_at;
}

static void
end_round (PGconn *sender, gint64 sent_at, gint64 known_at)
{
  PGresult *result;

  g_print ("%" G_GINT64_FORMAT "\n", known_at - sent_at);
  while ((result = PQgetResult (sender)))
    PQclear (result);
}

static void
listen_barely (const char *name, PGconn *sender, int rounds)
{
  PGconn *listener = open_connection (name);
  struct pollfd line = { .fd = PQsocket (listener), .events = POLLIN };

  PQclear (PQexec (listener, "LISTEN sarap"));
  for (int round = 0; round < rounds; round++)
    {
      gint64 sent_at;
      PGnotify *notification = NULL;

      poll (&line, 1, QUIET_MS);
      sent_at = send_notification (sender, round);
      while (!notification)
        {
          poll (&line, 1, -1);
          PQconsumeInput (listener);
          notification = PQnotifies (listener);
        }
      end_round (sender, sent_at, g_get_monotonic_time ());
      PQfreemem (notification);
    }
  PQfinish (listener);
}

static void
on_changed (SarapStore *store, const char *record, gint64 id, gint64 officer_id, gint64 *known_at)
{
  if (id != 0)
    *known_at = g_get_monotonic_time ();
}

static gboolean
on_quiet (gpointer quiet)
{
  *(gboolean *) quiet = TRUE;
  return G_SOURCE_REMOVE;
}

static void
listen_by_store (const char *name, PGconn *sender, int rounds)
{
  g_autoptr (SarapDatabase) db = sarap_database_open (name, NULL, NULL);
  g_autoptr (SarapStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 known_at;

  if (!db || !sarap_database_migrate (db, &error))
    g_error ("%s", error ? error->message : name);
  store = sarap_test_store_open (name);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &known_at);
  for (int round = 0; round < rounds; round++)
    {
      gboolean quiet = FALSE;
      gint64 sent_at;

      g_timeout_add (QUIET_MS, on_quiet, &quiet);
      sarap_test_wait (quiet);
      known_at = 0;
      sent_at = send_notification (sender, round);
      while (known_at == 0)
        g_main_context_iteration (NULL, TRUE);
      end_round (sender, sent_at, known_at);
    }
  sarap_store_close (store);
}

int
main (int argc, char **argv)
{
  const char *name = g_getenv ("SARAP_TEST_POSTGRESQL");
  PGconn *sender;

  setlocale (LC_ALL, "");
  if (argc < 2 || !name)
    g_error ("feed-latency ROUNDS [store], run by tests/support/with-postgresql");
  sender = open_connection (name);
  if (argc > 2)
    listen_by_store (name, sender, atoi (argv[1]));
  else
    listen_barely (name, sender, atoi (argv[1]));
  PQfinish (sender);
  return 0;
}

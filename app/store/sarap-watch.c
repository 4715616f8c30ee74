#include "store/sarap-watch.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "store/sarap-database-private.h"
#include "store/sarap-libpq.h"
#include "store/sarap-pulse.h"

/* ms: time before watching begins, since most commands end earlier; time between the message that
   the server is silent and giving up */
#define BEGIN_AFTER 1000
#define LAST_PATIENCE 10000

struct _SarapWatch
{
  GThread *thread;
  int stop[2]; /* a pipe: data in it ends the thread */
  SarapWatchFunc told;
  int line; /* a duplicate of the watched connection's socket */

  /* Used by the thread */
  char *conninfo;
  PGconn *pg; /* NULL while there is none */
  gboolean connected;
  PostgresPollingStatusType polling;
  SarapPulse pulse;
  gint64 connect_by; /* monotonic time */
  gint64 give_up_at; /* 0 while the server answers */
};

static gint64
later (int milliseconds)
{
  return g_get_monotonic_time () + milliseconds * (gint64) 1000;
}

/* FALSE when the watch should end. @ready: whether data came or can be sent */
static gboolean
wait_until (SarapWatch *self, gint64 until, short events, gboolean *ready)
{
  struct pollfd lines[] = { { .fd = self->stop[0], .events = POLLIN },
                            { .fd = self->pg ? PQsocket (self->pg) : -1, .events = events } };
  gint64 left = (until - g_get_monotonic_time ()) / 1000 + 1;

  poll (lines, G_N_ELEMENTS (lines), CLAMP (left, 0, G_MAXINT));
  *ready = lines[1].revents != 0;
  return lines[0].revents == 0;
}

static void
hear_answer (SarapWatch *self)
{
  if (self->give_up_at != 0)
    self->told (SARAP_WATCH_ANSWERS);
  self->give_up_at = 0;
}

static void
note_silence (SarapWatch *self)
{
  if (self->give_up_at != 0)
    return;
  self->give_up_at = later (LAST_PATIENCE);
  self->told (SARAP_WATCH_SILENT);
}

/* A refusal is an answer too: the server is running */
static void
hang_up (SarapWatch *self)
{
  g_clear_pointer (&self->pg, PQfinish);
  self->connected = FALSE;
  hear_answer (self);
}

static void
begin_connecting (SarapWatch *self)
{
  self->pg = PQconnectStart (self->conninfo);
  PQsetNoticeProcessor (self->pg, sarap_libpq_take_notice, NULL);
  self->polling = PGRES_POLLING_WRITING;
  self->connect_by = later (SARAP_PULSE_PATIENCE);
  if (PQstatus (self->pg) == CONNECTION_BAD)
    hang_up (self);
}

static void
go_on_connecting (SarapWatch *self, gboolean ready)
{
  if (ready)
    self->polling = PQconnectPoll (self->pg);
  if (self->polling == PGRES_POLLING_FAILED)
    hang_up (self);
  else if (self->polling == PGRES_POLLING_OK)
    {
      self->connected = TRUE;
      hear_answer (self);
      sarap_pulse_start (&self->pulse);
    }
  else if (g_get_monotonic_time () >= self->connect_by)
    note_silence (self);
}

static void
go_on_asking (SarapWatch *self, gboolean ready)
{
  if (ready && !PQconsumeInput (self->pg))
    {
      hang_up (self);
      return;
    }
  if (ready)
    sarap_pulse_hear (&self->pulse, self->pg);
  if (ready && !self->pulse.asked)
    hear_answer (self);
  if (!sarap_pulse_beat (&self->pulse, self->pg))
    note_silence (self);
}

static gboolean
give_up_in_the_end (SarapWatch *self)
{
  if (self->give_up_at == 0 || g_get_monotonic_time () < self->give_up_at)
    return FALSE;
  /* Must be told first: the call that waits for the server reports its own error once the line is
     cut */
  self->told (SARAP_WATCH_GIVEN_UP);
  shutdown (self->line, SHUT_RDWR);
  return TRUE;
}

static gpointer
watch_run (gpointer data)
{
  SarapWatch *self = data;
  gint64 until = later (BEGIN_AFTER);
  short events = 0;
  gboolean ready;

  while (wait_until (self, until, events, &ready) && !give_up_in_the_end (self))
    {
      if (!self->pg)
        begin_connecting (self);
      else if (!self->connected)
        go_on_connecting (self, ready);
      else
        go_on_asking (self, ready);
      events = self->polling == PGRES_POLLING_WRITING ? POLLOUT : POLLIN;
      until = self->give_up_at != 0 ? self->give_up_at
              : !self->pg           ? later (SARAP_PULSE_PAUSE)
              : self->connected     ? self->pulse.due
                                    : self->connect_by;
    }
  g_clear_pointer (&self->pg, PQfinish);
  return NULL;
}

/* The server of the watched connection, among those that the name may lead to */
static char *
conninfo_of (SarapDatabase *db)
{
  g_autofree char *text = sarap_name_conninfo (db->name, db->password);
  g_autoptr (GString) conninfo = g_string_new (text);

  sarap_name_append_keyword (conninfo, "host", PQhost (db->pg));
  sarap_name_append_keyword (conninfo, "hostaddr", PQhostaddr (db->pg));
  sarap_name_append_keyword (conninfo, "port", PQport (db->pg));
  sarap_name_append_keyword (conninfo, "target_session_attrs", "any");
  return g_string_free (g_steal_pointer (&conninfo), FALSE);
}

SarapWatch *
sarap_watch_new (SarapDatabase *db, SarapWatchFunc told)
{
  SarapWatch *self;
  int stop[2];

  if (!db->pg || !g_unix_open_pipe (stop, FD_CLOEXEC, NULL))
    return NULL;
  self = g_new0 (SarapWatch, 1);
  memcpy (self->stop, stop, sizeof stop);
  self->told = told;
  self->line = fcntl (PQsocket (db->pg), F_DUPFD_CLOEXEC, 0);
  self->conninfo = conninfo_of (db);
  self->thread = g_thread_new ("sarap-watch", watch_run, self);
  return self;
}

void
sarap_watch_free (SarapWatch *self)
{
  if (!self)
    return;
  close (self->stop[1]);
  g_thread_join (self->thread);
  close (self->stop[0]);
  close (self->line);
  g_free (self->conninfo);
  g_free (self);
}

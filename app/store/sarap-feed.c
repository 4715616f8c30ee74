#include "store/sarap-feed.h"

#include <glib-unix.h>

#include "base/sarap-log.h"
#include "store/sarap-pulse.h"

/* ms: time to gather changes that are told together; interval for asking SQLite although its file
   shows no change; delay before a broken line is tried again */
#define GATHER 20
#define ASK_AGAIN 2000

/* Notifications within GATHER after which the window is drawn before more are read: any client that
   may connect can send without end */
#define FLOOD 200

struct _SarapFeed
{
  /* Owned */
  SarapChanges *pending;
  GFileMonitor *monitor;
  PGconn *pg;
  SarapPulse pulse;
  guint gathering, asked_again, line, beat;
  guint received; /* notifications since the feed last told changes */

  /* Borrowed */
  const SarapFeedOwner *functions;
  GObject *owner;
};

SarapFeed *
sarap_feed_new (const SarapFeedOwner *functions, GObject *owner)
{
  SarapFeed *self = g_new0 (SarapFeed, 1);

  self->pending = sarap_changes_new ();
  self->functions = functions;
  self->owner = owner;
  return self;
}

static void
hang_up (SarapFeed *self)
{
  g_clear_handle_id (&self->line, g_source_remove);
  g_clear_handle_id (&self->beat, g_source_remove);
  g_clear_pointer (&self->pg, PQfinish);
}

void
sarap_feed_free (SarapFeed *self)
{
  if (!self)
    return;
  hang_up (self);
  g_clear_handle_id (&self->gathering, g_source_remove);
  g_clear_handle_id (&self->asked_again, g_source_remove);
  if (self->monitor)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  sarap_changes_free (self->pending);
  g_free (self);
}

static void
set_line_priority (SarapFeed *self, int priority)
{
  GSource *source = self->line != 0 ? g_main_context_find_source_by_id (NULL, self->line) : NULL;

  if (source && g_source_get_priority (source) != priority)
    g_source_set_priority (source, priority);
}

static void
tell_pending (SarapFeed *self)
{
  g_autoptr (SarapChanges) changes = self->pending;
  g_autoptr (GObject) kept = g_object_ref (self->owner); /* a callback may close the store */

  self->pending = sarap_changes_new ();
  if (sarap_log_is_wanted ())
    {
      g_autofree char *text = sarap_changes_describe (changes);

      g_debug ("the feed tells: %s", text);
    }
  sarap_changes_foreach (changes, self->functions->changed, kept);
}

/* Tells what has come, and gathers what follows: listeners hear at most once in GATHER, however
   much is sent */
static gboolean
on_gathered (gpointer data)
{
  SarapFeed *self = data;

  if (self->received > FLOOD)
    g_debug ("the feed received %u notifications and held them back", self->received);
  self->received = 0;
  set_line_priority (self, G_PRIORITY_DEFAULT);
  if (sarap_changes_is_empty (self->pending))
    {
      self->gathering = 0;
      return G_SOURCE_REMOVE;
    }
  self->gathering = g_timeout_add (GATHER, on_gathered, self);
  tell_pending (self);
  return G_SOURCE_REMOVE;
}

/* Gathers until the next on_gathered() */
static void
hold_back (SarapFeed *self)
{
  set_line_priority (self, G_PRIORITY_LOW);
  if (self->gathering == 0)
    self->gathering = g_timeout_add (GATHER, on_gathered, self);
}

/* The first change is told at once: somebody may be waiting for it, such as a vote */
static void
feed_tell (SarapFeed *self)
{
  if (self->gathering != 0 || sarap_changes_is_empty (self->pending))
    return;
  self->gathering = g_timeout_add (GATHER, on_gathered, self);
  tell_pending (self);
}

void
sarap_feed_tell (SarapFeed *self, SarapChanges *changes)
{
  sarap_changes_merge (self->pending, changes);
  feed_tell (self);
}

static gboolean
on_ask_again (gpointer data)
{
  SarapFeed *self = data;

  self->functions->look (self->owner);
  return G_SOURCE_CONTINUE;
}

static void
on_file_changed (SarapFeed *self)
{
  self->functions->look (self->owner);
}

void
sarap_feed_watch_file (SarapFeed *self, const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor)
    {
      g_file_monitor_set_rate_limit (self->monitor, 2 * GATHER);
      g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_file_changed), self);
    }
  self->asked_again = g_timeout_add (ASK_AGAIN, on_ask_again, self);
}

static gboolean on_beat (gpointer data);

static void
beat_when_due (SarapFeed *self)
{
  gint64 left = (self->pulse.due - g_get_monotonic_time ()) / 1000 + 1;

  g_clear_handle_id (&self->beat, g_source_remove);
  self->beat = g_timeout_add (MAX (left, 0), on_beat, self);
}

/* FALSE if the line is broken; it is then given up */
static gboolean
read_line (SarapFeed *self)
{
  gboolean asked = self->pulse.asked;
  PGnotify *notification;

  if (!PQconsumeInput (self->pg) || PQstatus (self->pg) != CONNECTION_OK)
    {
      g_debug ("the line on which the feed listens broke");
      hang_up (self);
      self->functions->look (self->owner);
      return FALSE;
    }
  sarap_pulse_hear (&self->pulse, self->pg);
  if (asked && !self->pulse.asked)
    beat_when_due (self);
  /* the changes of one transaction arrive together and are told together */
  while ((notification = PQnotifies (self->pg)))
    {
      sarap_changes_add_text (self->pending, notification->extra);
      PQfreemem (notification);
      sarap_pulse_feel (&self->pulse);
      self->received++;
    }
  if (self->received > FLOOD)
    hold_back (self);
  return TRUE;
}

static gboolean
on_line (int fd, GIOCondition condition, gpointer data)
{
  SarapFeed *self = data;

  if (!read_line (self))
    return G_SOURCE_REMOVE;
  feed_tell (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_beat (gpointer data)
{
  SarapFeed *self = data;

  self->beat = 0;
  /* the answer may have come while the main loop was busy */
  if (!read_line (self))
    return G_SOURCE_REMOVE;
  if (!sarap_pulse_beat (&self->pulse, self->pg))
    {
      g_debug ("the server does not answer");
      hang_up (self);
      self->functions->silent (self->owner);
      return G_SOURCE_REMOVE;
    }
  beat_when_due (self);
  feed_tell (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_no_line (gpointer data)
{
  SarapFeed *self = data;

  self->asked_again = 0;
  self->functions->look (self->owner);
  return G_SOURCE_REMOVE;
}

void
sarap_feed_watch_server (SarapFeed *self, PGconn *pg)
{
  hang_up (self);
  g_clear_handle_id (&self->asked_again, g_source_remove);
  self->pg = pg;
  if (!pg)
    {
      self->asked_again = g_timeout_add (ASK_AGAIN, on_no_line, self);
      return;
    }
  self->line = g_unix_fd_add (PQsocket (pg), G_IO_IN | G_IO_HUP | G_IO_ERR, on_line, self);
  sarap_pulse_start (&self->pulse);
  beat_when_due (self);
  /* libpq already has what came since LISTEN */
  on_line (PQsocket (pg), G_IO_IN, self);
}

#include "store/sarap-feed.h"

#include <glib-unix.h>

/* Milliseconds: what comes so close together is told at once; how often SQLite is asked although no
   file was seen to change; when a broken line is tried again */
#define GATHER 20
#define ASK_AGAIN 2000

struct _SarapFeed
{
  /* Owned */
  SarapChanges *pending;
  GFileMonitor *monitor;
  PGconn *pg;
  guint told_soon, asked_again, line;

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
  g_clear_pointer (&self->pg, PQfinish);
}

void
sarap_feed_free (SarapFeed *self)
{
  if (!self)
    return;
  hang_up (self);
  g_clear_handle_id (&self->told_soon, g_source_remove);
  g_clear_handle_id (&self->asked_again, g_source_remove);
  if (self->monitor)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  sarap_changes_free (self->pending);
  g_free (self);
}

static gboolean
on_gathered (gpointer data)
{
  SarapFeed *self = data;
  g_autoptr (SarapChanges) changes = self->pending;
  g_autoptr (GObject) kept = g_object_ref (self->owner); /* also if it is closed by one of these */

  self->told_soon = 0;
  self->pending = sarap_changes_new ();
  sarap_changes_foreach (changes, self->functions->changed, kept);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (SarapFeed *self)
{
  if (self->told_soon == 0 && !sarap_changes_is_empty (self->pending))
    self->told_soon = g_timeout_add (GATHER, on_gathered, self);
}

void
sarap_feed_tell (SarapFeed *self, SarapChanges *changes)
{
  sarap_changes_merge (self->pending, changes);
  tell_soon (self);
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

static gboolean
on_line (int fd, GIOCondition condition, gpointer data)
{
  SarapFeed *self = data;
  PGnotify *notification;

  if (!PQconsumeInput (self->pg) || PQstatus (self->pg) != CONNECTION_OK)
    {
      self->line = 0;
      hang_up (self);
      self->functions->look (self->owner);
      return G_SOURCE_REMOVE;
    }
  while ((notification = PQnotifies (self->pg)))
    {
      sarap_changes_add_text (self->pending, notification->extra);
      PQfreemem (notification);
    }
  tell_soon (self);
  return G_SOURCE_CONTINUE;
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
  /* what came between LISTEN and now is in libpq's hands already */
  on_line (PQsocket (pg), G_IO_IN, self);
}

#pragma once

#include "store/sarap-changes.h"
#include "store/sarap-database.h"

#include <gio/gio.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/**
 * SarapFeed:
 *
 * Listens on the main loop for what others change. The first change is told at once; what follows
 * within some milliseconds is gathered. What it is sent may come from anybody who may connect:
 * words that are no tables of ours are forgotten.
 */
typedef struct _SarapFeed SarapFeed;

/* What the feed needs of its owner; called on the main loop */
typedef struct
{
  /* something changed */
  void (*changed) (const SarapChange *change, gpointer owner);
  /* the store's thread should look: SQLite may have changed, or the line to the server broke */
  void (*look) (gpointer owner);
  /* the server does not answer any more, although the line to it is not broken */
  void (*silent) (gpointer owner);
} SarapFeedOwner;

/* @functions: what @owner is told by; both outlive the feed */
SarapFeed *sarap_feed_new  (const SarapFeedOwner *functions, GObject *owner);
void       sarap_feed_free (SarapFeed *self);
/* Takes @changes and tells them at once, or with others when it told something a moment ago */
void       sarap_feed_tell (SarapFeed *self, SarapChanges *changes);
/* Watches a file of SQLite */
void       sarap_feed_watch_file (SarapFeed *self, const char *path);
/* Takes a connection that listens; %NULL: there is none now, look again later */
void       sarap_feed_watch_server (SarapFeed *self, PGconn *pg);

/* On the store's thread */

/* A connection of its own that listens */
PGconn    *sarap_feed_connect (SarapDatabase *db);

/**
 * SarapFeedMark:
 *
 * How far the changes of an SQLite database have been seen.
 */
typedef struct
{
  gint64 data_version, total_changes, seq;
} SarapFeedMark;

/* Changes after @mark, which moves on; %NULL for none. The first look only sets the mark. */
SarapChanges *sarap_feed_look (SarapDatabase *db, SarapFeedMark *mark);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFeed, sarap_feed_free)

G_END_DECLS

#pragma once

#include "store/sarap-changes.h"
#include "store/sarap-database.h"

#include <gio/gio.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/**
 * SarapFeed:
 *
 * Listens on the main loop for changes by others. The first change is told at once, those of the
 * next milliseconds together. Any client that may connect can send notifications: names that are no
 * tables of the schema are ignored.
 */
typedef struct _SarapFeed SarapFeed;

/* The callbacks of the feed's owner, on the main loop */
typedef struct
{
  /* a record changed */
  void (*changed) (const SarapChange *change, gpointer owner);
  /* the store's thread should look: SQLite may have changed, or the line to the server is broken */
  void (*look) (gpointer owner);
  /* the server does not answer, although the line to it is not broken */
  void (*silent) (gpointer owner);
} SarapFeedOwner;

/* @functions: the callbacks of @owner; both must outlive the feed */
SarapFeed *sarap_feed_new  (const SarapFeedOwner *functions, GObject *owner);
void       sarap_feed_free (SarapFeed *self);
/* Takes @changes and tells them, at once or a little later together with others */
void       sarap_feed_tell (SarapFeed *self, SarapChanges *changes);
/* Watches an SQLite file */
void       sarap_feed_watch_file (SarapFeed *self, const char *path);
/* Takes a connection that listens; NULL: there is none, look again later */
void       sarap_feed_watch_server (SarapFeed *self, PGconn *pg);

/* Functions for the store's thread */

/* Makes a separate connection that listens */
PGconn    *sarap_feed_connect (SarapDatabase *db);

/**
 * SarapFeedMark:
 *
 * The state of an SQLite database up to which its changes are known.
 */
typedef struct
{
  gint64 data_version, total_changes, seq;
} SarapFeedMark;

/* Returns the changes since @mark, and moves it on; NULL for none. The first call only sets the
   mark. */
SarapChanges *sarap_feed_look (SarapDatabase *db, SarapFeedMark *mark);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapFeed, sarap_feed_free)

G_END_DECLS

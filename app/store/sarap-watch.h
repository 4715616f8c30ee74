#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapWatch:
 *
 * Watches, from a separate thread, that the server of a database answers: for a program without a
 * main loop, whose only thread waits for the server. After a second it makes a second connection to
 * the same server and asks it at intervals. So a statement that takes minutes is distinguished from
 * a silent server.
 */
typedef struct _SarapWatch SarapWatch;

typedef enum
{
  SARAP_WATCH_SILENT,  /* the server has not answered for some ten seconds */
  SARAP_WATCH_ANSWERS, /* it answers again */
  SARAP_WATCH_GIVEN_UP /* still silent after ten more: the waiting call gets an error */
} SarapWatchEvent;

/* Called on the watch's thread */
typedef void (*SarapWatchFunc) (SarapWatchEvent event);

/* Starts the watch; NULL for a file, which needs none */
SarapWatch *sarap_watch_new  (SarapDatabase *db, SarapWatchFunc told);
void        sarap_watch_free (SarapWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapWatch, sarap_watch_free)

G_END_DECLS

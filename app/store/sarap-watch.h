#pragma once

#include "store/sarap-database.h"

G_BEGIN_DECLS

/**
 * SarapWatch:
 *
 * Watches, from a thread of its own, that the server of a database answers: for a program without a
 * main loop, whose one thread waits for the server. After a second it makes a connection of its own
 * to the same server and asks that now and then. So a statement that takes minutes is told apart from
 * a server that is silent.
 */
typedef struct _SarapWatch SarapWatch;

typedef enum
{
  SARAP_WATCH_SILENT,  /* the server has not answered for some ten seconds */
  SARAP_WATCH_ANSWERS, /* it answers again */
  SARAP_WATCH_GIVEN_UP /* still silent after ten more: whoever waits for it gets an error */
} SarapWatchEvent;

/* On the watch's thread */
typedef void (*SarapWatchFunc) (SarapWatchEvent event);

/* %NULL for a file, which needs none */
SarapWatch *sarap_watch_new  (SarapDatabase *db, SarapWatchFunc told);
void        sarap_watch_free (SarapWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapWatch, sarap_watch_free)

G_END_DECLS

#pragma once

#include "models/sarap-officer-cache-entry.h"
#include "procedure/sarap-bodies.h"

G_BEGIN_DECLS

/* What the cache asks on the store's thread; for the cache alone */

/* One officer as the store's thread hands them over */
typedef struct
{
  gint64 officer_id;
  gint64 body_id;
  gint64 unit_id;
  SarapDate position_since;
  SarapOfficerCacheEntry entry; /* its position is a place in the answer's positions */
} SarapOfficerCacheLine;

typedef struct
{
  SarapDate today;
  char *after;
  GArray *wanted; /* ids; NULL: those after @after */
  gboolean bodies;
} SarapOfficerCacheQuestion;

typedef struct
{
  GArray *lines;
  GArray *wanted;
  char *last;
  SarapBodies *bodies;
  GPtrArray *positions; /* titles in Kazakh and in Russian, by turns */
  gboolean end;
} SarapOfficerCacheAnswer;

void sarap_officer_cache_question_free (gpointer data);
void sarap_officer_cache_answer_free (gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapOfficerCacheAnswer, sarap_officer_cache_answer_free)

/* Reads where some officers stand, on the store's thread: a #SarapOfficerCacheAnswer */
gpointer sarap_officer_cache_ask (SarapDatabase *db,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS

#pragma once

#include "models/sarap-officer-cache-entry.h"
#include "procedure/sarap-bodies.h"

G_BEGIN_DECLS

/* Questions of the officer cache on the store's thread, for the cache only */

/* One officer, as passed on by the store's thread */
typedef struct
{
  gint64 officer_id;
  gint64 body_id;
  gint64 unit_id;
  SarapDate position_since;
  SarapOfficerCacheEntry entry; /* its position is an index in the answer's positions */
} SarapOfficerCacheLine;

typedef struct
{
  SarapDate today;
  char *after;
  GArray *wanted; /* ids; NULL: officers after @after */
  gboolean bodies;
} SarapOfficerCacheQuestion;

typedef struct
{
  GArray *lines;
  GArray *wanted;
  char *last;
  SarapBodies *bodies;
  GPtrArray *positions; /* titles in Kazakh and in Russian, alternating */
  gboolean end;
} SarapOfficerCacheAnswer;

void sarap_officer_cache_question_free (gpointer data);
void sarap_officer_cache_answer_free (gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapOfficerCacheAnswer, sarap_officer_cache_answer_free)

/* Reads the standings of some officers, on the store's thread; returns a SarapOfficerCacheAnswer */
gpointer sarap_officer_cache_ask (SarapDatabase *db,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS

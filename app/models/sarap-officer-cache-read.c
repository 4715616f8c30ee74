/* The part of the officer cache that reads on the store's thread */
#include "models/sarap-officer-cache-read.h"

#include "procedure/sarap-review.h"
#include "records/sarap-officer-list.h"

/* Officers a slice: a few milliseconds, so that a view's call does not wait for long */
#define SARAP_OFFICER_CACHE_SLICE 500

void
sarap_officer_cache_question_free (gpointer data)
{
  SarapOfficerCacheQuestion *question = data;

  g_free (question->after);
  g_clear_pointer (&question->wanted, g_array_unref);
  g_free (question);
}

void
sarap_officer_cache_answer_free (gpointer data)
{
  SarapOfficerCacheAnswer *answer = data;

  g_array_unref (answer->lines);
  g_ptr_array_unref (answer->positions);
  g_clear_pointer (&answer->wanted, g_array_unref);
  g_clear_pointer (&answer->bodies, sarap_bodies_unref);
  g_free (answer->last);
  g_free (answer);
}

static SarapOfficerCacheDay
pack_day (SarapDate date)
{
  return date == SARAP_DATE_NONE ? 0 : CLAMP (date - SARAP_OFFICER_CACHE_EPOCH, 1, G_MAXUINT16);
}

static gboolean
on_review_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  SarapOfficerCacheAnswer *answer = data;
  SarapOfficerCacheLine entry = {
    .officer_id = line->officer_id,
    .body_id = line->body_id,
    .unit_id = line->unit_id,
    .position_since = line->standing.position_since,
    .entry = {
      .deadline = pack_day (line->standing.deadline),
      .window_start = pack_day (line->standing.window_start),
      .deferred_until = pack_day (line->deferred_until),
      .status = line->standing.status,
      .central = line->standing.central,
      .deferral = line->standing.deferral,
      .implausible = line->implausible,
      .open_long = line->open_long != SARAP_DATE_NONE,
    },
  };

  g_array_append_val (answer->lines, entry);
  g_free (answer->last);
  answer->last = g_strdup (line->iin);
  return TRUE;
}

typedef struct
{
  SarapOfficerCacheAnswer *answer;
  GHashTable *indexes; /* id → index of the line, from 1 */
} PositionReading;

static void
on_position (const char *position_kk, const char *position_ru, const GArray *ids, gpointer data)
{
  PositionReading *reading = data;

  g_ptr_array_add (reading->answer->positions, g_strdup (position_kk));
  g_ptr_array_add (reading->answer->positions, g_strdup (position_ru));
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);
      guint index =
          GPOINTER_TO_UINT (g_hash_table_lookup (reading->indexes, GUINT_TO_POINTER (id)));

      if (index != 0)
        g_array_index (reading->answer->lines, SarapOfficerCacheLine, index - 1).entry.position =
            reading->answer->positions->len / 2;
    }
}

/* Reads the positions of all lines by one query, a row for each position */
static gboolean
read_positions (SarapDatabase *db, SarapOfficerCacheAnswer *answer, GError **error)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SarapOfficerListKey));
  PositionReading reading = { answer, indexes };

  for (guint i = 0; i < answer->lines->len; i++)
    {
      const SarapOfficerCacheLine *line = &g_array_index (answer->lines, SarapOfficerCacheLine, i);
      SarapOfficerListKey key = { line->officer_id, line->position_since };

      if (key.since == SARAP_DATE_NONE)
        continue;
      g_array_append_val (keys, key);
      g_hash_table_insert (indexes, GSIZE_TO_POINTER (line->officer_id), GUINT_TO_POINTER (i + 1));
    }
  return keys->len == 0 ||
         sarap_officer_list_positions (db, (const SarapOfficerListKey *) keys->data, keys->len,
                                       on_position, &reading, error);
}

gpointer
sarap_officer_cache_ask (SarapDatabase *db,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  SarapOfficerCacheQuestion *question = data;
  g_autoptr (SarapOfficerCacheAnswer) answer = g_new0 (SarapOfficerCacheAnswer, 1);
  gboolean read;

  answer->lines = g_array_new (FALSE, FALSE, sizeof (SarapOfficerCacheLine));
  answer->positions = g_ptr_array_new_with_free_func (g_free);
  if (question->bodies && !(answer->bodies = sarap_bodies_read (db, error)))
    return NULL;
  if (question->wanted != NULL)
    {
      answer->wanted = g_array_ref (question->wanted);
      read = sarap_review_some (db, question->today, (const gint64 *) question->wanted->data,
                                question->wanted->len, on_review_line, answer, error);
    }
  else
    {
      int n = sarap_review_slice (db, question->today, question->after, SARAP_OFFICER_CACHE_SLICE,
                                  on_review_line, answer, error);

      read = n >= 0;
      answer->end = n < SARAP_OFFICER_CACHE_SLICE;
    }
  return read && read_positions (db, answer, error) ? g_steal_pointer (&answer) : NULL;
}

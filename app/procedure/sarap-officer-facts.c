#include "procedure/sarap-officer-facts.h"

#include "base/sarap-log.h"
#include "procedure/sarap-review.h"
#include "records/sarap-officer-list.h"

typedef struct
{
  GArray *facts;
  GArray *keys;
  GHashTable *indexes; /* id → index in facts, from 1 */
} Reading;

static gboolean
on_review_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  Reading *reading = data;
  SarapOfficerListKey key = { line->officer_id, line->standing.position_since };
  SarapOfficerFacts facts = {
    .id = line->officer_id,
    .standing = line->standing,
    .body_id = line->body_id,
    .unit_id = line->unit_id,
    .deferred_until = line->deferred_until,
    .commission = g_strdup (line->commission),
  };

  g_array_append_val (reading->facts, facts);
  g_array_append_val (reading->keys, key);
  g_hash_table_insert (reading->indexes, GSIZE_TO_POINTER (line->officer_id),
                       GUINT_TO_POINTER (reading->facts->len));
  return TRUE;
}

static void
on_list_row (const SarapOfficerListRow *row, gpointer data)
{
  Reading *reading = data;
  guint index =
      GPOINTER_TO_UINT (g_hash_table_lookup (reading->indexes, GSIZE_TO_POINTER (row->officer_id)));
  SarapOfficerFacts *facts = NULL;

  if (index == 0)
    return;
  facts = &g_array_index (reading->facts, SarapOfficerFacts, index - 1);
  facts->iin = g_strdup (row->iin);
  facts->name = g_strjoin (" ", row->surname, row->given_name, row->patronymic, NULL);
  facts->position_kk = g_strdup (row->position_kk);
  facts->position_ru = g_strdup (row->position_ru);
}

/* Leaves out officers who were removed between the two questions */
static void
remove_nameless (GArray *facts)
{
  for (guint i = facts->len; i > 0; i--)
    if (g_array_index (facts, SarapOfficerFacts, i - 1).name == NULL)
      g_array_remove_index_fast (facts, i - 1);
}

GArray *
sarap_officer_facts_read (
    SarapDatabase *db, SarapDate today, const guint32 *ids, guint n_ids, GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("what a list shows of officers");
  g_autofree gint64 *officers = g_new (gint64, n_ids);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (SarapOfficerFacts));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SarapOfficerListKey));
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);
  Reading reading = { facts, keys, indexes };

  timed.rows = n_ids;
  g_array_set_clear_func (facts, (GDestroyNotify) sarap_officer_facts_clear);
  for (guint i = 0; i < n_ids; i++)
    officers[i] = ids[i];
  if (!sarap_review_some (db, today, officers, n_ids, on_review_line, &reading, error) ||
      !sarap_officer_list_rows (db, (const SarapOfficerListKey *) keys->data, keys->len,
                                on_list_row, &reading, error))
    return NULL;
  remove_nameless (facts);
  return g_steal_pointer (&facts);
}

void
sarap_officer_facts_clear (SarapOfficerFacts *facts)
{
  g_clear_pointer (&facts->iin, g_free);
  g_clear_pointer (&facts->name, g_free);
  g_clear_pointer (&facts->position_kk, g_free);
  g_clear_pointer (&facts->position_ru, g_free);
  g_clear_pointer (&facts->commission, g_free);
}

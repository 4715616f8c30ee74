/* What the palette finds of officers */
#include "officers/sarap-officers-page.h"

#include "officers/sarap-officers-list-format.h"
#include "procedure/sarap-officer-facts.h"
#include "procedure/sarap-officer-find.h"
#include "records/sarap-name-keys.h"
#include "shell/sarap-search-result.h"

/* Whom the palette offers at most */
#define OFFERED 8
/* Of so many the best are chosen */
#define LOOKED_AT 200

static int
compare (gconstpointer a, gconstpointer b, gpointer text)
{
  const SarapOfficerFacts *one = a, *other = b;
  g_autofree char *one_name = sarap_fold (one->name, SARAP_FOLD_LOOSE);
  g_autofree char *other_name = sarap_fold (other->name, SARAP_FOLD_LOOSE);
  gboolean one_begins = g_str_has_prefix (one_name, text);
  gboolean other_begins = g_str_has_prefix (other_name, text);
  g_autofree char *one_key = NULL;
  g_autofree char *other_key = NULL;

  if (one_begins != other_begins)
    return one_begins ? -1 : 1;
  one_key = sarap_sort_key (one->name, NULL, NULL);
  other_key = sarap_sort_key (other->name, NULL, NULL);
  return strcmp (one_key, other_key);
}

/* The best first: those whose surname begins so */
static GListModel *
offer (GArray *facts, const char *text)
{
  GListStore *found = g_list_store_new (SARAP_TYPE_SEARCH_RESULT);
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_LOOSE);

  g_array_sort_with_data (facts, compare, folded);
  for (guint i = 0; i < MIN (facts->len, OFFERED); i++)
    {
      const SarapOfficerFacts *one = &g_array_index (facts, SarapOfficerFacts, i);
      g_autofree char *path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, one->id);
      g_autofree char *position = sarap_officers_say_plain (SARAP_COLUMN_POSITION, one, NULL);
      g_autofree char *subtitle =
          *position == '\0' ? g_strdup (one->iin) : g_strjoin (" · ", one->iin, position, NULL);
      g_autoptr (SarapSearchResult) item =
          sarap_search_result_new_for_path ("sarap-officers-symbolic", one->name, subtitle, path);

      g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

GListModel *
sarap_officers_search (
    SarapDatabase *db, SarapDate today, const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (SarapBodies) bodies = sarap_bodies_read (db, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) facts = NULL;

  if (bodies == NULL)
    return NULL;
  ids = sarap_officers_find (db, bodies, text, FALSE, NULL, cancellable, error);
  if (ids != NULL && ids->len == 0)
    {
      g_array_unref (ids);
      ids = sarap_officers_find (db, bodies, text, TRUE, NULL, cancellable, error);
    }
  if (ids == NULL || !(facts = sarap_officer_facts_read (db, today, (const guint32 *) ids->data,
                                                         MIN (ids->len, LOOKED_AT), error)))
    return NULL;
  return offer (facts, text);
}

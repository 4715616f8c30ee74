#include "officers/sarap-officers-page-private.h"

#include "models/sarap-officer-rows.h"
#include "procedure/sarap-officer-find.h"
#include "records/sarap-name-keys.h"

/* Whom the palette offers at most */
#define OFFERED 8
/* Of so many the best are chosen */
#define LOOKED_AT 200

typedef struct
{
  char *text;
  SarapDate today;
  SarapBodies *bodies; /* NULL: to be read */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->bodies, sarap_bodies_unref);
  g_free (question->text);
  g_free (question);
}

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

/* On the store's thread */
static gpointer
ask (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) facts = NULL;

  if (question->bodies == NULL && !(question->bodies = sarap_bodies_read (db, error)))
    return NULL;
  ids = sarap_officers_find (db, question->bodies, question->text, FALSE, NULL, cancellable, error);
  if (ids != NULL && ids->len == 0)
    {
      g_array_unref (ids);
      ids = sarap_officers_find (db, question->bodies, question->text, TRUE, NULL, cancellable,
                                 error);
    }
  if (ids == NULL ||
      !(facts = sarap_officer_facts_read (db, question->today, (const guint32 *) ids->data,
                                          MIN (ids->len, LOOKED_AT), error)))
    return NULL;
  return offer (facts, question->text);
}

static void
on_asked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GListModel *found = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
sarap_officers_page_search_async (SarapPage *page,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  SarapStore *store = sarap_page_get_store (page);
  g_autoptr (GTask) task = g_task_new (page, cancellable, callback, user_data);
  SarapBodies *bodies = NULL;
  Question *question = NULL;

  g_task_set_source_tag (task, sarap_officers_page_search_async);
  if (store == NULL || *text == '\0')
    {
      g_task_return_pointer (task, g_list_store_new (SARAP_TYPE_SEARCH_RESULT), g_object_unref);
      return;
    }
  bodies = sarap_officer_cache_get_bodies (sarap_officer_cache_get (store));
  question = g_new0 (Question, 1);
  question->text = g_strdup (text);
  question->today = sarap_page_get_today (page);
  question->bodies = bodies != NULL ? sarap_bodies_ref (bodies) : NULL;
  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, ask, question, question_free,
                          g_object_unref, cancellable, on_asked, g_steal_pointer (&task));
}

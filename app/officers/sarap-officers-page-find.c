/* The officers that the palette finds */
#include "officers/sarap-officers-page.h"

#include "models/sarap-officers-search.h"
#include "officers/sarap-officers-list-format.h"
#include "procedure/sarap-officer-facts.h"
#include "records/sarap-name-keys.h"
#include "shell/sarap-search-result.h"

/* Officers that the palette offers at most */
#define OFFERED 8
/* Officers found in memory, of which the best are offered: reading more would take too long */
#define LOOKED_AT 200

/* One search: officers are found in memory, and then read from the store */
typedef struct
{
  /* Owned */
  SarapStore *store;
  SarapOfficersSearch *search;
  SarapBodies *bodies;
  GArray *ids; /* of the officers that match best */
  char *text;  /* folded loosely */
  GSource *cancelled;

  SarapDate today;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_object_unref (finding->store);
  g_object_unref (finding->search);
  g_clear_pointer (&finding->bodies, sarap_bodies_unref);
  g_clear_pointer (&finding->ids, g_array_unref);
  g_free (finding->text);
  g_free (finding);
}

static gboolean
has_prefix (const SarapOfficerFacts *facts, const char *text)
{
  g_autofree char *name = sarap_fold (facts->name, SARAP_FOLD_LOOSE);

  return g_str_has_prefix (name, text);
}

/* The best match is first, then a surname that begins with the text */
static int
finding_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const SarapOfficerFacts *one = a, *other = b;
  Finding *finding = data;
  int order = (int) sarap_officers_search_match (finding->search, other->id) -
              (int) sarap_officers_search_match (finding->search, one->id);
  g_autofree char *one_key = NULL;
  g_autofree char *other_key = NULL;

  if (order == 0)
    order = has_prefix (other, finding->text) - has_prefix (one, finding->text);
  if (order != 0)
    return order;
  one_key = sarap_sort_key (one->name, NULL, NULL);
  other_key = sarap_sort_key (other->name, NULL, NULL);
  return strcmp (one_key, other_key);
}

static char *
say_subtitle (const SarapOfficerFacts *facts, SarapBodies *bodies)
{
  static const SarapOfficersColumn said[] = { SARAP_COLUMN_IIN, SARAP_COLUMN_POSITION,
                                              SARAP_COLUMN_BODY };
  GString *subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *text = sarap_officers_say_plain (said[i], facts, bodies);

      if (*text != '\0')
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", text);
    }
  return g_string_free (subtitle, FALSE);
}

static GListModel *
finding_offer (Finding *finding, GArray *facts)
{
  GListStore *found = g_list_store_new (SARAP_TYPE_SEARCH_RESULT);

  g_array_sort_with_data (facts, finding_compare, finding);
  for (guint i = 0; i < MIN (facts->len, OFFERED); i++)
    {
      const SarapOfficerFacts *one = &g_array_index (facts, SarapOfficerFacts, i);
      g_autofree char *path = g_strdup_printf ("officers/%" G_GINT64_FORMAT, one->id);
      g_autofree char *subtitle = say_subtitle (one, finding->bodies);
      g_autoptr (SarapSearchResult) item =
          sarap_search_result_new_for_path ("sarap-officers-symbolic", one->name, subtitle, path);

      g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

/* Runs on the store's thread */
static gpointer
finding_read (SarapDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Finding *finding = g_task_get_task_data (data);

  return sarap_officer_facts_read (db, finding->today, (const guint32 *) finding->ids->data,
                                   finding->ids->len, error);
}

static void
on_facts (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GArray) facts = sarap_store_call_finish (SARAP_STORE (object), result, &error);

  if (facts == NULL)
    g_task_return_error (task, error);
  else
    {
      g_debug ("%u officers were read for the palette", facts->len);
      g_task_return_pointer (task, finding_offer (g_task_get_task_data (task), facts),
                             g_object_unref);
    }
}

static void
finding_read_async (GTask *task)
{
  Finding *finding = g_task_get_task_data (task);

  finding->ids = sarap_officers_search_dup_best (finding->search, LOOKED_AT);
  sarap_store_call_async (finding->store, SARAP_STORE_PRIORITY_VIEW, finding_read,
                          g_object_ref (task), g_object_unref, (GDestroyNotify) g_array_unref,
                          g_task_get_cancellable (task), on_facts, g_object_ref (task));
}

static void
finding_end_waiting (GTask *task)
{
  Finding *finding = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (finding->search, task);
  g_source_destroy (finding->cancelled);
  g_clear_pointer (&finding->cancelled, g_source_unref);
}

/* Names are enough: the standing of all officers may take seconds longer */
static gboolean
finding_knows_names (Finding *finding)
{
  return sarap_officer_names_get_complete (
      sarap_officer_cache_get_names (sarap_officer_cache_get (finding->store)));
}

static void
on_matches (SarapOfficersSearch *search, GTask *task)
{
  if (!finding_knows_names (g_task_get_task_data (task)))
    return;
  finding_end_waiting (task);
  finding_read_async (task);
  g_object_unref (task);
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;

  finding_end_waiting (task);
  g_task_return_error_if_cancelled (task);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* Waits until names have been read, once after the start */
static void
finding_wait_for_names (GTask *task)
{
  Finding *finding = g_task_get_task_data (task);

  finding->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (finding->cancelled, G_SOURCE_FUNC (on_cancelled), g_object_ref (task),
                         NULL);
  g_source_attach (finding->cancelled, NULL);
  g_signal_connect (finding->search, "found", G_CALLBACK (on_matches), task);
}

void
sarap_officers_search (SarapSession *session,
                       const char *text,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  SarapOfficerCache *cache = sarap_officer_cache_get (sarap_session_get_store (session));
  SarapBodies *bodies = sarap_officer_cache_get_bodies (cache);
  Finding *finding = g_new0 (Finding, 1);

  finding->store = g_object_ref (sarap_session_get_store (session));
  finding->today = sarap_session_get_today (session);
  finding->bodies = bodies != NULL ? sarap_bodies_ref (bodies) : NULL;
  finding->text = sarap_fold (text, SARAP_FOLD_LOOSE);
  finding->search = sarap_officers_search_new (cache);
  g_task_set_task_data (task, finding, finding_free);
  sarap_officer_cache_set_today (cache, finding->today);
  sarap_officers_search_look_for (finding->search, text);
  if (!sarap_officers_search_get_active (finding->search))
    g_task_return_pointer (task, g_list_store_new (SARAP_TYPE_SEARCH_RESULT), g_object_unref);
  else if (finding_knows_names (finding))
    finding_read_async (task);
  else
    finding_wait_for_names (task);
}

#include "sarap-test-store.h"

#define LONGEST 20

static gboolean
on_too_long (gpointer text)
{
  g_error ("%s: still not so after %d s", (const char *) text, LONGEST);
  return G_SOURCE_REMOVE;
}

GSource *
sarap_test_wait_begin (const char *text)
{
  GSource *end = g_timeout_source_new_seconds (LONGEST);

  g_source_set_callback (end, on_too_long, (gpointer) text, NULL);
  g_source_attach (end, NULL);
  return end;
}

void
sarap_test_wait_end (GSource *end)
{
  g_source_destroy (end);
  g_source_unref (end);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

SarapStore *
sarap_test_store_open (const char *name)
{
  SarapStore *store = sarap_store_new (name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sarap_store_open_async (store, NULL, FALSE, NULL, on_ready, &result);
  sarap_test_wait (result);
  sarap_store_open_finish (store, result, &error);
  g_assert_no_error (error);
  return store;
}

gpointer
sarap_test_store_call (SarapStore *store, SarapStoreFunc func, gpointer data, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sarap_store_call_async (store, SARAP_STORE_PRIORITY_VIEW, func, data, NULL, NULL, NULL, on_ready,
                          &result);
  sarap_test_wait (result);
  return sarap_store_call_finish (store, result, error);
}

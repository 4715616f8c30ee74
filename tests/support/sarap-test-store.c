#include "sarap-test-store.h"

#include <stdlib.h>

/* On an idle machine, s */
#define LONGEST 20

typedef struct
{
  const char *text;
  gint64 began;
} Wait;

/* Programs that want each processor, at least one: what takes a second on an idle machine takes so
   many */
static double
slowness (void)
{
  double load;

  return getloadavg (&load, 1) == 1 ? MAX (1, load / g_get_num_processors ()) : 1;
}

static gboolean
on_second (gpointer data)
{
  Wait *wait = data;
  double seconds = (g_get_monotonic_time () - wait->began) / (double) G_USEC_PER_SEC;

  if (seconds > LONGEST * slowness ())
    g_error ("%s: still not so after %.0f s", wait->text, seconds);
  return G_SOURCE_CONTINUE;
}

GSource *
sarap_test_wait_begin (const char *text)
{
  GSource *end = g_timeout_source_new_seconds (1);
  Wait *wait = g_new (Wait, 1);

  *wait = (Wait){ text, g_get_monotonic_time () };
  g_source_set_callback (end, on_second, wait, g_free);
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

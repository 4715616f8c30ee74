#pragma once

#include "store/sarap-store.h"

G_BEGIN_DECLS

/* Runs the main loop until @condition is true; fails the test after twenty seconds, or as many times
   more as programs want each processor */
#define sarap_test_wait(condition) \
  do { \
      GSource *end = sarap_test_wait_begin (G_STRLOC ": " #condition); \
      while (!(condition)) \
        g_main_context_iteration (NULL, TRUE); \
      sarap_test_wait_end (end); \
    } while (0)
GSource    *sarap_test_wait_begin (const char *text);
void        sarap_test_wait_end   (GSource *end);

/* Opens @name and waits until it is open */
SarapStore *sarap_test_store_open (const char *name);
/* Runs one call and waits for its answer */
gpointer    sarap_test_store_call (SarapStore *store, SarapStoreFunc func, gpointer data, GError **error);

G_END_DECLS

#pragma once

#include <glib.h>

/* Of many cases alike a test tries one in so many. Where leaks are looked for (SARAP_TEST_LEAKS, set
   by tests/run), which takes a program four times as long, one in ten: what is not freed there is not
   freed in the others either. */
static inline guint
sarap_test_one_in (void)
{
  return g_getenv ("SARAP_TEST_LEAKS") != NULL ? 10 : 1;
}

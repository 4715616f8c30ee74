#include "base/sarap-language.h"
#include "base/sarap-paths.h"

#include <glib/gi18n-lib.h>

/* A language that is set is spoken at once, whatever was spoken before */
static void
test_set (void)
{
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    {
      sarap_language_set (sarap_languages[i].code);
      g_assert_cmpstr (sarap_language_get (), ==, sarap_languages[i].code);
    }
  sarap_language_set ("en");
  g_assert_cmpstr (_ ("Today"), ==, "Today");
  sarap_language_set ("ru");
  g_assert_cmpstr (_ ("Today"), ==, "Сегодня");
}

/* A program run from its build folder finds what was built there, and nothing else */
static void
test_paths (void)
{
  g_autofree char *found = sarap_paths_find ("po", "share/locale");
  g_autofree char *missing = sarap_paths_find ("no-such-folder", "no/such/folder");

  g_assert_nonnull (found);
  g_assert_true (g_str_has_suffix (found, "/po"));
  g_assert_null (missing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  g_test_add_func ("/language/set", test_set);
  g_test_add_func ("/language/paths", test_paths);
  return g_test_run ();
}

#include "base/sarap-paths.h"

#define DEEPEST 3

char *
sarap_paths_find (const char *in_build, const char *installed)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  for (int depth = 0; depth < DEEPEST; depth++)
    {
      g_autofree char *built = g_build_filename (folder, in_build, NULL);
      g_autofree char *ready = g_build_filename (folder, installed, NULL);
      g_autofree char *above = NULL;

      if (g_file_test (built, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&built);
      if (g_file_test (ready, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&ready);
      above = g_path_get_dirname (folder);
      g_free (folder);
      folder = g_steal_pointer (&above);
    }
  return NULL;
}

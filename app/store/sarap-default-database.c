#include "store/sarap-default-database.h"

#include <string.h>

static char *
path_of_memory (void)
{
  return g_build_filename (g_get_user_config_dir (), "sarap", "last-database", NULL);
}

char *
sarap_default_database_last (void)
{
  g_autofree char *path = path_of_memory ();
  char *name = NULL;

  if (!g_file_get_contents (path, &name, NULL, NULL))
    return NULL;
  g_strstrip (name);
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

char *
sarap_default_database (void)
{
  char *last = sarap_default_database_last ();
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (last != NULL)
    return last;
  folder = g_build_filename (g_get_user_data_dir (), "sarap", NULL);
  g_mkdir_with_parents (folder, 0700);
  path = g_build_filename (folder, "sarap.sqlite", NULL);
  return g_strconcat ("sqlite:", path, NULL);
}

/* The path is made absolute: the next program may start in another folder */
static char *
make_absolute (const char *name)
{
  g_autofree char *path = NULL;

  if (!g_str_has_prefix (name, "sqlite:"))
    return g_strdup (name);
  path = g_canonicalize_filename (name + strlen ("sqlite:"), NULL);
  return g_strconcat ("sqlite:", path, NULL);
}

void
sarap_default_database_remember (const char *name)
{
  g_autofree char *path = path_of_memory ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *last = sarap_default_database_last ();
  g_autofree char *absolute = make_absolute (name);

  if (g_strcmp0 (absolute, last) != 0 && g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (path, absolute, strlen (absolute), G_FILE_SET_CONTENTS_CONSISTENT,
                              0600, NULL);
}

#include "store/sarap-known-files.h"

#include "store/sarap-database-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Older ones are forgotten: those are looked through again */
#define MOST_KEPT 100

static char *
path_of_memory (void)
{
  return g_build_filename (g_get_user_state_dir (), "sarap", "known-files", NULL);
}

/* "device:inode": a copy is another file, one that was renamed is the same */
static char *
group_of (const GStatBuf *file)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) file->st_dev,
                          (guint64) file->st_ino);
}

/* Size and time of the last change of its bytes, which a file's owner can set, and of the file
   itself, which nobody can */
static char *
state_of (const GStatBuf *file)
{
  return g_strdup_printf (
      "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
      (gint64) file->st_size, (gint64) file->st_mtim.tv_sec, file->st_mtim.tv_nsec,
      (gint64) file->st_ctim.tv_sec, file->st_ctim.tv_nsec);
}

static GKeyFile *
load (void)
{
  g_autofree char *path = path_of_memory ();
  GKeyFile *memory = g_key_file_new ();

  g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL);
  return memory;
}

gboolean
sarap_known_file (SarapDatabase *db)
{
  g_autoptr (GKeyFile) memory = load ();
  g_autofree char *group = NULL, *state = NULL, *kept = NULL;
  GStatBuf file = { 0 };

  if (db->name->path == NULL || g_stat (db->name->path, &file) != 0)
    return TRUE;
  group = group_of (&file);
  state = state_of (&file);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  return g_strcmp0 (kept, state) == 0;
}

void
sarap_known_file_trust (SarapDatabase *db)
{
  db->trusted = TRUE;
}

static void
forget_some (GKeyFile *memory)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (memory, &n);

  for (gsize i = 0; n > MOST_KEPT && i < n - MOST_KEPT; i++)
    g_key_file_remove_group (memory, groups[i], NULL);
}

void
sarap_known_file_remember (SarapDatabase *db)
{
  g_autoptr (GKeyFile) memory = NULL;
  g_autofree char *path = path_of_memory (), *folder = g_path_get_dirname (path);
  g_autofree char *group = NULL, *state = NULL, *kept = NULL;
  GStatBuf file = { 0 };

  if (!db->trusted || db->name->path == NULL || g_stat (db->name->path, &file) != 0)
    return;
  memory = load ();
  group = group_of (&file);
  state = state_of (&file);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  if (g_strcmp0 (kept, state) == 0)
    return;
  g_key_file_remove_group (memory, group, NULL);
  g_key_file_set_string (memory, group, "state", state);
  forget_some (memory);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (memory, path, NULL);
}

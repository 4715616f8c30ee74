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

/* Whether the chain still has the line that it ended with, and lines behind it */
static gboolean
has_gone_on (SarapDatabase *db, gint64 seq, const char *chain, gboolean *gone_on, GError **error)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT count (*) FROM audit WHERE seq = :seq AND chain = :chain"
                       " AND seq < (SELECT seq FROM audit_head)");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_integer (query, "seq", seq);
  sarap_query_text (query, "chain", chain);
  if ((rows = sarap_database_select (db, query, "i", error)) == NULL)
    return FALSE;
  *gone_on = sarap_rows_integer (rows, 0, 0) == 1;
  return TRUE;
}

gboolean
sarap_known_file (SarapDatabase *db, gboolean *known, GError **error)
{
  g_autoptr (GKeyFile) memory = load ();
  g_autofree char *group = NULL, *state = NULL, *kept = NULL, *chain = NULL;
  GStatBuf file = { 0 };

  *known = FALSE;
  if (db->name->path == NULL || g_stat (db->name->path, &file) != 0)
    return TRUE;
  group = group_of (&file);
  state = state_of (&file);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  chain = g_key_file_get_string (memory, group, "chain", NULL);
  if (kept == NULL || chain == NULL)
    return TRUE;
  *known = strcmp (kept, state) == 0;
  return *known ||
         has_gone_on (db, g_key_file_get_int64 (memory, group, "seq", NULL), chain, known, error);
}

void
sarap_known_file_trust (SarapDatabase *db)
{
  db->trusted = TRUE;
}

void
sarap_known_file_ask (SarapDatabase *db)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT seq, chain FROM audit_head");
  g_autoptr (SarapRows) rows = NULL;

  g_clear_pointer (&db->last_chain, g_free);
  if (!db->trusted || db->pg || !db->connection || db->lost || db->depth > 0 ||
      (rows = sarap_database_select (db, query, "it", NULL)) == NULL ||
      sarap_rows_count (rows) == 0)
    return;
  db->last_seq = sarap_rows_integer (rows, 0, 0);
  db->last_chain = g_strdup (sarap_rows_text (rows, 0, 1));
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

  if (db->last_chain == NULL || g_stat (db->name->path, &file) != 0)
    return;
  memory = load ();
  group = group_of (&file);
  state = state_of (&file);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  if (g_strcmp0 (kept, state) == 0)
    return;
  g_key_file_remove_group (memory, group, NULL);
  g_key_file_set_string (memory, group, "state", state);
  g_key_file_set_int64 (memory, group, "seq", db->last_seq);
  g_key_file_set_string (memory, group, "chain", db->last_chain);
  forget_some (memory);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (memory, path, NULL);
}

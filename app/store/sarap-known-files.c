#include "store/sarap-known-files.h"

#include "store/sarap-database-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Files that are remembered; older ones are examined again */
#define MOST_KEPT 100
#define BYTES_AT_ONCE 65536

static char *
path_of_memory (void)
{
  return g_build_filename (g_get_user_state_dir (), "sarap", "known-files", NULL);
}

/* "device:inode": a copy is another file, a renamed file is the same */
static char *
group_of (SarapDatabase *db)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) db->device,
                          (guint64) db->inode);
}

/* The contents of a log, empty if there are none; NULL if it cannot be read. Opening it may change
   its times. */
static char *
digest_of (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autofree guchar *bytes = g_malloc (BYTES_AT_ONCE);
  gboolean empty = TRUE;
  gssize n = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup ("");
  while (stream != NULL &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), bytes, BYTES_AT_ONCE, NULL, NULL)) > 0)
    {
      g_checksum_update (checksum, bytes, n);
      empty = FALSE;
    }
  if (stream == NULL || n < 0)
    return NULL;
  return g_strdup (empty ? "" : g_checksum_get_string (checksum));
}

/* SQLite reads the log that it has open. FALSE if the name now leads to another one. */
static gboolean
has_its_log (SarapDatabase *db, const char *real_path)
{
  g_autofree char *log = g_strconcat (real_path, "-wal", NULL);
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) mode = NULL;
  GStatBuf file;

  if (db->connection == NULL || sarap_file_is_copy (&db->file))
    return TRUE;
  query = sarap_query_new ("PRAGMA journal_mode");
  mode = sarap_database_select (db, query, "T", NULL);
  return (mode != NULL && sarap_rows_count (mode) == 1 &&
          !g_str_equal (sarap_rows_text (mode, 0, 0), "wal")) ||
         (g_stat (log, &file) == 0 && sarap_file_is_open (file.st_dev, file.st_ino));
}

/* The size and two times: of the last change of the contents, which the owner can set, and of the
   file, which the owner cannot set on this system. NULL if unknown, or if the name leads to another
   file now. */
static char *
bytes_of (SarapDatabase *db)
{
  GStatBuf file = { 0 };

  if (g_stat (db->name->path, &file) != 0 || file.st_dev != db->device || file.st_ino != db->inode)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT
                          ".%09ld",
                          (gint64) file.st_size, (gint64) file.st_mtim.tv_sec, file.st_mtim.tv_nsec,
                          (gint64) file.st_ctim.tv_sec, file.st_ctim.tv_nsec);
}

/* The identity of the file's contents and of its logs, which alone hold the last changes while the
   file is open. Readers make and remove empty logs. NULL if unknown. */
static char *
state_of (SarapDatabase *db)
{
  static const char *const ends[] = { "-wal", "-journal" };
  g_autoptr (GString) logs = g_string_new (NULL);
  /* the logs are in the folder that a link leads to */
  g_autofree char *real_path = realpath (db->name->path, NULL), *bytes = NULL;

  if (real_path == NULL || !has_its_log (db, real_path))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *log = g_strconcat (real_path, ends[i], NULL);
      g_autofree char *digest = digest_of (log);

      if (digest == NULL)
        return NULL;
      if (*digest != '\0')
        g_string_append_printf (logs, " %s %s", ends[i], digest);
    }
  /* after the logs, whose contents SQLite may move into the file */
  bytes = bytes_of (db);
  return bytes != NULL ? g_strconcat (bytes, logs->str, NULL) : NULL;
}

static GKeyFile *
memory_load (void)
{
  g_autofree char *path = path_of_memory ();
  GKeyFile *memory = g_key_file_new ();

  g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL);
  return memory;
}

/* SQLite's: changes with others' writes, not with those of this connection */
static gint64
data_version_of (SarapDatabase *db)
{
  gint64 data_version = 0;

  return sarap_database_ask (db, "PRAGMA data_version", &data_version, NULL) ? data_version : 0;
}

void
sarap_known_file_begin (SarapDatabase *db)
{
  if (db->name->path == NULL)
    return;
  g_free (db->bytes);
  db->bytes = bytes_of (db);
  db->data_version = data_version_of (db);
}

gboolean
sarap_known_file (SarapDatabase *db)
{
  g_autoptr (GKeyFile) memory = memory_load ();
  g_autofree char *group = NULL, *state = NULL, *kept = NULL;

  if (db->name->path == NULL || db->connection == NULL)
    return TRUE;
  group = group_of (db);
  state = state_of (db);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  return state != NULL && g_strcmp0 (kept, state) == 0;
}

void
sarap_known_file_trust (SarapDatabase *db)
{
  db->trusted = TRUE;
}

void
sarap_known_file_end (SarapDatabase *db)
{
  gint64 now = 0, n_changes = 0;

  if (!db->trusted || db->name->path == NULL)
    return;
  /* a copy that is out of date would be made again; a transaction does not see others' writes */
  if (db->depth == 0 &&
      !(sarap_file_is_copy (&db->file) && sarap_file_is_stale (&db->file, db->name->path)))
    now = data_version_of (db);
  db->trusted = now != 0 && now == db->data_version;
  if (db->trusted)
    db->saved =
        sarap_database_ask (db, "SELECT total_changes ()", &n_changes, NULL) && n_changes > 0;
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
  g_autofree char *group = NULL, *state = NULL, *kept = NULL, *bytes = NULL;

  if (!db->trusted || db->name->path == NULL)
    return;
  /* SQLite does not see bytes that another program copied over the file */
  bytes = bytes_of (db);
  if (!db->saved && g_strcmp0 (bytes, db->bytes) != 0)
    return;
  memory = memory_load ();
  group = group_of (db);
  state = state_of (db);
  kept = g_key_file_get_string (memory, group, "state", NULL);
  if (state == NULL || g_strcmp0 (kept, state) == 0)
    return;
  g_key_file_remove_group (memory, group, NULL);
  g_key_file_set_string (memory, group, "state", state);
  forget_some (memory);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (memory, path, NULL);
}

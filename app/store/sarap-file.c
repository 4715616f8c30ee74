#include "store/sarap-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Attempts to copy a file that is being written to */
#define TRIES 5
/* SQLite's locks on its file: every program that has it open holds one of these bytes */
#define LOCK_BYTES 0x40000000
#define N_LOCK_BYTES 512

static char *
companion_path (const char *path, const char *end)
{
  return g_strconcat (path, end, NULL);
}

static gboolean
exists (const char *path, const char *end)
{
  g_autofree char *file = companion_path (path, end);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* SQLite would make the file readable for all, as far as the umask allows. It gives the -wal and
   -shm files the same rights. */
static void
make_private (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  /* SQLite reports other faults of the path */
  if (fd >= 0)
    close (fd);
}

/* Each name of the file would have a log of its own, and changes saved under one name would be lost
   under the other */
static gboolean
refuse_names (const char *path, guint n_names, GError **error)
{
  g_set_error (
      error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
      ngettext ("The file “%s” has %u name (hard links): opened under two of them it would "
                "be damaged. It was not opened and is as it was. Remove the other names, "
                "or copy the file and open the copy.",
                "The file “%s” has %u names (hard links): opened under two of them it "
                "would be damaged. It was not opened and is as it was. Remove the other "
                "names, or copy the file and open the copy.",
                n_names),
      path, n_names);
  return FALSE;
}

/* Read-only files --------------------------------------------------------------------------- */

static void
note_state (SarapFile *self, const char *path)
{
  GStatBuf file = { 0 };

  self->size = g_stat (path, &file) == 0 ? file.st_size : -1;
  /* the time of its contents would not do: the owner can set it back */
  self->changed = file.st_ctim.tv_sec * G_GINT64_CONSTANT (1000000000) + file.st_ctim.tv_nsec;
  self->device = file.st_dev;
  self->inode = file.st_ino;
}

static gboolean
copy_with (const char *path, const char *end, const char *copy, GError **error)
{
  g_autofree char *from_path = companion_path (path, end);
  g_autofree char *to_path = companion_path (copy, end);
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);

  if (!g_file_test (from_path, G_FILE_TEST_EXISTS))
    {
      g_unlink (to_path);
      return TRUE;
    }
  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                      NULL, NULL, error);
}

/* Copies the -wal and -shm files too, which a killed program or a removed medium may have left */
static gboolean
copy_all (SarapFile *self, const char *path, const char *copy, GError **error)
{
  return copy_with (path, "", copy, error) && copy_with (path, "-wal", copy, error) &&
         copy_with (path, "-journal", copy, error);
}

static gboolean
look_at_copy (SarapFile *self, const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  sarap_temporary_sweep ();
  if (!sarap_temporary_folder_make (&self->copy, "look", &failure))
    {
      g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO,
                   /* TRANSLATORS: a file's name, and the system's own words */
                   _ ("“%s” can only be read, and could not be copied to be looked at: %s"), path,
                   failure->message);
      return FALSE;
    }
  self->path = g_build_filename (self->copy.path, "copy.sqlite", NULL);
  for (guint i = 0; i < TRIES; i++)
    {
      note_state (self, path);
      if (!copy_all (self, path, self->path, &failure))
        {
          g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO,
                       _ ("“%s” can only be read, and could not be copied to be looked at: %s"),
                       path, failure->message);
          return FALSE;
        }
      if (!sarap_file_is_stale (self, path))
        return TRUE;
    }
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY,
               _ ("“%s” is being written to all the time. Try again in a moment."), path);
  return FALSE;
}

/* Files left by other accounts
   --------------------------------------------------------------------- */

static gboolean
is_foreign (const char *path)
{
  return g_access (path, F_OK) == 0 && g_access (path, R_OK | W_OK) != 0;
}

/* Must be asked before SQLite opens the file here: closing it releases this program's own locks */
static gboolean
is_open_elsewhere (const char *path)
{
  struct flock lock = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTES, .l_len = N_LOCK_BYTES
  };
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean locked;

  if (fd < 0)
    return FALSE;
  locked = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close (fd);
  return locked;
}

/* The log holds the last changes: it is replaced by a copy that belongs to this account */
static gboolean
take_over_log (const char *log)
{
  g_autofree char *bytes = NULL;
  gsize length;
  GStatBuf file;

  if (g_stat (log, &file) != 0)
    return errno == ENOENT;
  if (file.st_size == 0)
    return g_unlink (log) == 0;
  return g_file_get_contents (log, &bytes, &length, NULL) &&
         g_file_set_contents_full (log, bytes, length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, NULL);
}

static gboolean
clear_foreign (SarapFile *self, const char *path, GError **error)
{
  g_autofree char *log = companion_path (path, "-wal");
  g_autofree char *index = companion_path (path, "-shm");

  if (!is_foreign (log) && !is_foreign (index))
    return TRUE;
  if (is_open_elsewhere (path))
    {
      g_set_error (
          error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY,
          _ ("Another account of this computer has “%s” open, and its files beside it keep "
             "you out. Nothing was changed. Open it again when they have closed it."),
          path);
      return FALSE;
    }
  /* the next program to open the file rebuilds the index from the log */
  if ((!is_foreign (log) || take_over_log (log)) && (g_unlink (index) == 0 || errno == ENOENT))
    {
      self->notice = g_strdup_printf (
          _ ("Another account of this computer had left “%s-wal” and “%s-shm” behind, which kept "
             "you out. They were removed; nothing that was saved is lost."),
          path, path);
      return TRUE;
    }
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED,
               _ ("The files “%s-wal” and “%s-shm” belong to another account of this computer and "
                  "keep you out. Nothing was changed. Ask the administrator of the computer to "
                  "give them to you."),
               path, path);
  return FALSE;
}

/* Even to read, SQLite has to write into the file and to make others in its folder */
static gboolean
is_only_read (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, R_OK) == 0 &&
         (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0) &&
         !(exists (path, "-wal") && exists (path, "-shm"));
}

gboolean
sarap_file_prepare (SarapFile *self, const char *path, GError **error)
{
  GStatBuf file = { 0 };

  sarap_file_clear (self);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_private (path);
  if (g_stat (path, &file) == 0 && S_ISREG (file.st_mode))
    {
      if (file.st_nlink > 1)
        return refuse_names (path, file.st_nlink, error);
      if (is_only_read (path))
        return look_at_copy (self, path, error);
      if (g_access (path, W_OK) == 0 && !clear_foreign (self, path, error))
        return FALSE;
    }
  self->path = g_strdup (path);
  return TRUE;
}

gboolean
sarap_file_is_open (guint64 device, guint64 inode)
{
  g_autoptr (GDir) numbers = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *number;
  struct stat file;

  while (numbers != NULL && (number = g_dir_read_name (numbers)) != NULL)
    if (fstat (atoi (number), &file) == 0 && file.st_dev == device && file.st_ino == inode)
      return TRUE;
  return FALSE;
}

gboolean
sarap_file_is_copy (const SarapFile *self)
{
  return self->copy.path != NULL;
}

gboolean
sarap_file_is_stale (const SarapFile *self, const char *path)
{
  SarapFile now = { 0 };

  note_state (&now, path);
  return now.size != self->size || now.changed != self->changed || now.device != self->device ||
         now.inode != self->inode || (exists (path, "-wal") && exists (path, "-shm"));
}

void
sarap_file_clear (SarapFile *self)
{
  sarap_temporary_folder_clear (&self->copy);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->notice, g_free);
}

#define _GNU_SOURCE
#include "store/sarap-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define FOLDER_PREFIX "sarap-"
#define FILE_PREFIX ".sarap-"
/* Letters that mkstemp() puts at the end of a name */
#define N_RANDOM 6

/* SQLite leaves these when it could not finish a file */
/* The file itself comes last: without it the sweep would not find the others */
static const char *const ends[] = { "-journal", "-wal", "-shm", "" };

/* On a network, a lock might conflict with SQLite's, or not hold against programs of other
   computers. So nothing is locked there, and nothing counts as left behind. */
static gboolean
locks_count (int fd)
{
  static const guint32 remote[] = { 0x6969,     /* NFS */
                                    0x517B,     /* SMB */
                                    0xFF534D42, /* CIFS */
                                    0xFE534D42, /* SMB 2 */
                                    0x65735546, /* FUSE: sshfs */
                                    0x01021997, /* 9P */
                                    0x5346414F, /* AFS */
                                    0x00C36400 /* Ceph */ };
  struct statfs system;

  if (fstatfs (fd, &system) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) system.f_type == remote[i])
      return FALSE;
  return TRUE;
}

/* Whether the open file still has its name; otherwise another program took it for left behind */
static gboolean
is_there (int fd, const char *path)
{
  struct stat open_one, named;

  return fstat (fd, &open_one) == 0 && lstat (path, &named) == 0 &&
         open_one.st_dev == named.st_dev && open_one.st_ino == named.st_ino;
}

/* Locks a new file; FALSE when it has already been removed */
static gboolean
name_keep (int fd, const char *path)
{
  if (!locks_count (fd))
    return TRUE;
  flock (fd, LOCK_EX);
  return is_there (fd, path);
}

int
sarap_temporary_file_make (const char *folder, char **path)
{
  for (;;)
    {
      g_autofree char *made = g_build_filename (folder, FILE_PREFIX "XXXXXX", NULL);
      int fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);

      if (fd < 0 || name_keep (fd, made))
        {
          *path = fd < 0 ? NULL : g_steal_pointer (&made);
          return fd;
        }
      close (fd);
    }
}

/* Removes the files of our names in a folder; none of @names may be a folder */
static void
remove_files (int folder, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        g_autofree char *name = g_strconcat (names[i], ends[j], NULL);

        unlinkat (folder, name, 0);
      }
}

static const char *const copies[] = { "copy.sqlite" };

gboolean
sarap_temporary_folder_make (SarapTemporaryFolder *self, const char *use, GError **error)
{
  for (;;)
    {
      g_autofree char *name = g_strdup_printf (FOLDER_PREFIX "%s-XXXXXX", use);

      self->path = g_dir_make_tmp (name, error);
      if (self->path == NULL)
        return FALSE;
      self->fd = open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
      if (self->fd >= 0 && name_keep (self->fd, self->path))
        return TRUE;
      if (self->fd >= 0)
        close (self->fd);
      g_clear_pointer (&self->path, g_free);
    }
}

void
sarap_temporary_folder_clear (SarapTemporaryFolder *self)
{
  if (self->path == NULL)
    return;
  remove_files (self->fd, copies, G_N_ELEMENTS (copies));
  g_rmdir (self->path);
  close (self->fd);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
ends_at_random (const char *name, const char *from)
{
  gsize length = strlen (from);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (from[i]))
      return FALSE;
  return length == N_RANDOM && from > name;
}

static gboolean
is_folder_name (const char *name)
{
  static const char *const uses[] = { FOLDER_PREFIX "restore-", FOLDER_PREFIX "look-" };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_has_prefix (name, uses[i]) && ends_at_random (name, name + strlen (uses[i])))
      return TRUE;
  return FALSE;
}

/* The name of the file that a log or journal belongs to: .sarap-XXXXXX for .sarap-XXXXXX-wal */
static char *
name_of_file (const char *name)
{
  if (!g_str_has_prefix (name, FILE_PREFIX))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        g_autofree char *file = g_strndup (name, strlen (name) - strlen (ends[i]));

        if (strlen (file) > strlen (FILE_PREFIX) &&
            ends_at_random (file, file + strlen (FILE_PREFIX)))
          return g_steal_pointer (&file);
      }
  return NULL;
}

/* Whether the file is this user's alone, of the expected kind, and has no other name */
static gboolean
is_ours (int fd, mode_t kind)
{
  struct stat file;

  return fstat (fd, &file) == 0 && (file.st_mode & S_IFMT) == kind && file.st_uid == geteuid () &&
         (file.st_mode & 077) == 0 && (kind == S_IFDIR || file.st_nlink == 1);
}

/* Opens what a killed program left and locks it; -1 for files of other users or in use */
static int
leftover_take (int folder, const char *name, mode_t kind)
{
  int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  int fd = openat (folder, name, kind == S_IFDIR ? flags | O_DIRECTORY : flags);

  if (fd < 0)
    return -1;
  if (is_ours (fd, kind) && locks_count (fd) && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  close (fd);
  return -1;
}

static void
sweep_folder (int parent, const char *name)
{
  int fd = leftover_take (parent, name, S_IFDIR);

  if (fd < 0)
    return;
  remove_files (fd, copies, G_N_ELEMENTS (copies));
  /* fails if the folder contains anything else */
  unlinkat (parent, name, AT_REMOVEDIR);
  close (fd);
}

static void
sweep_file (int parent, const char *name)
{
  int fd = leftover_take (parent, name, S_IFREG);

  if (fd < 0)
    return;
  remove_files (parent, &name, 1);
  close (fd);
}

void
sarap_temporary_sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  int fd = open (g_get_tmp_dir (), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  for (const char *name; dir != NULL && fd >= 0 && (name = g_dir_read_name (dir)) != NULL;)
    if (is_folder_name (name))
      sweep_folder (fd, name);
  if (fd >= 0)
    close (fd);
}

void
sarap_temporary_sweep_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  for (const char *name; dir != NULL && fd >= 0 && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *file = name_of_file (name);

      if (file != NULL)
        sweep_file (fd, file);
    }
  if (fd >= 0)
    close (fd);
}

#include "exchange/sarap-backup.h"

#include "base/sarap-log.h"
#include "exchange/sarap-output.h"
#include "records/sarap-invariants.h"
#include "store/sarap-audit.h"
#include "store/sarap-database-copy.h"
#include "store/sarap-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SQLITE_MAGIC "SQLite format 3"

typedef struct
{
  SarapExchangeProgress progress;
  gpointer data;
} Progress;

static void
on_copied (guint64 n_rows, gpointer data)
{
  Progress *self = data;

  if (self->progress != NULL)
    self->progress (n_rows, 0, self->data);
}

static SarapDatabase *
open_file (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);

  return sarap_database_open (name, NULL, error);
}

/* Copies all tables from one moment of the server into a new file */
static gboolean
copy_server (SarapDatabase *db,
             const char *path,
             GCancellable *cancellable,
             Progress *progress,
             GError **error)
{
  g_autoptr (SarapDatabase) file = open_file (path, error);

  return file != NULL && sarap_database_migrate (file, error) &&
         sarap_database_copy (db, file, cancellable, on_copied, progress, error) &&
         sarap_database_fold (file, error);
}

/* An existing file is never overwritten: it may be the last good copy */
static gboolean
check_is_new (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS,
               _ ("There is a file “%s” already. Give a name that is not taken."), path);
  return FALSE;
}

/* SQLite leaves these when it could not finish a file */
static void
remove_remains (const char *temporary)
{
  static const char *const ends[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (temporary, ends[i], NULL);

      g_unlink (path);
    }
}

/* Only the copy was written: the full disk is that of the copy */
static gboolean
refuse_copy (const SarapOutput *output, GError *why, GError **error)
{
  remove_remains (output->temporary);
  if (g_error_matches (why, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FULL))
    sarap_output_fail (output, ENOSPC, error);
  else if (g_error_matches (why, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO))
    sarap_output_fail (output, EIO, error);
  else
    g_propagate_error (error, g_steal_pointer (&why));
  g_clear_error (&why);
  return FALSE;
}

/* SQLite's changes must be on the disk before the file gets its name */
static gboolean
rename_output (SarapOutput *output, GError **error)
{
  if (!sarap_output_close (output, error) || !check_is_new (output->path, error) ||
      !sarap_output_rename (output, error))
    return FALSE;
  sarap_output_sync_folder (output->path);
  return TRUE;
}

gboolean
sarap_backup (SarapDatabase *db,
              const char *path,
              GCancellable *cancellable,
              SarapExchangeProgress progress,
              gpointer data,
              GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("backup");
  g_auto (SarapOutput) output = { NULL };
  Progress rows = { progress, data };
  GError *failure = NULL;
  gboolean copied;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);

  if (!check_is_new (path, error) || !sarap_database_check_version (db, error) ||
      !sarap_output_open (&output, path, error))
    return FALSE;
  if (sarap_database_engine (db) == SARAP_ENGINE_SQLITE)
    copied = sarap_database_copy_file (db, output.temporary, &failure);
  else
    copied = copy_server (db, output.temporary, cancellable, &rows, &failure);
  return copied ? rename_output (&output, error) : refuse_copy (&output, failure, error);
}

/* Must come before SQLite opens the file: SQLite would make a new database under any name */
static gboolean
check_magic (const char *path, GError **error)
{
  char magic[sizeof SQLITE_MAGIC] = "";
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n;

  if (fd < 0)
    {
      g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
                   /* TRANSLATORS: a file's name, and why */
                   _ ("The file “%s” cannot be read: %s."), path, sarap_exchange_say_errno (errno));
      return FALSE;
    }
  n = read (fd, magic, sizeof magic);
  close (fd);
  if (n == sizeof magic && memcmp (magic, SQLITE_MAGIC, sizeof magic) == 0)
    return TRUE;
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_BACKUP,
               _ ("“%s” is not a backup of Sarap."), path);
  return FALSE;
}

/* SQLite's message about a damaged file is about a database in use, which this is not */
static gboolean
refuse_backup (const char *path, const GError *why, GError **error)
{
  if (g_error_matches (why, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT))
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_BACKUP,
                 _ ("The backup “%s” is damaged. Take another one."), path);
  else
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_BACKUP,
                 /* TRANSLATORS: a file's name, and a whole sentence that says why */
                 _ ("“%s” is not a backup that can be restored. %s"), path, why->message);
  return FALSE;
}

/* Checks the file, the chain, and every record against the chain: a fault in a backup cannot be
   repaired later */
static gboolean
check_whole (SarapDatabase *file, const char *path, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (!sarap_audit_verify (file, faults, &failure) ||
      !sarap_invariants_look (file, TRUE, faults, &failure))
    return refuse_backup (path, failure, error);
  if (faults->len == 0)
    return TRUE;
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_BACKUP,
               /* TRANSLATORS: a file's name, and a whole sentence about it */
               _ ("The backup “%s” is not in order, and nothing was restored: %s"), path,
               (char *) faults->pdata[0]);
  return FALSE;
}

static gboolean
check_is_empty (SarapDatabase *db, GError **error)
{
  gboolean empty = FALSE;

  if (!sarap_database_is_empty (db, &empty, error))
    return FALSE;
  if (empty)
    return TRUE;
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_EMPTY,
               _ ("The database “%s” is not empty. A backup is restored into a new one."),
               sarap_database_name (db));
  return FALSE;
}

/* SQLite also copies the log of a database in use */
static gboolean
copy_at_work (const char *path, const char *copy, GError **error)
{
  g_autoptr (SarapDatabase) file = open_file (path, error);

  return file != NULL && sarap_database_copy_file (file, copy, error);
}

static gboolean
copy_at_rest (const char *path, const char *copy, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);

  return g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error);
}

/* A copy is read: the backup may be on a read-only medium, and an older one must be brought up to
   date first */
static gboolean
copy_backup (const char *path, const char *copy, GCancellable *cancellable, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) failure = NULL;

  if (g_file_test (log, G_FILE_TEST_EXISTS) ? copy_at_work (path, copy, &failure)
                                            : copy_at_rest (path, copy, cancellable, &failure))
    return TRUE;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
                 /* TRANSLATORS: two file names, and the system's own words */
                 _ ("The backup “%s” could not be copied to %s to be read there: %s."), path, copy,
                 failure->message);
  return FALSE;
}

/* The database must be empty when the turn to write begins, not a moment before */
static gboolean
copy_into (SarapDatabase *file,
           SarapDatabase *db,
           GCancellable *cancellable,
           Progress *progress,
           GError **error)
{
  g_auto (SarapTransaction) transaction = { NULL };

  return sarap_transaction_begin (&transaction, db, error) && check_is_empty (db, error) &&
         sarap_database_copy (file, db, cancellable, on_copied, progress, error) &&
         sarap_transaction_commit (&transaction, error);
}

static gboolean
restore_copy (SarapDatabase *db,
              const char *copy,
              const char *path,
              GCancellable *cancellable,
              Progress *progress,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SarapDatabase) file = open_file (copy, &failure);
  gboolean empty = FALSE;

  if (file == NULL || !sarap_database_is_empty (file, &empty, &failure) ||
      !sarap_database_migrate (file, &failure))
    return refuse_backup (path, failure, error);
  return check_whole (file, path, error) && sarap_invariants_renew_keys (file, error) &&
         copy_into (file, db, cancellable, progress, error);
}

gboolean
sarap_restore (SarapDatabase *db,
               const char *path,
               GCancellable *cancellable,
               SarapExchangeProgress progress,
               gpointer data,
               GError **error)
{
  g_auto (SarapTimed) timed = sarap_timed ("restore");
  Progress rows = { progress, data };
  g_auto (SarapTemporaryFolder) folder = { NULL };
  g_autofree char *copy = NULL;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);

  sarap_temporary_sweep ();
  if (!sarap_database_check_version (db, error) || !check_is_empty (db, error) ||
      !check_magic (path, error) || !sarap_temporary_folder_make (&folder, "restore", error))
    return FALSE;
  copy = g_build_filename (folder.path, "copy.sqlite", NULL);
  return copy_backup (path, copy, cancellable, error) &&
         restore_copy (db, copy, path, cancellable, &rows, error);
}

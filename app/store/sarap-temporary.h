#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapTemporaryFolder:
 * @path: the folder, which only its owner can enter
 *
 * A folder for copies of a database. As long as the program that made it lives it holds a lock on
 * it, which the kernel takes away from one that was killed: so what those left is found.
 */
typedef struct
{
  char *path;
  int fd;
} SarapTemporaryFolder;

/* @use: a word for its name, "restore" or "look" */
gboolean sarap_temporary_folder_make  (SarapTemporaryFolder *self, const char *use, GError **error);
/* Removes it with the files in it; does nothing if it is all zeroes */
void     sarap_temporary_folder_clear (SarapTemporaryFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTemporaryFolder, sarap_temporary_folder_clear)

/**
 * sarap_temporary_file_make:
 * @folder: where
 * @path: (out) (transfer full): the new file, which only its owner can read
 *
 * Begins a file that is renamed when it is whole. It is locked as long as it is open.
 *
 * Returns: its descriptor, -1 with errno set
 */
int      sarap_temporary_file_make    (const char *folder, char **path);

/* Remove what programs that were killed left in the folder for temporary files, and beside the files
   that they were writing in @folder. Only what has our names, is this user's alone and locked by
   nobody is touched. */
void     sarap_temporary_sweep        (void);
void     sarap_temporary_sweep_folder (const char *folder);

G_END_DECLS

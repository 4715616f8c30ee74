#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapTemporaryFolder:
 * @path: the folder, which only its owner can enter
 *
 * A folder for copies of a database. The program that made it holds a lock on it. The kernel
 * releases the lock of a killed program, so its folders can be recognized.
 */
typedef struct
{
  char *path;
  int fd;
} SarapTemporaryFolder;

/* Makes the folder. @use: a word for its name, "restore" or "look" */
gboolean sarap_temporary_folder_make  (SarapTemporaryFolder *self, const char *use, GError **error);
/* Removes the folder and its files; does nothing if @self is all zeroes */
void     sarap_temporary_folder_clear (SarapTemporaryFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTemporaryFolder, sarap_temporary_folder_clear)

/**
 * sarap_temporary_file_make:
 * @folder: the folder to make it in
 * @path: (out) (transfer full): the new file, which only its owner can read
 *
 * Begins a file that is renamed when it is complete. It is locked as long as it is open.
 *
 * Returns: its descriptor, -1 with errno set
 */
int      sarap_temporary_file_make    (const char *folder, char **path);

/* Removes what killed programs left in the folder for temporary files, and in @folder what they
   were writing. Only unlocked files of this user with our names are removed. */
void     sarap_temporary_sweep        (void);
void     sarap_temporary_sweep_folder (const char *folder);

G_END_DECLS

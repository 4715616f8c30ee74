#pragma once

#include "store/sarap-store-error.h"
#include "store/sarap-temporary.h"

G_BEGIN_DECLS

/**
 * SarapFile:
 * @path: what SQLite is to open: the file, or the copy of one that is only looked at
 * @notice: (nullable): what was done about the file that the person should know
 *
 * The file of a database of SQLite, as one person may use it. Whoever may only read it looks at a
 * copy of their own where SQLite would have to make files beside it: those would stay, belong to
 * them and keep the owner out. What another account left so is removed.
 */
typedef struct
{
  char *path;
  char *notice;
  SarapTemporaryFolder copy;
  /* of the file when it was copied */
  gint64 size, changed;
  guint64 device, inode;
} SarapFile;

/**
 * sarap_file_prepare:
 * @self: all zeroes, or prepared before
 * @path: the file; made, for this user alone, if it is not there
 * @error: return location; %SARAP_STORE_ERROR_FAILED for a file with two names, which two programs
 *   would damage, %SARAP_STORE_ERROR_DENIED or %SARAP_STORE_ERROR_BUSY when another account's files
 *   beside it are in the way
 */
gboolean sarap_file_prepare  (SarapFile *self, const char *path, GError **error);
/* Whether this program has a file open, whatever its name is by now */
gboolean sarap_file_is_open  (guint64 device, guint64 inode);
/* Whether a copy is looked at, and whether the file has changed since */
gboolean sarap_file_is_copy  (const SarapFile *self);
/* Whether the file at @path has changed since the copy was made */
gboolean sarap_file_is_stale (const SarapFile *self, const char *path);
void     sarap_file_clear    (SarapFile *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapFile, sarap_file_clear)

G_END_DECLS

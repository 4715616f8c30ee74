#pragma once

#include "store/sarap-store-error.h"
#include "store/sarap-temporary.h"

G_BEGIN_DECLS

/**
 * SarapFile:
 * @path: the path for SQLite: the file, or a copy of a read-only file
 * @notice: (nullable): a sentence that tells the person what was done to the file
 *
 * The file of an SQLite database, as one person may use it. A person who may only read it gets a
 * copy where SQLite would have to make files in its folder: those would belong to that person,
 * stay, and keep the owner out. Such files of another account are removed.
 */
typedef struct
{
  char *path;
  char *notice;
  SarapTemporaryFolder copy;
  /* of the file at the time of the copy */
  gint64 size, changed;
  guint64 device, inode;
} SarapFile;

/**
 * sarap_file_prepare:
 * @self: all zeroes, or already prepared
 * @path: the file; if it is missing it is made for this user alone
 * @error: return location; %SARAP_STORE_ERROR_FAILED for a file with two names, which two programs
 *   would damage, %SARAP_STORE_ERROR_DENIED or %SARAP_STORE_ERROR_BUSY when files of another
 *   account in its folder are in the way
 */
gboolean sarap_file_prepare  (SarapFile *self, const char *path, GError **error);
/* Whether this program has a file open, even under another name */
gboolean sarap_file_is_open  (guint64 device, guint64 inode);
/* Whether a copy is in use */
gboolean sarap_file_is_copy  (const SarapFile *self);
/* Whether the file at @path has changed since it was copied */
gboolean sarap_file_is_stale (const SarapFile *self, const char *path);
void     sarap_file_clear    (SarapFile *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapFile, sarap_file_clear)

G_END_DECLS

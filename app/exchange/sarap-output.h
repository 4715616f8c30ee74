#pragma once

#include "exchange/sarap-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapOutput:
 * @path: the final file
 * @text: text that is not written yet; see sarap_output_flush()
 *
 * A file that appears complete or not at all: it is written in the same folder under another name,
 * then renamed. Only its owner may read it, since it has personal data.
 */
typedef struct
{
  char *path;
  char *temporary;
  int fd;
  GString *text;
} SarapOutput;

/**
 * sarap_output_open:
 * @self: (out): the file
 * @path: the final file
 * @error: return location
 *
 * Begins a file under a temporary name in the folder of @path, and removes files that killed
 * programs left there.
 */
gboolean sarap_output_open   (SarapOutput *self, const char *path, GError **error);

/**
 * sarap_output_flush:
 * @self: an open file
 * @at_least: the least number of waiting bytes, 0 for any
 * @error: return location
 *
 * Writes the waiting text.
 */
gboolean sarap_output_flush  (SarapOutput *self, gsize at_least, GError **error);

/* Writes the rest to the disk. The file stays open, and so locked, until it has its name; closing a
   duplicate reports errors of a remote disk. */
gboolean sarap_output_close  (SarapOutput *self, GError **error);

/* Renames the closed file to its final name */
gboolean sarap_output_rename (SarapOutput *self, GError **error);
/* Reports that the file cannot be written; @code: an errno. Always returns FALSE. */
gboolean sarap_output_fail   (const SarapOutput *self, int code, GError **error);

/* Removes the file if it was not renamed */
void     sarap_output_clear  (SarapOutput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapOutput, sarap_output_clear)

/* Writes the names in the folder of @path to the disk, so that they survive a power cut */
void     sarap_output_sync_folder (const char *path);

G_END_DECLS

#pragma once

#include "exchange/sarap-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapOutput:
 * @path: the file that is to be there in the end
 * @text: what is still to be written; see sarap_output_flush()
 *
 * A file that appears whole or not at all: written beside its place under another name, then
 * renamed. Only its owner may read it, as it has what people told in confidence.
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
 * @self: filled
 * @path: the file that is to be there in the end
 * @error: return location
 *
 * Begins a file under a temporary name beside @path, and removes what programs that were killed
 * left there.
 */
gboolean sarap_output_open   (SarapOutput *self, const char *path, GError **error);

/**
 * sarap_output_flush:
 * @self: an open file
 * @at_least: how many bytes must be waiting for it to be worth it, 0 for any
 * @error: return location
 *
 * Writes what waits in the text.
 */
gboolean sarap_output_flush  (SarapOutput *self, gsize at_least, GError **error);

/* Writes the rest, down to the disk. The file itself stays open, and so locked, until it has its
   name; closing it once more is what tells of a disk far away that could not take it. */
gboolean sarap_output_close  (SarapOutput *self, GError **error);

/* Puts the closed file in its place */
gboolean sarap_output_rename (SarapOutput *self, GError **error);
/* Says that the file cannot be written, and returns FALSE; @code: an errno */
gboolean sarap_output_fail   (const SarapOutput *self, int code, GError **error);

/* Removes what was not put in its place */
void     sarap_output_clear  (SarapOutput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapOutput, sarap_output_clear)

/* Makes the names in the folder of @path survive a power cut */
void     sarap_output_sync_folder (const char *path);

G_END_DECLS

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

gboolean sarap_output_open   (SarapOutput *self, const char *path, GError **error);
gboolean sarap_output_flush  (SarapOutput *self, gsize at_least, GError **error);
gboolean sarap_output_close  (SarapOutput *self, GError **error);
gboolean sarap_output_rename (SarapOutput *self, GError **error);
/* Says that the file cannot be written, and returns FALSE; @code: an errno */
gboolean sarap_output_fail   (const SarapOutput *self, int code, GError **error);
void     sarap_output_clear  (SarapOutput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapOutput, sarap_output_clear)

/* Makes the names in the folder of @path survive a power cut */
void     sarap_output_sync_folder (const char *path);

G_END_DECLS

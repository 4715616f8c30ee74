#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapctlOutput:
 *
 * A list on standard output: a table for people, CSV or JSON for programs. CSV and JSON are written
 * line by line; a table at the end, since its columns are as wide as their widest text.
 */
typedef struct _SarapctlOutput SarapctlOutput;

/* Whether @format is table, csv or json, or NULL: a table on a terminal and CSV elsewhere */
gboolean        sarapctl_output_knows (const char *format);
SarapctlOutput *sarapctl_output_new   (const char *format, const char *const *columns);
void            sarapctl_output_line  (SarapctlOutput *self, const char *const *values);
/* Writes the rest; main() checks that standard output took it */
void            sarapctl_output_end   (SarapctlOutput *self);

G_END_DECLS

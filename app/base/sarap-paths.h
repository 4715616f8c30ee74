#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_paths_find:
 * @in_build: a file's place below the build folder
 * @installed: where it is once installed, below the prefix
 *
 * Finds a file that belongs to the program: below the build folder when the program is run from
 * there, else below the prefix it was installed to, wherever that has been moved.
 *
 * Returns: (transfer full) (nullable): the file's path
 */
char *sarap_paths_find (const char *in_build, const char *installed);

G_END_DECLS

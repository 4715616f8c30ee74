#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_paths_find:
 * @in_build: the path below the build folder
 * @installed: the path below the prefix once installed
 *
 * Finds a file of the program: below the build folder if the program runs from there, otherwise
 * below its prefix, which may have been moved.
 *
 * Returns: (transfer full) (nullable): the file's path
 */
char *sarap_paths_find (const char *in_build, const char *installed);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_command_line_find_passwords:
 * @words: a command line, with the program's own name first
 *
 * What of it may hold a password: of each name of a database all, of --OPTION= what it says, unless
 * it is known that no password is in it. A name that is mistyped may have one, and so may the words
 * after one that was broken by a space.
 *
 * Returns: (transfer container): the end of a word each
 */
GPtrArray *sarap_command_line_find_passwords (char **words);
/**
 * sarap_command_line_hide_passwords:
 * @words: (inout): a command line, of which there is a copy to work with
 *
 * Overwrites them in the place where the system shows a command line to everybody on this computer.
 */
void       sarap_command_line_hide_passwords (char **words);

G_END_DECLS

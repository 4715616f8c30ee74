#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_command_line_find_passwords:
 * @words: a command line, with the program's own name first
 * | Finds what may hold a password: all names of databases, and the values of --password= and the
 * like. A name is left out only if it is known to have no password; a mistyped name may have one.
 * | Returns: (transfer container): pointers to the ends of words, none of them empty
 */
GPtrArray *sarap_command_line_find_passwords (char **words);
/**
 * sarap_command_line_find_broken:
 * @words: a command line
 * @length: (out): the number of its words
 *
 * Finds the address of a server that has a space in it without quotes. It ends with the last word
 * that could be its end; a word that begins like a path could not.
 *
 * Returns: the index of its first word, 0 if there is none
 */
guint      sarap_command_line_find_broken    (char **words, guint *length);
/**
 * sarap_command_line_hide_passwords:
 * @words: (inout): a command line; the caller works with a copy of it
 *
 * Overwrites passwords and broken addresses in the original command line, which the system shows to
 * every user of this computer.
 */
void       sarap_command_line_hide_passwords (char **words);

G_END_DECLS

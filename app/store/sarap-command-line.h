#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sarap_command_line_find_passwords:
 * @words: a command line, with the program's own name first
 *
 * What of it may hold a password: of each name of a database all, and what --password= or the like
 * is given, unless it is known that no password is in it. A name that is mistyped may have one.
 *
 * Returns: (transfer container): the end of a word each, never an empty one
 */
GPtrArray *sarap_command_line_find_passwords (char **words);
/**
 * sarap_command_line_find_broken:
 * @words: a command line
 * @length: (out): of how many words
 *
 * Finds the address of a server into which a space was typed without quotes: up to the last word that
 * could be its end. A word that begins as a path does is none.
 *
 * Returns: the place of its first word, 0 if there is none
 */
guint      sarap_command_line_find_broken    (char **words, guint *length);
/**
 * sarap_command_line_hide_passwords:
 * @words: (inout): a command line, of which there is a copy to work with
 *
 * Overwrites both in the place where the system shows a command line to everybody on this computer.
 */
void       sarap_command_line_hide_passwords (char **words);

G_END_DECLS

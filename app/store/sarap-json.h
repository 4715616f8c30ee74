#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text as a JSON string, or null for %NULL */
void sarap_json_append (GString *json, const char *text);

/* Greatest length of a text for a parser, in bytes, and its greatest depth: a parser nests as deep
   as the text, on the stack of a thread */
#define SARAP_JSON_LONGEST (256 * 1024)
#define SARAP_JSON_DEEPEST 16

/**
 * sarap_json_is_bounded:
 * @text: a text from outside the program
 *
 * Checks that a text is valid UTF-8 of at most %SARAP_JSON_LONGEST bytes with at most
 * %SARAP_JSON_DEEPEST brackets open at once, none of them hidden in comments. It does not check
 * that the text is JSON. Every text for a JSON parser must pass this first.
 */
gboolean sarap_json_is_bounded (const char *text);

G_END_DECLS

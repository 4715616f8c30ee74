#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text as a JSON string, or null for %NULL */
void sarap_json_append (GString *json, const char *text);

/* What a text may hold at most before it is given to a parser, which nests as deep as the text does
   and has the stack of a thread for it */
#define SARAP_JSON_LONGEST (256 * 1024)
#define SARAP_JSON_DEEPEST 16

/**
 * sarap_json_is_bounded:
 * @text: a text that somebody else wrote
 *
 * Whether a text is valid UTF-8 of at most %SARAP_JSON_LONGEST bytes and has at most
 * %SARAP_JSON_DEEPEST brackets open at once, none of which comments hide. Whether it is JSON is not
 * looked at. Every text that is given to a parser of JSON passes this first.
 */
gboolean sarap_json_is_bounded (const char *text);

G_END_DECLS

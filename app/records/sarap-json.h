#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text as a JSON string, or null for %NULL */
void sarap_json_append (GString *json, const char *text);

G_END_DECLS

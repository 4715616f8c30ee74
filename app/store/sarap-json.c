#include "store/sarap-json.h"

#include <string.h>

void
sarap_json_append (GString *json, const char *text)
{
  const char *run = text;

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c != '"' && *c != '\\' && (guchar) *c >= 0x20)
        continue;
      g_string_append_len (json, run, c - run);
      if (*c == '"' || *c == '\\')
        g_string_append_printf (json, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (json, "\\n");
      else
        g_string_append_printf (json, "\\u%04x", (guchar) *c);
      run = c + 1;
    }
  g_string_append (json, run);
  g_string_append_c (json, '"');
}

/* Checks the part of JSON outside strings. A parser that accepts comments or other quotation marks
   would find the strings elsewhere. */
static gboolean
stands_between (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("[]{}\",:+-. \t\r\n", c) != NULL);
}

gboolean
sarap_json_is_bounded (const char *text)
{
  gsize length = strnlen (text, SARAP_JSON_LONGEST + 1);
  gboolean within = FALSE;
  int depth = 0;

  if (length > SARAP_JSON_LONGEST || !g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    {
      if (!within && !stands_between (*c))
        return FALSE;
      if (within && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        within = !within;
      else if (!within && (*c == '[' || *c == '{') && ++depth > SARAP_JSON_DEEPEST)
        return FALSE;
      else if (!within && (*c == ']' || *c == '}'))
        depth--;
    }
  return TRUE;
}

#include "records/sarap-json.h"

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
      else
        g_string_append_printf (json, "\\u%04x", (guchar) *c);
      run = c + 1;
    }
  g_string_append (json, run);
  g_string_append_c (json, '"');
}

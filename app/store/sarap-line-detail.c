#include "store/sarap-line-detail.h"

#include <string.h>

static gboolean
take (const char **at, const char *expected)
{
  if (!g_str_has_prefix (*at, expected))
    return FALSE;
  *at += strlen (expected);
  return TRUE;
}

/* \uXXXX: only control characters are written so */
static gboolean
take_code (const char **at, GString *text)
{
  int code = 0;

  for (guint i = 0; i < 4; i++, (*at)++)
    {
      int digit = g_ascii_xdigit_value (**at);

      if (digit < 0)
        return FALSE;
      code = code * 16 + digit;
    }
  if (code == 0 || code > 0x7f)
    return FALSE;
  g_string_append_c (text, code);
  return TRUE;
}

static gboolean
take_escape (const char **at, GString *text)
{
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  const char *letter = **at != '\0' ? strchr (letters, **at) : NULL;

  (*at)++;
  if (letter != NULL)
    {
      g_string_append_c (text, meant[letter - letters]);
      return TRUE;
    }
  return (*at)[-1] == 'u' && take_code (at, text);
}

/* A JSON string, %NULL for one that is none */
static char *
take_string (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (at, "\""))
    return NULL;
  while (**at != '"')
    {
      gsize plain = strcspn (*at, "\"\\");

      g_string_append_len (text, *at, plain);
      *at += plain;
      if (**at == '\0' || (take (at, "\\") && (**at == '\0' || !take_escape (at, text))))
        return NULL;
    }
  (*at)++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_text_or_null (const char **at, char **text)
{
  if (take (at, "null"))
    return TRUE;
  *text = take_string (at);
  return *text != NULL;
}

static gboolean
take_field (const char **at, SarapLineField field, gpointer data)
{
  g_autofree char *name = take_string (at), *was = NULL, *became = NULL;

  if (name == NULL || !take (at, ":[") || !take_text_or_null (at, &was) || !take (at, ",") ||
      !take_text_or_null (at, &became) || !take (at, "]"))
    return FALSE;
  field (name, was, became, data);
  return TRUE;
}

gboolean
sarap_line_detail_read (const char *detail, SarapLineField field, gpointer data)
{
  const char *at = detail;

  if (at == NULL || !take (&at, "{"))
    return FALSE;
  if (take (&at, "}"))
    return *at == '\0';
  do
    if (!take_field (&at, field, data))
      return FALSE;
  while (take (&at, ","));
  return take (&at, "}") && *at == '\0';
}

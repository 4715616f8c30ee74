#include "store/sarap-line-detail.h"

#include <string.h>

static gboolean
text_take (const char **at, const char *expected)
{
  if (!g_str_has_prefix (*at, expected))
    return FALSE;
  *at += strlen (expected);
  return TRUE;
}

/* \uXXXX: only control characters have this form */
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

/* Reads a JSON string; NULL if it is none */
static char *
take_string (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!text_take (at, "\""))
    return NULL;
  while (**at != '"')
    {
      gsize plain = strcspn (*at, "\"\\");

      g_string_append_len (text, *at, plain);
      *at += plain;
      if (**at == '\0' || (text_take (at, "\\") && (**at == '\0' || !take_escape (at, text))))
        return NULL;
    }
  (*at)++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_text_or_null (const char **at, char **text)
{
  if (text_take (at, "null"))
    return TRUE;
  *text = take_string (at);
  return *text != NULL;
}

static gboolean
take_field (const char **at, SarapLineField field, gpointer data)
{
  g_autofree char *name = take_string (at), *was = NULL, *became = NULL;

  if (name == NULL || !text_take (at, ":[") || !take_text_or_null (at, &was) ||
      !text_take (at, ",") || !take_text_or_null (at, &became) || !text_take (at, "]"))
    return FALSE;
  field (name, was, became, data);
  return TRUE;
}

gboolean
sarap_line_detail_read (const char *detail, SarapLineField field, gpointer data)
{
  const char *at = detail;

  if (at == NULL || !text_take (&at, "{"))
    return FALSE;
  if (text_take (&at, "}"))
    return *at == '\0';
  do
    if (!take_field (&at, field, data))
      return FALSE;
  while (text_take (&at, ","));
  return text_take (&at, "}") && *at == '\0';
}

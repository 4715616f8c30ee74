#include "exchange/sarap-csv-form.h"

#include "exchange/sarap-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file with fewer bytes outside ASCII gives too little evidence: one damaged letter, or one order
   number */
#define FEW_BYTES 8

/* Ctrl+Z, the end of a text in DOS */
#define END_OF_TEXT '\x1A'

static const char *const charsets[] = {
  [SARAP_CSV_UTF_8] = "UTF-8",
  [SARAP_CSV_UTF_16_LE] = "UTF-16LE",
  [SARAP_CSV_UTF_16_BE] = "UTF-16BE",
  [SARAP_CSV_CODE_PAGE_1251] = "CP1251",
};

static gboolean
begins_with (const char *bytes, gsize length, const char *start)
{
  return length >= strlen (start) && memcmp (bytes, start, strlen (start)) == 0;
}

/* A file begins with the names of its columns, whose first letters are ASCII or Cyrillic: in UTF-16
   each has a byte 0 or 4 */
static gboolean
is_unmarked_utf_16 (const char *bytes, gsize length, guint high)
{
  return length >= 4 && bytes[high] == 0 && bytes[high + 2] == 0 && bytes[1 - high] != 0 &&
         bytes[3 - high] != 0;
}

/* Counts the characters of several bytes, and the bytes that belong to no character */
static void
count_characters (const char *bytes, gsize length, gsize *n_sound, gsize *n_broken)
{
  const char *end = bytes + length;

  *n_sound = *n_broken = 0;
  for (const char *p = bytes; p < end;)
    {
      gunichar character = (guchar) *p < 0x80 ? 0 : g_utf8_get_char_validated (p, end - p);

      if ((guchar) *p < 0x80)
        p++;
      else if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          *n_broken += 1;
          p++;
        }
      else
        {
          *n_sound += 1;
          p = g_utf8_next_char (p);
        }
    }
}

static gboolean
is_ascii (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      return FALSE;
  return TRUE;
}

gboolean
sarap_csv_form_sniff_encoding (const char *bytes, gsize length, SarapCsvEncoding *encoding)
{
  gsize n_sound, n_broken;

  *encoding = SARAP_CSV_UTF_8;
  if (begins_with (bytes, length, SARAP_CSV_BYTE_ORDER_MARK))
    return TRUE;
  if (begins_with (bytes, length, "\xFF\xFE") || is_unmarked_utf_16 (bytes, length, 1))
    *encoding = SARAP_CSV_UTF_16_LE;
  else if (begins_with (bytes, length, "\xFE\xFF") || is_unmarked_utf_16 (bytes, length, 0))
    *encoding = SARAP_CSV_UTF_16_BE;
  if (*encoding != SARAP_CSV_UTF_8)
    return TRUE;
  if (g_utf8_validate_len (bytes, length, NULL))
    return !is_ascii (bytes, length);
  count_characters (bytes, length, &n_sound, &n_broken);
  if (n_broken > n_sound)
    *encoding = SARAP_CSV_CODE_PAGE_1251;
  return n_sound + n_broken >= FEW_BYTES;
}

gboolean
sarap_csv_form_decode (SarapCsvEncoding encoding, char **buffer, gsize *length)
{
  gsize mark = 0, n_written;
  char *decoded;

  if (encoding == SARAP_CSV_UTF_8)
    return TRUE;
  if (begins_with (*buffer, *length, encoding == SARAP_CSV_UTF_16_LE ? "\xFF\xFE" : "\xFE\xFF") &&
      encoding != SARAP_CSV_CODE_PAGE_1251)
    mark = 2;
  decoded = g_convert (*buffer + mark, *length - mark, charsets[SARAP_CSV_UTF_8],
                       charsets[encoding], NULL, &n_written, NULL);
  if (decoded == NULL)
    return FALSE;
  g_free (*buffer);
  *buffer = decoded;
  *length = n_written;
  return TRUE;
}

static gsize
pass_end (const char *text, gsize length)
{
  gsize end = length, at = length;

  while (at > 0 && (text[at - 1] == END_OF_TEXT || text[at - 1] == '\n' || text[at - 1] == '\r'))
    if (text[--at] == END_OF_TEXT)
      end = at;
  return end;
}

/* The length of the line `sep=;` with its end, 0 if there is none. Excel accepts any character. */
static gsize
pass_separator_line (const char *text, gsize length, char *separator)
{
  gboolean quoted = length > 0 && *text == '"';
  const char *p = text + quoted, *end = text + length;

  if (end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || (guchar) p[4] >= 0x80 ||
      g_ascii_isalnum (p[4]) || strchr ("\"\r\n", p[4]) != NULL)
    return 0;
  *separator = p[4];
  p += 5;
  if (quoted && p < end && *p == '"')
    p++;
  while (p < end && *p == *separator)
    p++;
  if (p < end && *p == '\r')
    p++;
  if (p < end && *p != '\n')
    return 0;
  return MIN (p + 1, end) - text;
}

gsize
sarap_csv_form_sniff_start (SarapCsvForm *self, const char *text, gsize length)
{
  gsize end = pass_end (text, length), n;

  self->at =
      begins_with (text, end, SARAP_CSV_BYTE_ORDER_MARK) ? strlen (SARAP_CSV_BYTE_ORDER_MARK) : 0;
  self->line = 1;
  self->separator = '\0';
  n = pass_separator_line (text + self->at, end - self->at, &self->separator);
  if (n == 0)
    self->separator = '\0';
  else
    self->line++;
  self->at += n;
  return end;
}

const char *
sarap_csv_form_say_encoding (const SarapCsvForm *self)
{
  switch (self->encoding)
    {
    case SARAP_CSV_UTF_8:
      return "UTF-8";
    case SARAP_CSV_UTF_16_LE:
    case SARAP_CSV_UTF_16_BE:
      return "UTF-16";
    case SARAP_CSV_CODE_PAGE_1251:
      return _ ("code page 1251");
    default:
      g_assert_not_reached ();
    }
}

char *
sarap_csv_form_say_separator (const SarapCsvForm *self)
{
  switch (self->separator)
    {
    case ',':
      return g_strdup (_ ("separated by commas"));
    case ';':
      return g_strdup (_ ("separated by semicolons"));
    case '\t':
      return g_strdup (_ ("separated by tabulators"));
    default:
      /* TRANSLATORS: %c is the character between two fields of a file */
      return g_strdup_printf (_ ("separated by “%c”"), self->separator);
    }
}

#include "records/sarap-text.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* Characters that are invisible on paper: Unicode's Default_Ignorable_Code_Point, and the three
   characters for notes between lines */
static const Range invisible[] = {
  { 0x00AD, 0x00AD },   { 0x034F, 0x034F }, { 0x061C, 0x061C },   { 0x115F, 0x1160 },
  { 0x17B4, 0x17B5 },   { 0x180B, 0x180F }, { 0x200B, 0x200F },   { 0x202A, 0x202E },
  { 0x2060, 0x206F },   { 0x3164, 0x3164 }, { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },
  { 0xFFA0, 0xFFA0 },   { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
  { 0xE0000, 0xE0FFF },
};

static gboolean
is_invisible (gunichar character)
{
  guint low = 0, high = G_N_ELEMENTS (invisible);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (character > invisible[middle].last)
        low = middle + 1;
      else
        high = middle;
    }
  return low < G_N_ELEMENTS (invisible) && character >= invisible[low].first;
}

/* The Braille pattern without a dot looks like a space */
static gboolean
is_space (gunichar character)
{
  return g_unichar_isspace (character) || character == 0x0B || character == 0x85 ||
         character == 0x2800;
}

/* Recognizes by its bytes a text that needs no change, as nearly every text in an office. The
   accepted letters stand alone in NFC; characters that could combine with one of them are not
   accepted. */
static gboolean
is_plain (const guchar *text, const guchar *end)
{
  for (const guchar *p = text; p < end; p++)
    {
      if (*p < 0x80 || (*p >= 0xC3 && *p <= 0xC9) || *p == 0xD0 || *p == 0xD1 || *p == 0xD3)
        continue; /* ASCII, Latin and Cyrillic letters; the bytes after these follow below */
      if (*p < 0xC0)
        continue;
      if (*p == 0xD2 && p[1] >= 0x8A)
        continue;
      if (*p == 0xC2 && p[1] > 0xA0 && p[1] != 0xAD)
        continue; /* « » ° */
      if (*p == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xA7)
        continue; /* dashes and quotation marks */
      if (*p == 0xE2 && p[1] == 0x84 && p[2] == 0x96)
        continue; /* № */
      return FALSE;
    }
  return TRUE;
}

static char *
text_compose (const char *text)
{
  g_autoptr (GString) seen = g_string_sized_new (strlen (text));
  char *composed = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_type (character) == G_UNICODE_SPACE_SEPARATOR)
        g_string_append_c (seen, ' ');
      else if (!is_invisible (character))
        g_string_append_unichar (seen, character);
    }
  composed = g_utf8_normalize (seen->str, seen->len, G_NORMALIZE_NFC);
  return composed != NULL ? composed : g_strdup (text);
}

static char *
trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_space (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (text, end - text);
}

char *
sarap_text_clean (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *composed = NULL, *clean = NULL;

  if (length == 0 || ((guchar) *text > ' ' && (guchar) text[length - 1] > ' ' &&
                      is_plain ((const guchar *) text, (const guchar *) text + length)))
    return NULL;
  if (!g_utf8_validate (text, length, NULL))
    return NULL;
  composed = text_compose (text);
  clean = trim (composed);
  return strcmp (clean, text) != 0 ? g_steal_pointer (&clean) : NULL;
}

gboolean
sarap_text_equal (const char *one, const char *other)
{
  g_autofree char *clean_one = NULL, *clean_other = NULL;

  if (one == NULL || other == NULL || strcmp (one, other) == 0)
    return one == other || (one != NULL && other != NULL);
  clean_one = sarap_text_clean (one);
  clean_other = sarap_text_clean (other);
  return strcmp (clean_one != NULL ? clean_one : one, clean_other != NULL ? clean_other : other) ==
         0;
}

gboolean
sarap_text_has_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalnum (character) &&
          (character < invisible[1].first || !is_invisible (character)))
        return TRUE;
    }
  return FALSE;
}

gboolean
sarap_text_is_dash (const char *text)
{
  const char *c = text;

  while (*c != '\0' && g_unichar_type (g_utf8_get_char (c)) == G_UNICODE_DASH_PUNCTUATION)
    c = g_utf8_next_char (c);
  return c > text && *c == '\0';
}

gboolean
sarap_text_has_lost_letters (const char *text)
{
  const char *last = text + strlen (text) - 1;
  gunichar before = 0;

  if (strpbrk (text, "?\xEF") == NULL) /* the first byte of U+FFFD */
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c), after = g_utf8_get_char (g_utf8_next_char (c));

      if (character == REPLACEMENT)
        return TRUE;
      if (character == '?' && (g_unichar_isalpha (after) || after == '?'))
        return TRUE;
      if (character == '?' && g_unichar_isalpha (before) &&
          (c != last || strchr (text, ' ') == NULL))
        return TRUE;
      before = character;
    }
  return FALSE;
}

/* Pairs: a character, and the one that looks the same */
static const char alike[] = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJҮYҺhаaеeкkоoрpсcуyхxіIѕsјjһh0O"
                            "1IlI|IӀIӏI3З";

static gpointer
make_skeletons (gpointer data)
{
  GHashTable *skeletons = g_hash_table_new (NULL, NULL);

  for (const char *c = alike; *c != '\0';)
    {
      gunichar from = g_utf8_get_char (c);

      c = g_utf8_next_char (c);
      g_hash_table_insert (skeletons, GUINT_TO_POINTER (from),
                           GUINT_TO_POINTER (g_utf8_get_char (c)));
      c = g_utf8_next_char (c);
    }
  return skeletons;
}

char *
sarap_text_skeleton (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *skeletons = g_once (&once, make_skeletons, NULL);
  g_autofree char *clean = sarap_text_clean (text);
  GString *skeleton = g_string_new (NULL);

  for (const char *c = clean != NULL ? clean : text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gpointer like = g_hash_table_lookup (skeletons, GUINT_TO_POINTER (character));

      if (g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION)
        like = GUINT_TO_POINTER ('-');
      g_string_append_unichar (skeleton, like != NULL ? GPOINTER_TO_UINT (like) : character);
    }
  return g_string_free (skeleton, FALSE);
}

#include "records/sarap-name-keys.h"

#include <string.h>

/* The Kazakh alphabet, which has every Russian letter in its place */
static const char alphabet[] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/* Each pair: a letter and what it is found by when nothing matches exactly */
static const char loosened[] = "әағгқкңнөоұуүуһхіий"
                               "и";

/* Bytes of a sort key, all of them ASCII and none of them below another's rank: the end of a name,
   a space or hyphen within one, digits, Latin letters, Cyrillic letters, anything else */
enum
{
  RANK_NAME_END = ' ',
  RANK_WITHIN = '!',
  RANK_LATIN = ':',
  RANK_CYRILLIC = RANK_LATIN + 26,
  RANK_OTHER = '~',
};

typedef struct
{
  gunichar loose[0x100]; /* of U+0400 … U+04FF, 0 where it is the letter itself */
  char rank[0x100];      /* of U+0400 … U+04FF, 0 where it is no letter of the alphabet */
} Letters;

static gpointer
make_letters (gpointer data)
{
  Letters *letters = g_new0 (Letters, 1);
  char rank = RANK_CYRILLIC;

  for (const char *c = alphabet; *c != '\0'; c = g_utf8_next_char (c))
    letters->rank[g_utf8_get_char (c) - 0x400] = rank++;
  g_assert (rank <= RANK_OTHER);
  for (const char *c = loosened; *c != '\0';)
    {
      gunichar from = g_utf8_get_char (c);

      c = g_utf8_next_char (c);
      letters->loose[from - 0x400] = g_utf8_get_char (c);
      c = g_utf8_next_char (c);
    }
  return letters;
}

static const Letters *
get_letters (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_letters, NULL);
}

static gboolean
is_cyrillic (gunichar character)
{
  return character >= 0x400 && character < 0x500;
}

/* Letters and marks apart, which names hardly ever have, are joined first */
static char *
compose (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c == 0xCC || (guchar) *c == 0xCD)
      return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return NULL;
}

/* Lower case; an accented Latin letter without its accent */
static gunichar
fold_letter (gunichar character)
{
  gunichar base, mark;

  character = g_unichar_tolower (character);
  while (character >= 0x80 && !is_cyrillic (character) &&
         g_unichar_decompose (character, &base, &mark))
    character = base;
  return character;
}

char *
sarap_fold (const char *text, SarapFold fold)
{
  const Letters *letters = get_letters ();
  g_autofree char *composed = compose (text);
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *c = composed ? composed : text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = fold_letter (g_utf8_get_char (c));

      if (g_unichar_isspace (character))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
          continue;
        }
      if (character == 0x451) /* ё */
        character = 0x435;
      if (fold == SARAP_FOLD_LOOSE && is_cyrillic (character) && letters->loose[character - 0x400])
        character = letters->loose[character - 0x400];
      g_string_append_unichar (folded, character);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static void
append_ranks (GString *key, const char *name)
{
  const Letters *letters = get_letters ();
  g_autofree char *composed = compose (name);

  for (const char *c = composed ? composed : name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = fold_letter (g_utf8_get_char (c));

      if (is_cyrillic (letter) && letters->rank[letter - 0x400])
        g_string_append_c (key, letters->rank[letter - 0x400]);
      else if (letter >= 'a' && letter <= 'z')
        g_string_append_c (key, RANK_LATIN + (letter - 'a'));
      else if (g_unichar_isdigit (letter))
        g_string_append_c (key, '0' + g_unichar_digit_value (letter));
      else if (g_unichar_isspace (letter) || letter == '-')
        g_string_append_c (key, RANK_WITHIN);
      else if (g_unichar_isalpha (letter))
        g_string_append_printf (key, "%c%06x", RANK_OTHER, letter);
    }
}

char *
sarap_sort_key (const char *surname, const char *given_name, const char *patronymic)
{
  const char *names[] = { surname, given_name, patronymic };
  GString *key = g_string_sized_new (48);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] != NULL)
        append_ranks (key, names[i]);
      g_string_append_c (key, RANK_NAME_END);
    }
  return g_string_free (key, FALSE);
}

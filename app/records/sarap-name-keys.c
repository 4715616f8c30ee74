#include "records/sarap-name-keys.h"

#include <string.h>

/* The Kazakh alphabet, which contains the Russian letters in their order */
static const char alphabet[] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/* Pairs: a letter, and the letter that also finds it when nothing matches exactly */
static const char loosened[] = "әағгқкңнөоұуүуһхіий"
                               "и";

/* Bytes of a sort key, in ascending order and all ASCII: the end of a name, a space or hyphen
   within one, digits, Latin letters, Cyrillic letters, anything else */
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
  gunichar loose[0x100]; /* of U+0400 … U+04FF, 0 for the letter itself */
  char rank[0x100];      /* of U+0400 … U+04FF, 0 if not in the alphabet */
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

/* Joins separate letters and marks first, which names hardly ever contain */
static char *
name_compose (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c == 0xCC || (guchar) *c == 0xCD)
      return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return NULL;
}

/* Latin letters that look like a Cyrillic one, each followed by it */
static const char look_alikes[] = "AАBВCСEЕHНIІKКMМOОPРTТXХYУaаcсeеhһiіkкmмoоpрtтxхyу";

static gpointer
make_look_alikes (gpointer data)
{
  gunichar *like = g_new0 (gunichar, 0x80);

  for (const char *c = look_alikes; *c != '\0'; c = g_utf8_next_char (c + 1))
    like[(guchar) *c] = g_utf8_get_char (c + 1);
  return like;
}

/* Appends a word, of Cyrillic letters alone if it has any */
static void
append_unmixed (GString *unmixed, const char *word, const char *end, const gunichar *like)
{
  gboolean cyrillic = FALSE;

  for (const char *c = word; c < end && !cyrillic; c = g_utf8_next_char (c))
    cyrillic = is_cyrillic (g_utf8_get_char (c));
  for (const char *c = word; c < end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (cyrillic && character < 0x80 && like[character] != 0)
        character = like[character];
      g_string_append_unichar (unmixed, character);
    }
}

/* Names of two alphabets are not entered any more, but were: nobody sees which letter is Latin, or
   types it so. %NULL where the text has letters of one alphabet. */
static char *
unmix (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  const char *word = text;
  gboolean latin = FALSE, cyrillic = FALSE;
  GString *unmixed;

  for (const char *c = text; *c != '\0' && !(latin && cyrillic); c++)
    {
      latin = latin || g_ascii_isalpha (*c);
      cyrillic = cyrillic || ((guchar) *c >= 0xD0 && (guchar) *c <= 0xD3);
    }
  if (!latin || !cyrillic)
    return NULL;
  unmixed = g_string_sized_new (strlen (text));
  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gboolean within = *c != '\0' && g_unichar_isalnum (g_utf8_get_char (c));

      if (within)
        continue;
      append_unmixed (unmixed, word, c, g_once (&once, make_look_alikes, NULL));
      if (*c == '\0')
        return g_string_free (unmixed, FALSE);
      g_string_append_unichar (unmixed, g_utf8_get_char (c));
      word = g_utf8_next_char (c);
    }
}

/* As it is compared: %NULL where that is the text itself */
static char *
prepare (const char *text)
{
  g_autofree char *composed = name_compose (text);
  char *unmixed = unmix (composed != NULL ? composed : text);

  return unmixed != NULL ? unmixed : g_steal_pointer (&composed);
}

/* Hyphens and dashes of every kind are one, and so are apostrophes */
static gunichar
fold_mark (gunichar character)
{
  switch (character)
    {
    case 0x60:   /* ` */
    case 0xB4:   /* ´ */
    case 0x2B9:  /* ʹ */
    case 0x2BC:  /* ʼ */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201B: /* ‛ */
    case 0x2032: /* ′ */
      return '\'';
    case 0x2212: /* − */
      return '-';
    default:
      return character >= 0x80 && g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION
                 ? '-'
                 : character;
    }
}

/* Lower case; an accented Latin letter without its accent */
static gunichar
fold_letter (gunichar character)
{
  gunichar base, mark;

  character = g_unichar_tolower (character);
  if (!is_cyrillic (character))
    character = fold_mark (character);
  while (character >= 0x80 && !is_cyrillic (character) &&
         g_unichar_decompose (character, &base, &mark))
    character = base;
  return character;
}

char *
sarap_fold (const char *text, SarapFold fold)
{
  const Letters *letters = get_letters ();
  g_autofree char *prepared = prepare (text);
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *c = prepared ? prepared : text; *c != '\0'; c = g_utf8_next_char (c))
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

gboolean
sarap_text_has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/* Latin spellings of Kazakh and Russian names, longer beginnings first */
static const struct
{
  const char *latin;
  const char *cyrillic;
} readings[] = {
  { "shch", "щ" }, { "sch", "щ" }, { "zh", "ж" },  { "kh", "х" }, { "gh", "г" }, { "ts", "ц" },
  { "ch", "ч" },   { "sh", "ш" },  { "ng", "нг" }, { "yu", "ю" }, { "iu", "ю" }, { "ya", "я" },
  { "ia", "я" },   { "ye", "е" },  { "yo", "е" },  { "a", "а" },  { "b", "б" },  { "c", "к" },
  { "d", "д" },    { "e", "е" },   { "f", "ф" },   { "g", "г" },  { "h", "х" },  { "i", "и" },
  { "j", "ж" },    { "k", "к" },   { "l", "л" },   { "m", "м" },  { "n", "н" },  { "o", "о" },
  { "p", "п" },    { "q", "к" },   { "r", "р" },   { "s", "с" },  { "t", "т" },  { "u", "у" },
  { "v", "в" },    { "w", "у" },   { "x", "х" },   { "y", "и" },  { "z", "з" },
};

/* NULL for a word that does not consist of Latin letters only */
static char *
read_latin (const char *word, const char *y)
{
  g_autoptr (GString) read = g_string_new (NULL);

  while (*word != '\0')
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (readings) && !g_str_has_prefix (word, readings[i].latin))
        i++;
      if (i == G_N_ELEMENTS (readings))
        return NULL;
      g_string_append (read, g_str_equal (readings[i].latin, "y") ? y : readings[i].cyrillic);
      word += strlen (readings[i].latin);
    }
  return g_string_free (g_steal_pointer (&read), FALSE);
}

char **
sarap_cyrillic_readings (const char *word)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  g_autofree char *usual = read_latin (word, "и");
  g_autofree char *other = read_latin (word, "ы");
  char **found = NULL;

  if (usual != NULL && *usual != '\0')
    g_strv_builder_add (builder, usual);
  if (usual != NULL && !g_str_equal (usual, other))
    g_strv_builder_add (builder, other);
  found = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return found;
}

static void
append_ranks (GString *key, const char *name)
{
  const Letters *letters = get_letters ();
  g_autofree char *prepared = prepare (name);

  for (const char *c = prepared ? prepared : name; *c != '\0'; c = g_utf8_next_char (c))
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

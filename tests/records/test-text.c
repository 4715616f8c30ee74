/* The form in which a text is kept, whether it can be read at all, and codes that look alike */

#include "records/sarap-text.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean; /* NULL: as it was */
  } lines[] = {
    { "", NULL },
    { "Әбдіғалиев", NULL },
    { "«Достық» кеден бекеті, № 5 – 6", NULL },
    { "Жан-Клод О’Коннор", NULL },
    { "Öztürk", NULL },
    { "李", NULL },
    { "12-ж/қ", NULL },
    { "=cmd|' /C calc'!A0", NULL },
    { " Сериков", "Сериков" },
    { "Сериков\t", "Сериков" },
    { "Сериков\n", "Сериков" },
    { "Сериков\xC2\xA0", "Сериков" },
    { "\xE3\x80\x80Сериков\xE2\x80\xAF", "Сериков" },
    { "Сериков\xE2\x80\xA8", "Сериков" },
    { "\xE2\xA0\x80", "" },
    { "   ", "" },
    { "Ахмед\xC2\xA0оглы", "Ахмед оглы" },
    { "Ахмед  оглы", NULL },
    { "\xE2\x80\x8B", "" },
    { "Сери\xC2\xADков", "Сериков" },
    { "\xE2\x80\xAEвокиреС", "вокиреС" },
    { "\xE3\x85\xA4", "" },
    { "Сери\xEF\xB8\x8Fков", "Сериков" },
    { "И\xCC\x86лия Е\xCC\x88лкин", "Йлия Ёлкин" },
    { "и\xE2\x80\x8B\xCC\x86", "й" },
    { "\xE2\x84\xAA", "K" },
    { "\xFF ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *clean = sarap_text_clean (lines[i].text);
      g_autofree char *again = clean != NULL ? sarap_text_clean (clean) : NULL;

      g_assert_cmpstr (clean, ==, lines[i].clean);
      g_assert_null (again);
    }
}

/* Whatever character it is: alone or after a letter, a clean text stays as it is, and so does one
   that was said to be clean */
static void
test_every_character (void)
{
  for (gunichar character = 1; character < 0x30000; character++)
    {
      g_autoptr (GString) text = g_string_new ("и");
      g_autofree char *clean = NULL, *composed = NULL, *again = NULL;

      if (!g_unichar_validate (character))
        continue;
      g_string_append_unichar (text, character);
      g_string_append (text, "я");
      clean = sarap_text_clean (text->str);
      again = sarap_text_clean (clean != NULL ? clean : text->str);
      g_assert_null (again);
      composed = g_utf8_normalize (clean != NULL ? clean : text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (composed, ==, clean != NULL ? clean : text->str);
      if (g_unichar_type (character) == G_UNICODE_SPACE_SEPARATOR && character != ' ')
        g_assert_cmpstr (clean, ==, "и я");
    }
}

static void
test_equal (void)
{
  g_assert_true (sarap_text_equal (NULL, NULL));
  g_assert_true (sarap_text_equal ("Ёлкин", "Е\xCC\x88лкин"));
  g_assert_true (sarap_text_equal ("01\xC2\xA0", " 01"));
  g_assert_false (sarap_text_equal ("01", NULL));
  g_assert_false (sarap_text_equal (NULL, "01"));
  g_assert_false (sarap_text_equal ("O1", "О1"));
}

static void
test_lost_letters (void)
{
  static const struct
  {
    const char *text;
    gboolean lost;
  } lines[] = {
    { "?бді?алиев", TRUE },
    { "Н?рлан", TRUE },
    { "Сері?лы", TRUE },
    { "?", FALSE },
    { "??", TRUE },
    { "Тоқты?", TRUE },
    { "Кедендік ба?ылау б?лімі", TRUE },
    { "Нұр\xEF\xBF\xBDан", TRUE },
    { "Кто виноват?", FALSE },
    { "12?", FALSE },
    { "Сериков", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (sarap_text_has_lost_letters (lines[i].text) != lines[i].lost)
      g_error ("%s", lines[i].text);
}

static void
test_letter (void)
{
  g_assert_true (sarap_text_has_letter ("- Ә"));
  g_assert_true (sarap_text_has_letter ("7"));
  g_assert_false (sarap_text_has_letter ("-"));
  g_assert_false (sarap_text_has_letter ("\xE3\x85\xA4"));
  g_assert_true (sarap_text_is_dash ("–"));
  g_assert_true (sarap_text_is_dash ("--"));
  g_assert_false (sarap_text_is_dash (""));
  g_assert_false (sarap_text_is_dash ("- -"));
}

static void
test_skeleton (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean alike;
  } lines[] = {
    { "O1", "О1", TRUE },         /* Latin, Cyrillic */
    { "01", "О1", TRUE },         /* a zero */
    { "KBA-01", "КВА–O1", TRUE }, /* and a dash */
    { "I1", "Іl", TRUE },         { "Z3", "ZЗ", TRUE }, { "01\xC2\xA0", "01", TRUE },
    { "01", "02", FALSE },        { "A", "B", FALSE },  { "a", "A", FALSE },
    { "50600", "506OO", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *one = sarap_text_skeleton (lines[i].one);
      g_autofree char *other = sarap_text_skeleton (lines[i].other);

      if (g_str_equal (one, other) != lines[i].alike)
        g_error ("%s and %s", lines[i].one, lines[i].other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/every-character", test_every_character);
  g_test_add_func ("/text/equal", test_equal);
  g_test_add_func ("/text/lost-letters", test_lost_letters);
  g_test_add_func ("/text/letter", test_letter);
  g_test_add_func ("/text/skeleton", test_skeleton);
  return g_test_run ();
}

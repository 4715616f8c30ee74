#include "records/sarap-name-hints.h"

#include "records/sarap-record.h"
#include "records/sarap-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const names[] = { "surname", "given_name", "patronymic" };
/* These, and then the same in Russian */
static const char *const entered_names[] = {
  "surname", "given_name", "patronymic", "surname_ru", "given_name_ru", "patronymic_ru",
};

/* Words of people and programs for "none", in small letters */
static const char *const words_for_none[] = {
  "null", "none", "nil",  "n/a",          "нет", "нет данных",    "отсутствует", "не указано",
  "н/д",  "б/о",  "б.о.", "без отчества", "жоқ", "көрсетілмеген", "белгісіз",    "неизвестно",
};

static gboolean
says_none (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words_for_none); i++)
    if (strcmp (small, words_for_none[i]) == 0)
      return TRUE;
  return sarap_text_is_dash (name);
}

typedef struct
{
  gboolean digits;
  gboolean cyrillic;
  GString *latin; /* its Latin letters */
} Letters;

static void
read_letters (const char *name, Letters *letters)
{
  *letters = (Letters){ .latin = g_string_new (NULL) };
  for (const char *c = name != NULL ? name : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character >= 0x400 && character < 0x530)
        letters->cyrillic = TRUE;
      else if (g_unichar_isdigit (character))
        letters->digits = TRUE;
      else if (g_unichar_isalpha (character) &&
               g_unichar_get_script (character) == G_UNICODE_SCRIPT_LATIN)
        g_string_append_unichar (letters->latin, character);
    }
}

static char *
say_mixed (const char *name, const Letters *letters)
{
  /* TRANSLATORS: %1$s: a name, %2$s: the Latin letters in it */
  return g_strdup_printf (_ ("Latin letters stand in the name “%1$s”, which is written in "
                             "Cyrillic: %2$s."),
                          name, letters->latin->str);
}

void
sarap_name_check (const char *const *values, GPtrArray *faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (entered_names); i++)
    {
      guint field = sarap_record_type_field (&sarap_officer_type, entered_names[i]);
      const char *name = values[field];
      Letters letters;

      /* another check reports a text that is not valid */
      if (name == NULL || !g_utf8_validate (name, -1, NULL))
        continue;
      read_letters (name, &letters);
      if (letters.cyrillic && letters.latin->len > 0)
        sarap_faults_add (faults, field, say_mixed (name, &letters));
      else if (letters.digits)
        sarap_faults_add (faults, field,
                          g_strdup_printf (_ ("There is a digit in the name “%s”."), name));
      g_string_free (letters.latin, TRUE);
    }
}

/* A name in Latin letters only, while another name of the same person is in Cyrillic */
static gboolean
is_of_other_alphabet (const Letters letters[G_N_ELEMENTS (names)], guint i)
{
  gboolean cyrillic = FALSE;

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    cyrillic = cyrillic || letters[j].cyrillic;
  return cyrillic && !letters[i].cyrillic && letters[i].latin->len > 0;
}

void
sarap_name_hint (const char *const *values, GPtrArray *hints)
{
  Letters letters[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    read_letters (values[sarap_record_type_field (&sarap_officer_type, names[i])], &letters[i]);
  for (guint i = 0; i < G_N_ELEMENTS (entered_names); i++)
    {
      guint field = sarap_record_type_field (&sarap_officer_type, entered_names[i]);
      const char *name = values[field];

      if (name != NULL && says_none (name))
        sarap_faults_add (hints, field,
                          g_strdup_printf (_ ("“%s” seems to say that there is none. Then leave "
                                              "the field empty."),
                                           name));
      else if (name != NULL && i < G_N_ELEMENTS (names) && is_of_other_alphabet (letters, i))
        sarap_faults_add (hints, field, say_mixed (name, &letters[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_free (letters[i].latin, TRUE);
}

static gboolean
is_of_one_case (const char *name)
{
  guint n_upper = 0, n_lower = 0;

  for (const char *c = name; *c != '\0' && (n_upper == 0 || n_lower == 0); c = g_utf8_next_char (c))
    {
      n_upper += g_unichar_isupper (g_utf8_get_char (c));
      n_lower += g_unichar_islower (g_utf8_get_char (c));
    }
  return n_upper + n_lower > 1 && (n_upper == 0 || n_lower == 0);
}

char *
sarap_name_say_case (const char *name)
{
  return g_strdup_printf (_ ("“%s”: the name is written all in capital or all in small letters."),
                          name);
}

void
sarap_name_hint_case (const char *const *values, GPtrArray *hints)
{
  for (guint i = 0; i < G_N_ELEMENTS (entered_names); i++)
    {
      guint field = sarap_record_type_field (&sarap_officer_type, entered_names[i]);

      if (values[field] != NULL && is_of_one_case (values[field]))
        sarap_faults_add (hints, field, sarap_name_say_case (values[field]));
    }
}

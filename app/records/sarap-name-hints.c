#include "records/sarap-name-hints.h"

#include "records/sarap-record.h"
#include "records/sarap-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const names[] = { "surname", "given_name", "patronymic" };

/* As people and programs write that there is none, in small letters */
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
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
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

static gboolean
is_mixed (const Letters letters[G_N_ELEMENTS (names)], guint i)
{
  gboolean cyrillic = FALSE;

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    cyrillic = cyrillic || letters[j].cyrillic;
  return cyrillic && letters[i].latin->len > 0;
}

static void
hint_at (guint field,
         const char *name,
         const Letters letters[G_N_ELEMENTS (names)],
         guint i,
         GPtrArray *hints)
{
  if (says_none (name))
    sarap_faults_add (hints, field,
                      g_strdup_printf (_ ("“%s” seems to say that there is none. Then leave the "
                                          "field empty."),
                                       name));
  else if (letters[i].digits)
    sarap_faults_add (hints, field,
                      g_strdup_printf (_ ("There is a digit in the name “%s”."), name));
  else if (is_mixed (letters, i))
    sarap_faults_add (
        hints, field,
        /* TRANSLATORS: %1$s: a name, %2$s: the Latin letters in it */
        g_strdup_printf (_ ("Latin letters stand in the name “%1$s”, which is written "
                            "in Cyrillic: %2$s."),
                         name, letters[i].latin->str));
}

void
sarap_name_hint (const char *const *values, GPtrArray *hints)
{
  Letters letters[G_N_ELEMENTS (names)] = { { FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = values[sarap_record_type_field (&sarap_officer_type, names[i])];

      letters[i].latin = g_string_new (NULL);
      if (name != NULL)
        read_letters (name, &letters[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint field = sarap_record_type_field (&sarap_officer_type, names[i]);

      if (values[field] != NULL)
        hint_at (field, values[field], letters, i, hints);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_free (letters[i].latin, TRUE);
}

gboolean
sarap_name_is_of_one_case (const char *name)
{
  guint n_upper = 0, n_lower = 0;

  for (const char *c = name; *c != '\0' && (n_upper == 0 || n_lower == 0); c = g_utf8_next_char (c))
    {
      n_upper += g_unichar_isupper (g_utf8_get_char (c));
      n_lower += g_unichar_islower (g_utf8_get_char (c));
    }
  return n_upper + n_lower > 1 && (n_upper == 0 || n_lower == 0);
}

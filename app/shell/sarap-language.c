#include "shell/sarap-language.h"

#include "sarap-config.h"
#include "shell/sarap-paths.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

const SarapLanguage sarap_languages[] = {
  { "kk", "Қазақша" },
  { "ru", "Русский" },
  { "en", "English" },
  { NULL, NULL },
};

static const char *const locales[] = { "kk_KZ.UTF-8", "ru_RU.UTF-8", "en_GB.UTF-8" };

/* Of the user's account, before the program speaks a language of its own choice */
static int account_language;
static int language;

/* glibc's count of changes: catalogues are looked up anew when it moves */
extern int _nl_msg_cat_cntr;

static int
find_language (const char *name)
{
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    if (g_str_has_prefix (name, sarap_languages[i].code) && !g_ascii_isalpha (name[2]))
      return i;
  return -1;
}

/**
 * sarap_language_init:
 *
 * Finds the language of the user's account (Kazakh where the program does not have it) and the
 * translations. Called once, before any thread is started.
 */
void
sarap_language_init (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *catalogue = NULL;
  g_autofree char *folder = NULL;

  for (int i = 0; names[i] != NULL; i++)
    if ((account_language = find_language (names[i])) >= 0)
      break;
  account_language = MAX (account_language, 0);
  setlocale (LC_ALL, "");

  catalogue =
      sarap_paths_find ("po/kk/LC_MESSAGES/sarap.mo", "share/locale/kk/LC_MESSAGES/sarap.mo");
  folder = catalogue == NULL ? g_strdup (SARAP_LOCALE_DIR)
                             : g_build_filename (catalogue, "..", "..", "..", NULL);
  if (catalogue != NULL)
    {
      g_autofree char *whole = g_canonicalize_filename (folder, "/");

      bindtextdomain (GETTEXT_PACKAGE, whole);
    }
  else
    bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/**
 * sarap_language_set:
 * @code: "kk", "ru", "en"; "" for the language of the user's account
 *
 * From now on the program, and GTK with it, speaks this language. What is on the screen already
 * has to be made anew. It works without the language's locale being generated on the machine:
 * LANGUAGE names the catalogue, and any locale but C lets it.
 */
void
sarap_language_set (const char *code)
{
  language = find_language (code);
  if (language < 0)
    language = account_language;

  /* replacing a variable that is there already moves no memory under the other threads */
  g_setenv ("LANGUAGE", sarap_languages[language].code, TRUE);
  if (setlocale (LC_MESSAGES, locales[language]) == NULL)
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (setlocale (LC_TIME, locales[language]) == NULL)
    setlocale (LC_TIME, "C.UTF-8");
  if (setlocale (LC_COLLATE, locales[language]) == NULL)
    setlocale (LC_COLLATE, "C.UTF-8");
  if (setlocale (LC_CTYPE, locales[language]) == NULL)
    setlocale (LC_CTYPE, "C.UTF-8");
  _nl_msg_cat_cntr++;
}

/**
 * sarap_language_get:
 *
 * Returns: the code of the language that the program speaks
 */
const char *
sarap_language_get (void)
{
  return sarap_languages[language].code;
}

static const char *const weekdays[] = {
  NULL,          N_ ("Monday"),   N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

/* TRANSLATORS: months as they stand in a date, after the day */
static const char *const months[] = {
  NULL,           N_ ("January"),  N_ ("February"), N_ ("March"),  N_ ("April"),
  N_ ("May"),     N_ ("June"),     N_ ("July"),     N_ ("August"), N_ ("September"),
  N_ ("October"), N_ ("November"), N_ ("December"),
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/**
 * sarap_language_say_day:
 * @date: a day
 *
 * Returns: (transfer full): the day in words, with its weekday: "Monday, 23 November 2026"
 */
char *
sarap_language_say_day (SarapDate date)
{
  int year, month, day;

  sarap_date_split (date, &year, &month, &day);
  /* TRANSLATORS: a whole date: %1$s weekday, %2$d day, %3$s month, %4$d year */
  return g_strdup_printf (_ ("%1$s, %2$d %3$s %4$d"), _ (weekdays[sarap_date_weekday (date)]), day,
                          _ (months[month]), year);
}

/**
 * sarap_language_say_date:
 * @date: a day
 *
 * Returns: (transfer full): the day in the short form of the language: "23.11.2026"
 */
char *
sarap_language_say_date (SarapDate date)
{
  int year, month, day;

  sarap_date_split (date, &year, &month, &day);
  /* TRANSLATORS: a short date: %1$02d day, %2$02d month, %3$04d year */
  return g_strdup_printf (_ ("%1$02d.%2$02d.%3$04d"), day, month, year);
}

#pragma GCC diagnostic pop

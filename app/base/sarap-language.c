#include "base/sarap-language.h"

#include "base/sarap-paths.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

const SarapLanguage sarap_languages[] = {
  { "kk", "Қазақша" },
  { "ru", "Русский" },
  { "en", "English" },
  { NULL, NULL },
};

static const char *const locales[] = { "kk_KZ.UTF-8", "ru_RU.UTF-8", "en_GB.UTF-8" };

/* The language of the user's account, before the program chooses another one */
static int account_language;
static int language;

/* glibc's count of changes: glibc looks up catalogues again when it changes */
extern int _nl_msg_cat_cntr;

static int
find_language (const char *name)
{
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    if (g_str_has_prefix (name, sarap_languages[i].code) && !g_ascii_isalpha (name[2]))
      return i;
  return -1;
}

void
sarap_language_set (const char *code)
{
  language = find_language (code);
  if (language < 0)
    language = account_language;

  /* replacing an existing variable moves no memory that other threads use */
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

static char *
find_catalogues (const char *installed)
{
  g_autofree char *catalogue =
      sarap_paths_find ("po/kk/LC_MESSAGES/sarap.mo", "share/locale/kk/LC_MESSAGES/sarap.mo");
  g_autofree char *folder = NULL;

  if (catalogue == NULL)
    return g_strdup (installed);
  folder = g_build_filename (catalogue, "..", "..", "..", NULL);
  return g_canonicalize_filename (folder, "/");
}

void
sarap_language_init (const char *installed, const char *fallback)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *folder = NULL;

  account_language = find_language (fallback);
  for (int i = 0; names[i] != NULL; i++)
    if (find_language (names[i]) >= 0)
      {
        account_language = find_language (names[i]);
        break;
      }
  setlocale (LC_ALL, "");
  /* the store parses libpq's messages in English, so libpq must find no catalogue */
  g_setenv ("PGLOCALEDIR", "/dev/null", TRUE);
  folder = find_catalogues (installed);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext() uses only this domain */
  textdomain (GETTEXT_PACKAGE);
  /* GLib decides at its first message, once for all, whether the program is translated: it must not
     find English first in a locale that is not English */
  sarap_language_set (sarap_languages[0].code);
  g_dgettext (GETTEXT_PACKAGE, "Today");
  sarap_language_set ("");
}

const char *
sarap_language_get (void)
{
  return sarap_languages[language].code;
}

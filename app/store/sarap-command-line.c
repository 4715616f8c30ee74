#include "store/sarap-command-line.h"

#include <string.h>

#include "store/sarap-name.h"

#define OPTION_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

/* The length of an option's name with its dashes, or 0 if the word is no option */
static gsize
option_length (const char *word)
{
  gsize dashes = strspn (word, "-");

  return dashes == 0 ? 0 : dashes + strspn (word + dashes, OPTION_LETTERS);
}

/* The value of an option that is in the same word. -dNAME and other words give all of the word. */
static char *
value_of (char *word)
{
  gsize length = option_length (word);

  return length > 0 && word[length] == '=' ? word + length + 1 : word;
}

/* --password, also abbreviated or mistyped; no command has such an option */
static gboolean
is_password_option (const char *word)
{
  g_autofree char *option = g_ascii_strdown (word, option_length (word));

  return strstr (option, "pas") != NULL || strstr (option, "pw") != NULL;
}

static char *
find_password (char *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);
  char *name = value_of (word);
  gsize file = g_str_has_prefix (name, "sqlite:") ? strlen ("sqlite:") : 0;
  g_autoptr (SarapName) parsed = NULL;

  if (strstr (small, "pass") != NULL || strstr (small, "pwd=") != NULL || is_password_option (word))
    return name;
  /* -pPASSWORD, a form that other programs have */
  if (g_str_has_prefix (word, "-p"))
    return word;
  if (strstr (small, "://") == NULL && (!strchr (name + file, ':') || !strchr (name + file, '@')))
    return NULL;
  parsed = file > 0 ? NULL : sarap_name_parse (name, NULL);
  return parsed != NULL && strcmp (parsed->text, name) == 0 ? NULL : name;
}

GPtrArray *
sarap_command_line_find_passwords (char **words)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      /* an option and its value are two words */
      gboolean next = option_length (words[i]) > 0 && value_of (words[i]) == words[i] &&
                      words[i + 1] != NULL &&
                      (is_password_option (words[i]) || g_str_equal (words[i], "-p"));
      char *secret = next ? words[++i] : find_password (words[i]);

      if (secret != NULL && *secret != '\0')
        g_ptr_array_add (found, secret);
    }
  return found;
}

/* The part after the scheme of an address that begins with a password; NULL for another word */
static const char *
find_authority (char *word)
{
  static const char *const schemes[] = { "postgresql:", "postgresql/", "postgres:", "postgres/",
                                         "sqlite:" };
  char *name = value_of (word);
  const char *scheme = strstr (name, "://");
  const char *authority = scheme != NULL ? scheme + strlen (":") : NULL;

  if (name == word && g_str_has_prefix (word, "-d"))
    name += strlen ("-d");
  for (guint i = 0; authority == NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (name, schemes[i], strlen (schemes[i])) == 0)
      authority = name + strlen (schemes[i]);
  if (authority != NULL)
    authority += strspn (authority, "/");
  return authority != NULL && strchr (authority, ':') != NULL ? authority : NULL;
}

/* Whether a broken address could end here: after an @, perhaps with a database */
static gboolean
is_end (char *word, gboolean has_database)
{
  const char *at = strchr (word, '@');

  return at != NULL && strchr ("./~", *word) == NULL && find_authority (word) == NULL &&
         (has_database ? strchr (at, '/') != NULL : TRUE);
}

guint
sarap_command_line_find_broken (char **words, guint *length)
{
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      const char *authority = find_authority (words[i]);
      gboolean has_database = authority != NULL && strchr (authority, '/') != NULL;

      *length = 0;
      for (guint j = i + 1; authority != NULL && words[j] != NULL; j++)
        if (is_end (words[j], has_database))
          *length = j + 1 - i;
      if (*length > 0)
        return i;
    }
  return 0;
}

void
sarap_command_line_hide_passwords (char **words)
{
  g_autoptr (GPtrArray) found = sarap_command_line_find_passwords (words);
  guint length, broken = sarap_command_line_find_broken (words, &length);

  for (guint i = broken; broken > 0 && i < broken + length; i++)
    memset (value_of (words[i]), '*', strlen (value_of (words[i])));
  for (guint i = 0; i < found->len; i++)
    memset (found->pdata[i], '*', strlen (found->pdata[i]));
}

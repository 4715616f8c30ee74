#include "store/sarap-command-line.h"

#include <string.h>

#include "store/sarap-name.h"

#define OPTION_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

/* --password=, and how it is abbreviated and mistyped */
static gboolean
is_password_option (const char *word, gsize length)
{
  g_autofree char *option = g_ascii_strdown (word, length);

  return strstr (option, "pas") != NULL || strstr (option, "pw") != NULL;
}

static char *
find_password (char *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);
  gsize dashes = strspn (word, "-");
  gsize option = dashes == 0 ? 0 : dashes + strspn (word + dashes, OPTION_LETTERS);
  char *name = option > 0 && word[option] == '=' ? word + option + 1 : word;
  gsize file = g_str_has_prefix (name, "sqlite:") ? strlen ("sqlite:") : 0;
  g_autoptr (SarapName) parsed = NULL;

  if (strstr (small, "pass") != NULL || (name != word && is_password_option (word, option)))
    return name;
  if (strstr (small, "://") == NULL && (!strchr (name + file, ':') || !strchr (name + file, '@')))
    return NULL;
  parsed = file > 0 ? NULL : sarap_name_parse (name, NULL);
  return parsed != NULL && strcmp (parsed->text, name) == 0 ? NULL : name;
}

/* How many words a name goes on for that ends before its user does, where somebody did not quote a
   space in it */
static guint
count_broken (const char *name, char **words)
{
  guint n = 0;

  if (strstr (name, "://") == NULL || strchr (name, '@') != NULL)
    return 0;
  while (words[n] != NULL && strchr (words[n], '@') == NULL)
    n++;
  return words[n] != NULL ? n + 1 : 0;
}

GPtrArray *
sarap_command_line_find_passwords (char **words)
{
  GPtrArray *found = g_ptr_array_new ();

  if (words[0] == NULL)
    return found;
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *secret = find_password (words[i]);
      guint n_more = secret != NULL ? count_broken (secret, words + i + 1) : 0;

      if (secret != NULL && *secret != '\0')
        g_ptr_array_add (found, secret);
      for (guint more = 0; more < n_more; more++)
        if (*words[++i] != '\0')
          g_ptr_array_add (found, words[i]);
    }
  return found;
}

void
sarap_command_line_hide_passwords (char **words)
{
  g_autoptr (GPtrArray) found = sarap_command_line_find_passwords (words);

  for (guint i = 0; i < found->len; i++)
    memset (found->pdata[i], '*', strlen (found->pdata[i]));
}

#include "sarapctl/sarapctl.h"

#include "base/sarap-language.h"
#include "records/sarap-look.h"
#include "sarap-config.h"
#include "sarapctl/sarapctl-output.h"
#include "store/sarap-command-line.h"
#include "store/sarap-default-database.h"
#include "store/sarap-watch.h"
#include "store/sarap-temporary.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const SarapctlCommand commands[] = {
  { "init", "", 0, 0, N_ ("create or migrate the schema of the database"), sarapctl_init },
  { "import", N_ ("FOLDER"), 1, SARAPCTL_OPTION_DRY_RUN | SARAPCTL_OPTION_ON,
    N_ ("import a folder of CSV files, all or nothing"), sarapctl_import },
  { "export", N_ ("FOLDER"), 1, 0, N_ ("export the same files"), sarapctl_export },
  { "demo", "", 0, SARAPCTL_OPTION_OFFICERS | SARAPCTL_OPTION_SEED | SARAPCTL_OPTION_ON,
    N_ ("fill an empty database with a made-up service"), sarapctl_demo },
  { "due", "", 0,
    SARAPCTL_OPTION_ON | SARAPCTL_OPTION_UNTIL | SARAPCTL_OPTION_BODY | SARAPCTL_OPTION_ALL,
    N_ ("list who must be attested, when and by which commission"), sarapctl_due },
  { "explain", N_ ("IIN"), 1, SARAPCTL_OPTION_ON,
    N_ ("tell how the status of an officer comes about"), sarapctl_explain },
  { "verify", "", 0,
    SARAPCTL_OPTION_SINCE | SARAPCTL_OPTION_PLAUSIBLE | SARAPCTL_OPTION_ON | SARAPCTL_OPTION_BODY,
    N_ ("check the audit chain and the records"), sarapctl_verify },
  { "backup", N_ ("FILE"), 1, 0, N_ ("write a consistent copy of the database"), sarapctl_backup },
  { "restore", N_ ("FILE"), 1, 0, N_ ("fill an empty database from a copy"), sarapctl_restore },
  { "user", N_ ("add LOGIN"), 2, SARAPCTL_OPTION_ROLE | SARAPCTL_OPTION_BODY | SARAPCTL_OPTION_IIN,
    N_ ("add an account (PostgreSQL)"), sarapctl_user },
  { NULL },
};

static const SarapctlCommand *
find_command (const char *name)
{
  for (const SarapctlCommand *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;
  return NULL;
}

static char *
say_usage (const SarapctlCommand *command)
{
  return g_strjoin (" ", command->name, *command->arguments != '\0' ? _ (command->arguments) : NULL,
                    NULL);
}

static char *
summary_of_commands (void)
{
  GString *summary = g_string_new (_ ("Commands:"));

  for (const SarapctlCommand *command = commands; command->name != NULL; command++)
    {
      g_autofree char *usage = say_usage (command);
      int padding = MAX (16 - (int) g_utf8_strlen (usage, -1), 0);

      g_string_append_printf (summary, "\n  %s%*s %s", usage, padding, "", _ (command->summary));
    }
  return g_string_free (summary, FALSE);
}

/* The original command line, to find passwords in it */
static char **command_line;

/* The longest first, since one may be part of another */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(char *const *) a), second = strlen (*(char *const *) b);

  return (first < second) - (first > second);
}

/* Replaces whole words only: the rest of a word would reveal a short password */
static void
replace_whole (GString *sentence, const char *secret)
{
  gsize length = strlen (secret);
  char *at_secret = sentence->str;

  while ((at_secret = strstr (at_secret, secret)) != NULL)
    {
      gssize at = at_secret - sentence->str;

      if ((at == 0 || !g_ascii_isalnum (at_secret[-1])) && !g_ascii_isalnum (at_secret[length]))
        {
          g_string_erase (sentence, at, length);
          g_string_insert (sentence, at, "…");
        }
      at_secret = sentence->str + at + 1;
    }
}

/* Removes words of the command line that may be addresses with a password from a sentence: output
   may end up in the log of a job */
static char *
hide_passwords (const char *sentence)
{
  GString *hidden = g_string_new (sentence);
  g_autoptr (GPtrArray) secrets = NULL;

  if (command_line != NULL)
    {
      secrets = sarap_command_line_find_passwords (command_line);
      g_ptr_array_sort (secrets, compare_lengths);
    }
  for (guint i = 0; secrets != NULL && i < secrets->len; i++)
    replace_whole (hidden, secrets->pdata[i]);
  return g_string_free (hidden, FALSE);
}

/* Reports a fault of the command line */
int
sarapctl_misuse (const char *sentence)
{
  g_autofree char *hidden = hide_passwords (sentence);

  g_printerr ("sarapctl: %s\n%s\n", hidden, _ ("“sarapctl --help” lists what there is."));
  return SARAPCTL_USAGE;
}

/* Reports why the database or the data refuse something, and returns the exit status */
int
sarapctl_fail (const GError *error)
{
  g_autofree char *hidden = hide_passwords (error->message);

  g_printerr ("sarapctl: %s\n", hidden);
  if (g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST) ||
      g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME) ||
      g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CREDENTIALS) ||
      g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY))
    return SARAPCTL_UNREACHABLE;
  return SARAPCTL_REFUSED;
}

/* Whether the database exists, or may be made, under the name */
static gboolean
check_name (const char *name, gboolean make, int *status)
{
  g_autoptr (GError) error = NULL;

  if (sarap_database_is_there (name, &error) ||
      (make && g_error_matches (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST)))
    return TRUE;
  *status = error->code == SARAP_STORE_ERROR_NAME ? SARAPCTL_USAGE : SARAPCTL_UNREACHABLE;
  sarapctl_fail (error);
  if (*status == SARAPCTL_UNREACHABLE)
    g_printerr ("%s\n", _ ("“sarapctl init” makes a database."));
  return FALSE;
}

/* The watch while a command runs */
static SarapWatch *watch;

/* Runs on the watch's thread */
static void
on_watch (SarapWatchEvent event)
{
  static const char *const sentences[] = {
    [SARAP_WATCH_SILENT] =
        N_ ("The server has not answered for some ten seconds. Check the network, or ask the "
            "administrator of the server. Waiting ten seconds more…"),
    [SARAP_WATCH_ANSWERS] = N_ ("The server answers again."),
    [SARAP_WATCH_GIVEN_UP] = N_ ("The server still does not answer: it is no longer waited for."),
  };

  g_printerr ("sarapctl: %s\n", _ (sentences[event]));
}

/**
 * sarapctl_open:
 * @options: may have the name of the database
 * @need: whether it may be made
 * @status: set to the exit status on failure
 * | Opens the database, and makes it the default for the next call without a name. Without a name,
 * only the file in the user's data folder is made on first use, whatever the command. From then on
 * a server that does not answer is reported.
 * | Returns: (transfer full) (nullable): the database; %NULL after printing the reason
 */
SarapDatabase *
sarapctl_open (const SarapctlOptions *options, SarapctlNeed need, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *last = options->database == NULL ? sarap_default_database_last () : NULL;
  g_autofree char *name = NULL;
  gboolean make = need == SARAPCTL_MADE || (options->database == NULL && last == NULL);
  g_autoptr (SarapDatabase) db = NULL;

  name = options->database != NULL ? g_strdup (options->database) : sarap_default_database ();
  if (!check_name (name, make, status))
    return NULL;
  if ((db = sarap_database_open (name, NULL, &error)) == NULL)
    {
      sarapctl_fail (error);
      *status = SARAPCTL_UNREACHABLE;
      return NULL;
    }
  watch = sarap_watch_new (db, on_watch);
  if (sarap_database_notice (db) != NULL)
    g_printerr ("sarapctl: %s\n", sarap_database_notice (db));
  if ((make ? sarap_database_migrate (db, &error) : sarap_database_check_version (db, &error)) &&
      (need == SARAPCTL_AS_IT_IS || sarap_look_first (db, &error)))
    {
      sarap_default_database_remember (sarap_database_name (db));
      return g_steal_pointer (&db);
    }
  *status = sarapctl_fail (error);
  return NULL;
}

/* The system's date */
SarapDate
sarapctl_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return sarap_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now));
}

/* Reads a date of the command line, and reports a wrong one */
gboolean
sarapctl_read_date (const char *text, const char *option, SarapDate *date)
{
  g_autofree char *sentence = NULL;

  if (sarap_date_parse (text, -1, date))
    return TRUE;
  /* TRANSLATORS: an option such as --on and what was given with it */
  sentence = g_strdup_printf (_ ("%s needs a day that exists, as YYYY-MM-DD; “%s” is none."),
                              option, text);
  sarapctl_misuse (sentence);
  return FALSE;
}

static gboolean
check_language (const SarapctlOptions *options)
{
  if (options->language == NULL)
    return TRUE;
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    if (strcmp (options->language, sarap_languages[i].code) == 0)
      {
        sarap_language_set (options->language);
        return TRUE;
      }
  sarapctl_misuse (_ ("--lang takes kk, ru or en."));
  return FALSE;
}

static gboolean
check_format (const SarapctlOptions *options)
{
  if (sarapctl_output_knows (options->format))
    return TRUE;
  sarapctl_misuse (_ ("--format takes table, csv or json."));
  return FALSE;
}

/* Reports an option that the command does not have */
static gboolean
check_options (const SarapctlOptions *options, const SarapctlCommand *command)
{
  const struct
  {
    SarapctlOptionFlags flag;
    const char *word;
    gboolean given;
  } all[] = {
    { SARAPCTL_OPTION_ON, "--on", options->on != NULL },
    { SARAPCTL_OPTION_UNTIL, "--until", options->until != NULL },
    { SARAPCTL_OPTION_BODY, "--body", options->body != NULL },
    { SARAPCTL_OPTION_ALL, "--all", options->all },
    { SARAPCTL_OPTION_DRY_RUN, "--dry-run", options->dry_run },
    { SARAPCTL_OPTION_OFFICERS, "--officers", options->officers != G_MININT64 },
    { SARAPCTL_OPTION_SEED, "--seed", options->seed != G_MININT64 },
    { SARAPCTL_OPTION_ROLE, "--role", options->roles != NULL },
    { SARAPCTL_OPTION_IIN, "--iin", options->iin != NULL },
    { SARAPCTL_OPTION_SINCE, "--since", options->since != NULL },
    { SARAPCTL_OPTION_PLAUSIBLE, "--plausible", options->plausible },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].given && !(command->options & all[i].flag))
      {
        g_autofree char *sentence =
            /* TRANSLATORS: an option such as --all, and a command such as init */
            g_strdup_printf (_ ("%s does not go with “%s”."), all[i].word, command->name);

        sarapctl_misuse (sentence);
        return FALSE;
      }
  return TRUE;
}

/* GLib's message about an unknown option, without its value, which may be a password */
static int
refuse_option (char **words, const char *message)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (*words[i] == '-' && g_str_has_suffix (message, words[i]))
      {
        gsize length = g_str_has_prefix (words[i], "--")
                           ? strcspn (words[i], "=")
                           : (gsize) (g_utf8_find_next_char (words[i] + 1, NULL) - words[i]);
        g_autofree char *option = g_strndup (words[i], length);
        g_autofree char *sentence = g_strdup_printf (_ ("There is no option “%s”."), option);

        return sarapctl_misuse (sentence);
      }
  return sarapctl_misuse (_ ("There is no such option."));
}

static int
run_command (const SarapctlOptions *options, char **words)
{
  const SarapctlCommand *command;
  g_autofree char *sentence = NULL;
  SarapctlOptions with_arguments = *options;

  if (words == NULL || words[0] == NULL)
    return sarapctl_misuse (_ ("A command is missing."));
  if ((command = find_command (words[0])) == NULL)
    {
      /* the word is not repeated: it may be part of a password */
      return sarapctl_misuse (_ ("There is no such command."));
    }
  if (g_strv_length (words + 1) != command->n_arguments)
    {
      g_autofree char *usage = say_usage (command);

      sentence = g_strdup_printf (_ ("It is used so: sarapctl %s"), usage);
      return sarapctl_misuse (sentence);
    }
  if (!check_options (options, command))
    return SARAPCTL_USAGE;
  with_arguments.arguments = words + 1;
  return command->run (&with_arguments);
}

/* Output counts only if it could be written */
static int
close_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("%s\n", _ ("Standard output could not take all of it."));
  return MAX (status, SARAPCTL_REFUSED);
}

static void
options_clear (SarapctlOptions *options)
{
  g_free (options->database);
  g_free (options->format);
  g_free (options->on);
  g_free (options->until);
  g_free (options->body);
  g_free (options->language);
  g_free (options->iin);
  g_free (options->since);
  g_strfreev (options->roles);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  guint n_broken;
  g_autofree char *summary = NULL;
  g_auto (GStrv) given = g_strdupv (argv), words = g_strdupv (argv);
  SarapctlOptions options = { .officers = G_MININT64, .seed = G_MININT64 };
  gboolean help = FALSE, version = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_STRING, &options.database,
      N_ ("sqlite:PATH or postgresql://… (default: the one opened last)"), N_ ("DATABASE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("table, csv or json (default: table on a terminal, else csv)"), N_ ("FORMAT") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("the day asked for (default: today)"),
      N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until,
      N_ ("due: the end of the review (default: six months on)"), N_ ("DATE") },
    { "body", 0, 0, G_OPTION_ARG_STRING, &options.body,
      N_ ("due, verify --plausible: only officers of this body; user add: their body"),
      N_ ("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("due: everyone, in or out of service"),
      NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("import: only say what it would do"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("en, kk or ru"), N_ ("LANGUAGE") },
    { "officers", 0, 0, G_OPTION_ARG_INT64, &options.officers, N_ ("demo: how many (default: 400)"),
      N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed,
      N_ ("demo: the same service for the same number (default: 1)"), N_ ("N") },
    { "role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.roles,
      N_ ("user add: a role of the account; may be given more than once"), N_ ("ROLE") },
    { "iin", 0, 0, G_OPTION_ARG_STRING, &options.iin, N_ ("user add: which officer the account is"),
      N_ ("IIN") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since,
      N_ ("verify: a digest that was printed earlier; the audit chain must still have it"),
      N_ ("DIGEST") },
    { "plausible", 0, 0, G_OPTION_ARG_NONE, &options.plausible,
      N_ ("verify: also list what should be looked at again"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("print the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("print this help"), NULL },
    { NULL },
  };

  sarap_command_line_hide_passwords (argv);
  /* standard output is only for results */
  g_log_writer_default_set_use_stderr (TRUE);
  command_line = given;
  /* files that it makes contain personal data */
  umask (0077);
  sarap_temporary_sweep ();
  sarap_language_init (SARAP_LOCALE_DIR, "en");
  context = g_option_context_new (_ ("COMMAND …"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* GLib's own help would end the program without checking that it could be written */
  g_option_context_set_help_enabled (context, FALSE);
  summary = summary_of_commands ();
  g_option_context_set_summary (context, summary);
  if (sarap_command_line_find_broken (given, &n_broken) > 0)
    status =
        sarapctl_misuse (_ ("A space divides the address of the server into several words. Put "
                            "the address in quotes, and write %20 for the space."));
  else if (!g_option_context_parse_strv (context, &words, &error))
    status = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
                 ? refuse_option (given, error->message)
                 : sarapctl_misuse (error->message);
  else if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      status = SARAPCTL_DONE;
    }
  else if (version)
    {
      g_print ("sarapctl %s\n", SARAP_VERSION);
      status = SARAPCTL_DONE;
    }
  else if (!check_language (&options) || !check_format (&options))
    status = SARAPCTL_USAGE;
  else
    status = run_command (&options, words[0] != NULL ? words + 1 : words);
  options_clear (&options);
  g_clear_pointer (&watch, sarap_watch_free);
  return close_output (status);
}

#include "sarapctl/sarapctl.h"

#include "exchange/sarap-backup.h"
#include "records/sarap-account.h"
#include "records/sarap-invariants.h"
#include "records/sarap-lookup.h"
#include "store/sarap-audit.h"
#include "store/sarap-known-files.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Bytes that PostgreSQL keeps of the name of a role */
#define LONGEST_LOGIN 63

/* Creates or migrates the schema */
int
sarapctl_init (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = sarapctl_open (options, SARAPCTL_MADE, &status);

  if (db != NULL)
    g_print (_ ("The database %s is ready.\n"), sarap_database_name (db));
  return status;
}

/* Finds the line of a digest that is kept elsewhere: a rewritten chain has no such line */
static gboolean
find_since (SarapDatabase *db, const char *since, gboolean with_list, GError **error)
{
  g_autofree char *digest = g_ascii_strdown (since, -1);
  gint64 line = sarap_audit_find (db, digest, error);

  if (line != 0 && with_list)
    /* TRANSLATORS: the number of a line, and its digest */
    g_printerr (_ ("Line %lld of the audit chain has the digest %s.\n"), (long long) line, digest);
  else if (line != 0)
    /* TRANSLATORS: the number of a line, and its digest */
    g_print (_ ("Line %lld of the audit chain has the digest %s.\n"), (long long) line, digest);
  return line != 0;
}

/* Refuses options that need --plausible */
static gboolean
read_plausible (const SarapctlOptions *options, SarapDate *today)
{
  *today = sarapctl_today ();
  if (options->plausible)
    return options->on == NULL || sarapctl_read_date (options->on, "--on", today);
  if (options->on == NULL && options->body == NULL)
    return TRUE;
  sarapctl_misuse (_ ("--on and --body go with “verify --plausible” only."));
  return FALSE;
}

/* Prints hints, which are no faults: the exit status does not depend on them */
static gboolean
list_plausible (SarapDatabase *db, const SarapctlOptions *options, SarapDate today, GError **error)
{
  gint64 body_id = 0;

  if (options->body != NULL && (body_id = sarap_lookup_body (db, options->body, error)) == 0)
    return FALSE;
  return sarapctl_list_plausible (db, options->format, body_id, today, error);
}

/* With a list on standard output, the verdict goes to standard error */
static int
say_in_order (SarapDatabase *db, gboolean with_list)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *newest = sarap_audit_newest (db, &error);
  g_autofree char *verdict = NULL;

  if (newest == NULL && error != NULL)
    return sarapctl_fail (error);
  if (newest != NULL)
    verdict = g_strdup_printf (
        _ ("The audit chain and all records are in order. The newest digest is %s.\n"), newest);
  else
    verdict = g_strdup (_ ("The audit chain is empty and all records are in order.\n"));
  if (with_list)
    g_printerr ("%s", verdict);
  else
    g_print ("%s", verdict);
  return SARAPCTL_DONE;
}

/* Checks the audit chain and the records */
int
sarapctl_verify (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SarapDate today;

  if (!read_plausible (options, &today))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_AS_IT_IS, &status)) == NULL)
    return status;
  sarap_known_file_begin (db);
  if (!sarap_audit_verify (db, faults, &error) || !sarap_invariants_verify (db, faults, &error))
    return sarapctl_fail (error);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (faults, i));
  if (options->since != NULL && !find_since (db, options->since, options->plausible, &error))
    return sarapctl_fail (error);
  if (faults->len == 0)
    sarap_known_file_trust (db);
  if (options->plausible && !list_plausible (db, options, today, &error))
    return sarapctl_fail (error);
  return faults->len > 0 ? SARAPCTL_REFUSED : say_in_order (db, options->plausible);
}

/* Makes one consistent copy of the database */
int
sarapctl_backup (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = sarapctl_open (options, SARAPCTL_KNOWN, &status);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return status;
  if (!sarap_backup (db, options->arguments[0], NULL, NULL, NULL, &error))
    return sarapctl_fail (error);
  g_print (_ ("A copy of the database is in %s.\n"), options->arguments[0]);
  return SARAPCTL_DONE;
}

/* Fills an empty database from a copy */
int
sarapctl_restore (const SarapctlOptions *options)
{
  int status = SARAPCTL_DONE;
  g_autoptr (SarapDatabase) db = sarapctl_open (options, SARAPCTL_MADE, &status);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return status;
  if (!sarap_restore (db, options->arguments[0], NULL, NULL, NULL, &error))
    return sarapctl_fail (error);
  g_print (_ ("The database %s now holds what is in %s.\n"), sarap_database_name (db),
           options->arguments[0]);
  return SARAPCTL_DONE;
}

static char *
read_line (void)
{
  g_autofree char *line = NULL;
  size_t size = 0;
  char *copy;
  /* getline() allocates with malloc, like GLib */
  ssize_t length = getline (&line, &size, stdin);

  if (length <= 0)
    return NULL;
  /* removes only the end of the line: a password may end in a space */
  if (line[length - 1] == '\n')
    line[--length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';
  copy = g_strdup (line);
  if (*copy == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

/* The password of a new account: typed without echo, or the first line of standard input; NULL for
   none, if the server authenticates people in another way */
static char *
read_password (const char *login)
{
  struct termios seen, unseen;
  char *password;

  if (tcgetattr (STDIN_FILENO, &seen) != 0)
    return read_line ();
  g_printerr (_ ("Password of %s (empty for none): "), login);
  unseen = seen;
  unseen.c_lflag &= ~ECHO;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
  password = read_line ();
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &seen);
  g_printerr ("\n");
  return password;
}

static gboolean
read_roles (const SarapctlOptions *options, SarapAccountRoles *roles)
{
  *roles = 0;
  for (guint i = 0; options->roles != NULL && options->roles[i] != NULL; i++)
    {
      SarapAccountRoles role = sarap_account_role (options->roles[i]);
      g_autofree char *words = g_strjoinv (", ", (char **) sarap_account_roles);
      g_autofree char *sentence =
          /* TRANSLATORS: a word that was given, and the list of those that there are */
          g_strdup_printf (_ ("There is no role “%s”; there are %s."), options->roles[i], words);

      if (role == 0)
        {
          sarapctl_misuse (sentence);
          return FALSE;
        }
      *roles |= role;
    }
  if (*roles != 0)
    return TRUE;
  sarapctl_misuse (_ ("An account needs at least one --role."));
  return FALSE;
}

/* Adds the account of a person */
int
sarapctl_user (const SarapctlOptions *options)
{
  const char *login = options->arguments[1];
  g_autoptr (SarapDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *password = NULL;
  SarapAccountRoles roles;
  gint64 body_id = 0, officer_id = 0;
  int status;

  if (strcmp (options->arguments[0], "add") != 0)
    return sarapctl_misuse (_ ("It is used so: sarapctl user add LOGIN --role ROLE …"));
  if (strlen (login) > LONGEST_LOGIN)
    return sarapctl_misuse (
        _ ("A login has at most 63 bytes: 63 Latin letters, or 31 Cyrillic ones. "
           "The server would cut it off. No account was made."));
  if (!read_roles (options, &roles))
    return SARAPCTL_USAGE;
  if ((db = sarapctl_open (options, SARAPCTL_KNOWN, &status)) == NULL)
    return status;
  if (options->body != NULL && (body_id = sarap_lookup_body (db, options->body, &error)) == 0)
    return sarapctl_fail (error);
  if (options->iin != NULL && (officer_id = sarap_lookup_officer (db, options->iin, &error)) == 0)
    return sarapctl_fail (error);
  if (sarap_database_engine (db) == SARAP_ENGINE_POSTGRESQL)
    password = read_password (login);
  if (!sarap_account_add (db, login, password, roles, body_id, officer_id, &error))
    return sarapctl_fail (error);
  g_print (_ ("The account %s is ready.\n"), login);
  return SARAPCTL_DONE;
}

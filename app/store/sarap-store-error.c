#include "store/sarap-store-error-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (sarap - store - error - quark, sarap_store_error)

/* The sentence for a person; the engine's own words follow on a separate line */
static const char *const sentences[] = {
  [SARAP_STORE_ERROR_FAILED] = N_ ("The database could not do this."),
  [SARAP_STORE_ERROR_LOST] =
      N_ ("The server of the database cannot be reached. Check the network, or "
          "ask the administrator; nothing was saved meanwhile."),
  [SARAP_STORE_ERROR_BUSY] =
      N_ ("Somebody else is writing to the database. Try again in a moment."),
  [SARAP_STORE_ERROR_CONFLICT] =
      N_ ("Somebody else changed this record meanwhile. Look at their version first."),
  [SARAP_STORE_ERROR_CONSTRAINT] =
      N_ ("The database does not accept this record: it breaks one of its rules."),
  [SARAP_STORE_ERROR_DENIED] = N_ (
      "You may not do this with this database. Ask the administrator if it belongs to your work."),
  [SARAP_STORE_ERROR_CREDENTIALS] =
      N_ ("The server does not let you in: the user name or the password is wrong or missing."),
  [SARAP_STORE_ERROR_VERSION] = N_ ("This is not a database of Sarap."),
  [SARAP_STORE_ERROR_FULL] =
      N_ ("There is no space left where the database is kept. Make some, then "
          "try again; nothing was saved meanwhile."),
  [SARAP_STORE_ERROR_QUEUE] =
      N_ ("The server's queue of notifications is full: somebody's session does not read them. Ask "
          "the administrator of the server; nothing was saved."),
  [SARAP_STORE_ERROR_NUMBERS] =
      N_ ("There are no numbers left for new records of this kind: their count was moved to its "
          "end. Nothing was saved. Ask the administrator to run “sarapctl verify”."),
  [SARAP_STORE_ERROR_IO] = N_ (
      "The file of the database cannot be read or written. Check the disk and how much of it you "
      "may use; nothing was saved meanwhile."),
  [SARAP_STORE_ERROR_CORRUPT] =
      N_ ("The database is damaged. Do not work on with it: restore a backup copy."),
  [SARAP_STORE_ERROR_NOT_FOUND] = N_ ("There is no such record, or you may not see it."),
  [SARAP_STORE_ERROR_NAME] = N_ ("There is no database under this name, or it cannot be opened."),
};

/* SQLSTATE, or its first letters; the first match counts */
static const struct
{
  const char *state;
  SarapStoreError code;
} states[] = {
  { "08", SARAP_STORE_ERROR_LOST },         { "57P", SARAP_STORE_ERROR_LOST },
  { "25P03", SARAP_STORE_ERROR_LOST },      { "53300", SARAP_STORE_ERROR_LOST },
  { "40001", SARAP_STORE_ERROR_BUSY },      { "40P01", SARAP_STORE_ERROR_BUSY },
  { "55P03", SARAP_STORE_ERROR_BUSY },      { "2200H", SARAP_STORE_ERROR_NUMBERS },
  { "0A000", SARAP_STORE_ERROR_BUSY },      { "22", SARAP_STORE_ERROR_CONSTRAINT },
  { "42501", SARAP_STORE_ERROR_DENIED },    { "23", SARAP_STORE_ERROR_CONSTRAINT },
  { "25006", SARAP_STORE_ERROR_DENIED },    { "28", SARAP_STORE_ERROR_CREDENTIALS },
  { "53100", SARAP_STORE_ERROR_FULL },      { "XX001", SARAP_STORE_ERROR_CORRUPT },
  { "XX002", SARAP_STORE_ERROR_CORRUPT },   { "3D000", SARAP_STORE_ERROR_NAME },
  { "P0002", SARAP_STORE_ERROR_NOT_FOUND },
};

/* Without a code the text decides: SQLite's, and libpq's before a session begins */
static const struct
{
  SarapEngine engine;
  const char *part;
  SarapStoreError code;
} texts[] = {
  { SARAP_ENGINE_SQLITE, " is locked", SARAP_STORE_ERROR_BUSY },
  { SARAP_ENGINE_SQLITE, "constraint failed", SARAP_STORE_ERROR_CONSTRAINT },
  { SARAP_ENGINE_SQLITE, "cannot store ", SARAP_STORE_ERROR_CONSTRAINT },
  { SARAP_ENGINE_SQLITE, "database or disk is full", SARAP_STORE_ERROR_FULL },
  { SARAP_ENGINE_SQLITE, "disk I/O error", SARAP_STORE_ERROR_IO },
  { SARAP_ENGINE_SQLITE, "readonly database", SARAP_STORE_ERROR_DENIED },
  { SARAP_ENGINE_SQLITE, "not a database", SARAP_STORE_ERROR_VERSION },
  { SARAP_ENGINE_SQLITE, "malformed", SARAP_STORE_ERROR_CORRUPT },
  { SARAP_ENGINE_SQLITE, "unable to open database", SARAP_STORE_ERROR_NAME },
  { SARAP_ENGINE_SQLITE, "valid directory", SARAP_STORE_ERROR_NAME },
  /* many other limits have the same code */
  { SARAP_ENGINE_POSTGRESQL, "NOTIFY", SARAP_STORE_ERROR_QUEUE },
  { SARAP_ENGINE_POSTGRESQL, "password authentication failed", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, "no password supplied", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, "authentication failed", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, "pg_hba.conf", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, "FATAL:  role \"", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, "permission denied for database", SARAP_STORE_ERROR_DENIED },
  { SARAP_ENGINE_POSTGRESQL, "FATAL:  database \"", SARAP_STORE_ERROR_NAME },
  /* the same from a server that speaks Russian; PostgreSQL has no Kazakh messages */
  { SARAP_ENGINE_POSTGRESQL, "не прошёл проверку подлинности", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, ":  роль \"", SARAP_STORE_ERROR_CREDENTIALS },
  { SARAP_ENGINE_POSTGRESQL, ":  доступ к базе \"", SARAP_STORE_ERROR_DENIED },
  { SARAP_ENGINE_POSTGRESQL, ":  база данных \"", SARAP_STORE_ERROR_NAME },
  { SARAP_ENGINE_POSTGRESQL, "connection to server ", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "no connection to the server", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "server closed the connection", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "could not receive data from server", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "could not send data to server", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "could not translate host name", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "SSL SYSCALL error", SARAP_STORE_ERROR_LOST },
  { SARAP_ENGINE_POSTGRESQL, "SSL connection has been closed", SARAP_STORE_ERROR_LOST },
};

/* The SQLSTATE at the head of a verbose message: "23505: …", or "FATAL:  57P01: …" in any
   language */
static char *
sql_state (const char *message)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^(?:\\w+:\\s+)?([0-9A-Z]{5}):", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, message, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

SarapStoreError
sarap_store_error_classify (SarapEngine engine, const char *message)
{
  g_autofree char *state = engine == SARAP_ENGINE_POSTGRESQL ? sql_state (message) : NULL;

  for (guint i = 0; state && i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (state, states[i].state))
      return states[i].code;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].engine == engine && strstr (message, texts[i].part))
      return texts[i].code;
  return SARAP_STORE_ERROR_FAILED;
}

SarapConstraint
sarap_store_error_constraint (const GError *error)
{
  if (strstr (error->message, "23505:") || strstr (error->message, "UNIQUE constraint failed"))
    return SARAP_CONSTRAINT_UNIQUE;
  if (strstr (error->message, "23503:") || strstr (error->message, "FOREIGN KEY constraint failed"))
    return SARAP_CONSTRAINT_REFERENCE;
  return SARAP_CONSTRAINT_OTHER;
}

char *
sarap_store_error_iin_taken (const GError *error)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("officer\\.iin (\\S{1,20}) is entered already",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, error->message, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

const char *
sarap_store_error_sentence (SarapStoreError code)
{
  return _ (sentences[code]);
}

/* Removes the position in the server's sources */
static char *
text_shorten (const char *engine_text)
{
  char *text = g_strdup (engine_text ? engine_text : "");
  char *location = strstr (text, "\nLOCATION:");

  if (location)
    *location = '\0';
  return g_strstrip (text);
}

void
sarap_store_error_set (GError **error, SarapStoreError code, const char *engine_text)
{
  g_autofree char *text = text_shorten (engine_text);

  g_set_error (error, SARAP_STORE_ERROR, code, "%s%s%s", sarap_store_error_sentence (code),
               *text ? "\n" : "", text);
}

gboolean
sarap_store_error_damaged (GError **error)
{
  sarap_store_error_set (error, SARAP_STORE_ERROR_CORRUPT, NULL);
  return FALSE;
}

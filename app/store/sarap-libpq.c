/* libpq needs sixteen libraries, which take as long to load as all of GTK: too long for a window
   that should appear at once, and useless without a server. So this file defines the functions of
   libpq that Sarap needs; each loads the library on its first call and passes the call on. A
   function of the program takes precedence over that of a library: libgda's provider, which is
   loaded later, calls these functions too. */
#define _GNU_SOURCE
#include "store/sarap-libpq.h"

#include <dlfcn.h>
#include <libpq-fe.h>

static gpointer
libpq_function (const char *name)
{
  gpointer libpq = dlopen ("libpq.so.5", RTLD_NOW);
  gpointer function = libpq != NULL ? dlsym (libpq, name) : NULL;

  if (function == NULL)
    g_error ("libpq is not installed as it should be: %s", dlerror ());
  return function;
}

#define FUNCTION(type, name, parameters, arguments)                                                \
  type name parameters                                                                             \
  {                                                                                                \
    static type (*function) parameters;                                                            \
                                                                                                   \
    if (g_once_init_enter (&function))                                                             \
      g_once_init_leave (&function, libpq_function (#name));                                       \
    return function arguments;                                                                     \
  }

FUNCTION (PGconn *, PQconnectdb, (const char *info), (info))
FUNCTION (void, PQfinish, (PGconn * pg), (pg))
FUNCTION (ConnStatusType, PQstatus, (const PGconn *pg), (pg))
FUNCTION (PGTransactionStatusType, PQtransactionStatus, (const PGconn *pg), (pg))
FUNCTION (char *, PQerrorMessage, (const PGconn *pg), (pg))
FUNCTION (int, PQsocket, (const PGconn *pg), (pg))
FUNCTION (int, PQconsumeInput, (PGconn * pg), (pg))
FUNCTION (PGnotify *, PQnotifies, (PGconn * pg), (pg))
FUNCTION (int, PQsendQuery, (PGconn * pg, const char *sql), (pg, sql))
FUNCTION (int, PQisBusy, (PGconn * pg), (pg))
FUNCTION (PGresult *, PQgetResult, (PGconn * pg), (pg))
FUNCTION (PGconn *, PQconnectStart, (const char *info), (info))
FUNCTION (PostgresPollingStatusType, PQconnectPoll, (PGconn * pg), (pg))
FUNCTION (char *, PQhost, (const PGconn *pg), (pg))
FUNCTION (char *, PQhostaddr, (const PGconn *pg), (pg))
FUNCTION (char *, PQport, (const PGconn *pg), (pg))
FUNCTION (PGresult *, PQexec, (PGconn * pg, const char *sql), (pg, sql))
FUNCTION (ExecStatusType, PQresultStatus, (const PGresult *result), (result))
FUNCTION (void, PQclear, (PGresult * result), (result))
FUNCTION (void, PQfreemem, (void *memory), (memory))
FUNCTION (PQconninfoOption *, PQconninfoParse, (const char *info, char **error), (info, error))
FUNCTION (void, PQconninfoFree, (PQconninfoOption * options), (options))
FUNCTION (PGVerbosity, PQsetErrorVerbosity, (PGconn * pg, PGVerbosity verbosity), (pg, verbosity))
FUNCTION (PQnoticeProcessor,
          PQsetNoticeProcessor,
          (PGconn * pg, PQnoticeProcessor processor, void *data),
          (pg, processor, data))
FUNCTION (char *, PQencryptPassword, (const char *password, const char *user), (password, user))
FUNCTION (char *,
          PQencryptPasswordConn,
          (PGconn * pg, const char *password, const char *user, const char *algorithm),
          (pg, password, user, algorithm))

/* The first failure of this thread's statement. libgda runs a statement that cannot be prepared
   again as text; within a transaction that only reports that the transaction is aborted. */
static _Thread_local char first_error[1000];

/* libgda asks for the SQLSTATE of every failure. When the server is gone and the next call prepares
   a statement, libgda 5.2.10 reads the SQLSTATE of a result that has none, and crashes on the NULL.
   */
char *
PQresultErrorField (const PGresult *result, int field)
{
  static char *(*function) (const PGresult *result, int field);
  static char connection_failure[] = "08006";
  char *text;

  if (g_once_init_enter (&function))
    g_once_init_leave (&function, libpq_function ("PQresultErrorField"));
  text = function (result, field);
  if (field != PG_DIAG_SQLSTATE)
    return text;
  if (text && *first_error == '\0')
    g_snprintf (first_error, sizeof first_error, "%s: %s", text,
                function (result, PG_DIAG_MESSAGE_PRIMARY));
  return text ? text : connection_failure;
}

void
sarap_libpq_forget_error (void)
{
  *first_error = '\0';
}

const char *
sarap_libpq_first_error (void)
{
  return first_error;
}

void
sarap_libpq_take_notice (void *data, const char *message)
{
  /* lines after the first may hold values */
  g_debug ("the server says: %.*s", (int) strcspn (message, "\n"), message);
}

gboolean
sarap_libpq_guard_stands (void)
{
  return dlsym (RTLD_DEFAULT, "PQresultErrorField") == (gpointer) PQresultErrorField;
}

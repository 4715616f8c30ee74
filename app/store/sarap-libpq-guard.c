/* When the server is gone and the next call prepares a statement, libgda 5.2.10 reads the SQLSTATE
   of a result that has none and dies on the NULL. So our programs define libpq's function
   themselves: what is in the program comes before what is in a library, also for libgda's provider,
   which is loaded later. */
#define _GNU_SOURCE
#include "store/sarap-libpq-guard.h"

#include <dlfcn.h>
#include <libpq-fe.h>

typedef char *(*ErrorField) (const PGresult *result, int field);

char *
PQresultErrorField (const PGresult *result, int field)
{
  static ErrorField libpq;
  static char connection_failure[] = "08006";
  char *text;

  if (g_once_init_enter (&libpq))
    g_once_init_leave (&libpq, (ErrorField) dlsym (RTLD_NEXT, "PQresultErrorField"));
  text = libpq (result, field);
  return !text && field == PG_DIAG_SQLSTATE ? connection_failure : text;
}

gboolean
sarap_libpq_guard_stands (void)
{
  return dlsym (RTLD_DEFAULT, "PQresultErrorField") == (gpointer) PQresultErrorField;
}

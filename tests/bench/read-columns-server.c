/* read-columns-server URI [BODY]: read-columns for PostgreSQL. Reads the columns that `sarapctl
   due` reads, of the officers of a body or of all, as the owner of the tables, and does nothing
   with them: a query a table, by libpq alone. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OF_BODY                                                                                    \
  " WHERE %s IN (SELECT o.id FROM officer o JOIN body b ON b.id = o.body_id"                       \
  " WHERE b.code = '%s')"

static long long n_rows, sum;

static void
stop (PGconn *pg)
{
  fprintf (stderr, "%s\n", PQerrorMessage (pg));
  exit (1);
}

/* @key: the column that is an officer's id; %NULL where there is none */
static void
read_table (PGconn *pg, const char *select, const char *key, const char *body)
{
  char sql[1000];
  int length = snprintf (sql, sizeof sql, "%s", select);
  PGresult *result;

  if (key != NULL && body != NULL)
    snprintf (sql + length, sizeof sql - length, OF_BODY, key, body);
  result = PQexec (pg, sql);
  if (PQresultStatus (result) != PGRES_TUPLES_OK)
    stop (pg);
  n_rows += PQntuples (result);
  for (int row = 0; row < PQntuples (result); row++)
    for (int i = 0; i < PQnfields (result); i++)
      sum += PQgetvalue (result, row, i)[0];
  PQclear (result);
}

int
main (int argc, char **argv)
{
  const char *body = argc > 2 ? argv[2] : NULL;
  PGconn *pg;

  if (argc < 2 || (body != NULL && (strchr (body, '\'') != NULL || strlen (body) > 100)))
    return 2;
  pg = PQconnectdb (argv[1]);
  if (PQstatus (pg) != CONNECTION_OK)
    stop (pg);
  PQclear (PQexec (pg, "SET search_path = sarap"));
  read_table (pg, "SELECT id, code, kind FROM body", NULL, NULL);
  read_table (pg, "SELECT id, iin FROM officer", "id", body);
  read_table (pg,
              "SELECT officer_id, employer_kind, \"start\", \"end\", body_id, unit_id, category,"
              " level FROM service",
              "officer_id", body);
  read_table (pg, "SELECT officer_id, kind, \"start\", \"end\" FROM deferral", "officer_id", body);
  read_table (pg, "SELECT officer_id, kind, \"date\", decision, outcome FROM attestation",
              "officer_id", body);
  printf ("%lld rows, %lld\n", n_rows, sum);
  PQfinish (pg);
  return 0;
}

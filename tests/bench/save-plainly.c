/* save-plainly URI SAVES: what save-records does, by libpq alone and as the owner: a transaction
   with the UPDATE of a record and the INSERT of a line, in tables without triggers (see
   server.py). How long each took, in microseconds, a line each. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long long
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static PGresult *
ask (PGconn *pg, const char *sql, int n, const char *const *values, ExecStatusType expected)
{
  PGresult *result = PQexecParams (pg, sql, n, NULL, values, NULL, NULL, 0);

  if (PQresultStatus (result) != expected)
    {
      fprintf (stderr, "%s\n", PQerrorMessage (pg));
      exit (1);
    }
  return result;
}

static void
run (PGconn *pg, const char *sql, int n, const char *const *values)
{
  PQclear (ask (pg, sql, n, values, PGRES_COMMAND_OK));
}

/* @values: id, officer and reason of a deferral */
static void
save (PGconn *pg, const char *const *values)
{
  run (pg, "BEGIN", 0, NULL);
  run (pg, "UPDATE plain.deferral SET reason = $2, version = version + 1 WHERE id = $1", 2,
       (const char *[]){ values[0], values[2] });
  run (pg,
       "INSERT INTO plain.line (moment, actor, action, record, record_id, officer_id, detail)"
       " VALUES (now (), session_user, 'change', 'deferral', $1, $2, $3)",
       3, values);
  run (pg, "COMMIT", 0, NULL);
}

int
main (int argc, char **argv)
{
  PGconn *pg;
  PGresult *records;

  if (argc != 3)
    return 2;
  pg = PQconnectdb (argv[1]);
  records = ask (pg, "SELECT id, officer_id FROM plain.deferral ORDER BY id DESC LIMIT 100", 0,
                 NULL, PGRES_TUPLES_OK);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      int row = i % PQntuples (records);
      char reason[40];
      long long began = now_us ();

      snprintf (reason, sizeof reason, "Себеп %d", i);
      save (pg,
            (const char *[]){ PQgetvalue (records, row, 0), PQgetvalue (records, row, 1), reason });
      printf ("%lld\n", now_us () - began);
    }
  PQclear (records);
  PQfinish (pg);
  return 0;
}

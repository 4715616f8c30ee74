/* read-columns FILE [all]: reads the columns that `sarapctl due` reads, or every column of every
   table, and does nothing with them. As plain and as quick as it can be done with SQLite's library:
   a statement a table, no mutexes, each column asked for once, by the type it is known to have. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long long n_rows, sum;

static void
stop (sqlite3 *db)
{
  fprintf (stderr, "%s\n", sqlite3_errmsg (db));
  exit (1);
}

/* @types: a letter a column, i for a number, t for text */
static void
read_table (sqlite3 *db, const char *sql, const char *types)
{
  sqlite3_stmt *statement;
  int status;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    stop (db);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    {
      n_rows++;
      for (int i = 0; types[i] != '\0'; i++)
        if (types[i] == 'i')
          sum += sqlite3_column_int64 (statement, i);
        else
          {
            const unsigned char *text = sqlite3_column_text (statement, i);

            sum += text != NULL ? text[0] : 0;
          }
    }
  if (status != SQLITE_DONE)
    stop (db);
  sqlite3_finalize (statement);
}

static void
read_due (sqlite3 *db)
{
  read_table (db, "SELECT id, code, kind FROM body", "itt");
  read_table (db, "SELECT id, iin FROM officer ORDER BY iin", "it");
  read_table (db,
              "SELECT officer_id, employer_kind, \"start\", \"end\", body_id, unit_id, category,"
              " level FROM service",
              "itttiiti");
  read_table (db, "SELECT officer_id, kind, \"start\", \"end\" FROM deferral", "ittt");
  read_table (db, "SELECT officer_id, kind, \"date\", decision, outcome FROM attestation", "itttt");
}

/* The tables are STRICT: each column has one type */
static void
read_all (sqlite3 *db)
{
  sqlite3_stmt *tables;

  if (sqlite3_prepare_v2 (db,
                          "SELECT 'SELECT * FROM \"' || t.name || '\"', group_concat"
                          " (CASE c.type WHEN 'INTEGER' THEN 'i' ELSE 't' END, '')"
                          " FROM sqlite_schema t, pragma_table_info (t.name) c"
                          " WHERE t.type = 'table' GROUP BY t.name",
                          -1, &tables, NULL) != SQLITE_OK)
    stop (db);
  while (sqlite3_step (tables) == SQLITE_ROW)
    read_table (db, (const char *) sqlite3_column_text (tables, 0),
                (const char *) sqlite3_column_text (tables, 1));
  sqlite3_finalize (tables);
}

int
main (int argc, char **argv)
{
  sqlite3 *db = NULL;

  if (argc < 2 ||
      sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    stop (db);
  if (argc > 2 && strcmp (argv[2], "all") == 0)
    read_all (db);
  else
    read_due (db);
  printf ("%lld rows, %lld\n", n_rows, sum);
  return sqlite3_close (db) != SQLITE_OK;
}

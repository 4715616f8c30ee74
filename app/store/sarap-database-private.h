#pragma once

#include "store/sarap-connection.h"
#include "store/sarap-database.h"
#include "store/sarap-file.h"

G_BEGIN_DECLS

struct _SarapDatabase
{
  SarapName *name;
  char *password;
  SarapSqliteSession *session; /* also on PostgreSQL, where nobody asks it */
  GdaConnection *connection; /* NULL: SQLite, and there is no file yet */
  PGconn *pg;                /* borrowed from the connection */
  GHashTable *statements;    /* key → SarapStatement */
  gint64 retry_for;          /* microseconds that a writer waits for its turn */
  guint depth;               /* of transactions within each other */
  gboolean reading;          /* the transaction is one of begin_read */
  gboolean preparing;        /* the connection was just opened */
  gboolean bulk;             /* the transaction is one of transact_bulk */
  gboolean waited_in_vain;   /* for the turn, at the end of such a transaction */
  gboolean lost;             /* the server went away: nothing works until it is reopened */
  gboolean wrote;            /* since sarap_database_forget_writes() */
  SarapFile file;            /* SQLite: the file as this person may use it */
  guint64 device, inode;     /* of the file that is open; 0 on a server */
  gboolean in_memory;        /* SQLite: no file has it */
  gboolean trusted;          /* a file that is as Sarap leaves one, see sarap-known-files.h */
  gboolean saved;            /* by this connection, into such a file */
  char *bytes;               /* its size and times when it was looked through */
  gint64 data_version;       /* SQLite's when it was looked through: moves with what others write */
  GError *failure;           /* the first one of the transaction: it cannot be committed any more */
};

/* One of SQLite that is not open yet and that no file has */
SarapDatabase *sarap_database_new_in_memory (const char *path);
/* Opens the connection anew after the server was lost; nothing of before is left */
gboolean sarap_database_reopen (SarapDatabase *db, GError **error);
/* Whether the server went away and has not been back since */
gboolean sarap_database_is_lost (SarapDatabase *db);
/* Whether anything was written, or tried to be, since it was last asked to forget */
gboolean sarap_database_wrote  (SarapDatabase *db);
void     sarap_database_forget_writes (SarapDatabase *db);
/* Statements without values and rows, outside the cache: schema, PRAGMA */
gboolean sarap_database_run    (SarapDatabase *db, const char *sql, GError **error);
/* A statement without values and rows that comes often: BEGIN, COMMIT */
gboolean sarap_database_command (SarapDatabase *db, const char *sql, GError **error);
/* The statements kept: to be dropped after the schema changed */
void     sarap_database_drop_statements (SarapDatabase *db);
/* SQLite: whether the file that is open is still the one under its name. SQLite goes on writing
   into a log beside the old name, which belongs to no file any more: what was saved would be gone
   once the program ends */
gboolean sarap_database_check_place (SarapDatabase *db, GError **error);
/* The one number a statement gives */
gboolean sarap_database_ask    (SarapDatabase *db, const char *sql, gint64 *answer, GError **error);
/* SQLite: the lines of what a long change has added so far, before it changes any of it. A server
   gathers by itself */
gboolean sarap_database_gather (SarapDatabase *db, GError **error);

G_END_DECLS

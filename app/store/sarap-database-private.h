#pragma once

#include "store/sarap-connection.h"
#include "store/sarap-database.h"
#include "store/sarap-file.h"

G_BEGIN_DECLS

struct _SarapDatabase
{
  SarapName *name;
  char *password;
  SarapSqliteSession *session; /* also on PostgreSQL, which does not use it */
  GdaConnection *connection; /* NULL: SQLite, and the file does not exist yet */
  PGconn *pg;                /* borrowed from the connection */
  GHashTable *statements;    /* key → SarapStatement */
  gint64 retry_for;          /* µs that a writer waits for its turn */
  guint depth;               /* of nested transactions */
  gboolean reading;          /* the transaction was begun by begin_read */
  gboolean preparing;        /* the connection has just been opened */
  gboolean bulk;             /* the transaction belongs to transact_bulk */
  gboolean waited_in_vain;   /* no turn to write at the end of such a transaction */
  gboolean lost;             /* the server went away: only reopening helps */
  gboolean wrote;            /* since sarap_database_forget_writes() */
  SarapFile file;            /* SQLite: the file as this person may use it */
  guint64 device, inode;     /* of the open file; 0 on a server */
  gboolean in_memory;        /* SQLite: there is no file */
  gboolean trusted;          /* the file is as Sarap leaves one, see sarap-known-files.h */
  gboolean saved;            /* this connection wrote into such a file */
  char *bytes;               /* size and times of the file when it was examined */
  gint64 data_version;       /* SQLite's, when it was examined: changes with others' writes */
  GError *failure;           /* the first of the transaction, which can no longer be committed */
};

/* An SQLite database that is in memory only and not open yet */
SarapDatabase *sarap_database_new_in_memory (const char *path);
/* Opens a new connection after the server was lost; keeps no state of the old one */
gboolean sarap_database_reopen (SarapDatabase *db, GError **error);
/* Whether the server went away and is not back yet */
gboolean sarap_database_is_lost (SarapDatabase *db);
/* Whether anything was written, or tried, since the last call of sarap_database_forget_writes() */
gboolean sarap_database_wrote  (SarapDatabase *db);
void     sarap_database_forget_writes (SarapDatabase *db);
/* Runs statements without values and rows, uncached: schema, PRAGMA */
gboolean sarap_database_run    (SarapDatabase *db, const char *sql, GError **error);
/* Runs a frequent statement without values and rows: BEGIN, COMMIT */
gboolean sarap_database_command (SarapDatabase *db, const char *sql, GError **error);
/* Drops the cached statements, which a change of the schema makes invalid */
void     sarap_database_drop_statements (SarapDatabase *db);
/* SQLite: whether the open file is still the one under its name. Otherwise SQLite would go on
   writing into a log of the old name, and the changes would be gone when the program ends. */
gboolean sarap_database_check_path (SarapDatabase *db, GError **error);
/* Reads the one number that a statement gives */
gboolean sarap_database_ask    (SarapDatabase *db, const char *sql, gint64 *answer, GError **error);
/* SQLite: collects the lines that a long change has added so far, before it changes any of them. On
   a server this needs no call. */
gboolean sarap_database_gather (SarapDatabase *db, GError **error);

G_END_DECLS

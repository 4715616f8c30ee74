#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapDatabase:
 *
 * One open connection to a database of either engine. Only one thread uses it: the store's, or the
 * only thread of `sarapctl` and of the tests. All calls block.
 */
typedef struct _SarapDatabase SarapDatabase;
/* A statement with its values, see sarap_query_new() */
typedef struct _SarapQuery SarapQuery;
/* The rows a query gave, all in memory */
typedef struct _SarapRows SarapRows;

typedef enum { SARAP_ENGINE_SQLITE, SARAP_ENGINE_POSTGRESQL } SarapEngine;

/**
 * sarap_database_open:
 * @name: the name of a database, see app/exchange/README.md 5
 * @password: (nullable): for PostgreSQL, if its name has none and the server asks for one
 * @error: return location
 *
 * @name has the form of app/exchange/README.md 5: sqlite:PATH or a PostgreSQL URI.
 *
 * Opens a database of either engine. A missing file is made only by sarap_database_migrate(). An
 * existing file stays unchanged until it has proved to be Sarap's.
 *
 * Returns: (transfer full): the database, for this thread only
 */
SarapDatabase *sarap_database_open    (const char *name, const char *password, GError **error);
/* Closes the connection and frees it. Uncommitted changes are undone. */
void           sarap_database_close   (SarapDatabase *db);
/* The engine: SQLite or PostgreSQL */
SarapEngine    sarap_database_engine  (SarapDatabase *db);

/**
 * sarap_database_is_there:
 * @name: the name of a database
 * @error: return location; %SARAP_STORE_ERROR_NAME, %SARAP_STORE_ERROR_LOST
 *
 * Checks whether opening would find a database or make one. For SQLite that is the file; a server
 * is asked only when it is opened.
 *
 * Returns: %FALSE with @error when it is not there
 */
gboolean       sarap_database_is_there (const char *name, GError **error);

/**
 * sarap_database_migrate:
 *
 * Makes the schema in an empty database, or brings an older one up to date, all in one transaction;
 * several may do so at once. On PostgreSQL it also makes the group roles, and takes the rights of
 * the database's owner. A database that is up to date is not written to.
 */
gboolean       sarap_database_migrate (SarapDatabase *db, GError **error);

/**
 * sarap_database_check_version:
 * @error: return location; %SARAP_STORE_ERROR_VERSION when this program cannot work with it,
 *   %SARAP_STORE_ERROR_DENIED when the person has no account in it
 *
 * Checks that this is a database of Sarap in the version of this program, and that the person has
 * an account in it. Changes nothing.
 */
gboolean       sarap_database_check_version (SarapDatabase *db, GError **error);

/**
 * sarap_database_name:
 *
 * Returns: the name that it was opened by, in its plain form and without a password
 */
const char    *sarap_database_name    (SarapDatabase *db);

/**
 * sarap_database_notice:
 *
 * Returns: (nullable): a translated sentence that tells the person what opening did to the file
 */
const char    *sarap_database_notice  (SarapDatabase *db);

/* Whether it is read-only, because the file or its folder cannot be written to */
gboolean       sarap_database_is_copy (SarapDatabase *db);

/**
 * sarap_database_set_actor:
 * @actor: the person who acts, for the audit chain; by default the user of the computer. PostgreSQL
 *   ignores it and writes the login.
 */
void           sarap_database_set_actor (SarapDatabase *db, const char *actor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDatabase, sarap_database_close)

/**
 * sarap_query_new:
 * @sql: one statement, in which `:name` is a value; both engines must understand it
 *
 * A value that is never bound is NULL.
 *
 * Returns: (transfer full): a query to give values to
 */
SarapQuery *sarap_query_new     (const char *sql);
void        sarap_query_free    (SarapQuery *query);
/* Binds a number to `:name` */
void        sarap_query_integer (SarapQuery *query, const char *name, gint64 value);

/**
 * sarap_query_text:
 * @value: (nullable): valid UTF-8, or %NULL for none
 */
void        sarap_query_text    (SarapQuery *query, const char *name, const char *value);

/**
 * sarap_query_date:
 * @value: a day, or %SARAP_DATE_NONE for none
 */
void        sarap_query_date    (SarapQuery *query, const char *name, SarapDate value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapQuery, sarap_query_free)

/**
 * sarap_database_select:
 * @query: a statement that gives rows
 * @columns: a letter a column: `t` text, `i` integer, `d` date, `p` packed rows; `T`, `I`, `D`
 *   where there must be a value
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT when such a value is missing, or a text is
 *   not UTF-8
 *
 * Packed rows are those of sarap_dialect_packed(). A capital letter is for a column that must have
 * a value: a database without it is damaged.
 *
 * Returns: (transfer full): the rows, all in memory
 */
SarapRows *sarap_database_select  (SarapDatabase *db, SarapQuery *query, const char *columns,
                                   GError **error);

/**
 * sarap_database_execute:
 * @query: a statement that gives no rows
 * @error: return location
 *
 * Returns: how many rows it wrote or removed, without those of triggers and cascades; -1 on error
 */
gint64     sarap_database_execute (SarapDatabase *db, SarapQuery *query, GError **error);

/**
 * sarap_database_insert:
 * @query: an INSERT of one row into a table with an `id`
 * @error: return location
 *
 * Returns: the new id, 0 on error
 */
gint64     sarap_database_insert  (SarapDatabase *db, SarapQuery *query, GError **error);

/* The number of rows */
guint       sarap_rows_count   (SarapRows *rows);

/**
 * sarap_rows_text:
 *
 * Returns: (nullable): the text of a `t`, `T` or `p` column, which lives as long as the rows; %NULL
 *   for none, never of a `T` column
 */
const char *sarap_rows_text    (SarapRows *rows, guint row, guint column);

/**
 * sarap_rows_integer:
 *
 * Returns: the number of an `i` or `I` column, 0 for none
 */
gint64      sarap_rows_integer (SarapRows *rows, guint row, guint column);

/**
 * sarap_rows_date:
 *
 * Returns: the day of a `d` or `D` column, %SARAP_DATE_NONE for none
 */
SarapDate   sarap_rows_date    (SarapRows *rows, guint row, guint column);

/* Whether there is no value */
gboolean    sarap_rows_is_null (SarapRows *rows, guint row, guint column);
void        sarap_rows_free    (SarapRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRows, sarap_rows_free)

/**
 * sarap_database_encrypt_password:
 * @db: a PostgreSQL database
 * @login: the login of the password's owner
 * @password: the password
 * @error: return location
 *
 * Computes the SCRAM verifier of a password. PostgreSQL only.
 *
 * Returns: (transfer full): the verifier. Unlike the password, it may go to the server and into its
 *   log.
 */
char *sarap_database_encrypt_password (SarapDatabase *db, const char *login, const char *password,
                                       GError **error);

/* A transaction. One begun inside another joins it; uncommitted changes are undone. */
typedef struct
{
  SarapDatabase *db;
  gboolean outermost;
} SarapTransaction;

/**
 * sarap_transaction_begin:
 * @transaction: a zeroed transaction, cleared when it goes out of scope
 * @db: a database
 * @error: return location; %SARAP_STORE_ERROR_BUSY when it had no turn to write within ten seconds;
 *   on a server the message names the writer who has it
 *
 * Begins to write, or joins the current transaction. Writers take turns; readers never wait.
 */
gboolean sarap_transaction_begin    (SarapTransaction *transaction, SarapDatabase *db,
                                     GError **error);

/**
 * sarap_transaction_commit:
 *
 * Ends the transaction: only the outermost one saves. If any statement or inner transaction failed,
 * nothing is saved and the first failure is reported.
 */
gboolean sarap_transaction_commit   (SarapTransaction *transaction, GError **error);

/**
 * sarap_transaction_clear:
 *
 * Undoes uncommitted changes. An inner transaction cannot be undone alone: the outermost one can
 * then no longer be saved.
 */
void     sarap_transaction_clear    (SarapTransaction *transaction);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTransaction, sarap_transaction_clear)

/**
 * sarap_transaction_begin_read:
 *
 * Begins one consistent view of the database for several reads; others go on writing.
 */
gboolean sarap_transaction_begin_read (SarapTransaction *transaction, SarapDatabase *db,
                                       GError **error);

/* A unit of work for one transaction, run again when another writer came in between */
typedef gboolean (*SarapUnitOfWork) (SarapDatabase *db, gpointer data, GError **error);

/**
 * sarap_database_transact:
 * @work: the unit of work; it may run several times and keeps no state between the runs
 * @data: for @work
 * @error: return location
 *
 * Runs a unit of work in a transaction, and again when another writer came in between.
 */
gboolean sarap_database_transact (SarapDatabase *db, SarapUnitOfWork work, gpointer data,
                                  GError **error);

/**
 * sarap_database_transact_bulk:
 * @kind: its name in the audit chain: "import", "demo"
 * @work: a unit of work that writes for long; its last call is sarap_database_end_bulk()
 * @data: for @work
 * @error: return location
 *
 * Runs a long unit of work in a transaction. On a server others can save meanwhile: it takes its
 * turn to write only in its last moment. Two long units never run at once. Its additions are
 * audited with a thousand records a line.
 */
gboolean sarap_database_transact_bulk (SarapDatabase *db, const char *kind, SarapUnitOfWork work,
                                       gpointer data, GError **error);

/**
 * sarap_database_end_bulk:
 * @kind: its name in the audit chain
 * @said: (nullable): a summary, a JSON object of some 4,000 bytes at most; %NULL when nothing was
 *   changed
 * @error: return location
 *
 * Ends the current long change with its line of the audit chain.
 */
gboolean sarap_database_end_bulk (SarapDatabase *db, const char *kind, const char *said,
                                  GError **error);

G_END_DECLS

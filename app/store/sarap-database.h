#pragma once

#include "rules/sarap-date.h"
#include "store/sarap-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SarapDatabase:
 *
 * One open connection to a database of either engine. It is used by one thread only: the store's,
 * or the only one of `sarapctl` and of the tests. All calls block.
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
 * Opening. @name is as app/exchange/README.md 5 says: sqlite:PATH or a PostgreSQL URI.
 *
 * Opens a database of either engine. A file that is not there is made only by
 * sarap_database_migrate(); one that is there is not touched before it has proved to be Sarap's.
 *
 * Returns: (transfer full): the database, for this thread only
 */
SarapDatabase *sarap_database_open    (const char *name, const char *password, GError **error);
/* Closes the connection and frees it; what was not committed is undone */
void           sarap_database_close   (SarapDatabase *db);
/* SQLite or PostgreSQL */
SarapEngine    sarap_database_engine  (SarapDatabase *db);

/**
 * sarap_database_is_there:
 * @name: the name of a database
 * @error: return location; %SARAP_STORE_ERROR_NAME, %SARAP_STORE_ERROR_LOST
 *
 * Whether opening would find a database rather than make one: the file of SQLite is there. A server
 * is asked when it is opened.
 *
 * Returns: %FALSE with @error when it is not there
 */
gboolean       sarap_database_is_there (const char *name, GError **error);

/**
 * sarap_database_migrate:
 *
 * Makes the schema in an empty database, or brings an older one up to date, all in one transaction;
 * several may do so at once. On PostgreSQL it also makes the group roles, and takes the rights of
 * the database's owner. One that is up to date already is not written to.
 */
gboolean       sarap_database_migrate (SarapDatabase *db, GError **error);

/**
 * sarap_database_check_version:
 * @error: return location; %SARAP_STORE_ERROR_VERSION when this program cannot work with it,
 *   %SARAP_STORE_ERROR_DENIED when the person has no account in it
 *
 * Checks that it is a database of Sarap, of the version that this program knows, and that the
 * person is known in it. Changes nothing.
 */
gboolean       sarap_database_check_version (SarapDatabase *db, GError **error);

/**
 * sarap_database_name:
 *
 * Returns: the name it was opened by, in its plain form and without a password
 */
const char    *sarap_database_name    (SarapDatabase *db);

/**
 * sarap_database_notice:
 *
 * Returns: (nullable): what was done about the file when it was opened that the person should know,
 *   a sentence, translated
 */
const char    *sarap_database_notice  (SarapDatabase *db);

/* Whether it can only be looked at: the file, or its folder, cannot be written to */
gboolean       sarap_database_is_copy (SarapDatabase *db);

/**
 * sarap_database_set_actor:
 * @actor: who acts, for the audit chain; by default the user of the computer. PostgreSQL does not
 *   take anybody's word for it and writes down the login.
 */
void           sarap_database_set_actor (SarapDatabase *db, const char *actor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDatabase, sarap_database_close)

/**
 * sarap_query_new:
 * @sql: one statement, in which `:name` is a value; both engines must understand it
 *
 * Statements. In the text, `:name` is a value; what is never bound is NULL.
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
 * @error: return location; %SARAP_STORE_ERROR_CORRUPT when there is none, or a text is not UTF-8
 *
 * @columns: a letter a column: t text, i integer, d date, p packed rows (sarap_dialect_packed()); a
 * capital one where there must be a value, and a database in which there is none is damaged.
 *
 * Returns: (transfer full): the rows, all in memory
 */
SarapRows *sarap_database_select  (SarapDatabase *db, SarapQuery *query, const char *columns, GError **error);

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

/* How many rows there are */
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
 * @login: whose password it is to be
 * @password: the password
 * @error: return location
 *
 * The SCRAM verifier of a password, PostgreSQL only.
 *
 * Returns: (transfer full): its SCRAM verifier, which may go to the server and into its log where
 *   the password itself must not
 */
char *sarap_database_encrypt_password (SarapDatabase *db, const char *login, const char *password, GError **error);

/* Transactions. A transaction begun inside another joins it; what is not committed is undone. */
typedef struct
{
  SarapDatabase *db;
  gboolean outermost;
} SarapTransaction;

/**
 * sarap_transaction_begin:
 * @self: a zeroed transaction, cleared when it goes out of scope
 * @db: a database
 * @error: return location; %SARAP_STORE_ERROR_BUSY when it did not get the turn within ten seconds;
 *   on a server the message names who has it
 *
 * Begins to write, or joins the transaction that is there. Writers take turns; readers never wait.
 */
gboolean sarap_transaction_begin    (SarapTransaction *transaction, SarapDatabase *db, GError **error);

/**
 * sarap_transaction_commit:
 *
 * Ends the transaction: only the outermost saves. When any statement or inner transaction in it
 * failed, nothing is saved and the first failure is reported.
 */
gboolean sarap_transaction_commit   (SarapTransaction *transaction, GError **error);

/**
 * sarap_transaction_clear:
 *
 * Undoes what was not committed. An inner transaction cannot be undone alone: the outermost will
 * not be saved then.
 */
void     sarap_transaction_clear    (SarapTransaction *transaction);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTransaction, sarap_transaction_clear)

/**
 * sarap_transaction_begin_read:
 *
 * Begins one consistent view of the database for several reads; others go on writing.
 */
gboolean sarap_transaction_begin_read (SarapTransaction *transaction, SarapDatabase *db, GError **error);

/* A whole unit of work in a transaction, run again when somebody else's came in between */
typedef gboolean (*SarapUnitOfWork) (SarapDatabase *db, gpointer data, GError **error);

/**
 * sarap_database_transact:
 * @work: the unit of work; it may be run several times and keeps nothing from one time to the next
 * @data: for @work
 * @error: return location
 *
 * Runs a unit of work in a transaction, again when somebody else's came in between.
 */
gboolean sarap_database_transact (SarapDatabase *db, SarapUnitOfWork work, gpointer data, GError **error);

/**
 * sarap_database_transact_bulk:
 * @kind: what it is, a word for the audit chain: "import", "demo"
 * @work: a unit of work that writes for long; the last that it does is sarap_database_end_bulk()
 * @data: for @work
 * @error: return location
 *
 * Runs a long unit of work in a transaction. On a server others go on saving meanwhile: it has the
 * turn in its last moment only, and is alone with other long ones. What it adds stands in the audit
 * chain a thousand records a line.
 */
gboolean sarap_database_transact_bulk (SarapDatabase *db, const char *kind, SarapUnitOfWork work, gpointer data,
                                       GError **error);

/**
 * sarap_database_end_bulk:
 * @kind: what it is
 * @said: (nullable): what the program says of it, a JSON object of some 4,000 bytes at most; %NULL
 *   when nothing was changed
 * @error: return location
 *
 * Ends the long change that is just running with its line of the audit chain.
 */
gboolean sarap_database_end_bulk (SarapDatabase *db, const char *kind, const char *said, GError **error);

G_END_DECLS

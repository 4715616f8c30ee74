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

/* Opening. @name is as app/exchange/README.md 5 says: sqlite:PATH or a PostgreSQL URI. */
SarapDatabase *sarap_database_open    (const char *name, const char *password, GError **error);
gboolean       sarap_database_is_there (const char *name, GError **error);
void           sarap_database_close   (SarapDatabase *db);
gboolean       sarap_database_migrate (SarapDatabase *db, GError **error);
gboolean       sarap_database_check_version (SarapDatabase *db, GError **error);
SarapEngine    sarap_database_engine  (SarapDatabase *db);
const char    *sarap_database_name    (SarapDatabase *db);
const char    *sarap_database_notice  (SarapDatabase *db);
gboolean       sarap_database_is_copy (SarapDatabase *db);
void           sarap_database_set_actor (SarapDatabase *db, const char *actor);
const char    *sarap_database_actor   (SarapDatabase *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapDatabase, sarap_database_close)

/* Statements. In the text, `:name` is a value; what is never bound is NULL. */
SarapQuery *sarap_query_new     (const char *sql);
void        sarap_query_free    (SarapQuery *query);
void        sarap_query_text    (SarapQuery *query, const char *name, const char *value);
void        sarap_query_integer (SarapQuery *query, const char *name, gint64 value);
void        sarap_query_date    (SarapQuery *query, const char *name, SarapDate value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapQuery, sarap_query_free)

/* @columns: a letter a column: t text, i integer, d date, p packed rows (sarap_dialect_packed()); a
   capital one where there must be a value, and a database in which there is none is damaged */
SarapRows *sarap_database_select  (SarapDatabase *db, SarapQuery *query, const char *columns, GError **error);
gint64     sarap_database_execute (SarapDatabase *db, SarapQuery *query, GError **error);
gint64     sarap_database_insert  (SarapDatabase *db, SarapQuery *query, GError **error);

guint       sarap_rows_count   (SarapRows *rows);
const char *sarap_rows_text    (SarapRows *rows, guint row, guint column);
gint64      sarap_rows_integer (SarapRows *rows, guint row, guint column);
SarapDate   sarap_rows_date    (SarapRows *rows, guint row, guint column);
gboolean    sarap_rows_is_null (SarapRows *rows, guint row, guint column);
void        sarap_rows_free    (SarapRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapRows, sarap_rows_free)

/* The SCRAM verifier of a password, PostgreSQL only */
char *sarap_database_encrypt_password (SarapDatabase *db, const char *login, const char *password, GError **error);

/* Transactions. A transaction begun inside another joins it; what is not committed is undone. */
typedef struct
{
  SarapDatabase *db;
  gboolean outermost;
} SarapTransaction;

gboolean sarap_transaction_begin    (SarapTransaction *transaction, SarapDatabase *db, GError **error);
gboolean sarap_transaction_commit   (SarapTransaction *transaction, GError **error);
void     sarap_transaction_clear    (SarapTransaction *transaction);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SarapTransaction, sarap_transaction_clear)

/* One consistent view for several reads */
gboolean sarap_transaction_begin_read (SarapTransaction *transaction, SarapDatabase *db, GError **error);

/* A whole unit of work in a transaction, run again when somebody else's came in between */
typedef gboolean (*SarapUnitOfWork) (SarapDatabase *db, gpointer data, GError **error);
gboolean sarap_database_transact (SarapDatabase *db, SarapUnitOfWork work, gpointer data, GError **error);
/* One that writes for long: others go on meanwhile. Its last step ends it, with what it says of itself. */
gboolean sarap_database_transact_bulk (SarapDatabase *db, const char *kind, SarapUnitOfWork work, gpointer data,
                                       GError **error);
gboolean sarap_database_end_bulk (SarapDatabase *db, const char *kind, const char *said, GError **error);

G_END_DECLS

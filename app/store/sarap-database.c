#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libgda/gda-connection-private.h>
#include <string.h>
#include <sys/socket.h>

#include "base/sarap-log.h"
#include "store/sarap-known-files.h"
#include "store/sarap-migration.h"
#include "store/sarap-schema-check.h"
#include "store/sarap-libpq.h"
#include "store/sarap-query.h"
#include "store/sarap-rows.h"
#include "store/sarap-statement.h"
#include "store/sarap-statement-log.h"
#include "store/sarap-store-error-private.h"

/* Statements kept: each costs some kilobytes here and on the server */
#define STATEMENTS_KEPT 600
/* SQLite's greatest number of a row */
#define LAST_NUMBER "9223372036854775807"

void
sarap_database_drop_statements (SarapDatabase *db)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, db->statements);
  while (db->connection && g_hash_table_iter_next (&iter, NULL, &statement))
    gda_connection_del_prepared_statement (db->connection, ((SarapStatement *) statement)->gda);
  g_hash_table_remove_all (db->statements);
}

/* Only the first failure of a transaction counts: PostgreSQL reports success for a COMMIT after
   it */
static void
note_failure (SarapDatabase *db, const GError *error)
{
  if (db->depth > 0 && !db->failure)
    db->failure = g_error_copy (error);
}

/* The sentence is enough: "FATAL: terminating connection …" or "server closed the connection
   unexpectedly" would tell people no more */
static void
set_lost (SarapDatabase *db, const char *text, GError **error)
{
  /* the lines after the first may hold values */
  if (text)
    g_debug ("the server was lost: %.*s", (int) strcspn (text, "\n"), text);
  db->lost = TRUE;
  sarap_store_error_set (error, SARAP_STORE_ERROR_LOST, NULL);
}

/* The name exists, but it is a folder, on a read-only medium, or another user's */
static void
name_the_file (SarapDatabase *db, GError **failure)
{
  if (!g_error_matches (*failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME) || !db->name->path ||
      !g_file_test (db->name->path, G_FILE_TEST_EXISTS))
    return;
  g_clear_error (failure);
  g_set_error (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
               _ ("“%s” cannot be opened: it may be where one can only read, or belong to somebody "
                  "else. Copy the file into a folder of your own, and open the copy."),
               db->name->path);
}

/* The folder of the file does not exist: libgda reports this in English */
static void
name_the_folder (SarapDatabase *db, GError **failure)
{
  g_autofree char *folder = NULL;

  if (!g_error_matches (*failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME) || !db->name->path)
    return;
  folder = g_path_get_dirname (db->name->path);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  g_clear_error (failure);
  g_set_error (
      failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NAME,
      _ ("The folder “%s” is not there. Make it first, or give the database another name."),
      folder);
}

/* The transaction was aborted earlier: people need the reason for that */
static void
say_first_error (GError *raw)
{
  if (!strstr (raw->message, "25P02:") || *sarap_libpq_first_error () == '\0')
    return;
  g_free (raw->message);
  raw->message = g_utf8_make_valid (sarap_libpq_first_error (), -1);
}

/* SQLite has one error for a full disk and for a table that has used up its numbers */
static gboolean
numbers_ended (SarapDatabase *db)
{
  g_autoptr (SarapQuery) query =
      sarap_query_new ("SELECT 1 FROM sqlite_sequence WHERE seq = " LAST_NUMBER " LIMIT 1");
  SarapStatement *statement = sarap_statement_new (SARAP_ENGINE_SQLITE, query, TRUE, NULL);
  GdaDataModel *model;
  gboolean ended;

  if (statement == NULL)
    return FALSE;
  model = gda_connection_statement_execute_select (db->connection, statement->gda, NULL, NULL);
  ended = model != NULL && gda_data_model_get_n_rows (model) > 0;
  g_clear_object (&model);
  gda_connection_del_prepared_statement (db->connection, statement->gda);
  sarap_statement_free (statement);
  return ended;
}

static SarapStoreError
code_of (SarapDatabase *db, const GError *raw)
{
  SarapStoreError code;

  if (db->pg && PQstatus (db->pg) == CONNECTION_BAD)
    return SARAP_STORE_ERROR_LOST;
  if (raw->domain == SARAP_STORE_ERROR)
    return raw->code;
  code = sarap_store_error_classify (db->name->engine, raw->message);
  return code == SARAP_STORE_ERROR_FULL && !db->pg && numbers_ended (db) ? SARAP_STORE_ERROR_NUMBERS
                                                                         : code;
}

/* The refusal comes from the copy that is being viewed: no administrator can lift it */
static void
name_the_copy (SarapDatabase *db, GError **failure)
{
  if (!g_error_matches (*failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED) ||
      !sarap_file_is_copy (&db->file))
    return;
  g_clear_error (failure);
  g_set_error (
      failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED,
      _ ("“%s” can only be read: it belongs to somebody else, or lies where nothing can be "
         "written. Nothing was saved. Copy the file into a folder of your own, and open "
         "the copy."),
      db->name->path);
}

static void
take_failure (SarapDatabase *db, GError *raw, GError **error)
{
  GError *failure = NULL;
  SarapStoreError code;

  say_first_error (raw);
  code = code_of (db, raw);
  if (code == SARAP_STORE_ERROR_LOST)
    set_lost (db, raw->message, &failure);
  else if (raw->domain == SARAP_STORE_ERROR)
    failure = g_error_copy (raw);
  else
    sarap_store_error_set (&failure, code, code == SARAP_STORE_ERROR_NUMBERS ? NULL : raw->message);
  name_the_file (db, &failure);
  name_the_folder (db, &failure);
  name_the_copy (db, &failure);
  /* another program changed the schema, which prepared statements do not fit any more */
  if (db->pg && strstr (raw->message, "0A000:"))
    sarap_database_drop_statements (db);
  note_failure (db, failure);
  g_error_free (raw);
  g_propagate_error (error, failure);
}

static gboolean
usable (SarapDatabase *db, GError **error)
{
  GError *failure = NULL;

  if (db->connection && db->depth == 0 && !db->preparing && sarap_file_is_copy (&db->file) &&
      sarap_file_is_stale (&db->file, db->name->path) && !sarap_database_reopen (db, error))
    return FALSE;
  if (!db->lost && db->connection && db->pg && db->depth == 0 && !sarap_connection_alive (db->pg))
    db->lost = TRUE;
  if (db->lost)
    set_lost (db, NULL, &failure);
  else if (!db->connection)
    g_set_error (&failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”. Make a new database, or choose another file."),
                 db->name->path);
  else if (db->failure)
    failure = g_error_copy (db->failure);
  if (!failure)
    return TRUE;
  note_failure (db, failure);
  g_propagate_error (error, failure);
  return FALSE;
}

static SarapStatement *
find_statement (SarapDatabase *db, SarapQuery *query, gboolean rows, GError **error)
{
  g_autofree char *key = sarap_statement_key (query, rows);
  SarapStatement *statement = g_hash_table_lookup (db->statements, key);

  if (!statement)
    {
      if (g_hash_table_size (db->statements) >= STATEMENTS_KEPT)
        sarap_database_drop_statements (db);
      statement = sarap_statement_new (db->name->engine, query, rows, error);
      if (statement)
        g_hash_table_insert (db->statements, g_steal_pointer (&key), statement);
    }
  return statement && sarap_statement_assign (statement, query, error) ? statement : NULL;
}

/* SQLite: a lock, or an error in the middle of the rows, sets no error. Asking for the number of
   rows also fetches all of them, so that the model no longer holds the file. */
static gboolean
check_model (GdaDataModel *model, GError **error)
{
  int n_rows = gda_data_model_get_n_rows (model);
  GError **exceptions = gda_data_model_get_exceptions (model);

  if (exceptions && exceptions[0])
    g_propagate_error (error, g_error_copy (exceptions[0]));
  else if (n_rows < 0)
    g_set_error_literal (error, GDA_SERVER_PROVIDER_ERROR, 0, "database is locked");
  else
    return TRUE;
  return FALSE;
}

static GObject *
execute_statement (SarapDatabase *db,
                   SarapStatement *statement,
                   const char *columns,
                   GError **error)
{
  g_autofree GType *types = columns ? sarap_rows_types (columns) : NULL;
  g_autoptr (GObject) result = NULL;

  sarap_libpq_forget_error ();
  if (columns)
    result = (GObject *) gda_connection_statement_execute_select_full (
        db->connection, statement->gda, statement->parameters, GDA_STATEMENT_MODEL_RANDOM_ACCESS,
        types, error);
  else
    result =
        gda_connection_statement_execute (db->connection, statement->gda, statement->parameters,
                                          GDA_STATEMENT_MODEL_RANDOM_ACCESS, NULL, error);
  if (!result || (GDA_IS_DATA_MODEL (result) && !check_model (GDA_DATA_MODEL (result), error)))
    return NULL;
  return g_steal_pointer (&result);
}

static GObject *
run_statement (SarapDatabase *db,
               SarapQuery *query,
               SarapStatement *statement,
               const char *columns,
               GError **error)
{
  gint64 began = g_get_monotonic_time ();
  GObject *result = execute_statement (db, statement, columns, error);

  sarap_statement_log (query, result, began);
  return result;
}

/* @columns: NULL for a statement without rows */
static GObject *
run_query (SarapDatabase *db, SarapQuery *query, const char *columns, GError **error)
{
  g_autoptr (GError) raw = NULL;
  SarapStatement *statement;
  GObject *result = NULL;

  if (!usable (db, error))
    return NULL;
  statement = find_statement (db, query, columns != NULL, &raw);
  if (statement)
    result = run_statement (db, query, statement, columns, &raw);
  if (!result)
    {
      if (!raw)
        g_set_error_literal (&raw, GDA_SERVER_PROVIDER_ERROR, 0, "no detail");
      take_failure (db, g_steal_pointer (&raw), error);
    }
  return result;
}

SarapRows *
sarap_database_select (SarapDatabase *db, SarapQuery *query, const char *columns, GError **error)
{
  g_autoptr (GObject) result = run_query (db, query, columns, error);
  GError *raw = NULL;
  SarapRows *rows;

  if (!result)
    return NULL;
  rows = sarap_rows_new (GDA_DATA_MODEL (result), columns, &raw);
  if (!rows)
    take_failure (db, raw, error);
  return rows;
}

static gint64
execute_alone (SarapDatabase *db, SarapQuery *query, GError **error)
{
  g_autoptr (GObject) result = NULL;
  GdaHolder *rows;

  db->wrote = TRUE;
  result = run_query (db, query, NULL, error);
  if (!result)
    return -1;
  rows = GDA_IS_SET (result) ? gda_set_get_holder (GDA_SET (result), "IMPACTED_ROWS") : NULL;
  return rows ? g_value_get_int (gda_holder_get_value (rows)) : 0;
}

gint64
sarap_database_execute (SarapDatabase *db, SarapQuery *query, GError **error)
{
  gint64 n_rows = execute_alone (db, query, error);

  return n_rows >= 0 && !sarap_database_gather (db, error) ? -1 : n_rows;
}

/* The id comes with the row itself. lastval() might be that of a trigger's row, and needs rights on
   a sequence. On SQLite, libgda executes the statement but then reports a failure. */
static SarapRows *
insert_returning (SarapDatabase *db, SarapQuery *query, GError **error)
{
  g_autofree char *plain = query->sql;
  SarapRows *rows;

  query->sql = g_strconcat (plain, " RETURNING id", NULL);
  db->wrote = TRUE;
  rows = sarap_database_select (db, query, "i", error);
  g_free (query->sql);
  query->sql = g_steal_pointer (&plain);
  return rows;
}

static SarapRows *
insert_and_ask (SarapDatabase *db, SarapQuery *query, GError **error)
{
  g_autoptr (SarapQuery) last =
      sarap_query_new ("SELECT last_insert_rowid () WHERE changes () = 1");
  g_autoptr (SarapRows) rows =
      execute_alone (db, query, error) >= 0 ? sarap_database_select (db, last, "i", error) : NULL;

  return rows && sarap_database_gather (db, error) ? g_steal_pointer (&rows) : NULL;
}

gint64
sarap_database_insert (SarapDatabase *db, SarapQuery *query, GError **error)
{
  g_autoptr (SarapRows) rows = db->name->engine == SARAP_ENGINE_SQLITE
                                   ? insert_and_ask (db, query, error)
                                   : insert_returning (db, query, error);
  GError *raw = NULL;

  if (!rows)
    return 0;
  if (sarap_rows_count (rows) == 1)
    return sarap_rows_integer (rows, 0, 0);
  sarap_store_error_set (&raw, SARAP_STORE_ERROR_NOT_FOUND, NULL);
  take_failure (db, raw, error);
  return 0;
}

gboolean
sarap_database_command (SarapDatabase *db, const char *sql, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (GObject) result = run_query (db, query, NULL, error);

  return result != NULL;
}

gboolean
sarap_database_ask (SarapDatabase *db, const char *sql, gint64 *answer, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", error);

  if (!rows)
    return FALSE;
  *answer = sarap_rows_count (rows) > 0 ? sarap_rows_integer (rows, 0, 0) : 0;
  return TRUE;
}

gboolean
sarap_database_run (SarapDatabase *db, const char *sql, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new (sql);
  SarapStatement *statement;
  g_autoptr (GObject) result = NULL;
  GError *raw = NULL;

  if (!usable (db, error))
    return FALSE;
  statement = sarap_statement_new (db->name->engine, query, FALSE, &raw);
  if (statement)
    {
      result = run_statement (db, query, statement, NULL, &raw);
      gda_connection_del_prepared_statement (db->connection, statement->gda);
      sarap_statement_free (statement);
    }
  if (!result)
    take_failure (db, raw, error);
  return result != NULL;
}

/* libgda ends its statements on the server one by one, and would wait for a server that does not
   answer. So the line is cut instead. */
static void
disconnect (SarapDatabase *db)
{
  if (db->pg)
    shutdown (PQsocket (db->pg), SHUT_RDWR);
  sarap_database_drop_statements (db);
  if (db->connection)
    gda_connection_close_no_warning (db->connection);
  g_clear_object (&db->connection);
  g_clear_error (&db->failure);
  db->pg = NULL;
  db->depth = 0;
  db->reading = FALSE;
  db->bulk = FALSE;
  sarap_sqlite_session_set_mode (db->session, SARAP_SQLITE_AUDITS);
}

/* FULL: an accepted vote must survive a power cut. The file has been in WAL mode since it was made.
   Rows that REPLACE removes must run their triggers. */
static gboolean
prepare_sqlite (SarapDatabase *db, GError **error)
{
  gint64 foreign_keys = 0, application_id = 0;

  /* a person who could write into a copy would think the changes saved */
  if ((sarap_file_is_copy (&db->file) &&
       !sarap_database_run (db, "PRAGMA query_only = ON", error)) ||
      !sarap_database_run (db, "PRAGMA busy_timeout = 5000", error) ||
      !sarap_database_run (db, "PRAGMA synchronous = FULL", error) ||
      !sarap_database_run (db, "PRAGMA recursive_triggers = ON", error) ||
      !sarap_database_ask (db, "PRAGMA foreign_keys", &foreign_keys, error) ||
      !sarap_database_ask (db, "PRAGMA application_id", &application_id, error) ||
      (application_id == SARAP_APPLICATION_ID && !sarap_schema_check_tables (db, error)))
    return FALSE;
  if (foreign_keys == 1)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       "SQLite was built without foreign keys");
  return FALSE;
}

/* The identity of the file that was opened, not of another one that has its name by now: none in
   that case */
static void
note_identity (SarapDatabase *db)
{
  const char *path = db->name->path && db->connection ? sarap_sqlite_path (db->connection) : NULL;
  GStatBuf file = { 0 };

  db->device = db->file.device;
  db->inode = db->file.inode;
  if (sarap_file_is_copy (&db->file) || !path)
    return;
  db->device = db->inode = 0;
  if (g_stat (path, &file) == 0 && sarap_file_is_open (file.st_dev, file.st_ino))
    {
      db->device = file.st_dev;
      db->inode = file.st_ino;
    }
}

gboolean
sarap_database_check_path (SarapDatabase *db, GError **error)
{
  GStatBuf file = { 0 };

  /* the file had lost its name when it was opened, and may have it again */
  if (db->inode == 0)
    note_identity (db);
  if (!db->name->path || !db->connection ||
      (g_stat (db->name->path, &file) == 0 && file.st_dev == db->device &&
       file.st_ino == db->inode))
    return TRUE;
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_IO,
               _ ("The file “%s” is no longer where it was: it was moved, renamed or removed while "
                  "it was open. Nothing was saved. Put it back under this name, then try again."),
               db->name->path);
  return FALSE;
}

gboolean
sarap_database_reopen (SarapDatabase *db, GError **error)
{
  gint64 began = g_get_monotonic_time ();
  GError *failure = NULL;
  gboolean ready;

  /* later changes by others have not been examined */
  db->data_version = 0;
  disconnect (db);
  db->lost = FALSE;
  if (db->in_memory || !db->name->path || sarap_file_prepare (&db->file, db->name->path, &failure))
    db->connection = sarap_connection_open (db->name, db->file.path, db->password, db->session,
                                            &db->pg, &failure);
  note_identity (db);
  db->preparing = TRUE;
  ready = db->connection && (db->pg || prepare_sqlite (db, &failure));
  db->preparing = FALSE;
  g_debug ("%.2f ms: %s %s", sarap_log_ms_since (began), ready ? "opened" : "could not open",
           db->pg                           ? "a server"
           : sarap_file_is_copy (&db->file) ? "a copy of a file"
                                            : "a file");
  if (ready)
    return TRUE;
  name_the_file (db, &failure);
  name_the_folder (db, &failure);
  g_propagate_error (error, failure);
  disconnect (db);
  db->lost = db->name->engine == SARAP_ENGINE_POSTGRESQL;
  return FALSE;
}

static SarapDatabase *
database_new (SarapName *name, const char *password)
{
  SarapDatabase *db = g_new0 (SarapDatabase, 1);

  db->name = name;
  db->password = g_strdup (password);
  db->session = sarap_sqlite_session_new ();
  sarap_sqlite_session_set_actor (db->session, g_get_user_name ());
  db->retry_for = 10 * G_USEC_PER_SEC;
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) sarap_statement_free);
  return db;
}

SarapDatabase *
sarap_database_new_in_memory (const char *path)
{
  SarapName *name = g_new0 (SarapName, 1);
  SarapDatabase *db;

  name->engine = SARAP_ENGINE_SQLITE;
  name->path = g_strdup (path);
  name->text = g_strdup (path);
  db = database_new (name, NULL);
  db->in_memory = TRUE;
  db->file.path = g_strdup (path);
  return db;
}

SarapDatabase *
sarap_database_open (const char *name, const char *password, GError **error)
{
  g_autoptr (SarapName) parsed = sarap_name_parse (name, error);
  g_autoptr (SarapDatabase) db = NULL;

  if (!parsed)
    return NULL;
  db = database_new (g_steal_pointer (&parsed), password);
  if (db->name->path && !g_file_test (db->name->path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&db);
  return sarap_database_reopen (db, error) ? g_steal_pointer (&db) : NULL;
}

void
sarap_database_close (SarapDatabase *db)
{
  if (!db)
    return;
  sarap_known_file_end (db);
  disconnect (db);
  sarap_known_file_remember (db);
  sarap_file_clear (&db->file);
  g_hash_table_unref (db->statements);
  sarap_name_free (db->name);
  g_free (db->password);
  g_free (db->bytes);
  sarap_sqlite_session_free (db->session);
  g_free (db);
}

SarapEngine
sarap_database_engine (SarapDatabase *db)
{
  return db->name->engine;
}

const char *
sarap_database_name (SarapDatabase *db)
{
  return db->name->text;
}

void
sarap_database_set_actor (SarapDatabase *db, const char *actor)
{
  sarap_sqlite_session_set_actor (db->session, actor);
}

const char *
sarap_database_notice (SarapDatabase *db)
{
  return db->file.notice;
}

gboolean
sarap_database_is_copy (SarapDatabase *db)
{
  return sarap_file_is_copy (&db->file);
}

gboolean
sarap_database_is_lost (SarapDatabase *db)
{
  return db->lost;
}

gboolean
sarap_database_wrote (SarapDatabase *db)
{
  return db->wrote;
}

void
sarap_database_forget_writes (SarapDatabase *db)
{
  db->wrote = FALSE;
}

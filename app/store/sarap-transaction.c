#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>

#include "store/sarap-audit.h"

/* Runs of a unit of work before a conflict with another writer is reported */
#define ATTEMPTS 6

static gboolean
refuse_write_in_read (GError **error)
{
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       "a change was begun within a transaction that only reads");
  return FALSE;
}

static gboolean
join (SarapTransaction *self, SarapDatabase *db)
{
  db->depth++;
  self->db = db;
  self->outermost = db->depth == 1;
  return TRUE;
}

/* After a failed BEGIN or COMMIT nothing may be left open */
static void
roll_back (SarapDatabase *db)
{
  g_clear_error (&db->failure);
  if (!db->lost && db->connection)
    sarap_database_command (db, "ROLLBACK", NULL);
  g_clear_error (&db->failure);
}

/* Each statement sees all earlier changes. So a writer in its turn sees everything saved before,
   and no other writer saves anything until its end. */
static gboolean
take_turn (SarapDatabase *db, GError **error)
{
  gint64 none;

  if (db->name->engine == SARAP_ENGINE_SQLITE)
    return sarap_database_check_path (db, error) &&
           sarap_database_command (db, "BEGIN IMMEDIATE", error);
  if (!sarap_database_command (db, "BEGIN ISOLATION LEVEL READ COMMITTED", error))
    return FALSE;
  if (sarap_database_ask (db, "SELECT sarap_take_turn ()", &none, error))
    return TRUE;
  roll_back (db);
  return FALSE;
}

/* The person who has the turn, if the server may tell */
static void
name_who_writes (SarapDatabase *db, GError **failure)
{
  g_autoptr (SarapQuery) query = NULL;
  g_autoptr (SarapRows) rows = NULL;
  const char *logins;

  if (!db->pg || !g_error_matches (*failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY))
    return;
  query = sarap_query_new ("SELECT sarap_who_writes ()");
  if ((rows = sarap_database_select (db, query, "t", NULL)) == NULL ||
      (logins = sarap_rows_text (rows, 0, 0)) == NULL)
    return;
  g_clear_error (failure);
  g_set_error (
      failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY,
      /* TRANSLATORS: a login, or several with commas */
      _ ("“%s” is writing to the database and keeps others waiting. Try again in a moment. If "
         "that does not help, ask this user to finish, or ask the administrator.\n"
         "Nothing was saved."),
      logins);
}

gboolean
sarap_transaction_begin (SarapTransaction *self, SarapDatabase *db, GError **error)
{
  gint64 until = g_get_monotonic_time () + db->retry_for;

  db->wrote = TRUE;
  if (db->depth > 0)
    return db->reading ? refuse_write_in_read (error) : join (self, db);
  for (;;)
    {
      g_autoptr (GError) failure = NULL;

      if (take_turn (db, &failure))
        return join (self, db);
      if (!g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY) ||
          g_get_monotonic_time () >= until)
        {
          name_who_writes (db, &failure);
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_usleep (g_random_int_range (5000, 20000));
    }
}

gboolean
sarap_transaction_begin_read (SarapTransaction *self, SarapDatabase *db, GError **error)
{
  const char *begin = db->name->engine == SARAP_ENGINE_SQLITE
                          ? "BEGIN DEFERRED"
                          : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  if (db->depth > 0)
    return join (self, db);
  if (!sarap_database_command (db, begin, error))
    return FALSE;
  db->reading = TRUE;
  return join (self, db);
}

static gboolean
transaction_leave (SarapTransaction *self)
{
  SarapDatabase *db = self->db;

  self->db = NULL;
  if (--db->depth > 0)
    return FALSE;
  db->reading = FALSE;
  db->bulk = FALSE;
  sarap_sqlite_session_set_mode (db->session, SARAP_SQLITE_AUDITS);
  return TRUE;
}

/* The additions of a long writer need their lines before it ends */
static gboolean
check_ended (SarapTransaction *self, GError **error)
{
  if (!self->outermost || !self->db->bulk)
    return TRUE;
  g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                       "a long change was not ended with its line");
  return FALSE;
}

/* The server was lost between question and answer: it may have saved. If it was already known to be
   lost, the question was never sent. */
static gboolean
ask_to_commit (SarapDatabase *db, GError **error)
{
  gboolean asked = !db->pg || sarap_connection_alive (db->pg);
  g_autoptr (GError) failure = NULL;

  if (sarap_database_command (db, "COMMIT", &failure))
    return TRUE;
  if (asked && g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST))
    g_set_error_literal (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST,
                         _ ("The server was lost just while it saved: it is not known whether the "
                            "change was saved. Look whether the change is there before you make "
                            "it again."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
commit (SarapDatabase *db, GError **error)
{
  GError *failure = NULL;

  if (!db->failure && db->pg && PQtransactionStatus (db->pg) == PQTRANS_INERROR)
    g_set_error_literal (&db->failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                         _ ("Nothing was saved, because a part of the change failed."));
  if (!db->failure && ask_to_commit (db, &failure))
    return TRUE;
  g_propagate_error (error, failure ? failure : g_error_copy (db->failure));
  roll_back (db);
  return FALSE;
}

gboolean
sarap_transaction_commit (SarapTransaction *self, GError **error)
{
  SarapDatabase *db = self->db;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!check_ended (self, error))
    return FALSE;
  if (transaction_leave (self))
    return commit (db, error);
  if (!db->failure)
    return TRUE;
  g_propagate_error (error, g_error_copy (db->failure));
  return FALSE;
}

void
sarap_transaction_clear (SarapTransaction *self)
{
  SarapDatabase *db = self->db;

  if (!db)
    return;
  if (transaction_leave (self))
    roll_back (db);
  else if (!db->failure && !db->reading)
    g_set_error_literal (&db->failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                         _ ("Nothing was saved, because a part of the change failed."));
}

/* Begins a long writer: on a server without the turn, see the schema; SQLite has one writer only */
static gboolean
begin_bulk (SarapTransaction *self, SarapDatabase *db, const char *kind, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT sarap_bulk_begin (:kind)");
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GError) failure = NULL;

  g_assert (db->depth == 0);

  db->wrote = TRUE;
  if (!db->pg)
    {
      if (!sarap_transaction_begin (self, db, error))
        return FALSE;
      sarap_sqlite_session_set_mode (db->session, SARAP_SQLITE_GATHERS);
      db->bulk = TRUE;
      return TRUE;
    }
  sarap_query_text (query, "kind", kind);
  if (!sarap_database_command (db, "BEGIN ISOLATION LEVEL READ COMMITTED", error))
    return FALSE;
  if ((rows = sarap_database_select (db, query, "i", &failure)) != NULL)
    {
      db->bulk = TRUE;
      return join (self, db);
    }
  roll_back (db);
  name_who_writes (db, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* @bulk: the name of a long writer, NULL for a short one */
static gboolean
attempt (SarapDatabase *db,
         const char *bulk,
         SarapUnitOfWork work,
         gpointer data,
         gboolean *started,
         GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };

  *started = bulk ? begin_bulk (&transaction, db, bulk, error)
                  : sarap_transaction_begin (&transaction, db, error);
  return *started && work (db, data, error) && sarap_transaction_commit (&transaction, error);
}

static gboolean
transact (SarapDatabase *db, const char *bulk, SarapUnitOfWork work, gpointer data, GError **error)
{
  gboolean joined = db->depth > 0;

  for (guint i = 1;; i++)
    {
      GError *failure = NULL;
      gboolean started = FALSE;

      db->waited_in_vain = FALSE;
      if (attempt (db, bulk, work, data, &started, &failure))
        return TRUE;
      /* after half a minute of waiting the person is told at once, not after six attempts */
      if (joined || !started || i == ATTEMPTS || db->waited_in_vain ||
          !g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY))
        {
          if (!joined && started)
            name_who_writes (db, &failure);
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      g_usleep ((10000 << i) + g_random_int_range (0, 20000));
    }
}

gboolean
sarap_database_transact (SarapDatabase *db, SarapUnitOfWork work, gpointer data, GError **error)
{
  return transact (db, NULL, work, data, error);
}

gboolean
sarap_database_transact_bulk (
    SarapDatabase *db, const char *kind, SarapUnitOfWork work, gpointer data, GError **error)
{
  g_return_val_if_fail (db->depth == 0, FALSE);

  return transact (db, kind, work, data, error);
}

gboolean
sarap_database_gather (SarapDatabase *db, GError **error)
{
  char *record, *detail;

  while (db->bulk && !db->pg && sarap_sqlite_session_take (db->session, &record, &detail))
    {
      g_autofree char *taken_record = record, *taken_detail = detail;

      if (!sarap_audit_append (db, "import", record, detail, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_on_server (SarapDatabase *db, const char *said, GError **error)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT sarap_bulk_end (:said)");
  g_autoptr (SarapRows) rows = NULL;
  g_autoptr (GError) failure = NULL;

  sarap_query_text (query, "said", said);
  if ((rows = sarap_database_select (db, query, "i", &failure)) != NULL)
    return TRUE;
  db->waited_in_vain = g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
sarap_database_end_bulk (SarapDatabase *db, const char *kind, const char *said, GError **error)
{
  g_return_val_if_fail (db->bulk, FALSE);

  if (db->pg ? !end_on_server (db, said ? said : "{}", error)
             : !sarap_database_gather (db, error) ||
                   (said && !sarap_audit_append (db, kind, kind, said, error)))
    return FALSE;
  db->bulk = FALSE;
  /* later changes in this transaction have a line each again */
  if (!db->pg)
    sarap_sqlite_session_set_mode (db->session, SARAP_SQLITE_AUDITS);
  return TRUE;
}

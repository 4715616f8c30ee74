#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>

/* How often a unit of work is run before somebody else's writing is reported */
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

/* The lock comes before the snapshot, so that whoever has the turn sees all that came before */
static gboolean
take_turn (SarapDatabase *db, GError **error)
{
  if (db->name->engine == SARAP_ENGINE_SQLITE)
    return sarap_database_check_place (db, error) &&
           sarap_database_command (db, "BEGIN IMMEDIATE", error);
  if (!sarap_database_command (db, "BEGIN ISOLATION LEVEL REPEATABLE READ", error))
    return FALSE;
  if (sarap_database_command (db, "LOCK TABLE write_turn IN EXCLUSIVE MODE", error))
    return TRUE;
  roll_back (db);
  return FALSE;
}

/**
 * sarap_transaction_begin:
 * @self: a zeroed transaction, cleared when it goes out of scope
 * @db: a database
 * @error: return location; %SARAP_STORE_ERROR_BUSY when nobody let it write for ten seconds
 *
 * Begins to write, or joins the transaction that is there. Writers take turns; readers never wait.
 */
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
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_usleep (g_random_int_range (5000, 20000));
    }
}

/**
 * sarap_transaction_begin_read:
 *
 * Begins one consistent view of the database for several reads; others go on writing.
 */
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
leave (SarapTransaction *self)
{
  SarapDatabase *db = self->db;

  self->db = NULL;
  if (--db->depth > 0)
    return FALSE;
  db->reading = FALSE;
  return TRUE;
}

/* Lost between the question and the answer: the server may have saved it. When it was known to be
   gone before, it was never asked. */
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

/**
 * sarap_transaction_commit:
 *
 * Ends the transaction: only the outermost saves. When any statement or inner transaction in it
 * failed, nothing is saved and the first failure is reported.
 */
gboolean
sarap_transaction_commit (SarapTransaction *self, GError **error)
{
  SarapDatabase *db = self->db;

  g_return_val_if_fail (db != NULL, FALSE);

  if (leave (self))
    return commit (db, error);
  if (!db->failure)
    return TRUE;
  g_propagate_error (error, g_error_copy (db->failure));
  return FALSE;
}

/**
 * sarap_transaction_clear:
 *
 * Undoes what was not committed. An inner transaction cannot be undone alone: the outermost will
 * not be saved then.
 */
void
sarap_transaction_clear (SarapTransaction *self)
{
  SarapDatabase *db = self->db;

  if (!db)
    return;
  if (leave (self))
    roll_back (db);
  else if (!db->failure && !db->reading)
    g_set_error_literal (&db->failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_FAILED,
                         _ ("Nothing was saved, because a part of the change failed."));
}

static gboolean
attempt (SarapDatabase *db, SarapUnitOfWork work, gpointer data, gboolean *begun, GError **error)
{
  g_auto (SarapTransaction) transaction = { 0 };

  *begun = sarap_transaction_begin (&transaction, db, error);
  return *begun && work (db, data, error) && sarap_transaction_commit (&transaction, error);
}

/**
 * sarap_database_transact:
 * @work: the unit of work; it may be run several times and keeps nothing from one time to the next
 * @data: for @work
 * @error: return location
 *
 * Runs a unit of work in a transaction, again when somebody else's came in between.
 */
gboolean
sarap_database_transact (SarapDatabase *db, SarapUnitOfWork work, gpointer data, GError **error)
{
  gboolean joined = db->depth > 0;

  for (guint i = 1;; i++)
    {
      GError *failure = NULL;
      gboolean begun = FALSE;

      if (attempt (db, work, data, &begun, &failure))
        return TRUE;
      if (joined || !begun || i == ATTEMPTS ||
          !g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      g_usleep ((10000 << i) + g_random_int_range (0, 20000));
    }
}

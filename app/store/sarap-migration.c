#include "store/sarap-database-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "store/sarap-database-copy.h"
#include "store/sarap-expose.h"
#include "store/sarap-known-files.h"
#include "store/sarap-migration.h"
#include "store/sarap-schema.h"
#include "store/sarap-script.h"

#define FOLDER "/kz/sarap/schema/"
/* An arbitrary number, the same in every Sarap: the program that migrates a server's database holds
   this lock */
#define MIGRATION_LOCK "1398895216"

typedef enum
{
  STATE_EMPTY,
  STATE_OURS,
  STATE_FOREIGN
} State;

/* Of the test that adds a kind of record */
static const char *added_name, *added_text;

void
sarap_migration_add (const char *name, const char *text)
{
  added_name = name;
  added_text = text;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The numbers of the migrations, from the common files of the resource */
static char **
list_migrations (void)
{
  g_auto (GStrv) children = g_resource_enumerate_children (sarap_schema_get_resource (), FOLDER,
                                                           G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; children[i]; i++)
    {
      char *dot = strchr (children[i], '.');

      if (dot && g_str_equal (dot, ".sql"))
        g_ptr_array_add (names, g_strndup (children[i], dot - children[i]));
    }
  if (added_name != NULL)
    g_ptr_array_add (names, g_strdup (added_name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

static int
number_of (const char *migration)
{
  return atoi (migration);
}

static GBytes *
read_file (const char *migration, const char *suffix, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, migration, suffix, NULL);

  if (g_strcmp0 (migration, added_name) == 0 && g_str_equal (suffix, ".sql"))
    return g_bytes_new_static (added_text, strlen (added_text) + 1);

  return g_resource_lookup_data (sarap_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

/* The files of one kind of all migrations, joined */
static char *
read_files (const char *suffix)
{
  g_auto (GStrv) migrations = list_migrations ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; migrations[i]; i++)
    {
      g_autoptr (GBytes) bytes = read_file (migrations[i], suffix, NULL);

      /* resources end with a zero byte that is not part of their size */
      if (bytes != NULL)
        g_string_append (text, g_bytes_get_data (bytes, NULL));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sarap_migration_common_text (void)
{
  return read_files (".sql");
}

char *
sarap_migration_sqlite_text (void)
{
  return read_files (".sqlite.sql");
}

static gboolean
run_file (SarapDatabase *db, const char *migration, const char *suffix, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (migration, suffix, error);
  g_autofree char *text = NULL;

  if (!bytes)
    return FALSE;
  text = sarap_script_expand (sarap_database_engine (db), g_bytes_get_data (bytes, NULL), error);
  return text && sarap_script_run (db, text, error);
}

/* Reads the files of an engine, one or several in the order of their names */
static gboolean
run_engine_files (SarapDatabase *db, const char *migration, GError **error)
{
  g_autofree char *begin = g_strconcat (
      migration, sarap_database_engine (db) == SARAP_ENGINE_SQLITE ? ".sqlite" : ".postgresql",
      NULL);
  g_auto (GStrv) children = g_resource_enumerate_children (sarap_schema_get_resource (), FOLDER,
                                                           G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = g_strv_length (children);

  qsort (children, n, sizeof *children, compare_names);
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (children[i], begin) &&
        !run_file (db, migration, children[i] + strlen (migration), error))
      return FALSE;
  return TRUE;
}

static gboolean
find_state (SarapDatabase *db, State *state, GError **error)
{
  gint64 ours = 0, tables = 0;
  gboolean sqlite = sarap_database_engine (db) == SARAP_ENGINE_SQLITE;

  /* not to_regclass(): its cache may be out of date */
  if (!sarap_database_ask (db,
                           sqlite ? "PRAGMA application_id"
                                  : "SELECT count (*) FROM pg_class WHERE relname ="
                                    " 'schema_version' AND relnamespace = 'public'::regnamespace",
                           &ours, error) ||
      !sarap_database_ask (db,
                           sqlite ? "SELECT count (*) FROM sqlite_schema"
                                  : "SELECT count (*) FROM pg_class c JOIN pg_namespace n"
                                    " ON n.oid = c.relnamespace WHERE relkind IN ('r', 'p')"
                                    " AND nspname IN ('public', 'sarap', 'desk', 'whole')",
                           &tables, error))
    return FALSE;
  if (ours == (sqlite ? SARAP_APPLICATION_ID : 1))
    *state = STATE_OURS;
  else
    *state = tables == 0 && (!sqlite || ours == 0) ? STATE_EMPTY : STATE_FOREIGN;
  return TRUE;
}

/* In one transaction: another program may be making the schema */
static gboolean
view_state (SarapDatabase *db, State *state, GError **error)
{
  g_auto (SarapTransaction) view = { 0 };

  return sarap_transaction_begin_read (&view, db, error) && find_state (db, state, error) &&
         sarap_transaction_commit (&view, error);
}

static gboolean
refuse_foreign (SarapDatabase *db, GError **error)
{
  g_set_error (
      error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
      _ ("“%s” holds something else than a database of Sarap; it was left as it is. Choose "
         "another name."),
      sarap_database_name (db));
  return FALSE;
}

static int
newest_migration (void)
{
  g_auto (GStrv) migrations = list_migrations ();

  return number_of (migrations[g_strv_length (migrations) - 1]);
}

/* With the full name, the server says that the schema is closed, not that the table is missing */
static const char *
version_table (SarapDatabase *db)
{
  return db->pg ? "public.schema_version" : "schema_version";
}

/* Before its release the first migration was edited in place, and had another name */
static gboolean
check_names (SarapDatabase *db, GError **error)
{
  g_auto (GStrv) migrations = list_migrations ();
  g_autofree char *names = g_strjoinv ("', '", migrations);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE name NOT IN ('%s')",
                                          version_table (db), names);
  gint64 foreign = 0;

  if (!sarap_database_ask (db, sql, &foreign, error))
    return FALSE;
  if (foreign == 0)
    return TRUE;
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
               _ ("“%s” was made by an unfinished Sarap, and this one cannot work with it; nothing "
                  "was changed. Export its records with the version that made it, and import them "
                  "into a new database."),
               sarap_database_name (db));
  return FALSE;
}

static gboolean
read_version (SarapDatabase *db, int *version, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT max (number) FROM ", version_table (db), NULL);
  gint64 number = 0;

  if (!sarap_database_ask (db, sql, &number, error))
    return FALSE;
  *version = number;
  if (number <= newest_migration ())
    return check_names (db, error);
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
               _ ("“%s” was made by a newer Sarap. Install that version on this computer."),
               sarap_database_name (db));
  return FALSE;
}

static gboolean
note_migration (SarapDatabase *db, const char *migration, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO %s (number, name) VALUES (:number, :name)", version_table (db));
  g_autoptr (SarapQuery) query = sarap_query_new (sql);

  sarap_query_integer (query, "number", number_of (migration));
  sarap_query_text (query, "name", migration);
  return sarap_database_execute (db, query, error) == 1;
}

/* The tables of a server are in a schema that only their owner may enter */
static gboolean
prepare_server (SarapDatabase *db, GError **error)
{
  return sarap_database_run (db, "CREATE SCHEMA IF NOT EXISTS sarap", error) &&
         sarap_database_run (db, "SET LOCAL search_path = sarap, pg_temp", error);
}

/* In a transaction without other writers: changes by others are visible now */
static gboolean
apply_all (SarapDatabase *db, GError **error)
{
  g_auto (GStrv) migrations = list_migrations ();
  State state;
  int version = 0;
  gint64 none;

  if (!find_state (db, &state, error))
    return FALSE;
  if (state == STATE_FOREIGN)
    return refuse_foreign (db, error);
  if (state == STATE_OURS && !read_version (db, &version, error))
    return FALSE;
  if (db->pg && !prepare_server (db, error))
    return FALSE;
  for (guint i = 0; migrations[i]; i++)
    if (number_of (migrations[i]) > version && (!run_file (db, migrations[i], ".sql", error) ||
                                                !run_engine_files (db, migrations[i], error) ||
                                                !note_migration (db, migrations[i], error)))
      return FALSE;
  return db->pg ? sarap_database_ask (db, "SELECT count (*) FROM (SELECT open_doors ()) AS o",
                                      &none, error)
                : sarap_expose_all (db, error);
}

/* Sets the file's mark, and the journal that lets people read while one person writes */
static gboolean
prepare_file (SarapDatabase *db, GError **error)
{
  gint64 until = g_get_monotonic_time () + db->retry_for;

  for (;;)
    {
      g_autoptr (GError) failure = NULL;

      if (sarap_database_run (db, "PRAGMA journal_mode = WAL", &failure))
        return TRUE;
      if (!g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY) ||
          g_get_monotonic_time () > until)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_usleep (10000);
    }
}

/* Other encodings have no Kazakh letters */
static gboolean
check_encoding (SarapDatabase *db, GError **error)
{
  gint64 is_utf8 = 1;

  if (db->pg && !sarap_database_ask (db, "SELECT CAST (getdatabaseencoding () = 'UTF8' AS integer)",
                                     &is_utf8, error))
    return FALSE;
  if (is_utf8 == 1)
    return TRUE;
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
               _ ("“%s” does not keep its texts as UTF-8. Make it anew with “createdb --encoding "
                  "UTF8 --template template0”."),
               sarap_database_name (db));
  return FALSE;
}

static gboolean
migrate_within (SarapDatabase *db, GError **error)
{
  gboolean sqlite = sarap_database_engine (db) == SARAP_ENGINE_SQLITE;
  gboolean started = sarap_database_command (db, sqlite ? "BEGIN IMMEDIATE" : "BEGIN", error);
  gint64 none;
  gboolean done =
      started &&
      (sqlite || sarap_database_ask (db, "SELECT 0 FROM pg_advisory_xact_lock (" MIGRATION_LOCK ")",
                                     &none, error)) &&
      apply_all (db, error) && sarap_database_command (db, "COMMIT", error);

  if (started && !done && !db->lost)
    sarap_database_command (db, "ROLLBACK", NULL);
  sarap_database_drop_statements (db);
  return done;
}

/* Whether it has every migration; does not wait for writers */
static gboolean
find_up_to_date (SarapDatabase *db, gboolean *up_to_date, GError **error)
{
  State state;
  int version = 0;

  if (!view_state (db, &state, error))
    return FALSE;
  if (state == STATE_FOREIGN)
    return refuse_foreign (db, error);
  if (state == STATE_OURS && !read_version (db, &version, error))
    return FALSE;
  *up_to_date = version == newest_migration ();
  return TRUE;
}

/* A backup gets the journal that several people need, if the file may be written to and is not in
   use */
static gboolean
wish_for_journal (SarapDatabase *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (db->pg || sarap_database_run (db, "PRAGMA journal_mode = WAL", &failure) ||
      g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_BUSY) ||
      g_error_matches (failure, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A copy of a server's database still has the roles of the original */
static gboolean
open_doors (SarapDatabase *db, GError **error)
{
  gint64 owns = 0, none;

  if (!db->pg)
    return TRUE;
  if (!sarap_database_ask (db,
                           "SELECT CAST (pg_has_role (session_user, relowner, 'MEMBER') AS integer)"
                           " FROM pg_class WHERE relname = 'schema_version'"
                           " AND relnamespace = 'public'::regnamespace",
                           &owns, error))
    return FALSE;
  return owns == 0 ||
         sarap_database_ask (db,
                             "SELECT count (*) FROM (SELECT open_doors () WHERE NOT EXISTS"
                             " (SELECT FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
                             "  WHERE c.oid = 'desk.officer'::regclass"
                             "        AND r.rolname = group_name ('view'))) AS o",
                             &none, error);
}

/* A file that has just been made needs no examination; one that was brought up to date does */
static gboolean
trust_if_new (SarapDatabase *db, GError **error)
{
  gboolean empty = FALSE;

  sarap_known_file_begin (db);
  if (!db->pg && !sarap_database_is_empty (db, &empty, error))
    return FALSE;
  if (empty)
    sarap_known_file_trust (db);
  return TRUE;
}

gboolean
sarap_database_migrate (SarapDatabase *db, GError **error)
{
  gboolean sqlite = sarap_database_engine (db) == SARAP_ENGINE_SQLITE;
  gboolean up_to_date = FALSE;

  g_return_val_if_fail (db->depth == 0, FALSE);

  db->wrote = TRUE;
  if (!db->connection && !sarap_database_reopen (db, error))
    return FALSE;
  if (!find_up_to_date (db, &up_to_date, error))
    return FALSE;
  if (up_to_date)
    return wish_for_journal (db, error) && open_doors (db, error);
  if (!check_encoding (db, error) || (sqlite && !prepare_file (db, error)) ||
      !migrate_within (db, error))
    return FALSE;
  return trust_if_new (db, error);
}

/* A login with the roles of another database of this server would see no records */
static gboolean
check_known (SarapDatabase *db, GError **error)
{
  g_autofree char *place = NULL;
  gint64 known = 1;

  if (db->pg && !sarap_database_ask (db, "SELECT CAST (sarap_known () AS integer)", &known, error))
    return FALSE;
  if (known == 1)
    return TRUE;
  place = sarap_name_dup_place (db->name);
  g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED,
               _ ("You have no account in “%s”. Ask the administrator for one."), place);
  return FALSE;
}

gboolean
sarap_database_check_version (SarapDatabase *db, GError **error)
{
  g_autofree char *place = NULL;
  State state;
  int version;

  if (!view_state (db, &state, error))
    return FALSE;
  if (state == STATE_FOREIGN)
    return refuse_foreign (db, error);
  if (state == STATE_OURS)
    {
      if (!read_version (db, &version, error))
        return FALSE;
      if (version == newest_migration ())
        return check_known (db, error);
    }
  place = sarap_name_dup_place (db->name);
  if (state == STATE_EMPTY)
    g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
                 _ ("There is no database of Sarap in “%s” yet: “sarapctl init” makes one."),
                 place);
  else
    g_set_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_VERSION,
                 _ ("“%s” has to be brought up to date first: “sarapctl init” does that."), place);
  return FALSE;
}

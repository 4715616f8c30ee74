/* A file that another program wrote into, or made: whatever stands in any column, every reader ends
   with an error or an answer; it neither crashes nor runs for ever. */

#include "exchange/sarap-backup.h"
#include "exchange/sarap-demo.h"
#include "exchange/sarap-export.h"
#include "exchange/sarap-import.h"
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-review.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-account.h"
#include "records/sarap-commission.h"
#include "records/sarap-history.h"
#include "records/sarap-invariants.h"
#include "records/sarap-lookup.h"
#include "records/sarap-officer-list.h"
#include "sarap-test-database.h"
#include "sarap-test-part.h"
#include "store/sarap-audit.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define TODAY sarap_date_new (2026, 11, 22)

/* No case takes a hundredth of this, nor a tenth under the sanitizers, s */
#define HANGS 300
/* The readers that write much too are tried with one case in so many */
#define RARE 7
/* Of the values one in so many is tried, of those in every row and of those in one place; with
   `-m slow` all of them. The sanitizers take some thirty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define PART_EVERY_ROW 24
#define PART 72
#else
#define PART_EVERY_ROW 2
#define PART 12
#endif

/* As SQL; the first three of them stand in every row */
static const char *const values[] = {
  "NULL",
  "CAST (x'fffe41' AS text)",
  "'x'",
  "CAST (x'003100' AS text)",
  "CAST (x'2c3b00' AS text)",
  "'1,;2,x,;'",
  "';'",
  "''",
  "-9223372036854775807",
  "9223372036854775807",
  "1e300",
  "x''",
  "x'3835303130313330303132330000'",
  "'0000-00-00'",
  "'9999-12-31'",
  "printf ('%.*c', 300000, 'a')",
  "'{\"position_kk\":' || printf ('%.*c', 100000, '[')",
};
#define IN_EVERY_ROW 3

typedef struct
{
  char *folder;
  char *sound;    /* a database as the program makes it */
  char *loose;    /* the same tables without types, constraints, indexes and triggers */
  char *exported; /* a folder of CSV files of it */
  char *damaged;  /* a copy of one of the two, with a value in one place */
  guint n_cases;
  guint n_met; /* values whose turn it was */
  guint n_tried;
} Damage;

static char doing[512];

static void
on_alarm (int signal)
{
  static const char text[] = "\nBail out! It runs for ever: ";
  gssize n = write (STDERR_FILENO, text, strlen (text));

  n = write (STDERR_FILENO, doing, strlen (doing));
  _exit (n > 0 ? 124 : 125);
}

static void
run_sql (sqlite3 *sqlite, const char *sql)
{
  if (sqlite3_exec (sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (sqlite), sql);
}

static void
remove_database (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

static SarapDatabase *
open_file (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);

  return sarap_database_open (name, NULL, error);
}

static void
make_sound (Damage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapDatabase) db = open_file (self->sound, &error);
  SarapDate on;
  sqlite3 *sqlite;

  g_assert_true (sarap_date_parse ("2026-11-29", -1, &on));
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  sarap_demo_fill (db, 12, 1, on, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_export_folder (db, self->exported, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_test_run (db,
                  "INSERT OR IGNORE INTO account (login, officer_id) SELECT 'somebody', max (id)"
                  " FROM officer");
  g_clear_pointer (&db, sarap_database_close);
  g_assert_cmpint (sqlite3_open (self->sound, &sqlite), ==, SQLITE_OK);
  run_sql (sqlite, "PRAGMA journal_mode = DELETE");
  sqlite3_close (sqlite);
}

/* The texts in the rows that @sql gives */
static GPtrArray *
list_texts (sqlite3 *sqlite, const char *sql)
{
  sqlite3_stmt *statement;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_prepare_v2 (sqlite, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return texts;
}

/* Runs @sql, whose rows are statements, and then each of these */
static void
run_made (sqlite3 *sqlite, const char *sql)
{
  g_autoptr (GPtrArray) made = list_texts (sqlite, sql);

  for (guint i = 0; i < made->len; i++)
    run_sql (sqlite, made->pdata[i]);
}

static void
make_loose (Damage *self)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS sound", self->sound);
  sqlite3 *sqlite;

  g_assert_cmpint (sqlite3_open (self->loose, &sqlite), ==, SQLITE_OK);
  run_sql (sqlite, "PRAGMA application_id = 1398895216");
  run_sql (sqlite, attach);
  run_made (sqlite,
            "SELECT 'CREATE TABLE ' || m.name || ' (' || (SELECT group_concat ('\"' || name || '\"'"
            "|| CASE WHEN pk = 1 THEN ' PRIMARY KEY' ELSE '' END) FROM pragma_table_info (m.name, "
            "'sound')) || ')' FROM sound.sqlite_schema m WHERE m.type = 'table' AND m.name NOT "
            "LIKE 'sqlite%' ORDER BY m.rowid");
  run_made (sqlite, "SELECT 'INSERT INTO main.' || name || ' SELECT * FROM sound.' || name FROM "
                    "sound.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  sqlite3_close (sqlite);
}

/* Readers ------------------------------------------------------------------------------------- */

static gboolean
on_line (const SarapReviewLine *line, gpointer data, GError **error)
{
  return TRUE;
}

static void
read_dossier (SarapDatabase *db, gint64 officer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapOfficerFile) file = sarap_officer_file_load (db, officer_id, 739950, 50, &error);

  if (file == NULL)
    return;
  g_free (sarap_officer_file_name_officer (file->officer));
  for (guint i = 0; i < file->reasons->len; i++)
    g_free (
        sarap_officer_file_format_reason (file, &g_array_index (file->reasons, SarapReason, i)));
  for (guint i = 0; i < file->service->len; i++)
    g_free (sarap_officer_file_name_body (file->bodies, file->service->pdata[i]));
}

static void
on_row (const SarapOfficerListRow *row, gpointer data)
{
  g_assert_nonnull (row->iin);
  g_assert_nonnull (row->surname);
}

static void
on_key (guint32 officer_id, const char *key, gpointer data)
{
  g_assert_true (g_utf8_validate (key, -1, NULL));
}

static void
on_position (const char *position_kk, const char *position_ru, const GArray *ids, gpointer data)
{
  g_assert_cmpuint (ids->len, >, 0);
}

/* As the window's list reads */
static void
read_list (SarapDatabase *db)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  SarapOfficerOrder orders[] = { SARAP_OFFICER_ORDER_NAME, SARAP_OFFICER_ORDER_IIN };

  sarap_officer_list_count (db, NULL);
  sarap_officer_list_keys (db, 0, 1000, on_key, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      SarapOfficerMark mark = { NULL };
      guint before;

      do
        before = ids->len;
      while (sarap_officer_list_ids (db, orders[i], &mark, 5, ids, NULL) && ids->len > before);
      sarap_officer_mark_clear (&mark);
    }
  for (guint i = 0; i < MIN (ids->len, 3); i++)
    {
      SarapOfficerListKey key = { g_array_index (ids, guint32, i), 730000 };

      sarap_officer_list_rows (db, &key, 1, on_row, NULL, NULL);
      sarap_officer_list_positions (db, &key, 1, on_position, NULL, NULL);
      read_dossier (db, key.officer_id);
    }
}

static void
read_all (SarapDatabase *db)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) commissions = sarap_commission_records_all (db, NULL);
  g_autoptr (GPtrArray) history = sarap_history_of_officer (db, 0, 0, 100, NULL);
  g_autoptr (SarapAccount) account = sarap_account_current (db, NULL);
  g_autofree char *newest = sarap_audit_newest (db, NULL);
  gboolean any;

  sarap_review_visit (db, 739950, on_line, NULL, NULL, NULL);
  sarap_audit_verify (db, faults, NULL);
  sarap_invariants_verify (db, faults, NULL);
  sarap_lookup_any (db, &any, NULL);
  for (gint64 id = 1; id <= 3; id++)
    read_dossier (db, id);
  read_list (db);
}

static void
import_into (Damage *self, SarapDatabase *db)
{
  g_autoptr (SarapImport) import = sarap_import_read (self->exported, NULL, NULL, NULL, NULL);

  g_assert_nonnull (import);
  sarap_import_check (import, db, TODAY, NULL, NULL, NULL, NULL);
  sarap_import_apply (import, db, TODAY, NULL, NULL, NULL, NULL);
}

static void
restore_from (Damage *self, const char *backup)
{
  g_autofree char *path = g_build_filename (self->folder, "restored.sqlite", NULL);
  g_autoptr (SarapDatabase) db = open_file (path, NULL);
  g_autoptr (GError) error = NULL;

  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  sarap_restore (db, backup, NULL, NULL, NULL, NULL);
  g_clear_pointer (&db, sarap_database_close);
  remove_database (path);
}

static void
read_file (Damage *self)
{
  g_autofree char *exported = g_build_filename (self->folder, "out", NULL);
  g_autofree char *backup = g_build_filename (self->folder, "backup.sqlite", NULL);
  g_autoptr (SarapDatabase) db = open_file (self->damaged, NULL);

  if (db == NULL || !sarap_database_check_version (db, NULL))
    return;
  read_all (db);
  sarap_export_folder (db, exported, NULL, NULL, NULL, NULL);
  remove_folder (exported);
  if (self->n_cases % RARE == 0)
    {
      sarap_backup (db, backup, NULL, NULL, NULL, NULL);
      restore_from (self, backup);
      remove_database (backup);
      import_into (self, db);
    }
}

/* Damage -------------------------------------------------------------------------------------- */

/* Whether SQLite takes the value there. The triggers are put aside: they ask for functions that
   this program alone has, and would refuse or say it. */
static gboolean
damage (Damage *self, const char *from, const char *sql)
{
  g_autoptr (GPtrArray) triggers = NULL;
  g_autofree char *text = NULL;
  gsize length;
  sqlite3 *sqlite;
  gboolean done;

  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  remove_database (self->damaged);
  g_assert_true (g_file_set_contents (self->damaged, text, length, NULL));
  g_assert_cmpint (sqlite3_open (self->damaged, &sqlite), ==, SQLITE_OK);
  run_sql (sqlite, "PRAGMA ignore_check_constraints = ON");
  run_sql (sqlite, "PRAGMA synchronous = OFF");
  triggers = list_texts (sqlite, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  run_made (sqlite, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
  done = sqlite3_exec (sqlite, sql, NULL, NULL, NULL) == SQLITE_OK;
  /* as they were, but for those of what is gone */
  for (guint i = 0; i < triggers->len; i++)
    sqlite3_exec (sqlite, triggers->pdata[i], NULL, NULL, NULL);
  sqlite3_close (sqlite);
  return done;
}

static void
try_value (Damage *self, const char *from, const char *table, const char *column, guint value)
{
  g_autofree char *one = g_strdup_printf (
      "WHERE rowid = (SELECT max (rowid) FROM (SELECT rowid FROM %s ORDER BY rowid "
      "LIMIT 2))",
      table);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET \"%s\" = %s %s", table, column,
                                          values[value], value < IN_EVERY_ROW ? "" : one);

  g_snprintf (doing, sizeof doing, "%s in %s", sql, from);
  self->n_tried++;
  if (!damage (self, from, sql))
    return;
  g_test_message ("%s", doing);
  alarm (HANGS);
  read_file (self);
  alarm (0);
  self->n_cases++;
}

static void
try_everywhere (Damage *self, const char *from)
{
  g_autoptr (GPtrArray) bodies = NULL;
  sqlite3 *sqlite;

  g_assert_cmpint (sqlite3_open (from, &sqlite), ==, SQLITE_OK);
  bodies = list_texts (sqlite, "SELECT m.name || ' ' || c.name FROM sqlite_schema m,"
                               " pragma_table_info (m.name) c WHERE m.type = 'table'"
                               " AND m.name NOT LIKE 'sqlite%'");
  sqlite3_close (sqlite);
  g_assert_cmpuint (bodies->len, >, 70);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (bodies->pdata[i], " ", 2);

      for (guint value = 0; value < G_N_ELEMENTS (values); value++)
        {
          guint part = value < IN_EVERY_ROW ? PART_EVERY_ROW : PART;

          if (((i + value) % part == 0 && self->n_met++ % sarap_test_one_in () == 0) ||
              g_test_slow ())
            try_value (self, from, words[0], words[1], value);
        }
    }
}

/* What is gone altogether */
static void
try_statements (Damage *self, const char *from)
{
  static const char *const statements[] = {
    "DELETE FROM body",
    "DELETE FROM unit",
    "DELETE FROM officer",
    "DELETE FROM audit_head",
    "DELETE FROM schema_version",
    "DELETE FROM audit",
    "DELETE FROM commission",
    "UPDATE officer SET id = id + 5000000000",
    "UPDATE officer SET id = -id",
    "UPDATE service SET officer_id = -officer_id",
    "DROP TABLE unit",
    "DROP TABLE service",
    "DROP TABLE audit_head",
    "UPDATE audit SET seq = seq - 5",
    "UPDATE audit SET seq = x'3835' WHERE seq = (SELECT max (seq) FROM audit)",
    "UPDATE audit SET record_id = x'3835' WHERE record_id IS NOT NULL",
    "UPDATE service SET id = x'3835' WHERE id = (SELECT max (id) FROM service)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_snprintf (doing, sizeof doing, "%s in %s", statements[i], from);
      if (!damage (self, from, statements[i]))
        continue;
      g_test_message ("%s", doing);
      alarm (HANGS);
      self->n_cases = 0;
      read_file (self);
      alarm (0);
    }
}

static Damage *
damage_new (void)
{
  Damage *self = g_new0 (Damage, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sarap-damaged-XXXXXX", &error);
  g_assert_no_error (error);
  self->sound = g_build_filename (self->folder, "sound.sqlite", NULL);
  self->loose = g_build_filename (self->folder, "loose.sqlite", NULL);
  self->damaged = g_build_filename (self->folder, "damaged.sqlite", NULL);
  self->exported = g_build_filename (self->folder, "exported", NULL);
  signal (SIGALRM, on_alarm);
  make_sound (self);
  make_loose (self);
  return self;
}

static void
damage_free (Damage *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->sound);
  g_free (self->loose);
  g_free (self->damaged);
  g_free (self->exported);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Damage, damage_free)

/* So many of a hundred values at least came into the file: however many were tried, the test has
   read what is damaged */
static void
assert_taken (Damage *self, guint percent)
{
  g_test_message ("%u of %u values taken", self->n_cases, self->n_tried);
  g_assert_cmpuint (self->n_cases * 100, >, self->n_tried * percent);
  g_assert_cmpuint (self->n_cases, >, 0);
}

static void
test_values (void)
{
  g_autoptr (Damage) self = damage_new ();

  try_everywhere (self, self->sound);
  assert_taken (self, 30);
}

static void
test_loose_values (void)
{
  g_autoptr (Damage) self = damage_new ();

  try_everywhere (self, self->loose);
  assert_taken (self, 80);
}

static void
test_gone (void)
{
  g_autoptr (Damage) self = damage_new ();

  try_statements (self, self->sound);
  try_statements (self, self->loose);
}

/* What is damaged is said to be, and not passed over in silence */
static void
test_said (void)
{
  static const char *const statements[] = {
    "UPDATE officer SET iin = CAST (x'003100' AS text) WHERE id = 2",
    "UPDATE officer SET iin = CAST (x'fffe' AS text) WHERE id = 2",
    "UPDATE service SET employer_kind = CAST (x'0078' AS text) WHERE id = 3",
    "UPDATE service SET employer_kind = 'x' WHERE id = 3",
    "UPDATE service SET \"start\" = '' WHERE id = 3",
    "UPDATE service SET \"start\" = '2020-02-30', \"end\" = NULL WHERE id = 3",
    "UPDATE service SET category = 'y' WHERE id = 3",
    "UPDATE service SET category = ';' WHERE id = 3",
  };
  g_autoptr (Damage) self = damage_new ();

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL, explained = NULL;
      g_autoptr (SarapDatabase) db = NULL;
      g_autoptr (SarapOfficerFile) file = NULL;
      gint64 owner;

      g_test_message ("%s", statements[i]);
      g_assert_true (damage (self, self->sound, statements[i]));
      db = open_file (self->damaged, &error);
      g_assert_no_error (error);
      g_assert_false (sarap_review_visit (db, 739950, on_line, NULL, NULL, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT);
      if (strstr (statements[i], "x'00") != NULL)
        continue;
      owner = strstr (statements[i], "service") == NULL
                  ? 2
                  : sarap_test_integer (db, "SELECT officer_id FROM service WHERE id = 3");
      file = sarap_officer_file_load (db, owner, 739950, 0, &explained);
      g_assert_error (explained, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CORRUPT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damaged/said", test_said);
  g_test_add_func ("/damaged/gone", test_gone);
  g_test_add_func ("/damaged/values", test_values);
  g_test_add_func ("/damaged/loose-values", test_loose_values);
  return g_test_run ();
}

/* A database of an earlier version is brought up to date with what is in it, and verify finds
   nothing: the lines of its audit chain were written when columns were not there yet.
   tests/golden/upgrade has a file, and a dump of a server's, that the program made when its schema
   had that version: "sarapctl demo --officers 40 --seed 7", and pg_dump --no-owner --no-privileges
   --no-comments
   --rows-per-insert=200 without psql's own commands. */
#include "records/sarap-invariants.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"
#include "store/sarap-script.h"

#include <gio/gio.h>

static GBytes *
read_golden (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "golden", "upgrade", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, &error);
  g_autoptr (GConverter) gunzip =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) whole = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (packed), gunzip);
  g_output_stream_splice (whole, stream,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (whole));
}

static SarapDatabase *
open_named (const char *name)
{
  g_autoptr (GError) error = NULL;
  SarapDatabase *db = sarap_database_open (name, NULL, &error);

  g_assert_no_error (error);
  return db;
}

/* Its name */
static char *
make_old_file (SarapTestDatabase *test, guint version)
{
  g_autofree char *path = g_strconcat (test->name + strlen ("sqlite:"), "-old", NULL);
  g_autofree char *golden = g_strdup_printf ("version-%u.sqlite.gz", version);
  g_autoptr (GBytes) bytes = read_golden (golden);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return g_strconcat ("sqlite:", path, NULL);
}

static char *
make_old_server (const char *database, guint version)
{
  char *name = sarap_test_database_make (database, "");
  SarapDatabase *db = open_named (name);
  g_autofree char *golden = g_strdup_printf ("version-%u.sql.gz", version);
  g_autoptr (GBytes) bytes = read_golden (golden);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;

  sarap_script_run (db, text, &error);
  g_assert_no_error (error);
  sarap_database_close (db);
  return name;
}

static gint64
count_members (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT count (*) FROM commission_member");
}

/* What was not there before is written too, and leaves its line */
static void
change_names (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = sarap_test_integer (db, "SELECT min (id) FROM officer");
  g_autoptr (SarapRecord) officer = sarap_record_load (db, &sarap_officer_type, id, id, &error);
  g_auto (SarapTransaction) transaction = { 0 };

  g_assert_no_error (error);
  g_assert_null (sarap_record_get (officer, "surname_ru"));
  sarap_record_set (officer, "given_name_ru", "Алия");
  g_assert_true (sarap_transaction_begin (&transaction, db, &error) &&
                 sarap_record_update (db, officer, &error) &&
                 sarap_transaction_commit (&transaction, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM audit WHERE detail LIKE"
                                           " '%\"given_name_ru\":[null,\"Алия\"]%'"),
                   ==, 1);
}

static void
change_employer (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id =
      sarap_test_integer (db, "SELECT min (id) FROM service WHERE employer_kind <> 'customs'");
  g_autoptr (SarapRecord) service = sarap_record_load (db, &sarap_service_type, id, 0, &error);
  g_auto (SarapTransaction) transaction = { 0 };

  g_assert_no_error (error);
  g_assert_null (sarap_record_get (service, "employer_ru"));
  sarap_record_set (service, "employer_ru", "Министерство финансов");
  g_assert_true (sarap_transaction_begin (&transaction, db, &error) &&
                 sarap_record_update (db, service, &error) &&
                 sarap_transaction_commit (&transaction, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM audit WHERE detail LIKE"
                                           " '%\"employer_ru\":[null,\"Министерство финансов\"]%'"),
                   ==, 1);
}

static void
check_upgrade (SarapTestDatabase *test, guint version)
{
  gboolean server = test->engine == SARAP_ENGINE_POSTGRESQL;
  g_autofree char *database =
      server ? sarap_test_text (test->db, "SELECT current_database () || '_old'") : NULL;
  g_autofree char *name =
      server ? make_old_server (database, version) : make_old_file (test, version);
  SarapDatabase *db = open_named (name);
  g_autoptr (GError) error = NULL;
  gint64 lines;

  g_assert_false (sarap_database_check_version (db, NULL));
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  g_assert_true (sarap_database_check_version (db, &error));
  g_assert_no_error (error);
  sarap_test_assert_sound (db);
  lines = sarap_test_integer (db, "SELECT seq FROM audit_head");
  g_assert_cmpint (lines, >, 10);
  g_assert_cmpint (count_members (db), ==, 16);
  /* that there was no such day is no day */
  g_assert_cmpint (sarap_test_integer (db, "SELECT count (*) FROM commission_member WHERE"
                                           " \"start\" IS NULL"),
                   ==, version == 1 ? 16 : 0);
  change_names (db);
  change_employer (db);
  g_assert_cmpint (sarap_test_integer (db, "SELECT seq FROM audit_head"), ==, lines + 2);
  sarap_test_assert_sound (db);
  sarap_database_close (db);
  if (server)
    sarap_test_database_remove (database);
}

static void
test_version_1 (SarapTestDatabase *test)
{
  check_upgrade (test, 1);
}

static void
test_version_2 (SarapTestDatabase *test)
{
  check_upgrade (test, 2);
}

/* A record keeps its number: one that was removed before is not given to another one after */
static void
test_numbers (SarapTestDatabase *test)
{
  g_autofree char *name = make_old_file (test, 1);
  SarapDatabase *db = open_named (name);
  g_autoptr (GError) error = NULL;

  sarap_test_run (db, "DELETE FROM commission_member WHERE id = 16");
  sarap_database_migrate (db, &error);
  g_assert_no_error (error);
  sarap_test_run (db, "INSERT INTO commission_member (commission_id, officer_id, role, \"start\")"
                      " SELECT commission_id, officer_id, 'member', '2026-11-01'"
                      " FROM commission_member WHERE id = 15");
  g_assert_cmpint (sarap_test_integer (db, "SELECT max (id) FROM commission_member"), ==, 17);
  sarap_test_assert_sound (db);
  sarap_database_close (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("/upgrade/version-1", test_version_1);
  sarap_test_add ("/upgrade/version-2", test_version_2);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "/upgrade/numbers", test_numbers);
  return g_test_run ();
}

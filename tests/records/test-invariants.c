/* What `sarapctl verify` finds of what was done to the records behind the program's back. */

#include "records/sarap-invariants.h"
#include "records/sarap-record-store.h"
#include "records/sarap-verify-lines.h"
#include "sarap-test-database.h"

#include <string.h>

/* What is wrong, a line each */
static char *
verify (SarapDatabase *db)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  sarap_invariants_verify (db, faults, &error);
  g_assert_no_error (error);
  g_ptr_array_add (faults, NULL);
  return g_strjoinv ("\n", (char **) faults->pdata);
}

/* Only what the records differ in from the audit chain */
static char *
verify_lines (SarapDatabase *db)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  sarap_verify_lines (db, faults, &error);
  g_assert_no_error (error);
  g_ptr_array_add (faults, NULL);
  return g_strjoinv ("\n", (char **) faults->pdata);
}

static void
add (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (SarapRecord) record = sarap_record_new (type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  sarap_record_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
fill (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_auto (SarapTransaction) transaction = { NULL };

  sarap_transaction_begin (&transaction, db, &error);
  g_assert_no_error (error);
  add (db, &sarap_body_type, (const char *[]){ "KBA", "central", "Агенттік", "Агентство" });
  add (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алматы" });
  add (db, &sarap_unit_type, (const char *[]){ "ALM", "ALM-01", "post", "Бекет", "Пост" });
  add (db, &sarap_officer_type,
       (const char *[]){ "680111310338", "Нұрғалиев", "Айдос", NULL, "1968-01-11", "m", NULL, NULL,
                         NULL });
  add (db, &sarap_service_type,
       (const char *[]){ "680111310338", "customs", NULL, "ALM", "ALM-01", "Инспектор", "Инспектор",
                         "official", "2", "2022-03-01", NULL, NULL, NULL });
  add (db, &sarap_deferral_type,
       (const char *[]){ "680111310338", "absence", "2023-01-01", NULL, NULL });
  sarap_transaction_commit (&transaction, &error);
  g_assert_no_error (error);
}

static void
test_sound (SarapTestDatabase *test)
{
  g_autofree char *empty = verify (test->db);
  g_autofree char *filled = NULL;

  fill (test->db);
  filled = verify (test->db);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (filled, ==, "");
}

/* What no constraint prevents */
static void
test_changed (SarapTestDatabase *test)
{
  static const struct
  {
    const char *change, *back, *fault;
  } cases[] = {
    { "UPDATE officer SET surname = 'Басқа', version = version + 1",
      "UPDATE officer SET surname = 'Нұрғалиев', version = version + 1",
      "680111310338 would be sorted or found by another name" },
    { "UPDATE officer SET search_key = 'x', version = version + 1", NULL,
      "680111310338 would be sorted or found" },
    { "UPDATE body SET kind = 'territorial', version = version + 1 WHERE kind = 'central'",
      "UPDATE body SET kind = 'central', version = version + 1 WHERE code = 'KBA'",
      "ALM is the first, is the central" },
  };

  fill (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = sarap_test_text (test->db, "SELECT search_key FROM officer");
      g_autofree char *put_back =
          g_strdup_printf ("UPDATE officer SET search_key = '%s', version = version + 1", key);
      g_autofree char *found = NULL, *sound = NULL;

      sarap_test_run (test->db, cases[i].change);
      found = verify (test->db);
      sarap_test_run (test->db, cases[i].back != NULL ? cases[i].back : put_back);
      sound = verify (test->db);
      g_test_message ("%s", found);
      g_assert_nonnull (strstr (found, cases[i].fault));
      g_assert_cmpstr (sound, ==, "");
    }
}

/* References to what is gone, where the constraint was put aside */
static void
test_references (SarapTestDatabase *test)
{
  static const struct
  {
    const char *constraint[2]; /* table and name, on PostgreSQL */
    const char *change, *fault;
  } cases[] = {
    { { "service", "service_body_id_fkey" }, NULL, NULL },
    { { "service", "service_unit_id_body_id_fkey" }, NULL, NULL },
    { { "officer", "officer_unit_id_body_id_fkey" }, NULL, NULL },
    { { "officer", "officer_body_id_fkey" },
      "UPDATE service SET body_id = 77, version = version + 1",
      "service 1 (body_id)" },
    { { "unit", "unit_body_id_fkey" }, "DELETE FROM unit", "service 1 (unit_id)" },
    { { "deferral", "deferral_officer_id_fkey" },
      "UPDATE deferral SET officer_id = 77, version = version + 1",
      "deferral 1 (officer_id)" },
  };

  fill (test->db);
  if (test->engine == SARAP_ENGINE_SQLITE)
    sarap_test_run (test->db, "PRAGMA foreign_keys = OFF");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *aside = g_strdup_printf ("ALTER TABLE %s DROP CONSTRAINT %s",
                                                cases[i].constraint[0], cases[i].constraint[1]);
      g_autofree char *found = NULL;

      if (test->engine == SARAP_ENGINE_POSTGRESQL)
        sarap_test_run (test->db, aside);
      if (cases[i].change == NULL)
        continue;
      sarap_test_run (test->db, cases[i].change);
      found = verify (test->db);
      g_test_message ("%s", found);
      g_assert_nonnull (strstr (found, cases[i].fault));
    }
}

/* As whoever owns the file or the server could: nothing counts, refuses or says it */
static void
put_triggers_aside (SarapTestDatabase *test)
{
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT name FROM sqlite_schema WHERE type ="
                                                  " 'trigger'");
  g_autoptr (SarapRows) rows = NULL;

  if (test->engine == SARAP_ENGINE_POSTGRESQL)
    {
      sarap_test_run (test->db,
                      "DO $$ DECLARE name text; BEGIN FOR name IN SELECT record FROM record_kind"
                      " UNION SELECT 'audit' LOOP EXECUTE format ('ALTER TABLE %I DISABLE TRIGGER"
                      " USER', name); END LOOP; END $$");
      return;
    }
  rows = sarap_database_select (test->db, query, "t", NULL);
  for (guint row = 0; row < sarap_rows_count (rows); row++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s", sarap_rows_text (rows, row, 0));

      sarap_test_run (test->db, sql);
    }
}

static gboolean
import_attestation (SarapDatabase *db, gpointer data, GError **error)
{
  add (
      db, &sarap_attestation_type,
      (const char *[]){ "680111310338", "regular", "2024-02-01", "corresponds", NULL, NULL, NULL });
  return sarap_database_end_bulk (db, "import", "{}", error);
}

/* Besides: a second officer, an attestation that was imported, a deferral that was changed twice,
   one that was removed */
static void
fill_more (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;

  fill (db);
  add (db, &sarap_officer_type,
       (const char *[]){ "911027389913", "Төлеуов", "Айдос", NULL, "1991-10-27", "m", NULL, NULL,
                         NULL });
  sarap_database_transact_bulk (db, "import", import_attestation, NULL, &error);
  g_assert_no_error (error);
  sarap_test_run (db, "UPDATE deferral SET reason = 'а', version = version + 1");
  sarap_test_run (db, "UPDATE deferral SET reason = 'б', version = version + 1");
  add (db, &sarap_deferral_type,
       (const char *[]){ "680111310338", "childcare", "2021-01-01", NULL, NULL });
  sarap_test_run (db, "DELETE FROM deferral WHERE kind = 'childcare'");
}

/* What was done past the triggers, and what is said of it */
static const struct
{
  const char *edit, *faults[3];
} edits[] = {
  { "UPDATE attestation SET decision = 'not-corresponds'",
    { "Attestation 1 (680111310338): “Decision” is “Does not correspond to the position held”,"
      " but after line 8 of the audit chain it was “Corresponds to the position held”." } },
  { "UPDATE attestation SET \"date\" = '2024-02-02'",
    { "“Held on” is “2024-02-02”", "“2024-02-01”" } },
  { "UPDATE attestation SET officer_id = 2", { "Attestation 1 (911027389913)", "“680111310338”" } },
  { "UPDATE deferral SET \"end\" = '2024-01-01'",
    { "Deferral 1 (680111310338): “Last day” is “2024-01-01”, but after line 11 of the audit"
      " chain it was “”." } },
  { "UPDATE deferral SET reason = 'а'", { "“Reason” is “а”", "it was “б”" } },
  { "UPDATE officer SET surname = 'Басқа' WHERE id = 2", { "“Surname” is “Басқа”", "“Төлеуов”" } },
  { "UPDATE service SET level = 3", { "“Position level” is “3”", "it was “2”" } },
  { "DELETE FROM deferral", { "Deferral 1: the record is gone", "After line 11 it was there" } },
  { "DELETE FROM attestation",
    { "Attestation 1: the record is gone", "After line 8 it was there" } },
  { "INSERT INTO deferral (id, officer_id, kind, start) VALUES (40, 2, 'absence', '2020-01-01')",
    { "Deferral 40 (911027389913): no line of the audit chain says that this record was added" } },
  { "INSERT INTO deferral (id, officer_id, kind, start) VALUES (2, 1, 'childcare', '2021-01-01')",
    { "Deferral 2 (680111310338): the record is there, but line 13 of the audit chain says that it"
      " was removed" } },
  { "UPDATE deferral SET id = 40",
    { "Deferral 1: the record is gone", "Deferral 40 (680111310338): no line" } },
  { "UPDATE deferral SET version = 9",
    { "Deferral 1 (680111310338): the version of the record does not agree" } },
  { "UPDATE attestation SET version = 2", { "the version of the record does not agree" } },
  { "INSERT INTO account (id, login, roles) VALUES (40, 'ghost', 'admin')",
    { "Account 40 (ghost): no line" } },
  /* lines that are gone or say something else, were the chain itself made to fit */
  { "DELETE FROM audit WHERE seq = 10",
    { "line 11 of the audit chain does not continue the earlier lines" } },
  { "DELETE FROM audit WHERE seq = 11", { "“Reason” is “б”", "it was “а”" } },
  { "DELETE FROM audit WHERE seq = 8", { "Attestation 1 (680111310338): no line" } },
  { "UPDATE audit SET detail = '{}' WHERE seq = 8",
    { "Line 8 of the audit chain does not have the form of such a line" } },
  { "UPDATE audit SET detail = '{}' WHERE seq = 10",
    { "Line 10 of the audit chain does not have the form of such a line" } },
};

static void
test_edited (SarapTestDatabase *test)
{
  fill_more (test->db);
  sarap_test_assert_sound (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto (SarapTransaction) undone = { NULL };
      g_autofree char *found = NULL;

      g_assert_true (sarap_transaction_begin (&undone, test->db, NULL));
      put_triggers_aside (test);
      sarap_test_run (test->db, edits[i].edit);
      found = verify_lines (test->db);
      g_test_message ("%s:\n%s", edits[i].edit, found);
      for (guint fault = 0; fault < 3 && edits[i].faults[fault]; fault++)
        g_assert_nonnull (strstr (found, edits[i].faults[fault]));
    }
  sarap_test_assert_sound (test->db);
}

/* Records without any line of the audit chain, although the chain by itself is in order */
static void
test_no_chain (SarapTestDatabase *test)
{
  g_autofree char *found = NULL;

  put_triggers_aside (test);
  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('KBA', "
                            "'central', 'Агенттік', 'Агентство')");
  found = verify (test->db);
  g_test_message ("%s", found);
  g_assert_nonnull (strstr (found, "no line of the audit chain: it was taken away"));
  g_assert_nonnull (strstr (found, "no line of the audit chain says that this record was added"));
}

/* SQLite's own check of the file: here a value that its constraints do not let in */
static void
test_file (SarapTestDatabase *test)
{
  g_autofree char *unsound = NULL;

  fill (test->db);
  sarap_test_run (test->db, "PRAGMA ignore_check_constraints = ON");
  sarap_test_run (test->db, "UPDATE service SET level = NULL, version = version + 1");
  sarap_test_run (test->db, "PRAGMA ignore_check_constraints = OFF");
  unsound = verify (test->db);
  g_test_message ("%s", unsound);
  g_assert_nonnull (strstr (unsound, "damaged"));
  g_assert_nonnull (strstr (unsound, "service"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("invariants/sound", test_sound);
  sarap_test_add ("invariants/changed", test_changed);
  sarap_test_add ("invariants/references", test_references);
  sarap_test_add ("invariants/edited", test_edited);
  sarap_test_add ("invariants/no-chain", test_no_chain);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "invariants/file", test_file);
  return g_test_run ();
}

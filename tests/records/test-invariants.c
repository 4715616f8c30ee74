/* What `sarapctl verify` finds of what was done to the records behind the program's back. */

#include "records/sarap-invariants.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"
#include "store/sarap-audit.h"

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
       (const char *[]){ "680111310338", "Нұрғалиев", "Айдос", NULL, "1968-01-11", "m" });
  add (db, &sarap_service_type,
       (const char *[]){ "680111310338", "customs", NULL, "ALM", "ALM-01", "Инспектор", "Инспектор",
                         "official", "2", "2022-03-01", NULL, NULL });
  add (db, &sarap_deferral_type,
       (const char *[]){ "680111310338", "absence", "2023-01-01", NULL, NULL });
  sarap_audit_append (db, "import", "import", 0, 0, "{}", &error);
  g_assert_no_error (error);
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
    { "UPDATE officer SET surname = 'Басқа'", "UPDATE officer SET surname = 'Нұрғалиев'",
      "680111310338 would be sorted or found by another name" },
    { "UPDATE officer SET search_key = 'x'", NULL, "680111310338 would be sorted or found" },
    { "UPDATE body SET kind = 'territorial'", "UPDATE body SET kind = 'central' WHERE code = 'KBA'",
      "ALM is the first, is the central" },
  };

  fill (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = sarap_test_text (test->db, "SELECT search_key FROM officer");
      g_autofree char *put_back = g_strdup_printf ("UPDATE officer SET search_key = '%s'", key);
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
      "UPDATE service SET body_id = 77",
      "service 1 (body_id)" },
    { { "unit", "unit_body_id_fkey" }, "DELETE FROM unit", "service 1 (unit_id)" },
    { { "deferral", "deferral_officer_id_fkey" },
      "UPDATE deferral SET officer_id = 77",
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

/* Records without any line of the audit chain, although the chain by itself is in order */
static void
test_no_chain (SarapTestDatabase *test)
{
  g_autofree char *found = NULL;

  sarap_test_run (test->db, "INSERT INTO body (code, kind, name_kk, name_ru) VALUES ('KBA', "
                            "'central', 'Агенттік', 'Агентство')");
  found = verify (test->db);
  g_assert_nonnull (strstr (found, "no line of the audit chain"));
}

/* SQLite's own check of the file: here a value that its constraints do not let in */
static void
test_file (SarapTestDatabase *test)
{
  g_autofree char *unsound = NULL;

  fill (test->db);
  sarap_test_run (test->db, "PRAGMA ignore_check_constraints = ON");
  sarap_test_run (test->db, "UPDATE service SET level = NULL");
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
  sarap_test_add ("invariants/no-chain", test_no_chain);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "invariants/file", test_file);
  return g_test_run ();
}

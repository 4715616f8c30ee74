/* A kind of record that is made up here has all that the others have: form, list, CSV in and out,
   history, lines of the audit chain, rights, a backup, and verify. A new kind touches these places,
   besides its translations:
     1 its table and its line of record_kind, in a migration's common file (sarap_migration_add()
   here) 2 its SarapRecordType in records/sarap-record-types.c: fields, checks, and the list at the
   end 3 its declaration in records/sarap-record.h, for whoever names it 4 its SarapRecordScreen in
   forms/sarap-record-screen.c: words, cells, and the list at the end 5 the list of a server's
   schema, which the schema test writes (sarap_schema_set_list() here) 6 its columns in
   app/exchange/README.md */
#include "forms/sarap-history-format.h"
#include "forms/sarap-record-form.h"
#include "forms/sarap-record-list.h"
#include "forms/sarap-record-row.h"
#include "forms/sarap-record-screen.h"

#include "base/sarap-language.h"
#include "exchange/sarap-backup.h"
#include "exchange/sarap-export.h"
#include "exchange/sarap-import.h"
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-history.h"
#include "records/sarap-invariants.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"
#include "sarap-test-host.h"
#include "store/sarap-migration.h"
#include "store/sarap-schema-check.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

static const char table[] = "CREATE TABLE rebuke (\n"
                            "  id         {id},\n"
                            "  officer_id {ref}  NOT NULL REFERENCES officer (id),\n"
                            "  given_on   {date} NOT NULL {is-date given_on},\n"
                            "  given_at   {text} {is-time given_at},\n"
                            "  body_id    {ref}  NOT NULL REFERENCES body (id),\n"
                            "  weight     {int},\n"
                            "  upheld     {text} {yes-no upheld},\n"
                            "  grounds    {text} {lines grounds},\n"
                            "  version    {int}  NOT NULL DEFAULT 1,\n"
                            "  UNIQUE (officer_id, given_on)\n"
                            ") {strict};\n"
                            "INSERT INTO record_kind (record, reads, writes, computed, key)\n"
                            "VALUES ('rebuke', 'file', 'hr', '', 'officer_id, given_on');\n";

static const SarapField fields[] = {
  { "iin", "IIN", SARAP_FIELD_REFERENCE, SARAP_FIELD_KEY | SARAP_FIELD_REQUIRED, NULL,
    &sarap_officer_type },
  { "given_on", "Given on", SARAP_FIELD_DATE, SARAP_FIELD_KEY | SARAP_FIELD_REQUIRED },
  { "given_at", "Given at", SARAP_FIELD_TIME },
  { "body", "Body", SARAP_FIELD_REFERENCE, SARAP_FIELD_REQUIRED, NULL, &sarap_body_type },
  { "weight", "Weight", SARAP_FIELD_INTEGER },
  { "upheld", "Upheld", SARAP_FIELD_BOOLEAN },
  { "grounds", "Grounds", SARAP_FIELD_LONG_TEXT },
};

static const SarapRecordType rebuke_type = {
  .name = "rebuke",
  .file = "rebukes.csv",
  .label = "Rebuke",
  .plural = "Rebukes",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = SARAP_OWNER_OFFICER,
  .latest = "given_on",
  .reads = "file",
  .writes = "hr",
};

static void
rebuke_cells (SarapRecord *record, const SarapBodies *bodies, SarapRecordCells *cells)
{
  cells->title = g_strdup (sarap_record_get (record, "grounds"));
}

static const SarapRecordScreen rebuke_screen = {
  .type = &rebuke_type,
  .added = "Rebuke added",
  .changed = "Rebuke changed",
  .removed = "Rebuke removed",
  .add = "Add a rebuke",
  .none = "No rebukes.",
  .tab = "Rebukes",
  .page = "rebukes",
  .cells = rebuke_cells,
};

#define IIN "680111310338"
#define REBUKES                                                                                    \
  "iin,given_on,given_at,body,weight,upheld,grounds\n" IIN ",2024-01-02,09:30,ALM,2,yes,\"Late,\n" \
  "twice\"\n" IIN ",2024-03-04,,KBA,,no,\n"

static const struct
{
  const char *name, *text;
} files[] = {
  { "bodies.csv", "code,kind,name_kk,name_ru\nKBA,central,А,А\nALM,territorial,Б,Б\n"
                  "AST,territorial,В,В\n" },
  { "units.csv", "body,code,kind,name_kk,name_ru\n" },
  { "officers.csv", "iin,surname,given_name,patronymic,birth_date,sex,surname_ru\n" IIN
                    ",Нұрғалиев,Айдос,,1968-01-11,m,Нургалиев\n" },
  { "service.csv", "iin,employer_kind,employer,body,unit,position_kk,position_ru,category,level,"
                   "start,end,order_no\n" IIN ",customs,,ALM,,И,И,official,2,2020-01-01,,\n" },
  { "rebukes.csv", REBUKES },
};

static char *
make_folder (const char *rebukes)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sarap-new-type-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      gboolean ours = g_str_equal (files[i].name, "rebukes.csv");

      g_assert_true (g_file_set_contents (path, ours ? rebukes : files[i].text, -1, NULL));
    }
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Its faults, a line each; "" when it was imported */
static char *
import (SarapDatabase *db, const char *rebukes, guint64 n_new)
{
  g_autofree char *folder = make_folder (rebukes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) it = sarap_import_read (folder, NULL, NULL, NULL, &error);
  GString *said = g_string_new (NULL);

  g_assert_no_error (error);
  sarap_import_check (it, db, sarap_date_new (2026, 11, 22), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sarap_import_get_faults (it)->len; i++)
    {
      g_autofree char *text = sarap_import_fault_text (sarap_import_get_faults (it)->pdata[i]);

      g_string_append_printf (said, "%s\n", text);
    }
  if (said->len == 0)
    {
      sarap_import_apply (it, db, sarap_date_new (2026, 11, 22), NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sarap_import_get_counts (it, &rebuke_type).n_new, ==, n_new);
    }
  remove_folder (folder);
  return g_string_free (said, FALSE);
}

static void
import_all (SarapDatabase *db, guint64 n_new)
{
  g_autofree char *said = import (db, REBUKES, n_new);

  g_assert_cmpstr (said, ==, "");
}

/* What a server's schema is to be with the new table in it, as test-schema.c writes it down */
static void
learn_schema (SarapTestDatabase *test)
{
  static char *list;
  g_auto (SarapTransaction) view = { 0 };
  g_autoptr (GError) error = NULL;

  if (test->engine != SARAP_ENGINE_POSTGRESQL)
    return;
  g_assert_true (sarap_transaction_begin_read (&view, test->db, &error));
  g_free (list);
  list = sarap_schema_list (test->db, &error);
  g_assert_no_error (error);
  sarap_schema_set_list (list);
}

static void
assert_verified (SarapDatabase *db)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  sarap_invariants_verify (db, faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static gint64
officer_id (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT id FROM officer WHERE iin = '" IIN "'");
}

static GPtrArray *
rebukes_of (SarapDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapOfficerFile) file =
      sarap_officer_file_load (db, officer_id (db), sarap_date_new (2026, 11, 22), 10, &error);

  g_assert_no_error (error);
  return g_ptr_array_ref (sarap_officer_file_records (file, &rebuke_type));
}

static void
test_exchanged (SarapTestDatabase *test)
{
  g_autofree char *folder = NULL, *path = NULL, *officers = NULL, *text = NULL, *names = NULL;
  g_autofree char *faults = NULL;
  g_autoptr (GError) error = NULL;

  learn_schema (test);
  import_all (test->db, 2);
  import_all (test->db, 0);
  folder = g_dir_make_tmp ("sarap-new-type-XXXXXX", NULL);
  sarap_export_folder (test->db, folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "rebukes.csv", NULL);
  officers = g_build_filename (folder, "officers.csv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, REBUKES);
  /* a column that may be absent is there when something stands in it */
  g_assert_true (g_file_get_contents (officers, &names, NULL, NULL));
  g_assert_cmpstr (names, ==, files[2].text);
  remove_folder (folder);
  faults = import (test->db,
                   "iin,given_on,given_at,body,weight,upheld,grounds\n" IIN
                   ",2024-05-06,24:00,ALM,,maybe,\n" IIN ",2024-05-07,,NONE,,,\n",
                   0);
  g_assert_nonnull (strstr (faults, "rebukes.csv:2: given_at: "));
  g_assert_nonnull (strstr (faults, "rebukes.csv:2: upheld: "));
  g_assert_nonnull (strstr (faults, "rebukes.csv:3: body: "));
  assert_verified (test->db);
}

static void
test_saved (SarapTestDatabase *test)
{
  g_autoptr (GPtrArray) rebukes = NULL, lines = NULL;
  g_autoptr (SarapBodies) none = sarap_bodies_new_empty ();
  g_autofree char *action = NULL, *detail = NULL;
  g_autoptr (GError) error = NULL;

  learn_schema (test);
  import_all (test->db, 2);
  rebukes = rebukes_of (test->db);
  g_assert_cmpuint (rebukes->len, ==, 2);
  g_assert_cmpstr (sarap_record_get (rebukes->pdata[0], "given_on"), ==, "2024-03-04");
  sarap_record_set (rebukes->pdata[0], "grounds", "One\ntwo");
  sarap_record_save (test->db, rebukes->pdata[0], sarap_date_new (2026, 11, 22), NULL, NULL,
                     &error);
  g_assert_no_error (error);
  lines = sarap_history_of_officer (test->db, officer_id (test->db), 0, 1, &error);
  g_assert_no_error (error);
  action = sarap_history_say_action (lines->pdata[0]);
  detail = sarap_history_say_detail (lines->pdata[0], none);
  g_assert_cmpstr (action, ==, "Rebuke changed");
  g_assert_cmpstr (detail, ==, "Grounds: One\ntwo");
  sarap_record_remove (test->db, rebukes->pdata[0], NULL, &error);
  g_assert_no_error (error);
  assert_verified (test->db);
  g_assert_false (sarap_record_type_touches_standing ("rebuke"));
}

static void
test_backed_up (SarapTestDatabase *test)
{
  g_autofree char *folder = g_dir_make_tmp ("sarap-new-type-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "backup.sqlite", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;
  SarapDatabase *copy;

  learn_schema (test);
  import_all (test->db, 2);
  sarap_backup (test->db, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  copy = sarap_database_open (name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (copy, "SELECT count (*) FROM rebuke"), ==, 2);
  assert_verified (copy);
  sarap_database_close (copy);
  remove_folder (folder);
}

static gboolean
save_as (SarapTestDatabase *test, const char *person, const char *body)
{
  SarapDatabase *db = sarap_test_sign_in (test, person);
  g_autoptr (GPtrArray) rebukes = NULL;
  g_autoptr (SarapRecord) record = sarap_record_new (&rebuke_type);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  sarap_record_set (record, "iin", IIN);
  sarap_record_set (record, "given_on", body[0] == 'A' ? "2025-01-01" : "2025-01-02");
  sarap_record_set (record, "body", body);
  saved = sarap_record_save (db, record, sarap_date_new (2026, 11, 22), NULL, NULL, &error);
  g_test_message ("%s: %s", person, error != NULL ? error->message : "saved");
  sarap_database_close (db);
  return saved;
}

/* On a server: the HR service of the officer's body and nobody else */
static void
test_rights (SarapTestDatabase *test)
{
  static const struct
  {
    const char *person, *roles, *body;
    gboolean saves;
  } people[] = {
    { "hr", "hr", "ALM", TRUE },
    { "other", "hr", "AST", FALSE },
    { "auditor", "auditor", NULL, FALSE },
    { "member", "member", "ALM", FALSE },
  };

  import_all (test->db, 2);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *body =
          people[i].body != NULL
              ? g_strdup_printf ("(SELECT id FROM body WHERE code = '%s')", people[i].body)
              : NULL;

      sarap_test_add_person (test, people[i].person, people[i].roles, body, NULL);
      g_assert_cmpint (save_as (test, people[i].person, "ALM"), ==, people[i].saves);
      sarap_test_remove_person (test, people[i].person);
    }
}

/* What is typed nowhere comes out of the form as it went in, lines and all */
static void
test_shown (SarapTestDatabase *test)
{
  g_autoptr (GPtrArray) rebukes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapBodies) bodies = NULL;
  g_autoptr (SarapRecord) made = NULL, blank = sarap_record_screen_blank (&rebuke_screen);
  g_autofree char *difference = NULL;
  GtkWidget *form, *list, *row;

  import_all (test->db, 2);
  rebukes = rebukes_of (test->db);
  bodies = sarap_bodies_read (test->db, &error);
  g_assert_no_error (error);
  form = g_object_ref_sink (sarap_record_form_new (rebukes->pdata[1], bodies));
  made = sarap_record_form_make (SARAP_RECORD_FORM (form));
  difference = sarap_record_difference (rebukes->pdata[1], made);
  g_assert_cmpstr (difference, ==, "{}");
  g_assert_false (sarap_record_form_is_dirty (SARAP_RECORD_FORM (form)));
  list = g_object_ref_sink (sarap_record_list_new (&rebuke_type));
  sarap_record_list_set_records (SARAP_RECORD_LIST (list), rebukes, bodies, blank);
  row = g_object_ref_sink (sarap_record_row_new (rebukes->pdata[1], bodies, TRUE));
  g_assert_true (sarap_record_row_get_record (row) == rebukes->pdata[1]);
  g_object_unref (row);
  g_object_unref (list);
  g_object_unref (form);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_language_set ("en");
  sarap_test_host_init_widgets ();
  sarap_migration_add ("9999-made-up", table);
  sarap_record_types_add (&rebuke_type);
  sarap_record_screen_add (&rebuke_screen);
  sarap_test_add ("/new-type/exchanged", test_exchanged);
  sarap_test_add ("/new-type/saved", test_saved);
  sarap_test_add ("/new-type/backed-up", test_backed_up);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "/new-type/rights", test_rights);
  sarap_test_add ("/new-type/shown", test_shown);
  return g_test_run ();
}

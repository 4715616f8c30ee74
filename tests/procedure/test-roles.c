/* Steps on a server by those whose work they are, each by their own login; and by those whose not
 */
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-account.h"
#include "records/sarap-lookup.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"

#define IIN "680111310338"
#define TODAY sarap_date_new (2026, 11, 29)

static const struct
{
  const char *person, *body, *iin;
  SarapAccountRoles role;
} people[] = {
  { "hr_almaty", "ALM", NULL, SARAP_ACCOUNT_HR },
  { "hr_astana", "AST", NULL, SARAP_ACCOUNT_HR },
  { "head", "ALM", NULL, SARAP_ACCOUNT_HEAD },
  { "supervisor", "ALM", IIN, SARAP_ACCOUNT_SUPERVISOR },
  { "officer", "ALM", IIN, SARAP_ACCOUNT_OFFICER },
  { "member", "ALM", NULL, SARAP_ACCOUNT_MEMBER },
  { "auditor", NULL, NULL, SARAP_ACCOUNT_AUDITOR },
};

static SarapRecord *
make (const SarapRecordType *type, const char *const *values)
{
  SarapRecord *record = sarap_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  return record;
}

static void
keep (SarapDatabase *db, SarapRecord *record)
{
  g_autoptr (GError) error = NULL;

  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
}

static SarapRecord *
new_officer (void)
{
  return make (&sarap_officer_type, (const char *[]){ IIN, "Нұрғалиев", "Бауыржан", NULL,
                                                      "1968-01-11", "m", NULL, NULL, NULL });
}

static SarapRecord *
new_service (const char *body, const char *unit, SarapDate start)
{
  char day[SARAP_DATE_TEXT];

  return make (&sarap_service_type,
               (const char *[]){ IIN, "customs", NULL, body, unit, "Инспектор", "Инспектор",
                                 "official", "2", sarap_date_to_text (start, day), NULL, NULL,
                                 NULL });
}

/* As the server has it */
static SarapDate
today (SarapDatabase *db)
{
  g_autofree char *text = sarap_test_text (db, "SELECT current_date::text");
  SarapDate date = SARAP_DATE_NONE;

  g_assert_true (sarap_date_parse (text, -1, &date));
  return date;
}

static void
keep_place (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (SarapRecord) record = make (type, values);

  keep (db, record);
}

static void
make_service (SarapDatabase *db)
{
  keep_place (db, &sarap_body_type, (const char *[]){ "KBA", "central", "Агенттік", "Агентство" });
  keep_place (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алматы" });
  keep_place (db, &sarap_body_type, (const char *[]){ "AST", "territorial", "Астана", "Астана" });
  keep_place (db, &sarap_unit_type, (const char *[]){ "ALM", "01", "post", "Бекет", "Пост" });
}

static gboolean
sees (SarapDatabase *db)
{
  return sarap_lookup_officer (db, IIN, NULL) != 0;
}

static void
make_people (SarapDatabase *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *login = sarap_test_login (people[i].person);
      g_autoptr (GError) error = NULL;

      /* whom nobody entered yet has no account */
      if (people[i].iin && !sees (db))
        continue;
      sarap_account_add (db, login, SARAP_TEST_PASSWORD, people[i].role,
                         people[i].body ? sarap_lookup_body (db, people[i].body, NULL) : 0,
                         people[i].iin ? sarap_lookup_officer (db, people[i].iin, NULL) : 0,
                         &error);
      g_assert_no_error (error);
    }
}

static void
remove_people (SarapDatabase *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *login = sarap_test_login (people[i].person);
      g_autofree char *sql = g_strdup_printf ("DROP ROLE IF EXISTS %s", login);

      sarap_test_run (db, sql);
    }
}

/* From the first word to the last, nothing of it stands in the HR service's way */
static void
test_hr (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = new_officer (), service = NULL, deferral = NULL;
  g_autoptr (SarapDatabase) hr = NULL;
  g_autoptr (GError) error = NULL;
  gint64 lines;

  make_service (test->db);
  make_people (test->db);
  hr = sarap_test_sign_in (test, "hr_almaty");
  keep (hr, officer);
  make_people (test->db);
  lines = sarap_test_integer (test->db, "SELECT max (seq) FROM audit");
  service = new_service ("ALM", "01", sarap_date_new (2020, 1, 1));
  keep (hr, service);
  sarap_record_set (service, "order_no", "12-ж/қ");
  keep (hr, service);
  deferral =
      make (&sarap_deferral_type, (const char *[]){ IIN, "absence", "2024-01-01", NULL, NULL });
  keep (hr, deferral);
  g_assert_true (sarap_record_remove (hr, deferral, NULL, &error));
  g_assert_no_error (error);
  sarap_record_set_identity (deferral, 0, 0);
  keep (hr, deferral);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (seq) FROM audit"), ==, lines + 5);
  /* the two accounts that name the officer are the administrator's */
  sarap_test_run (test->db, "UPDATE account SET officer_id = NULL WHERE officer_id IS NOT NULL");
  g_assert_true (sarap_officer_file_remove (hr, officer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (seq) FROM audit"), ==, lines + 10);
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&hr, sarap_database_close);
  remove_people (test->db);
}

/* Also a file that somebody else entered, as long as it is their body's: though without its service
   records it is nobody's */
static void
test_removed (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = new_officer (), service = NULL, earlier = NULL;
  g_autoptr (SarapDatabase) almaty = NULL, astana = NULL;
  g_autoptr (GError) error = NULL, other = NULL;

  make_service (test->db);
  make_people (test->db);
  keep (test->db, officer);
  earlier = new_service ("AST", NULL, sarap_date_new (2015, 1, 1));
  sarap_record_set (earlier, "end", "2019-12-31");
  keep (test->db, earlier);
  service = new_service ("ALM", "01", sarap_date_new (2020, 1, 1));
  keep (test->db, service);
  almaty = sarap_test_sign_in (test, "hr_almaty");
  astana = sarap_test_sign_in (test, "hr_astana");
  g_assert_false (sarap_officer_file_remove (astana, officer, NULL, &other));
  g_assert_nonnull (other);
  g_assert_true (sarap_officer_file_remove (almaty, officer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM officer"), ==, 0);
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&almaty, sarap_database_close);
  g_clear_pointer (&astana, sarap_database_close);
  remove_people (test->db);
}

/* Whoever lets an officer go to another body says so in their file, and from that day on it is the
   other's */
static void
test_handed_over (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = new_officer (), first = NULL, second = NULL, third = NULL;
  g_autoptr (SarapDatabase) almaty = NULL, astana = NULL;
  SarapDate day = today (test->db);
  char text[SARAP_DATE_TEXT];

  make_service (test->db);
  make_people (test->db);
  almaty = sarap_test_sign_in (test, "hr_almaty");
  astana = sarap_test_sign_in (test, "hr_astana");
  keep (almaty, officer);
  first = new_service ("ALM", "01", sarap_date_new (2020, 1, 1));
  keep (almaty, first);
  g_assert_true (sees (almaty) && !sees (astana));
  /* some day: still here, and known there already */
  second = new_service ("AST", NULL, day + 40);
  keep (almaty, second);
  g_assert_true (sees (almaty) && sees (astana));
  /* today, as it turns out */
  sarap_record_set (second, "order_no", "1");
  keep (almaty, second);
  sarap_record_set (first, "order_no", "2");
  keep (astana, first);
  sarap_record_set (second, "start", sarap_date_to_text (day, text));
  keep (almaty, second);
  g_assert_true (!sees (almaty) && sees (astana));
  /* and back, as if by a record that was forgotten */
  third = new_service ("ALM", NULL, day + 9);
  keep (astana, third);
  g_assert_true (sees (almaty) && sees (astana));
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&almaty, sarap_database_close);
  g_clear_pointer (&astana, sarap_database_close);
  remove_people (test->db);
}

/* A career is entered from its beginning, which may have been elsewhere: the file stays with
   whoever enters it until it says who serves where */
static void
test_entered (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = new_officer (), earlier = NULL, now = NULL;
  g_autoptr (SarapDatabase) almaty = NULL, astana = NULL;
  g_autoptr (GError) error = NULL;

  make_service (test->db);
  make_people (test->db);
  almaty = sarap_test_sign_in (test, "hr_almaty");
  astana = sarap_test_sign_in (test, "hr_astana");
  keep (almaty, officer);
  earlier = new_service ("AST", NULL, sarap_date_new (2015, 1, 1));
  sarap_record_set (earlier, "end", "2019-12-31");
  keep (almaty, earlier);
  g_assert_true (sees (almaty) && sees (astana));
  g_assert_true (sarap_record_remove (almaty, earlier, NULL, &error));
  g_assert_no_error (error);
  sarap_record_set_identity (earlier, 0, 0);
  keep (almaty, earlier);
  now = new_service ("ALM", NULL, sarap_date_new (2020, 1, 1));
  keep (almaty, now);
  g_assert_true (sees (almaty) && !sees (astana));
  /* nor does it stay longer */
  sarap_record_set (now, "body", "AST");
  keep (almaty, now);
  g_assert_true (!sees (almaty) && sees (astana));
  g_clear_pointer (&almaty, sarap_database_close);
  g_clear_pointer (&astana, sarap_database_close);
  remove_people (test->db);
}

static void
write_one (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (SarapRecordBatch) batch = sarap_record_batch_new (type);
  g_autoptr (GError) error = NULL;

  sarap_record_batch_add (batch, values);
  sarap_record_batch_write (batch, db, &error);
  g_assert_no_error (error);
}

static gboolean
import_career (SarapDatabase *db, gpointer data, GError **error)
{
  write_one (
      db, &sarap_officer_type,
      (const char *[]){ IIN, "Нұрғалиев", "Бауыржан", NULL, "1968-01-11", "m", NULL, NULL, NULL });
  write_one (db, &sarap_service_type,
             (const char *[]){ IIN, "customs", NULL, "AST", NULL, "И", "И", "official", "2",
                               "2015-01-01", "2019-12-31", NULL, NULL });
  write_one (db, &sarap_service_type,
             (const char *[]){ IIN, "customs", NULL, "ALM", NULL, "И", "И", "official", "2",
                               "2020-01-01", NULL, NULL, NULL });
  return sarap_database_end_bulk (db, "import", "{}", error);
}

/* An import writes a career in pieces, in whatever order they come */
static void
test_imported (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) almaty = NULL;
  g_autoptr (GError) error = NULL;

  make_service (test->db);
  make_people (test->db);
  almaty = sarap_test_sign_in (test, "hr_almaty");
  sarap_database_transact_bulk (almaty, "import", import_career, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sees (almaty));
  sarap_test_assert_sound (test->db);
  g_clear_pointer (&almaty, sarap_database_close);
  remove_people (test->db);
}

/* The others may look, some of them, and change nothing */
static void
test_others (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = new_officer (), service = NULL;
  gint64 lines;

  make_service (test->db);
  keep (test->db, officer);
  service = new_service ("ALM", "01", sarap_date_new (2020, 1, 1));
  keep (test->db, service);
  make_people (test->db);
  lines = sarap_test_integer (test->db, "SELECT max (seq) FROM audit");
  for (guint i = 2; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (SarapDatabase) db = sarap_test_sign_in (test, people[i].person);
      g_autoptr (SarapRecord) changed = sarap_record_copy (service);
      g_autoptr (GError) error = NULL, other = NULL;

      g_test_message ("%s", people[i].person);
      g_assert_cmpint (sees (db), ==, people[i].role != SARAP_ACCOUNT_MEMBER);
      sarap_record_set (changed, "order_no", "9");
      g_assert_false (sarap_record_save (db, changed, TODAY, NULL, NULL, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
      g_assert_false (sarap_officer_file_remove (db, officer, NULL, &other));
      g_assert_error (other, SARAP_STORE_ERROR, SARAP_STORE_ERROR_DENIED);
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (seq) FROM audit"), ==, lines);
  remove_people (test->db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/hr", test_hr);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/removed", test_removed);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/handed-over", test_handed_over);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/entered", test_entered);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/imported", test_imported);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "roles/others", test_others);
  return g_test_run ();
}

#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-record-save.h"
#include "records/sarap-history.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"

#include <string.h>

#define IIN "680111310338"
#define TODAY sarap_date_new (2026, 11, 29)

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
  gboolean kept = sarap_record_save (db, record, TODAY, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (kept);
}

static SarapRecord *
add (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  SarapRecord *record = make (type, values);

  keep (db, record);
  return record;
}

static SarapRecord *
add_body (SarapDatabase *db)
{
  return add (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алматы" });
}

static SarapRecord *
add_officer (SarapDatabase *db)
{
  return add (
      db, &sarap_officer_type,
      (const char *[]){ IIN, "Нұрғалиев", "Бауыржан", NULL, "1968-01-11", "m", NULL, NULL, NULL });
}

static SarapRecord *
new_service (const char *start)
{
  return make (&sarap_service_type,
               (const char *[]){ IIN, "customs", NULL, "ALM", NULL, "Инспектор", "Инспектор",
                                 "official", "2", start, NULL, "12-ж/қ", NULL });
}

static SarapRecord *
load (SarapDatabase *db, SarapRecord *record)
{
  g_autoptr (GError) error = NULL;

  return sarap_record_load (db, sarap_record_get_record_type (record), sarap_record_get_id (record),
                            sarap_record_get_officer_id (record), &error);
}

static gint64
n_lines (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT count (*) FROM audit");
}

static char *
newest_line (SarapDatabase *db)
{
  return sarap_test_text (
      db, "SELECT action || ' ' || record || ' ' || detail FROM audit ORDER BY seq DESC LIMIT 1");
}

/* Each change is one record, one new version and one line that says what it changed */
static void
test_add_change_remove (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) service = new_service ("2020-01-01");
  g_autoptr (SarapRecord) there = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL, *changed = NULL, *removed = NULL;

  keep (test->db, service);
  g_assert_cmpint (sarap_record_get_version (service), ==, 1);
  added = newest_line (test->db);
  g_assert_true (g_str_has_prefix (added, "add service {"));
  g_assert_nonnull (strstr (added, "\"start\":[null,\"2020-01-01\"]"));

  sarap_record_set (service, "end", "2026-05-31");
  keep (test->db, service);
  g_assert_cmpint (sarap_record_get_version (service), ==, 2);
  changed = newest_line (test->db);
  g_assert_true (
      g_str_has_prefix (changed, "change service {\"end\":[null,\"2026-05-31\"],\"#\":["));
  there = load (test->db, service);
  g_assert_cmpstr (sarap_record_get (there, "end"), ==, "2026-05-31");

  g_assert_true (sarap_record_remove (test->db, service, NULL, &error));
  g_assert_no_error (error);
  removed = newest_line (test->db);
  g_assert_true (g_str_has_prefix (removed, "remove service {"));
  g_assert_nonnull (strstr (removed, "\"end\":[\"2026-05-31\",null]"));
  g_assert_null (load (test->db, service));

  history = sarap_history_of_officer (test->db, sarap_record_get_id (officer), 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 4);
  sarap_test_assert_sound (test->db);
}

/* The commission of each line of the history about a member, the newest first */
static char *
list_commissions (SarapDatabase *db, gint64 officer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = sarap_history_of_officer (db, officer_id, 0, 10, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      const SarapHistoryLine *line = history->pdata[i];

      if (g_str_equal (line->record, "commission_member"))
        g_string_append_printf (text, "%s %s\n", line->action,
                                line->commission != NULL ? line->commission : "-");
    }
  return g_string_free (text, FALSE);
}

/* A line that changes a member has only what was changed: the history knows of which commission,
   once the member is gone too; the other lines name it themselves */
static void
test_commission_of_member (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) commission =
      add (test->db, &sarap_commission_type,
           (const char *[]){ "ALM", "2", "14-ж/қ", "2020-01-10", NULL });
  g_autoptr (SarapRecord) member =
      add (test->db, &sarap_commission_member_type,
           (const char *[]){ "ALM", "2", IIN, "member", "2020-01-10", NULL, NULL });
  gint64 id = sarap_record_get_id (officer);
  g_autofree char *there = NULL, *gone = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_set (member, "role", "chair");
  keep (test->db, member);
  there = list_commissions (test->db, id);
  g_assert_cmpstr (there, ==, "change ALM/2\nadd -\n");
  g_assert_true (sarap_record_remove (test->db, member, NULL, &error));
  g_assert_no_error (error);
  gone = list_commissions (test->db, id);
  g_assert_cmpstr (gone, ==, "remove -\nchange ALM/2\nadd -\n");
}

/* Saved as it was, it is no change: no line, no new version, and saving goes on from there */
static void
test_unchanged (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) service = new_service ("2020-01-01");
  g_autoptr (SarapRecord) there = NULL;
  gint64 lines;

  keep (test->db, service);
  lines = n_lines (test->db);
  for (guint i = 0; i < 2; i++)
    {
      keep (test->db, service);
      keep (test->db, officer);
      keep (test->db, body);
    }
  g_assert_cmpint (n_lines (test->db), ==, lines);
  there = load (test->db, service);
  g_assert_cmpint (sarap_record_get_version (there), ==, 1);
  g_assert_cmpint (sarap_record_get_version (service), ==, 1);
  sarap_record_set (service, "end", "2026-05-31");
  keep (test->db, service);
  g_assert_cmpint (sarap_record_get_version (service), ==, 2);
  g_assert_cmpint (n_lines (test->db), ==, lines + 1);
  sarap_test_assert_sound (test->db);
}

/* However a text is entered, it is kept composed, trimmed, and without what cannot be seen */
static void
test_clean (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) officer = make (
      &sarap_officer_type, (const char *[]){ "'680111\xC2\xA0"
                                             "310338",
                                             "Нұрғалиев\xC2\xA0",
                                             "Баи\xCC\x86"
                                             "бол",
                                             "\xE2\x80\x8B", "1968-01-11", "m", NULL, NULL, NULL });
  g_autoptr (SarapRecord) there = NULL;
  gint64 lines;

  keep (test->db, officer);
  there = load (test->db, officer);
  g_assert_cmpstr (sarap_record_get (there, "iin"), ==, "680111310338");
  g_assert_cmpstr (sarap_record_get (there, "surname"), ==, "Нұрғалиев");
  g_assert_cmpstr (sarap_record_get (there, "given_name"), ==, "Байбол");
  g_assert_null (sarap_record_get (there, "patronymic"));

  lines = n_lines (test->db);
  sarap_record_set (there, "surname", "Нұрғалиев ");
  keep (test->db, there);
  g_assert_cmpint (n_lines (test->db), ==, lines);
  sarap_test_assert_sound (test->db);
}

/* What undo does: the change back is a change of its own, on top of the chain */
static void
test_undo (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) before = new_service ("2020-01-01");
  g_autoptr (SarapRecord) after = NULL, back = NULL, again = NULL, there = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL, *readded = NULL;

  keep (test->db, before);
  after = sarap_record_copy (before);
  sarap_record_set (after, "end", "2026-05-31");
  keep (test->db, after);

  back = sarap_record_copy (before);
  sarap_record_set_identity (back, sarap_record_get_id (after), sarap_record_get_version (after));
  keep (test->db, back);
  line = newest_line (test->db);
  g_assert_true (g_str_has_prefix (line, "change service {\"end\":[\"2026-05-31\",null],\"#\":["));

  g_assert_true (sarap_record_remove (test->db, back, NULL, &error));
  again = sarap_record_copy (back);
  sarap_record_set_identity (again, 0, 0);
  keep (test->db, again);
  readded = newest_line (test->db);
  g_assert_true (g_str_has_prefix (readded, "add service {"));
  there = load (test->db, again);
  g_assert_cmpstr (sarap_record_get (there, "order_no"), ==, "12-ж/қ");
  sarap_test_assert_sound (test->db);
}

/* Two people have the same record open: the second is told, sees theirs, and may save over it */
static void
test_conflict (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) mine = new_service ("2020-01-01");
  g_auto (SarapSaveAnswer) answer = { NULL };
  g_autoptr (SarapRecord) other = NULL, there = NULL;
  SarapRecord *theirs;
  g_autoptr (SarapDatabase) second = sarap_test_connect (test);
  g_autoptr (GError) error = NULL;
  gint64 lines;

  keep (test->db, mine);
  other = load (second, mine);
  sarap_record_set (other, "end", "2026-05-31");
  keep (second, other);
  lines = n_lines (test->db);

  sarap_record_set (mine, "order_no", "13-ж/қ");
  g_assert_false (sarap_record_save (test->db, mine, TODAY, NULL, &answer, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  theirs = answer.theirs;
  g_assert_nonnull (theirs);
  g_assert_null (answer.warnings);
  g_assert_cmpstr (sarap_record_get (theirs, "end"), ==, "2026-05-31");
  g_assert_cmpstr (sarap_record_get (theirs, "order_no"), ==, "12-ж/қ");
  /* mine is as it was typed, and nothing was written */
  g_assert_cmpstr (sarap_record_get (mine, "order_no"), ==, "13-ж/қ");
  g_assert_cmpint (sarap_record_get_version (mine), ==, 1);
  g_assert_cmpint (n_lines (test->db), ==, lines);

  sarap_record_set_identity (mine, sarap_record_get_id (theirs), sarap_record_get_version (theirs));
  keep (test->db, mine);
  there = load (second, mine);
  g_assert_cmpstr (sarap_record_get (there, "order_no"), ==, "13-ж/қ");
  g_assert_null (sarap_record_get (there, "end"));
  g_assert_cmpint (n_lines (test->db), ==, lines + 1);
  sarap_test_assert_sound (test->db);
}

static void
test_conflict_with_removal (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) mine = new_service ("2020-01-01");
  g_auto (SarapSaveAnswer) answer = { NULL };
  g_autoptr (SarapRecord) other = NULL, theirs = NULL;
  g_autoptr (SarapDatabase) second = sarap_test_connect (test);
  g_autoptr (GError) error = NULL;

  keep (test->db, mine);
  other = load (second, mine);
  g_assert_true (sarap_record_remove (second, other, NULL, &error));

  sarap_record_set (mine, "order_no", "13-ж/қ");
  g_assert_false (sarap_record_save (test->db, mine, TODAY, NULL, &answer, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_assert_null (answer.theirs);
  g_clear_error (&error);
  g_assert_false (sarap_record_remove (test->db, mine, &theirs, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);

  sarap_record_set_identity (mine, 0, 0);
  keep (test->db, mine);
  g_assert_cmpint (sarap_test_integer (second, "SELECT count (*) FROM service"), ==, 1);
}

static void
check_refused (SarapDatabase *db, SarapRecord *record, SarapSaveError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 lines = n_lines (db), id = sarap_record_get_id (record);

  g_assert_false (sarap_record_save (db, record, TODAY, NULL, NULL, &error));
  g_assert_error (error, SARAP_SAVE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (n_lines (db), ==, lines);
  g_assert_cmpint (sarap_record_get_id (record), ==, id);
}

static void
test_refused (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) twin = sarap_record_copy (officer);
  g_autoptr (SarapRecord) service = new_service ("2020-01-01");
  g_autoptr (SarapRecord) nowhere = new_service ("2021-01-01");
  g_autoptr (SarapRecord) central =
      make (&sarap_body_type, (const char *[]){ "KBA", "central", "Агенттік", "Агентство" });
  g_autoptr (SarapRecord) second =
      make (&sarap_body_type, (const char *[]){ "AST", "central", "Астана", "Астана" });
  g_autoptr (GError) error = NULL, other = NULL;

  sarap_record_set_identity (twin, 0, 0);
  check_refused (test->db, twin, SARAP_SAVE_ERROR_TAKEN, ": IIN.");
  sarap_record_set (twin, "birth_date", "1970-02-30");
  check_refused (test->db, twin, SARAP_SAVE_ERROR_FAULTS, "Date of birth");

  keep (test->db, service);
  sarap_record_set (service, "end", "2019-12-31");
  check_refused (test->db, service, SARAP_SAVE_ERROR_FAULTS, "before the first day");
  sarap_record_set (nowhere, "body", "AST");
  check_refused (test->db, nowhere, SARAP_SAVE_ERROR_ABSENT, "not there");
  sarap_record_set (nowhere, "body", "ALM");
  sarap_record_set (nowhere, "unit", "77");
  check_refused (test->db, nowhere, SARAP_SAVE_ERROR_ABSENT, "not there");
  sarap_record_set (nowhere, "unit", NULL);
  sarap_record_set (nowhere, "start", "2020-01-01");
  check_refused (test->db, nowhere, SARAP_SAVE_ERROR_TAKEN, ": IIN, Kind of employer, First day.");

  keep (test->db, central);
  check_refused (test->db, second, SARAP_SAVE_ERROR_TAKEN, "central");
  sarap_record_set (second, "kind", "territorial");
  sarap_record_set (second, "code", "ALM");
  check_refused (test->db, second, SARAP_SAVE_ERROR_TAKEN, ": Code.");

  g_assert_false (sarap_record_remove (test->db, body, NULL, &error));
  g_assert_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_IN_USE);
  /* somebody's records would go with them, unsaid */
  g_assert_false (sarap_record_remove (test->db, officer, NULL, &other));
  g_assert_error (other, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_IN_USE);
  sarap_test_assert_sound (test->db);
}

/* They change it while I remove it: I see what I would have removed */
static void
test_removal_of_changed (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) mine = new_service ("2020-01-01");
  g_autoptr (SarapRecord) other = NULL, theirs = NULL;
  g_autoptr (SarapDatabase) second = sarap_test_connect (test);
  g_autoptr (GError) error = NULL;

  keep (test->db, mine);
  other = load (second, mine);
  sarap_record_set (other, "end", "2026-05-31");
  keep (second, other);
  g_assert_false (sarap_record_remove (test->db, mine, &theirs, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (sarap_record_get (theirs, "end"), ==, "2026-05-31");
  g_assert_cmpint (sarap_test_integer (second, "SELECT count (*) FROM service"), ==, 1);
  g_assert_true (sarap_record_remove (test->db, theirs, NULL, NULL));
}

typedef struct
{
  SarapTestDatabase *test;
  guint kept;
} Race;

/* The same new record, over and over, at the same moment as the other */
static gpointer
keep_in_thread (gpointer data)
{
  Race *race = data;
  g_autoptr (SarapDatabase) db = sarap_test_connect (race->test);

  for (guint year = 2000; year < 2020; year++)
    {
      g_autofree char *start = g_strdup_printf ("%u-01-01", year);
      g_autoptr (SarapRecord) record = new_service (start);
      g_autoptr (GError) error = NULL;

      if (sarap_record_save (db, record, TODAY, NULL, NULL, &error))
        race->kept++;
      else
        g_assert_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_TAKEN);
    }
  return NULL;
}

/* Two people add the same record at once: one has done so, the other is told that it is there */
static void
test_added_twice (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  Race races[2] = { { .test = test }, { .test = test } };
  GThread *threads[2];

  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("keep", keep_in_thread, &races[i]);
  for (guint i = 0; i < 2; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (races[0].kept + races[1].kept, ==, 20);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 20);
  g_assert_cmpint (n_lines (test->db), ==, 22);
  sarap_test_assert_sound (test->db);
}

/* Plausible --------------------------------------------------------------------------------------
 */

static SarapRecord *
new_deferral (const char *kind, const char *start, const char *end)
{
  return make (&sarap_deferral_type, (const char *[]){ IIN, kind, start, end, NULL });
}

static SarapRecord *
new_attestation (const char *date, const char *outcome_date)
{
  return make (&sarap_attestation_type,
               (const char *[]){ IIN, "regular", date, "corresponds",
                                 outcome_date != NULL ? "approved" : NULL, outcome_date, NULL });
}

/* Tries to keep it with what was accepted; returns what has to be accepted, NULL when it is kept */
static GPtrArray *
ask (SarapDatabase *db, SarapRecord *record, const GPtrArray *accepted)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (SarapSaveAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 lines = n_lines (db);

  if (sarap_record_save (db, record, TODAY, accepted != NULL ? accepted : none, &answer, &error))
    {
      g_assert_no_error (error);
      g_assert_null (answer.warnings);
      return NULL;
    }
  g_assert_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_WARNINGS);
  g_assert_nonnull (answer.warnings);
  g_assert_cmpuint (answer.warnings->len, >, 0);
  /* nothing was written before somebody accepted it */
  g_assert_cmpint (n_lines (db), ==, lines);
  return g_steal_pointer (&answer.warnings);
}

static const SarapWarning *
only (GPtrArray *warnings)
{
  g_assert_nonnull (warnings);
  g_assert_cmpuint (warnings->len, ==, 1);
  return &((SarapFileWarning *) warnings->pdata[0])->warning;
}

/* A record that brings something implausible is written once a person has accepted just that */
static void
test_accepted (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) service = new_service ("2010-01-11");
  g_autoptr (SarapRecord) leave = new_deferral ("absence", "2026-03-02", "2026-03-31");
  g_autoptr (SarapRecord) second = new_deferral ("absence", "2026-03-20", "2026-04-10");
  g_autoptr (GPtrArray) warnings = NULL, again = NULL;
  g_autofree char *sentence = NULL;

  g_assert_null (ask (test->db, service, NULL));
  g_assert_null (ask (test->db, leave, NULL));
  warnings = ask (test->db, second, NULL);
  g_assert_cmpint (only (warnings)->kind, ==, SARAP_WARNING_DEFERRAL_OVERLAP);
  g_assert_cmpint (only (warnings)->number, ==, 12);
  g_assert_cmpint (((SarapFileWarning *) warnings->pdata[0])->record_id, ==, 0);
  g_assert_cmpint (((SarapFileWarning *) warnings->pdata[0])->other_id, ==,
                   sarap_record_get_id (leave));

  /* somebody else has changed the other one meanwhile: that was not accepted */
  sarap_record_set (leave, "end", "2026-04-05");
  keep (test->db, leave);
  again = ask (test->db, second, warnings);
  g_assert_cmpint (only (again)->number, ==, 17);
  g_assert_null (ask (test->db, second, again));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM deferral"), ==, 2);
}

/* What was there already is not asked about when something else is changed */
static void
test_not_asked_again (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) service = new_service ("2010-01-11");
  g_autoptr (SarapRecord) held = new_attestation ("2020-02-03", "2020-05-04");
  g_autoptr (GPtrArray) warnings = NULL, more = NULL;

  keep (test->db, service);
  /* nobody is asked: kept */
  keep (test->db, held);
  sarap_record_set (held, "order_no", "7-ж/қ");
  g_assert_null (ask (test->db, held, NULL));
  /* but a worse one is another one */
  sarap_record_set (held, "outcome_date", "2020-06-04");
  warnings = ask (test->db, held, NULL);
  g_assert_cmpint (only (warnings)->kind, ==, SARAP_WARNING_OUTCOME_LATE);
  /* a record may contradict one that stays as it is */
  sarap_record_set (service, "start", "2020-02-04");
  more = ask (test->db, service, NULL);
  g_assert_cmpint (only (more)->kind, ==, SARAP_WARNING_ATTESTED_OUT_OF_SERVICE);
  g_assert_cmpint (((SarapFileWarning *) more->pdata[0])->record_id, ==,
                   sarap_record_get_id (held));
  g_assert_null (ask (test->db, service, more));
}

/* app/rules/README.md 10: kept after a confirmation; and a corrected date of birth asks about the
 * records */
static void
test_officer_accepted (SarapTestDatabase *test)
{
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer =
      make (&sarap_officer_type, (const char *[]){ IIN, "Нұрғалиев", "Бауыржан", NULL, "1968-01-12",
                                                   "m", NULL, NULL, NULL });
  g_autoptr (SarapRecord) service = new_service ("1990-01-11");
  g_autoptr (GPtrArray) warnings = NULL, more = NULL;

  warnings = ask (test->db, officer, NULL);
  g_assert_cmpint (only (warnings)->kind, ==, SARAP_WARNING_IIN_BIRTH_DATE);
  g_assert_null (ask (test->db, officer, warnings));
  g_assert_null (ask (test->db, service, NULL));
  sarap_record_set (officer, "birth_date", "1978-01-12");
  more = ask (test->db, officer, NULL);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_cmpint (((SarapFileWarning *) more->pdata[0])->warning.kind, ==,
                   SARAP_WARNING_IIN_BIRTH_DATE);
  g_assert_cmpint (((SarapFileWarning *) more->pdata[1])->warning.kind, ==,
                   SARAP_WARNING_SERVICE_BEFORE_SIXTEEN);
}

/* What cannot be is refused, accepted or not, whoever asks or does not */
static void
test_not_yet (SarapTestDatabase *test)
{
  static const struct
  {
    const char *date, *outcome_date, *word;
  } lines[] = {
    { "2026-11-30", NULL, "2026-11-30" },
    { "2062-02-03", "2062-02-10", "2062-02-03" },
    { "2026-11-29", "2026-11-30", "2026-11-30" },
  };
  g_autoptr (SarapRecord) body = add_body (test->db);
  g_autoptr (SarapRecord) officer = add_officer (test->db);
  g_autoptr (SarapRecord) service = new_service ("2010-01-11");
  g_autoptr (SarapRecord) today = new_attestation ("2026-11-29", "2026-11-29");

  keep (test->db, service);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SarapRecord) held = new_attestation (lines[i].date, lines[i].outcome_date);
      g_autoptr (GError) error = NULL;

      g_assert_false (sarap_record_save (test->db, held, TODAY, NULL, NULL, &error));
      g_assert_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_FAULTS);
      g_assert_nonnull (strstr (error->message, lines[i].word));
      g_assert_nonnull (strstr (error->message, "2026-11-29"));
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM attestation"), ==, 0);
  g_assert_null (ask (test->db, today, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("keeping/add-change-remove", test_add_change_remove);
  sarap_test_add ("keeping/commission-of-member", test_commission_of_member);
  sarap_test_add ("keeping/unchanged", test_unchanged);
  sarap_test_add ("keeping/clean", test_clean);
  sarap_test_add ("keeping/undo", test_undo);
  sarap_test_add ("keeping/conflict", test_conflict);
  sarap_test_add ("keeping/conflict-with-removal", test_conflict_with_removal);
  sarap_test_add ("keeping/removal-of-changed", test_removal_of_changed);
  sarap_test_add ("keeping/added-twice", test_added_twice);
  sarap_test_add ("keeping/refused", test_refused);
  sarap_test_add ("keeping/accepted", test_accepted);
  sarap_test_add ("keeping/not-asked-again", test_not_asked_again);
  sarap_test_add ("keeping/officer-accepted", test_officer_accepted);
  sarap_test_add ("keeping/not-yet", test_not_yet);
  return g_test_run ();
}

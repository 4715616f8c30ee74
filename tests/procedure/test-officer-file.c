#include "base/sarap-language.h"
#include "procedure/sarap-explanation.h"
#include "procedure/sarap-officer-file.h"
#include "procedure/sarap-record-save.h"
#include "procedure/sarap-sentences.h"
#include "records/sarap-history.h"
#include "sarap-test-database.h"

#include <string.h>

#define IIN "680111310338"
#define TODAY sarap_date_new (2026, 11, 22)

static SarapRecord *
add (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (GError) error = NULL;
  SarapRecord *record = sarap_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

/* The officer of the picture: the Ministry of Finance, then customs 41 days after it */
static gint64
add_career (SarapDatabase *db)
{
  g_autoptr (SarapRecord) body =
      add (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алматы (ru)" });
  g_autoptr (SarapRecord) unit =
      add (db, &sarap_unit_type, (const char *[]){ "ALM", "01", "post", "«Достық»", "«Достык»" });
  g_autoptr (SarapRecord) officer = add (db, &sarap_officer_type,
                                         (const char *[]){ IIN, "Өтегенов", "Қанат", "Ерғалиұлы",
                                                           "1968-01-11", "m", NULL, NULL, NULL });
  g_autoptr (SarapRecord) customs =
      add (db, &sarap_service_type,
           (const char *[]){ IIN, "customs", NULL, "ALM", "01", "Инспектор", "Инспектор (ru)",
                             "official", "2", "2013-07-25", NULL, NULL, NULL });
  g_autoptr (SarapRecord) ministry =
      add (db, &sarap_service_type,
           (const char *[]){ IIN, "state", "Қаржы министрлігі", NULL, NULL, NULL, NULL, NULL, NULL,
                             "2011-06-14", "2013-06-13", NULL, NULL });
  g_autoptr (SarapRecord) deferral =
      add (db, &sarap_deferral_type,
           (const char *[]){ IIN, "absence", "2023-01-01", "2023-02-01", NULL });

  return sarap_record_get_id (officer);
}

static SarapOfficerFile *
load (SarapDatabase *db, gint64 officer_id)
{
  g_autoptr (GError) error = NULL;
  SarapOfficerFile *file = sarap_officer_file_load (db, officer_id, TODAY, 10, &error);

  g_assert_no_error (error);
  return file;
}

static char *
find_sentence (SarapOfficerFile *file, SarapReasonKind kind)
{
  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);

      if (reason->kind == kind)
        return sarap_officer_file_format_reason (file, reason);
    }
  return NULL;
}

static void
test_loaded (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autofree char *name = sarap_officer_file_name_officer (file->officer);
  g_autofree char *place =
      sarap_officer_file_name_body (file->bodies, g_ptr_array_index (file->service, 0));
  g_autofree char *joined = find_sentence (file, SARAP_REASON_SERVICE_JOINED);
  g_autofree char *commission = find_sentence (file, SARAP_REASON_BODY_COMMISSION);

  g_assert_cmpstr (name, ==, "Өтегенов Қанат Ерғалиұлы");
  g_assert_cmpuint (file->service->len, ==, 2);
  g_assert_cmpuint (file->deferrals->len, ==, 1);
  g_assert_cmpuint (file->history->len, ==, 4);
  /* what began last stands first, and the rules count in that order */
  g_assert_cmpint (file->standing.current, ==, 0);
  g_assert_cmpstr (place, ==, "«Достық» · Алматы");
  g_assert_cmpint (file->standing.continuous_since, ==, sarap_date_new (2011, 6, 14));
  g_assert_cmpint (file->standing.status, ==, SARAP_STATUS_OVERDUE);
  g_assert_cmpint (file->total.years, ==, 15);
  g_assert_cmpint (file->customs.years, ==, 13);
  g_assert_cmpstr (joined, ==,
                   "Қаржы министрлігі: the service there since 14.06.2011 counts too; the break "
                   "after it, to 25.07.2013, was 41 days, not more than three months, and no "
                   "employment elsewhere is on record for it.");
  g_assert_cmpstr (commission, ==, "A commission of the officer’s own body attests: Алматы.");
}

/* What is copied can stand in a letter: whose it is, of which day and under which act, the
   paragraphs in words, and which of them say it and which the program reads so */
static void
test_explanation (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapRecord) held =
      add (test->db, &sarap_attestation_type,
           (const char *[]){ IIN, "regular", "2023-07-01", "not-corresponds", "approved",
                             "2023-07-20", "17-ж/қ" });
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autofree char *text = NULL;

  sarap_officer_file_stand (file, sarap_date_new (2024, 3, 1));
  text = sarap_explanation_format (file);
  g_assert_cmpstr (
      text, ==,
      "Өтегенов Қанат Ерғалиұлы, IIN " IIN "\n"
      "As of 01.03.2024\n"
      "Cited below: Instruction on the attestation of officers of the customs bodies of the "
      "Republic of Kazakhstan, approved by order No. 394 of the Chairman of the Agency of Customs "
      "Control of the Republic of Kazakhstan of 20 August 2003 (repealed by order No. 91 of 23 "
      "February 2004).\n\n"
      "Conclusion\n"
      "Paragraph 43: On 01.03.2024 the approved result is negative: it is a ground to end the "
      "service in the customs bodies. The head decides; the HR service prepares the papers.\n\n"
      "Grounds\n"
      "Paragraph 5: The position “Инспектор” has been held since 25.07.2013.\n"
      "Paragraph 6: Қаржы министрлігі: the service there since 14.06.2011 counts too; the break "
      "after it, to 25.07.2013, was 41 days, not more than three months, and no employment "
      "elsewhere is on record for it.\n"
      "Paragraph 6: Continuous service counts from 14.06.2011.\n"
      "Paragraph 5*: The last regular attestation was held on 01.07.2023; it counts for every term "
      "that began up to that day, that day included.\n"
      "Paragraph 5: A term begins every three years. The one that counts here begins on "
      "14.06.2026, 15 years after the continuous service began on 14.06.2011.\n"
      "Paragraph 33: The attestation of 01.07.2023 decided: does not correspond to the position "
      "held. That is a negative result.\n"
      "Paragraph 39: The decision of 01.07.2023 was approved by order No. 17-ж/қ of 20.07.2023.\n"
      "Paragraph 43*: It was held in the present position, and no new attestation is held before "
      "the next term, 14.06.2026.\n"
      "Paragraph 8: A commission of the officer’s own body attests: Алматы.\n\n"
      "* The Instruction does not say this expressly; it is the program’s reading.\n");
}

static SarapRecord *
find_record (SarapOfficerFile *file, SarapReasonKind kind)
{
  for (guint i = 0; i < file->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (file->reasons, SarapReason, i);

      if (reason->kind == kind)
        return sarap_officer_file_find_record (file, reason);
    }
  g_assert_not_reached ();
}

/* A step leads to the record it speaks of */
static void
test_record_of_a_step (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapRecord) held =
      add (test->db, &sarap_attestation_type,
           (const char *[]){ IIN, "regular", "2023-07-01", "corresponds", NULL, NULL, NULL });
  g_autoptr (SarapRecord) leave =
      add (test->db, &sarap_deferral_type,
           (const char *[]){ IIN, "absence", "2026-06-01", "2026-07-01", NULL });
  g_autoptr (SarapOfficerFile) file = load (test->db, id);

  g_assert_cmpstr (sarap_record_get (find_record (file, SARAP_REASON_SERVICE_JOINED), "employer"),
                   ==, "Қаржы министрлігі");
  g_assert_cmpstr (
      sarap_record_get (find_record (file, SARAP_REASON_POSITION_SINCE), "position_kk"), ==,
      "Инспектор");
  g_assert_cmpint (sarap_record_get_id (find_record (file, SARAP_REASON_LAST_REGULAR)), ==,
                   sarap_record_get_id (held));
  g_assert_cmpint (sarap_record_get_id (find_record (file, SARAP_REASON_WINDOW_DEFERRED)), ==,
                   sarap_record_get_id (leave));
  g_assert_null (find_record (file, SARAP_REASON_TERM));
  g_assert_null (find_record (file, SARAP_REASON_STATUS));
}

/* In a sentence a place is named without the dot of the screens */
static void
test_place_in_a_sentence (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapRecord) post =
      add (test->db, &sarap_service_type,
           (const char *[]){ IIN, "customs", NULL, "ALM", "01", "Аға инспектор", "Инспектор (ru)",
                             "official", "3", "2020-01-01", NULL, "114-ж/қ", NULL });
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autofree char *joined = find_sentence (file, SARAP_REASON_SERVICE_JOINED);
  g_autofree char *position = find_sentence (file, SARAP_REASON_POSITION_SINCE);

  g_assert_cmpstr (joined, ==,
                   "«Достық» (Алматы): the service there since 25.07.2013 counts too; it went on "
                   "without a break to 01.01.2020.");
  g_assert_cmpstr (position, ==,
                   "The position “Аға инспектор” has been held since 01.01.2020 (order No. "
                   "114-ж/қ).");
}

/* A man is not among §3's women: his leave is an absence for a valid reason, in each sentence */
static void
test_leave_of_a_man (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapRecord) leave =
      add (test->db, &sarap_deferral_type,
           (const char *[]){ IIN, "childcare", "2026-06-01", "2027-05-31", NULL });
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autofree char *text = sarap_explanation_format (file);
  g_autofree char *until = sarap_format_deferred (&file->career, &file->standing, TODAY);

  g_assert_cmpint (file->standing.status, ==, SARAP_STATUS_DEFERRED);
  g_assert_nonnull (strstr (text, "Paragraph 31*: On 22.11.2026 the attestation is deferred "
                                  "(absence for a valid reason) up to 31.05.2027"));
  g_assert_null (strstr (text, "childcare"));
  g_assert_null (strstr (text, "Paragraph 3:"));
  g_assert_true (g_str_has_prefix (until, "Absence for a valid reason · last day 31.05.2027"));
}

/* The Russian name of an employer stands in Russian sentences; without it the Kazakh one does */
static void
test_employer_in_russian (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  SarapRecord *ministry = g_ptr_array_index (file->service, 1);
  g_autoptr (SarapOfficerFile) named = NULL;
  g_autofree char *without = NULL, *russian = NULL, *kazakh = NULL;
  g_autoptr (GError) error = NULL;

  sarap_language_set ("ru");
  without = find_sentence (file, SARAP_REASON_SERVICE_JOINED);
  sarap_record_set (ministry, "employer_ru", "Министерство финансов");
  sarap_record_save (test->db, ministry, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  named = load (test->db, id);
  russian = find_sentence (named, SARAP_REASON_SERVICE_JOINED);
  g_assert_cmpstr (sarap_officer_file_name_position (g_ptr_array_index (named->service, 1)), ==,
                   "Министерство финансов");
  sarap_language_set ("kk");
  kazakh = find_sentence (named, SARAP_REASON_SERVICE_JOINED);
  sarap_language_set ("en");
  g_assert_nonnull (strstr (without, "Қаржы министрлігі"));
  g_assert_nonnull (strstr (russian, "Министерство финансов"));
  g_assert_null (strstr (russian, "Қаржы"));
  g_assert_nonnull (strstr (kazakh, "Қаржы министрлігі"));
}

static void
test_another_day (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapOfficerFile) file = load (test->db, id);

  sarap_officer_file_stand (file, sarap_date_new (2012, 1, 1));
  g_assert_cmpint (file->standing.status, ==, SARAP_STATUS_NOT_IN_SERVICE);
  sarap_officer_file_stand (file, sarap_date_new (2014, 7, 1));
  g_assert_cmpint (file->standing.status, ==, SARAP_STATUS_DUE);
}

static void
test_nobody (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sarap_officer_file_load (test->db, 4711, TODAY, 10, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
}

static gint64
n_removed (SarapDatabase *db)
{
  return sarap_test_integer (db, "SELECT count (*) FROM audit WHERE action = 'remove'");
}

/* Each record goes with a line of its own, so that the chain keeps what it held */
static void
test_removed (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_officer_file_remove (test->db, file->officer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM officer"), ==, 0);
  g_assert_cmpint (n_removed (test->db), ==, 4);
}

/* §41 */
static void
test_attested_stays (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapRecord) held =
      add (test->db, &sarap_attestation_type,
           (const char *[]){ IIN, "regular", "2023-07-01", "corresponds", NULL, NULL, NULL });
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_officer_file_remove (test->db, file->officer, NULL, &error));
  g_assert_error (error, SARAP_SAVE_ERROR, SARAP_SAVE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "§41"));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 2);
  g_assert_cmpint (n_removed (test->db), ==, 0);
}

/* Changed meanwhile: nothing at all is removed */
static void
test_removal_conflicts (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapOfficerFile) file = load (test->db, id);
  g_autoptr (SarapRecord) other = sarap_record_copy (file->officer);
  g_autoptr (SarapRecord) theirs = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_set (other, "given_name", "Қайрат");
  g_assert_true (sarap_record_save (test->db, other, TODAY, NULL, NULL, &error));
  g_assert_false (sarap_officer_file_remove (test->db, file->officer, &theirs, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (sarap_record_get (theirs, "given_name"), ==, "Қайрат");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 2);
  g_assert_cmpint (n_removed (test->db), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  sarap_test_add ("file/loaded", test_loaded);
  sarap_test_add ("file/explanation", test_explanation);
  sarap_test_add ("file/record-of-a-step", test_record_of_a_step);
  sarap_test_add ("file/place-in-a-sentence", test_place_in_a_sentence);
  sarap_test_add ("file/leave-of-a-man", test_leave_of_a_man);
  sarap_test_add ("file/employer-in-russian", test_employer_in_russian);
  sarap_test_add ("file/another-day", test_another_day);
  sarap_test_add ("file/nobody", test_nobody);
  sarap_test_add ("file/removed", test_removed);
  sarap_test_add ("file/attested-stays", test_attested_stays);
  sarap_test_add ("file/removal-conflicts", test_removal_conflicts);
  return g_test_run ();
}

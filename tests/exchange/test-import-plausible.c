/* What an import would bring into the files of officers that is implausible
   (app/rules/README.md 11) */
#include "exchange/sarap-import.h"
#include "sarap-folder.h"
#include "sarap-test-database.h"

#define TODAY sarap_date_new (2026, 11, 22)

static guint64
count_plausible (SarapImport *import)
{
  guint64 n = 0;

  for (guint kind = 0; kind < SARAP_WARNING_KINDS; kind++)
    n += sarap_import_get_n_plausible (import, kind);
  return n;
}

#define OFFICERS_HEADER "iin,surname,given_name,patronymic,birth_date,sex\n"
#define SERVICE_HEADER                                                                             \
  "iin,employer_kind,employer,body,unit,position_kk,position_ru,category,level,start,end,"         \
  "order_no\n"
#define DEFERRALS_HEADER "iin,kind,start,end,reason\n"
#define ATTESTATIONS_HEADER "iin,kind,date,decision,outcome,outcome_date,order_no\n"
#define HIM "680111310338"
#define SERVES HIM ",customs,,ALM,,Инспектор,Инспектор,official,2,"

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A folder of one officer who serves since 2010 */
static char *
new_small_folder (const char *service, const char *deferrals, const char *attestations)
{
  char *folder = g_dir_make_tmp ("sarap-small-XXXXXX", NULL);
  g_autofree char *all_service = g_strconcat (SERVICE_HEADER, service, NULL);
  g_autofree char *all_deferrals = g_strconcat (DEFERRALS_HEADER, deferrals, NULL);
  g_autofree char *all_attestations = g_strconcat (ATTESTATIONS_HEADER, attestations, NULL);

  write_file (folder, "bodies.csv", "code,kind,name_kk,name_ru\nALM,central,Алматы,Алматы\n");
  write_file (folder, "units.csv", "body,code,kind,name_kk,name_ru\n");
  write_file (folder, "officers.csv", OFFICERS_HEADER HIM ",Нұрғалиев,Бауыржан,,1968-01-11,m\n");
  write_file (folder, "service.csv", all_service);
  write_file (folder, "deferrals.csv", all_deferrals);
  write_file (folder, "attestations.csv", all_attestations);
  return folder;
}

/* "FILE:LINE: COLUMN" of each warning, or fault, a line each */
static char *
name_places (GPtrArray *faults)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const SarapImportFault *fault = faults->pdata[i];

      g_string_append_printf (places, "%s:%u: %s\n", fault->file, fault->line, fault->column);
    }
  return g_string_free (places, FALSE);
}

static SarapImport *
check_small (SarapDatabase *db,
             SarapDate today,
             const char *service,
             const char *deferrals,
             const char *attestations,
             gboolean apply)
{
  g_autofree char *folder = new_small_folder (service, deferrals, attestations);
  g_autoptr (GError) error = NULL;
  SarapImport *import = sarap_import_read (folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (apply)
    sarap_import_apply (import, db, today, NULL, NULL, NULL, &error);
  else
    sarap_import_check (import, db, today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sarap_folder_remove (folder);
  return import;
}

#define SINCE_2010 SERVES "2010-05-10,,\n"
#define LEAVE HIM ",absence,2026-03-02,2026-03-31,\n"
#define SECOND_LEAVE HIM ",absence,2026-03-20,2026-04-10,\n"

/* What the folder brings is told with its line, beside what the database has; what is there already
   is not told again */
static void
test_plausible (SarapTestDatabase *test)
{
  g_autoptr (SarapImport) first = check_small (test->db, TODAY, SINCE_2010, LEAVE, "", TRUE);
  g_autoptr (SarapImport) second = NULL, third = NULL, fourth = NULL;
  g_autofree char *places = NULL, *again = NULL, *mended = NULL;

  g_assert_cmpuint (sarap_import_get_n_warnings (first), ==, 0);
  second = check_small (test->db, TODAY, SINCE_2010, SECOND_LEAVE,
                        HIM ",regular,2026-03-25,corresponds,approved,2026-05-04,\n", FALSE);
  places = name_places (sarap_import_get_warnings (second));
  g_assert_cmpstr (places, ==,
                   "deferrals.csv:2: start\nattestations.csv:2: date\n"
                   "attestations.csv:2: outcome_date\n");
  g_assert_cmpuint (sarap_import_get_n_plausible (second, SARAP_WARNING_DEFERRAL_OVERLAP), ==, 1);
  g_assert_cmpuint (sarap_import_get_n_plausible (second, SARAP_WARNING_ATTESTED_WHILE_DEFERRED),
                    ==, 1);
  g_assert_cmpuint (sarap_import_get_n_plausible (second, SARAP_WARNING_OUTCOME_LATE), ==, 1);
  g_assert_cmpuint (count_plausible (second), ==, 3);

  /* all the same it is imported, and then it is there */
  third = check_small (test->db, TODAY, SINCE_2010, SECOND_LEAVE, "", TRUE);
  g_assert_cmpuint (sarap_import_get_n_warnings (third), ==, 1);
  sarap_import_check (third, test->db, TODAY, NULL, NULL, NULL, NULL);
  again = name_places (sarap_import_get_warnings (third));
  g_assert_cmpstr (again, ==, "");
  g_assert_cmpuint (sarap_import_get_n_warnings (third), ==, 0);

  /* a row that takes the place of a record counts instead of it */
  fourth = check_small (test->db, TODAY, SINCE_2010,
                        HIM ",absence,2026-03-02,2026-03-19,\n" SECOND_LEAVE, "", FALSE);
  mended = name_places (sarap_import_get_warnings (fourth));
  g_assert_cmpstr (mended, ==, "");
}

/* An attestation of a day after today is a fault, and nothing is written; an outcome may have been
   set down for its day */
static void
test_not_yet (SarapTestDatabase *test)
{
  const char *attestations = HIM ",regular,2026-11-22,corresponds,approved,2026-12-03,\n" HIM
                                 ",reattestation,2026-11-23,corresponds,,,\n";
  g_autofree char *folder = new_small_folder (SINCE_2010, "", attestations);
  g_autofree char *places = NULL, *hints = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) import = sarap_import_read (folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (sarap_import_apply (import, test->db, TODAY, NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FAULTS);
  places = name_places (sarap_import_get_faults (import));
  g_assert_cmpstr (places, ==, "attestations.csv:3: date\n");
  hints = name_places (sarap_import_get_warnings (import));
  g_assert_cmpstr (hints, ==, "attestations.csv:2: outcome_date\n");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM officer"), ==, 0);
  g_clear_error (&error);

  /* on the day itself it is held */
  g_assert_true (sarap_import_apply (import, test->db, TODAY + 1, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_import_get_n_faults (import), ==, 0);
  g_assert_cmpuint (sarap_import_get_n_plausible (import, SARAP_WARNING_REATTESTATION_NO_CAUSE), ==,
                    1);
  sarap_folder_remove (folder);
}

/* "BEFORE → AFTER, DEADLINE → DEADLINE, NAME" of each officer, a line each */
static char *
say_standings (SarapImport *import)
{
  GPtrArray *standings = sarap_import_get_standings (import);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standings->len; i++)
    {
      const SarapImportStanding *standing = standings->pdata[i];
      char was[SARAP_DATE_TEXT], will[SARAP_DATE_TEXT];

      g_string_append_printf (
          text, "%s → %s, %s → %s, %s %s\n", sarap_code_text (sarap_statuses, standing->before),
          sarap_code_text (sarap_statuses, standing->after),
          sarap_date_to_text (standing->deadline_before, was),
          sarap_date_to_text (standing->deadline_after, will), standing->iin, standing->officer);
    }
  return g_string_free (text, FALSE);
}

/* A18: whose answer of the day is another one with the folder, and only theirs */
static void
test_standings (SarapTestDatabase *test)
{
  static const char *const held = HIM ",regular,2025-06-02,corresponds,approved,2025-06-20,\n";
  g_autoptr (SarapImport) first = check_small (test->db, TODAY, SINCE_2010, "", "", TRUE);
  g_autoptr (SarapImport) same = NULL, attested = NULL, leaves = NULL, after = NULL;
  g_autofree char *none = say_standings (first);
  g_autofree char *nobody = NULL, *served = NULL, *gone = NULL, *written = NULL;

  g_assert_cmpstr (none, ==, "");
  same = check_small (test->db, TODAY, SINCE_2010, "", "", FALSE);
  nobody = say_standings (same);
  g_assert_cmpstr (nobody, ==, "");
  attested = check_small (test->db, TODAY, SINCE_2010, "", held, FALSE);
  served = say_standings (attested);
  g_assert_cmpstr (served, ==,
                   "overdue → upcoming, 2013-11-10 → 2028-11-10, " HIM " Нұрғалиев Бауыржан\n");
  leaves = check_small (test->db, TODAY, SERVES "2010-05-10,2026-01-31,\n", "", "", TRUE);
  gone = say_standings (leaves);
  g_assert_cmpstr (gone, ==,
                   "overdue → not-in-service, 2013-11-10 → , " HIM " Нұрғалиев Бауыржан\n");
  after = check_small (test->db, TODAY, SERVES "2010-05-10,2026-01-31,\n", "", "", FALSE);
  written = say_standings (after);
  g_assert_cmpstr (written, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("import-plausible/brought", test_plausible);
  sarap_test_add ("import-plausible/not-yet", test_not_yet);
  sarap_test_add ("import/standings", test_standings);
  return g_test_run ();
}

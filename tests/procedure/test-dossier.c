#include "procedure/sarap-dossier.h"
#include "procedure/sarap-keeping.h"
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
  sarap_record_keep (db, record, NULL, &error);
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
  g_autoptr (SarapRecord) officer =
      add (db, &sarap_officer_type,
           (const char *[]){ IIN, "Өтегенов", "Қанат", "Ерғалиұлы", "1968-01-11", "m" });
  g_autoptr (SarapRecord) customs =
      add (db, &sarap_service_type,
           (const char *[]){ IIN, "customs", NULL, "ALM", "01", "Инспектор", "Инспектор (ru)",
                             "official", "2", "2013-07-25", NULL, NULL });
  g_autoptr (SarapRecord) ministry =
      add (db, &sarap_service_type,
           (const char *[]){ IIN, "state", "Қаржы министрлігі", NULL, NULL, NULL, NULL, NULL, NULL,
                             "2011-06-14", "2013-06-13", NULL });
  g_autoptr (SarapRecord) deferral =
      add (db, &sarap_deferral_type,
           (const char *[]){ IIN, "absence", "2023-01-01", "2023-02-01", NULL });

  return sarap_record_get_id (officer);
}

static SarapDossier *
load (SarapDatabase *db, gint64 officer_id)
{
  g_autoptr (GError) error = NULL;
  SarapDossier *dossier = sarap_dossier_load (db, officer_id, TODAY, 10, &error);

  g_assert_no_error (error);
  return dossier;
}

static char *
find_sentence (SarapDossier *dossier, SarapReasonKind kind)
{
  for (guint i = 0; i < dossier->reasons->len; i++)
    {
      const SarapReason *reason = &g_array_index (dossier->reasons, SarapReason, i);

      if (reason->kind == kind)
        return sarap_dossier_say_reason (dossier, reason);
    }
  return NULL;
}

static void
test_loaded (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapDossier) dossier = load (test->db, id);
  g_autofree char *name = sarap_dossier_name_officer (dossier->officer);
  g_autofree char *place =
      sarap_dossier_name_place (dossier->places, g_ptr_array_index (dossier->service, 0));
  g_autofree char *joined = find_sentence (dossier, SARAP_REASON_SERVICE_JOINED);
  g_autofree char *commission = find_sentence (dossier, SARAP_REASON_BODY_COMMISSION);

  g_assert_cmpstr (name, ==, "Өтегенов Қанат Ерғалиұлы");
  g_assert_cmpuint (dossier->service->len, ==, 2);
  g_assert_cmpuint (dossier->deferrals->len, ==, 1);
  g_assert_cmpuint (dossier->history->len, ==, 4);
  /* what began last stands first, and the rules count in that order */
  g_assert_cmpint (dossier->standing.current, ==, 0);
  g_assert_cmpstr (place, ==, "«Достық» · Алматы");
  g_assert_cmpint (dossier->standing.continuous_since, ==, sarap_date_new (2011, 6, 14));
  g_assert_cmpint (dossier->standing.status, ==, SARAP_STATUS_OVERDUE);
  g_assert_cmpint (dossier->total.years, ==, 15);
  g_assert_cmpint (dossier->customs.years, ==, 13);
  g_assert_cmpstr (joined, ==,
                   "Қаржы министрлігі: the service there since 14.06.2011 counts too; the break "
                   "after it, to 25.07.2013, was 41 days, not more than three months.");
  g_assert_cmpstr (commission, ==, "A commission of the officer’s own body attests: Алматы.");
}

static void
test_another_day (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapDossier) dossier = load (test->db, id);

  sarap_dossier_stand (dossier, sarap_date_new (2012, 1, 1));
  g_assert_cmpint (dossier->standing.status, ==, SARAP_STATUS_NOT_IN_SERVICE);
  sarap_dossier_stand (dossier, sarap_date_new (2014, 7, 1));
  g_assert_cmpint (dossier->standing.status, ==, SARAP_STATUS_DUE);
}

static void
test_nobody (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sarap_dossier_load (test->db, 4711, TODAY, 10, &error));
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
  g_autoptr (SarapDossier) dossier = load (test->db, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (sarap_dossier_remove (test->db, dossier->officer, NULL, &error));
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
  g_autoptr (SarapDossier) dossier = load (test->db, id);
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_dossier_remove (test->db, dossier->officer, NULL, &error));
  g_assert_error (error, SARAP_KEEPING_ERROR, SARAP_KEEPING_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "§41"));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 2);
  g_assert_cmpint (n_removed (test->db), ==, 0);
}

/* Changed meanwhile: nothing at all is removed */
static void
test_removal_conflicts (SarapTestDatabase *test)
{
  gint64 id = add_career (test->db);
  g_autoptr (SarapDossier) dossier = load (test->db, id);
  g_autoptr (SarapRecord) other = sarap_record_copy (dossier->officer);
  g_autoptr (SarapRecord) theirs = NULL;
  g_autoptr (GError) error = NULL;

  sarap_record_set (other, "given_name", "Қайрат");
  g_assert_true (sarap_record_keep (test->db, other, NULL, &error));
  g_assert_false (sarap_dossier_remove (test->db, dossier->officer, &theirs, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (sarap_record_get (theirs, "given_name"), ==, "Қайрат");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 2);
  g_assert_cmpint (n_removed (test->db), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("dossier/loaded", test_loaded);
  sarap_test_add ("dossier/another-day", test_another_day);
  sarap_test_add ("dossier/nobody", test_nobody);
  sarap_test_add ("dossier/removed", test_removed);
  sarap_test_add ("dossier/attested-stays", test_attested_stays);
  sarap_test_add ("dossier/removal-conflicts", test_removal_conflicts);
  return g_test_run ();
}

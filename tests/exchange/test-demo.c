#include "sarap-test-database.h"

#include "exchange/sarap-demo-private.h"
#include "exchange/sarap-export.h"
#include "exchange/sarap-import.h"
#include "procedure/sarap-plausible-review.h"
#include "records/sarap-career.h"
#include "records/sarap-commission.h"
#include "rules/sarap-commission.h"

#include <glib/gstdio.h>

#define SEED 7
#define N_STATUSES (SARAP_STATUS_NEGATIVE + 1)

static SarapDate
today (void)
{
  return sarap_date_new (2026, 11, 23);
}

static void
fill (SarapDatabase *db, guint n_officers, guint32 seed)
{
  g_autoptr (GError) error = NULL;

  sarap_demo_fill (db, n_officers, seed, today (), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A test without a database: everything made up goes to @emit */
static gboolean
on_count (guint done, gpointer data, GError **error)
{
  return TRUE;
}

static void
make (guint n_officers, guint32 seed, SarapDate on, SarapDemoEmit emit, gpointer data)
{
  g_autoptr (SarapDemo) demo = sarap_demo_new (n_officers, seed, on);
  g_autoptr (GError) error = NULL;

  sarap_demo_make (demo, emit, on_count, data, &error);
  g_assert_no_error (error);
}

static gboolean
on_record_check (const SarapRecordType *type,
                 const char *const *values,
                 gpointer data,
                 GError **error)
{
  g_autoptr (GPtrArray) faults = sarap_record_type_check (type, values);
  guint *officers = data;

  *officers += type == &sarap_officer_type;
  for (guint i = 0; i < faults->len; i++)
    {
      const SarapFault *fault = faults->pdata[i];

      g_test_message ("%s of %s: %s is “%s”: %s", type->name, values[0],
                      type->fields[fault->field].name, values[fault->field], fault->message);
    }
  g_assert_cmpuint (faults->len, ==, 0);
  return TRUE;
}

/* Every record is right by itself, and there are as many officers as asked for */
static void
test_sound (void)
{
  static const guint sizes[] = { 1, 2, 7, 19, 60, 200, 400, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 4; seed++)
      {
        guint officers = 0;

        make (sizes[i], seed, today (), on_record_check, &officers);
        g_assert_cmpuint (officers, ==, sizes[i]);
      }
}

static gboolean
on_record_digest (const SarapRecordType *type,
                  const char *const *values,
                  gpointer data,
                  GError **error)
{
  g_checksum_update (data, (const guchar *) type->name, -1);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_checksum_update (data, (const guchar *) "\n", 1);
      if (values[i] != NULL)
        g_checksum_update (data, (const guchar *) values[i], -1);
    }
  return TRUE;
}

static char *
digest (guint n_officers, guint32 seed, SarapDate on)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  make (n_officers, seed, on, on_record_digest, checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_same (void)
{
  g_autofree char *first = digest (400, SEED, today ());
  g_autofree char *again = digest (400, SEED, today ());
  g_autofree char *other_seed = digest (400, SEED + 1, today ());
  g_autofree char *other_day = digest (400, SEED, today () + 1);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other_seed);
  g_assert_cmpstr (first, !=, other_day);
}

/* What careers say together */
typedef struct
{
  SarapDate on;
  guint statuses[N_STATUSES];
  guint n;
} Roll;

static gboolean
on_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  Roll *roll = data;
  SarapStanding standing;

  sarap_rules_standing (&row->career, roll->on, &standing, NULL);
  roll->statuses[standing.status]++;
  roll->n++;
  return TRUE;
}

static void
read_careers (SarapDatabase *db, SarapCareerVisit visit, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapCareerReader) reader = sarap_career_reader_new (db, &error);
  g_autofree gint64 *ids = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT id FROM officer ORDER BY id");
  g_autoptr (SarapRows) rows = sarap_database_select (db, query, "i", &error);

  g_assert_no_error (error);
  ids = g_new (gint64, sarap_rows_count (rows));
  for (guint i = 0; i < sarap_rows_count (rows); i++)
    ids[i] = sarap_rows_integer (rows, i, 0);
  sarap_career_reader_some (reader, ids, sarap_rows_count (rows), visit, data, &error);
  g_assert_no_error (error);
}

static void
assert_share (const Roll *roll, SarapStatus status, double least, double most)
{
  double share = 100.0 * roll->statuses[status] / roll->n;

  g_test_message ("%u officers: %s %.1f %%", roll->n,
                  sarap_code_text (sarap_statuses, (int) status), share);
  g_assert_cmpfloat (share, >=, least);
  g_assert_cmpfloat (share, <=, most);
}

/* Every status occurs, in shares that a service could have */
static void
check_shares (SarapTestDatabase *test, guint n_officers)
{
  Roll roll = { .on = today () };

  fill (test->db, n_officers, SEED);
  read_careers (test->db, on_career, &roll);
  g_assert_cmpuint (roll.n, ==, n_officers);
  assert_share (&roll, SARAP_STATUS_UPCOMING, 60, 80);
  assert_share (&roll, SARAP_STATUS_DUE, 8, 16);
  assert_share (&roll, SARAP_STATUS_OVERDUE, 1, 4);
  assert_share (&roll, SARAP_STATUS_DEFERRED, 1.5, 5);
  assert_share (&roll, SARAP_STATUS_REATTESTATION_UPCOMING, 0.2, 2);
  assert_share (&roll, SARAP_STATUS_REATTESTATION_DUE, 0.2, 2);
  assert_share (&roll, SARAP_STATUS_NEGATIVE, 0.2, 2);
  assert_share (&roll, SARAP_STATUS_NOT_IN_SERVICE, 7, 9);
}

typedef struct
{
  guint kinds[SARAP_WARNING_KINDS];
  guint n_refused;
} Doubts;

static gboolean
on_plausible (const SarapPlausibleLine *line, gpointer data, GError **error)
{
  Doubts *doubts = data;

  for (guint i = 0; i < line->n_warnings; i++)
    {
      doubts->kinds[line->warnings[i].kind]++;
      doubts->n_refused += line->warnings[i].refused;
    }
  return TRUE;
}

/* app/rules/README.md 11: plausible but for the few that are there to be seen */
static void
test_plausible (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  Doubts doubts = { { 0 } };

  fill (test->db, 1200, SEED + 7);
  sarap_plausible_visit (test->db, 0, today (), on_plausible, &doubts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (doubts.n_refused, ==, 0);
  for (int kind = 0; kind < SARAP_WARNING_KINDS; kind++)
    {
      gboolean meant = kind == SARAP_WARNING_OUTCOME_LATE || kind == SARAP_WARNING_CUSTOMS_OVERLAP;

      g_test_message ("%s: %u", sarap_code_text (sarap_warning_kinds, kind), doubts.kinds[kind]);
      g_assert_cmpuint (doubts.kinds[kind], >=, meant ? 2 : 0);
      g_assert_cmpuint (doubts.kinds[kind], <=, meant ? 6 : 0);
    }
}

static void
test_shares_200 (SarapTestDatabase *test)
{
  check_shares (test, 200);
}

static void
test_shares_3000 (SarapTestDatabase *test)
{
  check_shares (test, 3000);
}

/* A head's position has one holder at a time, and one today */
static void
test_heads (SarapTestDatabase *test)
{
  fill (test->db, 400, SEED);
  g_assert_cmpint (
      sarap_test_integer (
          test->db,
          "SELECT count(*) FROM service a JOIN service b ON a.id < b.id AND a.body_id = b.body_id "
          "AND a.category = b.category AND coalesce(a.unit_id, 0) = coalesce(b.unit_id, 0) "
          "WHERE a.category IN ('head', 'department-head', 'post-head') "
          "AND a.\"start\" <= coalesce(b.\"end\", '9999-12-31') "
          "AND b.\"start\" <= coalesce(a.\"end\", '9999-12-31')"),
      ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM body"), ==,
                   sarap_test_integer (test->db, "SELECT count(*) FROM service WHERE "
                                                 "category = 'head' AND \"end\" IS NULL"));
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM unit"), ==,
                   sarap_test_integer (test->db,
                                       "SELECT count(*) FROM service WHERE \"end\" IS NULL AND "
                                       "category IN ('department-head', 'post-head')"));
}

/* §3 speaks of women; and nobody is given a position while on leave */
static void
test_leaves (SarapTestDatabase *test)
{
  fill (test->db, 3000, SEED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM deferral WHERE kind IN "
                                                 "('pregnancy', 'childcare')"),
                   >, 100);
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count(*) FROM deferral d JOIN officer o ON o.id = "
                                    "d.officer_id WHERE d.kind IN ('pregnancy', 'childcare') AND "
                                    "o.sex <> 'f'"),
      ==, 0);
  g_assert_cmpint (
      sarap_test_integer (
          test->db, "SELECT count(*) FROM deferral d JOIN service s ON s.officer_id = d.officer_id "
                    "WHERE d.kind IN ('pregnancy', 'childcare') AND s.\"start\" > d.\"start\" AND "
                    "s.\"start\" <= coalesce(d.\"end\", '9999-12-31')"),
      ==, 0);
}

/* A body is named whole, a company with its form after the name, and nobody served in a committee
   of revenues beside customs */
static void
test_names (SarapTestDatabase *test)
{
  fill (test->db, 3000, SEED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM body WHERE name_kk NOT LIKE "
                                                 "'%департаменті' AND name_kk NOT LIKE '%кедені' "
                                                 "AND name_kk NOT LIKE '%агенттігі'"),
                   ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count(*) FROM service WHERE employer LIKE 'ЖШС %' "
                                       "OR employer LIKE 'АҚ %' OR employer LIKE 'ЖК %' OR "
                                       "employer LIKE 'ТОО %' OR employer LIKE '%кірістер%'"),
                   ==, 0);
  /* what an institution, a body or a system was called is right for the year */
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count(*) FROM education WHERE (speciality LIKE "
                                    "'%Астана-1%' AND finished < '2018-01-01') OR (speciality LIKE "
                                    "'%ЕАЭО%' AND finished < '2015-01-01') OR (institution LIKE "
                                    "'%өңірлік университеті' AND finished < '2020-01-01')"),
      ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count(*) FROM service WHERE employer = 'Ұлттық "
                                       "статистика бюросы' AND \"start\" < '2021-01-01'"),
                   ==, 0);
}

/* Whoever reads Russian is told an employer in Russian */
static void
test_employers (SarapTestDatabase *test)
{
  fill (test->db, 3000, SEED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service WHERE "
                                                 "employer_kind <> 'customs' AND employer_ru IS "
                                                 "NOT NULL AND employer_ru <> employer"),
                   >, 100);
  g_assert_cmpint (sarap_test_integer (test->db,
                                       "SELECT count (*) FROM service WHERE (employer IS NULL) <> "
                                       "(employer_ru IS NULL) OR employer_ru LIKE '%ЖШС%' OR "
                                       "employer_ru LIKE '%ә%' OR employer_ru LIKE '%қ%' OR "
                                       "employer_ru LIKE '%ң%' OR employer_ru LIKE '%ғ%' OR "
                                       "employer_ru LIKE '%ұ%' OR employer_ru LIKE '%ү%' OR "
                                       "employer_ru LIKE '%і%' OR employer_ru LIKE '%ө%'"),
                   ==, 0);
}

/* Each body has at least twenty officers, and a larger service has more bodies */
static void
test_bodies (SarapTestDatabase *test)
{
  fill (test->db, 400, SEED);
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT min(n) FROM (SELECT count(*) AS n FROM service WHERE "
                                    "employer_kind = 'customs' AND \"end\" IS NULL "
                                    "GROUP BY body_id) AS sizes"),
      >=, 20);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM body"), >=, 6);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM body"), <, 21);
}

/* A commission's member as they stand today */
static SarapCommissionMember
member_today (SarapDatabase *db, const SarapCommissionSeat *seat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new (
      "SELECT s.body_id, b.kind, u.kind, s.category, s.level FROM service s "
      "JOIN body b ON b.id = s.body_id LEFT JOIN unit u ON u.id = s.unit_id "
      "WHERE s.officer_id = :officer AND s.employer_kind = 'customs' AND s.\"end\" IS NULL");
  g_autoptr (SarapRows) rows = NULL;
  SarapCommissionMember member = { .role = seat->role };

  sarap_query_integer (query, "officer", seat->officer_id);
  rows = sarap_database_select (db, query, "ittti", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 1);
  member.in_service = TRUE;
  member.body = (guint) sarap_rows_integer (rows, 0, 0);
  member.central = g_str_equal (sarap_rows_text (rows, 0, 1), "central");
  if (!sarap_rows_is_null (rows, 0, 2))
    member.unit_kind =
        (SarapUnitKind) sarap_code_find (sarap_unit_kinds, sarap_rows_text (rows, 0, 2), -1);
  member.category =
      (SarapCategory) sarap_code_find (sarap_categories, sarap_rows_text (rows, 0, 3), -1);
  member.level = (int) sarap_rows_integer (rows, 0, 4);
  return member;
}

static guint
body_of_code (SarapDatabase *db, const char *code)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM body WHERE code = '%s'", code);

  return (guint) sarap_test_integer (db, sql);
}

static void
check_commission (SarapDatabase *db, const SarapCommissionRecord *record)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (SarapCommissionMember));
  gboolean central = g_str_equal (record->body, "KBA");
  SarapCommission commission = { .central = central,
                                 .body = body_of_code (db, record->body),
                                 .order_no = record->order_no,
                                 .order_date = record->order_date };

  for (guint i = 0; i < record->members->len; i++)
    {
      SarapCommissionMember member = member_today (db, record->members->pdata[i]);

      g_array_append_val (members, member);
    }
  commission.members = (const SarapCommissionMember *) (gpointer) members->data;
  commission.n_members = members->len;
  g_assert_true (sarap_commission_is_lawful (&commission, today ()));
  /* §27: everybody whom it is to hear, but the agency's own leadership */
  g_assert_cmpuint (sarap_commission_below (&commission, central ? 10 : 4, NULL), ==, 0);
}

static void
test_commissions (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  gint64 bodies;

  fill (test->db, 400, SEED);
  all = sarap_commission_records_all (test->db, &error);
  g_assert_no_error (error);
  bodies = sarap_test_integer (test->db, "SELECT count(*) FROM body");
  g_assert_cmpint (all->len, >=, bodies);
  for (guint i = 0; i < all->len; i++)
    check_commission (test->db, all->pdata[i]);
}

static void
test_refused (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;

  fill (test->db, 30, SEED);
  g_assert_false (sarap_demo_fill (test->db, 30, SEED + 1, today (), NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_NOT_EMPTY);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM officer"), ==, 30);
}

static void
on_progress_cancel (guint64 done, guint64 total, gpointer data)
{
  g_assert_cmpuint (total, ==, 5000);
  if (done >= 2000)
    g_cancellable_cancel (data);
}

static void
test_stopped (SarapTestDatabase *test)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sarap_demo_fill (test->db, 5000, SEED, today (), on_progress_cancel, cancellable,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM officer"), ==, 0);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count(*) FROM body"), ==, 0);
}

/* What it adds stands in lines of many, and the last says what it was */
static void
test_audit (SarapTestDatabase *test)
{
  g_autofree char *last = NULL;

  fill (test->db, 50, SEED);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"
                                                 " WHERE action <> 'import' OR record_id > 0"),
                   ==, 1);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM audit"), <, 50);
  last = sarap_test_text (test->db, "SELECT action || ' ' || record || ' ' || detail FROM audit"
                                    " ORDER BY seq DESC LIMIT 1");
  g_test_message ("%s", last);
  g_assert_true (g_str_has_prefix (last, "demo demo {"));
  g_assert_nonnull (strstr (last, "50"));
  sarap_test_assert_sound (test->db);
}

static void
import_folder (SarapDatabase *db, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapImport) import = sarap_import_read (folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  sarap_import_apply (import, db, today (), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
export_to (SarapDatabase *db, const char *parent, const char *name)
{
  char *folder = g_build_filename (parent, name, NULL);
  g_autoptr (GError) error = NULL;

  sarap_export_folder (db, folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

/* Compares a file of two exports, and removes both */
static void
compare (const char *first, const char *second, const char *file)
{
  g_autofree char *first_path = g_build_filename (first, file, NULL);
  g_autofree char *second_path = g_build_filename (second, file, NULL);
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  gsize first_length, second_length;

  /* what there is none of may have no file */
  if (!g_file_test (first_path, G_FILE_TEST_EXISTS))
    {
      g_assert_false (g_file_test (second_path, G_FILE_TEST_EXISTS));
      return;
    }
  g_assert_true (g_file_get_contents (first_path, &first_text, &first_length, NULL));
  g_assert_true (g_file_get_contents (second_path, &second_text, &second_length, NULL));
  g_assert_cmpmem (first_text, first_length, second_text, second_length);
  g_remove (first_path);
  g_remove (second_path);
}

/* Its export is a folder that a person could have made: it imports, and comes out the same */
static void
test_exchanged (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sarap-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.sqlite", NULL);
  g_autofree char *name = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (SarapDatabase) copy = sarap_database_open (name, NULL, &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  sarap_database_migrate (copy, &error);
  g_assert_no_error (error);
  fill (test->db, 300, SEED);
  first = export_to (test->db, folder, "first");
  import_folder (copy, first);
  second = export_to (copy, folder, "second");
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    compare (first, second, sarap_record_types[i]->file);
  g_clear_pointer (&copy, sarap_database_close);
  g_rmdir (first);
  g_rmdir (second);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/sound", test_sound);
  g_test_add_func ("/demo/same", test_same);
  sarap_test_add ("demo/shares/200", test_shares_200);
  sarap_test_add ("demo/shares/3000", test_shares_3000);
  sarap_test_add ("demo/plausible", test_plausible);
  sarap_test_add ("demo/heads", test_heads);
  sarap_test_add ("demo/leaves", test_leaves);
  sarap_test_add ("demo/names", test_names);
  sarap_test_add ("demo/employers", test_employers);
  sarap_test_add ("demo/bodies", test_bodies);
  sarap_test_add ("demo/commissions", test_commissions);
  sarap_test_add ("demo/refused", test_refused);
  sarap_test_add ("demo/stopped", test_stopped);
  sarap_test_add ("demo/audit", test_audit);
  sarap_test_add ("demo/exchanged", test_exchanged);
  return g_test_run ();
}

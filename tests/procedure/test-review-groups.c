/* What Today shows: whom the half-yearly review lists (§14), in groups with their true numbers */
#include "procedure/sarap-plausible-review.h"
#include "procedure/sarap-record-save.h"
#include "procedure/sarap-review-groups.h"
#include "records/sarap-record-store.h"
#include "rules/sarap-iin.h"
#include "sarap-test-database.h"

#define TODAY sarap_date_new (2026, 11, 29)
/* So many are late since one day: more than are shown, in more slices than one */
#define LATE 80
#define SLICE 30

/* The last term's window has passed: S and three years and six months */
#define LATE_SINCE "2015-02-02"
#define LATE_BY sarap_date_new (2018, 8, 2)

static guint n_made;

static void
add (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (SarapRecord) record = sarap_record_new (type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_iin (guint n)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *first = g_strdup_printf ("8501013%04u", n * 20 + i);
      int digit = sarap_iin_check_digit (first);

      if (digit >= 0)
        return g_strdup_printf ("%s%d", first, digit);
    }
}

/* An officer of a body since a day; returns their number */
static char *
add_officer (SarapDatabase *db, const char *body, const char *surname, const char *since)
{
  g_autofree char *iin = make_iin (n_made++);

  add (db, &sarap_officer_type,
       (const char *[]){ iin, surname, "Бауыржан", NULL, "1985-01-01", "m", NULL, NULL, NULL });
  add (db, &sarap_service_type,
       (const char *[]){ iin, "customs", NULL, body, NULL, "Инспектор", "Инспектор (рус.)",
                         "official", "2", since, NULL, NULL, NULL });
  return g_steal_pointer (&iin);
}

static void
add_attestation (SarapDatabase *db, const char *iin, const char *decision)
{
  add (db, &sarap_attestation_type,
       (const char *[]){ iin, "regular", "2026-02-10", decision, "approved", "2026-02-20", NULL });
}

static void
add_deferral (
    SarapDatabase *db, const char *iin, const char *kind, const char *start, const char *end)
{
  add (db, &sarap_deferral_type, (const char *[]){ iin, kind, start, end, NULL });
}

static void
fill_bodies (SarapDatabase *db)
{
  n_made = 0;
  add (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алма-Ата" });
  add (db, &sarap_body_type, (const char *[]){ "AST", "central", "Астана", "Астана" });
}

/* One of each group, and two that no group has */
static void
fill (SarapDatabase *db)
{
  g_autofree char *late = NULL, *due = NULL, *again = NULL, *negative = NULL, *ends = NULL,
                  *opens = NULL, *open = NULL, *later = NULL, *away = NULL;

  fill_bodies (db);
  late = add_officer (db, "ALM", "Кеш", LATE_SINCE);
  due = add_officer (db, "AST", "Жататын", "2023-09-01");
  again = add_officer (db, "ALM", "Қайта", "2019-02-02");
  add_attestation (db, again, "reattestation");
  negative = add_officer (db, "ALM", "Теріс", "2019-02-02");
  add_attestation (db, negative, "not-corresponds");
  ends = add_officer (db, "ALM", "Аяқталар", "2023-09-01");
  add_deferral (db, ends, "absence", "2026-08-01", "2026-12-29");
  opens = add_officer (db, "ALM", "Ашылар", "2023-12-29");
  open = add_officer (db, "AST", "Ұзақ", "2023-09-01");
  add_deferral (db, open, "absence", "2025-08-01", NULL);
  later = add_officer (db, "ALM", "Кейін", "2023-12-30");
  away = add_officer (db, "ALM", "Демалыс", "2023-09-01");
  add_deferral (db, away, "absence", "2026-08-01", "2026-12-30");
}

static SarapReviewGroups *
read_groups (SarapDatabase *db, gint64 body_id, guint limit)
{
  g_autoptr (SarapReviewGroups) groups = sarap_review_groups_new (TODAY, body_id);
  g_autoptr (GError) error = NULL;
  char *after = NULL;

  do
    {
      gboolean read = sarap_review_groups_read (groups, db, &after, limit, &error);

      g_assert_no_error (error);
      g_assert_true (read);
    }
  while (after != NULL);
  return g_steal_pointer (&groups);
}

/* "number: Surname date, Surname date" */
static char *
say (SarapReviewGroups *groups, SarapReviewGroupKind kind)
{
  GString *said = g_string_new (NULL);

  g_string_append_printf (said, "%u:", groups->totals[kind]);
  for (guint i = 0; i < groups->entries[kind]->len; i++)
    {
      const SarapReviewEntry *entry = groups->entries[kind]->pdata[i];
      char date[SARAP_DATE_TEXT] = "";
      g_auto (GStrv) names = g_strsplit (entry->name, " ", -1);

      sarap_date_to_text (entry->date, date);
      g_string_append_printf (said, "%s %s %s", i > 0 ? "," : "", names[0], date);
    }
  return g_string_free (said, FALSE);
}

static void
assert_group (SarapReviewGroups *groups, SarapReviewGroupKind kind, const char *expected)
{
  g_autofree char *said = say (groups, kind);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_groups (SarapTestDatabase *test)
{
  g_autoptr (SarapReviewGroups) groups = NULL;

  fill (test->db);
  groups = read_groups (test->db, 0, SLICE);
  g_assert_cmpuint (groups->officers, ==, 9);
  assert_group (groups, SARAP_REVIEW_OVERDUE, "1: Кеш 2018-08-02");
  assert_group (groups, SARAP_REVIEW_DUE, "1: Жататын 2027-03-01");
  /* what is possible since long is told with the day since which it is */
  assert_group (groups, SARAP_REVIEW_REATTESTATION_DUE, "1: Қайта 2026-08-10");
  /* no day is made up where the Instruction names none (§43) */
  assert_group (groups, SARAP_REVIEW_NEGATIVE, "1: Теріс ");
  /* the thirtieth day is among those, the one after it is not */
  assert_group (groups, SARAP_REVIEW_DEFERRAL_ENDS, "1: Аяқталар 2026-12-29");
  assert_group (groups, SARAP_REVIEW_OPENS, "1: Ашылар 2026-12-29");
  assert_group (groups, SARAP_REVIEW_OPEN_LONG, "1: Ұзақ 2025-08-01");
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_OVERDUE], ==, groups->counts[SARAP_STATUS_OVERDUE]);
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_DUE], ==, groups->counts[SARAP_STATUS_DUE]);
  g_assert_cmpuint (groups->counts[SARAP_STATUS_DEFERRED], ==, 3);
}

/* What a row tells of an officer beside their name */
static void
test_entry (SarapTestDatabase *test)
{
  g_autoptr (SarapReviewGroups) groups = NULL;
  const SarapReviewEntry *entry;

  fill (test->db);
  groups = read_groups (test->db, 0, SLICE);
  entry = groups->entries[SARAP_REVIEW_OVERDUE]->pdata[0];
  g_assert_cmpstr (entry->position_kk, ==, "Инспектор");
  g_assert_cmpstr (entry->position_ru, ==, "Инспектор (рус.)");
  g_assert_cmpint (entry->status, ==, SARAP_STATUS_OVERDUE);
  g_assert_cmpstr (sarap_bodies_body (groups->bodies, entry->body_id)->name_ru, ==, "Алма-Ата");
}

/* Officers of one body, and how many there are at all */
static void
test_body (SarapTestDatabase *test)
{
  g_autoptr (SarapReviewGroups) groups = NULL;

  fill (test->db);
  groups = read_groups (
      test->db, sarap_test_integer (test->db, "SELECT id FROM body WHERE code = 'AST'"), SLICE);
  g_assert_cmpuint (groups->officers, ==, 9);
  assert_group (groups, SARAP_REVIEW_OVERDUE, "0:");
  assert_group (groups, SARAP_REVIEW_DUE, "1: Жататын 2027-03-01");
  assert_group (groups, SARAP_REVIEW_OPEN_LONG, "1: Ұзақ 2025-08-01");
}

/* Each group has its first ones, however many another group has */
static void
test_many (SarapTestDatabase *test)
{
  static const char *const first[] = { "Абаев",  "Әбенов", "Бекова", "Кәрім", "Керім",
                                       "Қабаев", "Лим",    "Үсен",   "Фатин" };
  g_autoptr (SarapReviewGroups) groups = NULL, slow = NULL;
  GPtrArray *late;

  fill_bodies (test->db);
  for (guint i = 0; i < LATE - G_N_ELEMENTS (first); i++)
    g_free (add_officer (test->db, "ALM", "Яушев", LATE_SINCE));
  for (guint i = G_N_ELEMENTS (first); i > 0; i--)
    g_free (add_officer (test->db, "ALM", first[i - 1], LATE_SINCE));
  g_free (add_officer (test->db, "ALM", "Яхин", "2015-02-01"));
  g_free (add_officer (test->db, "ALM", "Өтеген", "2023-09-02"));
  g_free (add_officer (test->db, "ALM", "Шәріп", "2023-09-01"));
  groups = read_groups (test->db, 0, SLICE);
  late = groups->entries[SARAP_REVIEW_OVERDUE];
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_OVERDUE], ==, LATE + 1);
  g_assert_cmpuint (late->len, ==, SARAP_REVIEW_SHOWN);
  /* the soonest day first, and of one day as Kazakh sorts */
  g_assert_true (g_str_has_prefix (((SarapReviewEntry *) late->pdata[0])->name, "Яхин"));
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      const SarapReviewEntry *entry = late->pdata[i + 1];

      g_assert_true (g_str_has_prefix (entry->name, first[i]));
      g_assert_cmpint (entry->date, ==, LATE_BY);
    }
  assert_group (groups, SARAP_REVIEW_DUE, "2: Шәріп 2027-03-01, Өтеген 2027-03-02");
  /* and the same by whatever slices they come */
  slow = read_groups (test->db, 0, 7);
  g_assert_cmpuint (slow->totals[SARAP_REVIEW_OVERDUE], ==, LATE + 1);
  for (guint i = 0; i < late->len; i++)
    g_assert_cmpint (
        ((SarapReviewEntry *) slow->entries[SARAP_REVIEW_OVERDUE]->pdata[i])->officer_id, ==,
        ((SarapReviewEntry *) late->pdata[i])->officer_id);
}

static gboolean
count_line (const SarapPlausibleLine *line, gpointer data, GError **error)
{
  (*(guint *) data)++;
  return TRUE;
}

/* Those to be checked are those that `verify --plausible` names */
static void
test_implausible (SarapTestDatabase *test)
{
  g_autoptr (SarapReviewGroups) groups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *iin = NULL;
  guint n_plausible = 0;

  fill (test->db);
  iin = add_officer (test->db, "ALM", "Екі", "2026-01-05");
  add (test->db, &sarap_service_type,
       (const char *[]){ iin, "state", "Министрлік", NULL, NULL, NULL, NULL, NULL, NULL,
                         "2025-01-06", "2026-02-05", NULL, NULL });
  g_assert_true (
      sarap_plausible_visit (test->db, 0, TODAY, count_line, &n_plausible, NULL, &error));
  groups = read_groups (test->db, 0, SLICE);
  g_assert_cmpuint (groups->totals[SARAP_REVIEW_IMPLAUSIBLE], ==, n_plausible);
  /* by name, as none of them has a day */
  assert_group (groups, SARAP_REVIEW_IMPLAUSIBLE, "2: Екі , Ұзақ ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("review-groups/groups", test_groups);
  sarap_test_add ("review-groups/entry", test_entry);
  sarap_test_add ("review-groups/body", test_body);
  sarap_test_add ("review-groups/many", test_many);
  sarap_test_add ("review-groups/implausible", test_implausible);
  return g_test_run ();
}

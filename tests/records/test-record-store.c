#include "records/sarap-career.h"
#include "records/sarap-lookup.h"
#include "records/sarap-record-store.h"
#include "records/sarap-text.h"
#include "sarap-test-database.h"

#include <string.h>

static const char *const bodies[][4] = {
  { "KBA", "central", "Агенттік", "Агентство" },
  { "ALM", "territorial", "Алматы", "Алматы" },
};
static const char *const units[][5] = { { "ALM", "01", "post", "«Достық»", "«Достык»" },
                                        { "KBA", "01", "department", "Бөлім", "Отдел" } };
static const char *const officers[][9] = {
  { "680111310338", "Нұрғалиев", "Бауыржан", NULL, "1968-01-11", "m" },
  { "911027389913", "Төлеуов", "Айдос", "Мұратұлы", "1991-10-27", "m" },
};
static const char *const services[][13] = {
  { "680111310338", "customs", NULL, "ALM", "01", "Инспектор", "Инспектор", "official", "2",
    "2020-01-01", NULL, "12-ж/қ" },
  { "680111310338", "state", "Әкімдік", NULL, NULL, NULL, NULL, NULL, NULL, "2018-01-01",
    "2019-12-31", NULL },
  { "911027389913", "customs", NULL, "KBA", NULL, "Бастық", "Начальник", "head", "11", "2021-05-01",
    NULL, NULL },
};
static const char *const deferrals[][5] = { { "680111310338", "absence", "2023-01-01", "2023-02-01",
                                              "сырқат \"ауыр\"" } };
static const char *const attestations[][7] = {
  { "680111310338", "regular", "2023-03-01", "corresponds", "approved", "2023-03-20", "5" },
  { "911027389913", "regular", "2024-06-01", "corresponds", NULL, NULL, NULL }
};
static const char *const educations[][7] = {
  { "680111310338", "education", "ҚазҰУ", "Құқық", "Заңгер", "ЖБ 12", "1990-06-30" },
  { "680111310338", "education", "ҚазҰУ", NULL, NULL, NULL, NULL },
};

#define WRITE(db, type, rows) write_rows (db, &type, &rows[0][0], G_N_ELEMENTS (rows))

static gboolean
add_rows (SarapRecordBatch *batch, const SarapRecordType *type, const char *const *rows, guint n)
{
  for (guint row = 0; row < n; row++)
    sarap_record_batch_add (batch, rows + row * type->n_fields);
  return TRUE;
}

static void
write_rows (SarapDatabase *db, const SarapRecordType *type, const char *const *rows, guint n_rows)
{
  g_autoptr (SarapRecordBatch) batch = sarap_record_batch_new (type);
  g_autoptr (GError) error = NULL;

  add_rows (batch, type, rows, n_rows);
  sarap_record_batch_write (batch, db, &error);
  g_assert_no_error (error);
}

static void
write_all (SarapDatabase *db)
{
  g_auto (SarapTransaction) transaction = { 0 };
  g_autoptr (GError) error = NULL;

  sarap_transaction_begin (&transaction, db, &error);
  g_assert_no_error (error);
  WRITE (db, sarap_body_type, bodies);
  WRITE (db, sarap_unit_type, units);
  WRITE (db, sarap_officer_type, officers);
  WRITE (db, sarap_service_type, services);
  WRITE (db, sarap_deferral_type, deferrals);
  WRITE (db, sarap_attestation_type, attestations);
  WRITE (db, sarap_education_type, educations);
  sarap_transaction_commit (&transaction, &error);
  g_assert_no_error (error);
}

typedef struct
{
  GString *text;
  guint n_fields;
} Listing;

static gboolean
on_record (const char *const *values, gpointer data, GError **error)
{
  Listing *listing = data;

  for (guint i = 0; i < listing->n_fields; i++)
    g_string_append_printf (listing->text, "%s|", values[i] != NULL ? values[i] : "");
  g_string_append_c (listing->text, '\n');
  return TRUE;
}

static char *
list_records (SarapDatabase *db, const SarapRecordType *type)
{
  Listing listing = { g_string_new (NULL), type->n_fields };
  g_autoptr (GError) error = NULL;

  sarap_records_visit (db, type, on_record, &listing, &error);
  g_assert_no_error (error);
  return g_string_free (listing.text, FALSE);
}

/* What is written is read back as it was, in the order of the keys */
static void
test_round_trip (SarapTestDatabase *test)
{
  g_autofree char *services_text = NULL;
  g_autofree char *educations_text = NULL;
  g_autofree char *attestations_text = NULL;

  write_all (test->db);
  write_all (test->db);
  services_text = list_records (test->db, &sarap_service_type);
  educations_text = list_records (test->db, &sarap_education_type);
  attestations_text = list_records (test->db, &sarap_attestation_type);
  g_assert_cmpstr (
      services_text, ==,
      "680111310338|customs||ALM|01|Инспектор|Инспектор|official|2|2020-01-01||12-ж/қ||\n"
      "680111310338|state|Әкімдік|||||||2018-01-01|2019-12-31|||\n"
      "911027389913|customs||KBA||Бастық|Начальник|head|11|2021-05-01||||\n");
  g_assert_cmpstr (educations_text, ==,
                   "680111310338|education|ҚазҰУ|||||\n"
                   "680111310338|education|ҚазҰУ|Құқық|Заңгер|ЖБ 12|1990-06-30|\n");
  g_assert_cmpstr (attestations_text, ==,
                   "680111310338|regular|2023-03-01|corresponds|approved|2023-03-20|5|\n"
                   "911027389913|regular|2024-06-01|corresponds||||\n");
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT sum (version) FROM service"), ==, 3);
}

typedef struct
{
  guint n_new;
  guint n_changed;
  guint row;
  gboolean end;      /* whether it had a last day */
  gint64 officer_id; /* whose they all are */
} Compared;

static void
on_compared (guint row, gint64 id, gint64 officer_id, const char *const *before, gpointer data)
{
  Compared *compared = data;

  g_assert_cmpint (officer_id, ==, compared->officer_id);
  if (before == NULL)
    compared->n_new++;
  else
    {
      compared->n_changed++;
      compared->row = row;
      compared->end = before[10] != NULL;
    }
}

/* A changed row is told with what it was before, a new one without; writing makes it so */
static void
test_compare (SarapTestDatabase *test)
{
  const char *changed[][13] = {
    { "680111310338", "state", "Әкімдік", NULL, NULL, NULL, NULL, NULL, NULL, "2018-01-01",
      "2019-12-31", NULL },
    { "680111310338", "customs", NULL, "ALM", "01", "Инспектор", "Инспектор", "official", "2",
      "2020-01-01", "2026-01-31", "12-ж/қ" },
    { "680111310338", "customs", NULL, "ALM", NULL, "Бас маман", "Главный специалист", "official",
      "4", "2026-02-01", NULL, NULL },
  };
  g_autoptr (SarapRecordBatch) batch = sarap_record_batch_new (&sarap_service_type);
  g_autoptr (SarapReadableFiles) files = NULL;
  g_autoptr (GError) error = NULL;
  Compared compared = { 0 };

  write_all (test->db);
  files = sarap_readable_files_new (test->db, &error);
  add_rows (batch, &sarap_service_type, &changed[0][0], G_N_ELEMENTS (changed));
  compared.officer_id = sarap_lookup_officer (test->db, "680111310338", &error);
  sarap_record_batch_compare (batch, test->db, files, on_compared, &compared, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (compared.n_new, ==, 1);
  g_assert_cmpuint (compared.n_changed, ==, 1);
  g_assert_cmpuint (compared.row, ==, 1);
  g_assert_false (compared.end);
  sarap_record_batch_write (batch, test->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT max (version) FROM service"), ==, 2);
  compared.n_new = compared.n_changed = 0;
  sarap_record_batch_compare (batch, test->db, files, on_compared, &compared, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (compared.n_new + compared.n_changed, ==, 0);
}

/* A code that names nothing is refused, whichever it is */
static void
test_references (SarapTestDatabase *test)
{
  static const char *const wrong[][13] = {
    { "990000000000", "state", "Әкімдік", NULL, NULL, NULL, NULL, NULL, NULL, "2018-01-01", NULL,
      NULL },
    { "680111310338", "customs", NULL, "QQQ", NULL, "И", "И", "official", "2", "2024-01-01", NULL,
      NULL },
    { "680111310338", "customs", NULL, "ALM", "99", "И", "И", "official", "2", "2024-01-01", NULL,
      NULL },
    /* a unit of another body */
    { "680111310338", "customs", NULL, "KBA", "77", "И", "И", "official", "2", "2024-01-01", NULL,
      NULL },
  };

  write_all (test->db);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (SarapRecordBatch) batch = sarap_record_batch_new (&sarap_service_type);
      g_autoptr (SarapRecord) record = sarap_record_new (&sarap_service_type);
      g_autoptr (GError) error = NULL;

      sarap_record_batch_add (batch, wrong[i]);
      g_assert_false (sarap_record_batch_write (batch, test->db, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
      for (guint j = 0; j < G_N_ELEMENTS (wrong[i]); j++)
        sarap_record_set (record, sarap_service_type.fields[j].name, wrong[i][j]);
      g_assert_false (sarap_record_insert (test->db, record, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM service"), ==, 3);
}

static void
test_single (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SarapRecord) copy = NULL;
  g_autoptr (SarapRecord) loaded = NULL;
  SarapRecord *record;
  gint64 officer_id;

  write_all (test->db);
  officer_id = sarap_lookup_officer (test->db, "680111310338", &error);
  g_assert_no_error (error);
  records = sarap_records_of_officer (test->db, &sarap_service_type, officer_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (sarap_record_get (record, "unit"), ==, "01");
  g_assert_cmpint (sarap_record_get_officer_id (record), ==, officer_id);

  copy = sarap_record_copy (record);
  sarap_record_set (record, "end", "2026-11-30");
  g_assert_true (sarap_record_update (test->db, record, &error));
  g_assert_cmpint (sarap_record_get_version (record), ==, 2);
  g_assert_false (sarap_record_update (test->db, copy, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  /* whether it is known whose it is or not; somebody else's it is not */
  loaded =
      sarap_record_load (test->db, &sarap_service_type, sarap_record_get_id (record), 0, &error);
  g_assert_cmpstr (sarap_record_get (loaded, "end"), ==, "2026-11-30");
  g_assert_cmpint (sarap_record_get_officer_id (loaded), ==, officer_id);
  g_clear_object (&loaded);
  g_assert_null (sarap_record_load (test->db, &sarap_service_type, sarap_record_get_id (record),
                                    officer_id + 1, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  loaded = sarap_record_load (test->db, &sarap_service_type, sarap_record_get_id (record),
                              officer_id, &error);
  g_assert_cmpstr (sarap_record_get (loaded, "end"), ==, "2026-11-30");
  g_assert_true (sarap_record_delete (test->db, record, &error));
  g_assert_false (sarap_record_delete (test->db, loaded, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (sarap_record_load (test->db, &sarap_service_type, sarap_record_get_id (record),
                                    officer_id, &error));
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
}

static gboolean
on_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  guint *n = data;
  const SarapCareer *career = &row->career;

  (*n)++;
  if (strcmp (row->iin, "911027389913") == 0)
    {
      g_assert_cmpuint (career->n_service, ==, 1);
      g_assert_true (career->service[0].central);
      g_assert_cmpint (career->service[0].category, ==, SARAP_CATEGORY_HEAD);
      g_assert_cmpint (career->service[0].level, ==, 11);
      g_assert_cmpint (career->service[0].unit, ==, 0);
      g_assert_cmpint (career->attestations[0].outcome, ==, SARAP_OUTCOME_NONE);
      return TRUE;
    }
  g_assert_cmpuint (career->n_service, ==, 2);
  g_assert_cmpuint (career->n_deferrals, ==, 1);
  g_assert_cmpuint (career->n_attestations, ==, 1);
  g_assert_cmpint (career->deferrals[0].end, ==, sarap_date_new (2023, 2, 1));
  for (guint i = 0; i < career->n_service; i++)
    {
      gboolean customs = career->service[i].employer_kind == SARAP_EMPLOYER_CUSTOMS;

      g_assert_cmpint (career->service[i].start, ==, sarap_date_new (customs ? 2020 : 2018, 1, 1));
      g_assert_cmpint (career->service[i].end, ==,
                       customs ? SARAP_DATE_NONE : sarap_date_new (2019, 12, 31));
      g_assert_false (career->service[i].central);
      g_assert_true ((career->service[i].unit != 0) == customs);
    }
  return TRUE;
}

static void
test_careers (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapCareerReader) reader = NULL;
  gint64 ids[] = { 0, 999 };
  guint n = 0;

  write_all (test->db);
  reader = sarap_career_reader_new (test->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_career_reader_slice (reader, NULL, 10, on_career, &n, &error), ==, 2);
  g_assert_cmpint (sarap_career_reader_slice (reader, "680111310338", 10, on_career, &n, &error),
                   ==, 1);
  g_assert_cmpint (sarap_career_reader_slice (reader, "911027389913", 10, on_career, &n, &error),
                   ==, 0);
  ids[0] = sarap_lookup_officer (test->db, "680111310338", &error);
  g_assert_true (sarap_career_reader_some (reader, ids, G_N_ELEMENTS (ids), on_career, &n, &error));
  g_assert_cmpuint (n, ==, 4);
  g_assert_no_error (error);
}

static gboolean
on_any_career (const SarapCareerRow *row, gpointer data, GError **error)
{
  *(guint *) data += 100 + row->career.n_service;
  return TRUE;
}

/* Officers whose ids lie far apart are read as well as neighbours */
static void
test_far_apart (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapCareerReader) reader = NULL;
  gint64 ids[] = { 0, 0, 70000 };
  guint n = 0;

  write_all (test->db);
  sarap_test_run (test->db,
                  "INSERT INTO officer (id, iin, surname, given_name, birth_date, sex, sort_key, "
                  "search_key, loose_key) VALUES (70000, '620126354251', 'А', 'Б', '1962-01-26', "
                  "'m', 'a', 'a', 'a')");
  sarap_test_run (test->db, "INSERT INTO service (officer_id, employer_kind, employer, \"start\") "
                            "VALUES (70000, 'state', 'Әкімдік', '2020-01-01')");
  ids[0] = sarap_lookup_officer (test->db, "680111310338", &error);
  ids[1] = sarap_lookup_officer (test->db, "911027389913", &error);
  reader = sarap_career_reader_new (test->db, &error);
  g_assert_true (sarap_career_reader_some (reader, ids, 3, on_any_career, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3 * 100 + 4);
}

static void
test_exist (SarapTestDatabase *test)
{
  const char *iins[] = { "680111310338", "000000000000", "911027389913", "68'\\\"" };
  gboolean found[G_N_ELEMENTS (iins)];
  g_autoptr (SarapReadableFiles) files = NULL;
  g_autoptr (GError) error = NULL;

  write_all (test->db);
  files = sarap_readable_files_new (test->db, &error);
  g_assert_no_error (error);
  g_assert_true (sarap_readable_files_exist (files, iins, G_N_ELEMENTS (iins), found, &error));
  g_assert_true (found[0] && !found[1] && found[2] && !found[3]);
  g_assert_cmpint (sarap_lookup_body (test->db, "ALM ", &error), ==,
                   sarap_lookup_body (test->db, "ALM", &error));
  g_assert_cmpint (sarap_lookup_officer (test->db, "680111 310338", &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (sarap_lookup_body (test->db, "QQQ", &error), ==, 0);
  g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_NOT_FOUND);
}

/* What the check alone refuses: nothing that can be read, lost letters, Unicode's own line breaks
 */
static gboolean
is_refused_by_check_alone (const char *text)
{
  return (!sarap_text_has_letter (text) && !sarap_text_is_dash (text)) ||
         sarap_text_has_lost_letters (text) || strstr (text, "\xE2\x80\xA8") != NULL ||
         strstr (text, "\xE2\x80\xA9") != NULL;
}

/* One line as the schema has it and as the check has it are the same, but for what only the check
   knows */
static void
test_one_line (SarapTestDatabase *test)
{
  static const gunichar odd[] = { 0xA0,   0xAD,   0x1680, 0x180E, 0x200B, 0x2028, 0x2029,
                                  0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF, 0xFFFF, 0x10FFFF };
  const SarapField *field =
      &sarap_body_type.fields[sarap_record_type_field (&sarap_body_type, "name_kk")];
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (SarapQuery) update =
      sarap_query_new ("UPDATE body SET name_kk = :name, version = version + 1");

  write_all (test->db);
  for (gunichar letter = 1; letter < 0xA1; letter++)
    g_array_append_val (letters, letter);
  for (gunichar letter = 0x1FFF; letter < 0x2010; letter++)
    g_array_append_val (letters, letter);
  g_array_append_vals (letters, odd, G_N_ELEMENTS (odd));
  for (guint i = 0; i < 2 * letters->len; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 ? "ә" : "");
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;
      gboolean kept, checked;

      g_string_append_unichar (text, g_array_index (letters, gunichar, i / 2));
      sarap_query_text (update, "name", text->str);
      kept = sarap_database_execute (test->db, update, &error) >= 0;
      g_test_message ("U+%04X", g_array_index (letters, gunichar, i / 2));
      checked = sarap_field_check (field, text->str, &message);
      g_assert_true (kept || !checked);
      if (kept && checked != kept)
        g_assert_true (is_refused_by_check_alone (text->str));
    }
}

/* Who reads and who writes a kind of record is said here and in the schema: the same */
static void
test_kinds (SarapTestDatabase *test)
{
  guint n_types = 0;

  for (; sarap_record_types[n_types] != NULL; n_types++)
    {
      const SarapRecordType *type = sarap_record_types[n_types];
      g_autofree char *sql = g_strdup_printf (
          "SELECT reads || ', ' || writes FROM record_kind WHERE record = '%s'", type->name);
      g_autofree char *said = sarap_test_text (test->db, sql);
      g_autofree char *described = g_strdup_printf ("%s, %s", type->reads, type->writes);

      g_test_message ("%s", type->name);
      g_assert_cmpstr (said, ==, described);
    }
  /* accounts are no records that people enter */
  g_assert_cmpint (
      sarap_test_integer (test->db, "SELECT count (*) FROM record_kind WHERE record <> 'account'"),
      ==, n_types);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("record-store/round-trip", test_round_trip);
  sarap_test_add ("record-store/compare", test_compare);
  sarap_test_add ("record-store/references", test_references);
  sarap_test_add ("record-store/single", test_single);
  sarap_test_add ("record-store/careers", test_careers);
  sarap_test_add ("record-store/far-apart", test_far_apart);
  sarap_test_add ("record-store/exist", test_exist);
  sarap_test_add ("record-store/one-line", test_one_line);
  sarap_test_add ("record-store/kinds", test_kinds);
  return g_test_run ();
}

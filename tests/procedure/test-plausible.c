/* What is implausible in the whole database, in a body, in one file (app/rules/README.md 11) */
#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-record-save.h"
#include "procedure/sarap-plausible-review.h"
#include "procedure/sarap-warning-sentences.h"
#include "records/sarap-lookup.h"
#include "records/sarap-record-store.h"
#include "sarap-test-database.h"

#include <string.h>

#define TODAY sarap_date_new (2026, 11, 29)
#define FIRST "680111310338"
#define SECOND "850310400018"
#define THIRD "911027389913"

static gint64
add (SarapDatabase *db, const SarapRecordType *type, const char *const *values)
{
  g_autoptr (SarapRecord) record = sarap_record_new (type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    sarap_record_set (record, type->fields[i].name, values[i]);
  sarap_record_save (db, record, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  return sarap_record_get_id (record);
}

static void
add_officer (SarapDatabase *db, const char *iin, const char *birth_date, const char *sex)
{
  add (db, &sarap_officer_type,
       (const char *[]){ iin, "Нұрғалиев", "Бауыржан", NULL, birth_date, sex, NULL, NULL, NULL });
}

static void
add_service (
    SarapDatabase *db, const char *iin, const char *body, const char *start, const char *end)
{
  add (db, &sarap_service_type,
       (const char *[]){ iin, "customs", NULL, body, NULL, "Инспектор", "Инспектор", "official",
                         "2", start, end, NULL, NULL });
}

/* FIRST (Almaty) has two positions at once; SECOND (Astana) a leave that is open for too long and
   an attestation in it; THIRD (Almaty) nothing */
static void
fill (SarapDatabase *db)
{
  add (db, &sarap_body_type, (const char *[]){ "ALM", "territorial", "Алматы", "Алматы" });
  add (db, &sarap_body_type, (const char *[]){ "AST", "central", "Астана", "Астана" });
  add_officer (db, FIRST, "1968-01-11", "m");
  add_officer (db, SECOND, "1985-03-10", "f");
  add_officer (db, THIRD, "1991-10-27", "m");
  add_service (db, FIRST, "ALM", "2001-02-05", "2010-05-31");
  add_service (db, FIRST, "ALM", "2010-05-20", NULL);
  add_service (db, SECOND, "AST", "2012-02-06", NULL);
  add_service (db, THIRD, "ALM", "2015-02-02", NULL);
  add (db, &sarap_deferral_type, (const char *[]){ SECOND, "pregnancy", "2026-01-20", NULL, NULL });
  add (db, &sarap_attestation_type,
       (const char *[]){ SECOND, "regular", "2026-02-10", "corresponds", "approved", "2026-02-20",
                         NULL });
}

/* "IIN KIND RECORD DAY [OTHER DAY]", a line each */
static gboolean
on_line (const SarapPlausibleLine *line, gpointer data, GError **error)
{
  GString *said = data;

  for (guint i = 0; i < line->n_warnings; i++)
    {
      const SarapWarning *warning = &line->warnings[i];
      char day_text[SARAP_DATE_TEXT], other_text[SARAP_DATE_TEXT];
      const char *kind, *other_kind;
      SarapDate day, other_day;

      sarap_plausible_name_record (line->career, warning->part, warning->index, &kind, &day);
      sarap_plausible_name_record (line->career, warning->other_part, warning->other, &other_kind,
                                   &other_day);
      g_string_append_printf (said, "%s %s %s %s %s %s\n", line->iin,
                              sarap_code_text (sarap_warning_kinds, (int) warning->kind), kind,
                              sarap_date_to_text (day, day_text), other_kind,
                              sarap_date_to_text (other_day, other_text));
    }
  return TRUE;
}

static char *
visit (SarapDatabase *db, const char *body, SarapDate today)
{
  g_autoptr (GError) error = NULL;
  GString *said = g_string_new (NULL);
  gint64 body_id = body != NULL ? sarap_lookup_body (db, body, &error) : 0;
  gboolean visited = sarap_plausible_visit (db, body_id, today, on_line, said, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (visited);
  return g_string_free (said, FALSE);
}

#define OVERLAP FIRST " customs-overlap customs 2010-05-20 customs 2001-02-05\n"
#define OPEN SECOND " deferral-open-long pregnancy 2026-01-20  \n"
#define DURING SECOND " attested-while-deferred regular 2026-02-10 pregnancy 2026-01-20\n"

static void
test_whole (SarapTestDatabase *test)
{
  g_autofree char *all = NULL, *almaty = NULL, *astana = NULL, *earlier = NULL, *ahead = NULL;

  fill (test->db);
  all = visit (test->db, NULL, TODAY);
  g_assert_cmpstr (all, ==, OVERLAP OPEN DURING);
  almaty = visit (test->db, "ALM", TODAY);
  g_assert_cmpstr (almaty, ==, OVERLAP);
  astana = visit (test->db, "AST", TODAY);
  g_assert_cmpstr (astana, ==, OPEN DURING);
  /* the last day on which it may be open still */
  earlier = visit (test->db, "AST", sarap_date_new (2026, 11, 20));
  g_assert_cmpstr (earlier, ==, DURING);
  /* what cannot be but stands there, from before it was refused, is listed too */
  ahead = visit (test->db, "AST", sarap_date_new (2026, 2, 15));
  g_assert_cmpstr (ahead, ==, SECOND " outcome-ahead regular 2026-02-10  \n");
}

/* Who has no more to see is not told of others either */
static void
test_of_one_body (SarapTestDatabase *test)
{
  g_autoptr (SarapDatabase) hr = NULL;
  g_autofree char *seen = NULL, *body = NULL;

  fill (test->db);
  body = sarap_test_text (test->db, "SELECT CAST (id AS text) FROM body WHERE code = 'ALM'");
  sarap_test_add_person (test, "hr", "hr", body, NULL);
  hr = sarap_test_sign_in (test, "hr");
  seen = visit (hr, NULL, TODAY);
  g_assert_cmpstr (seen, ==, OVERLAP);
  g_clear_pointer (&hr, sarap_database_close);
  sarap_test_remove_person (test, "hr");
}

static gboolean
stop_there (const SarapPlausibleLine *line, gpointer data, GError **error)
{
  g_cancellable_cancel (data);
  return !g_cancellable_set_error_if_cancelled (data, error);
}

static void
test_stopped (SarapTestDatabase *test)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, before = NULL;
  g_autofree char *after = NULL;

  fill (test->db);
  g_assert_false (
      sarap_plausible_visit (test->db, 0, TODAY, stop_there, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (sarap_plausible_visit (test->db, 0, TODAY, on_line, NULL, cancellable, &before));
  g_assert_error (before, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* and the database is there for the next question */
  after = visit (test->db, NULL, TODAY);
  g_assert_cmpstr (after, ==, OVERLAP OPEN DURING);
}

/* One file says the same as the whole database, and of which records */
static void
test_file (SarapTestDatabase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapOfficerFile) file = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  const SarapFileWarning *open, *during;
  gint64 id;

  fill (test->db);
  id = sarap_lookup_officer (test->db, SECOND, &error);
  file = sarap_officer_file_load (test->db, id, TODAY, 0, &error);
  g_assert_no_error (error);
  warnings = sarap_officer_file_warnings (file, TODAY);
  g_assert_cmpuint (warnings->len, ==, 2);
  open = warnings->pdata[0];
  during = warnings->pdata[1];
  g_assert_cmpint (open->warning.kind, ==, SARAP_WARNING_DEFERRAL_OPEN_LONG);
  g_assert_cmpint (open->record_id, ==, sarap_record_get_id (file->deferrals->pdata[0]));
  g_assert_cmpint (open->other_id, ==, 0);
  g_assert_cmpint (during->warning.kind, ==, SARAP_WARNING_ATTESTED_WHILE_DEFERRED);
  g_assert_cmpint (during->record_id, ==, sarap_record_get_id (file->attestations->pdata[0]));
  g_assert_cmpint (during->other_id, ==, open->record_id);
  g_assert_true (sarap_file_part_type (during->warning.part) == &sarap_attestation_type);
  g_assert_true (sarap_file_warning_equal (open, open));
  g_assert_false (sarap_file_warning_equal (open, during));
}

/* Every kind has a sentence that has its dates, and its chips */
static void
test_sentences (void)
{
  for (int kind = SARAP_WARNING_NONE + 1; kind < SARAP_WARNING_KINDS; kind++)
    for (int open = 0; open < 2; open++)
      {
        SarapWarning warning = {
          .kind = kind, .number = 2, .code = 1, .dates = { TODAY, TODAY + 1, TODAY + 2 }
        };
        g_autofree char *sentence = NULL;

        if (open)
          warning.dates[kind == SARAP_WARNING_ATTESTED_WHILE_DEFERRED ||
                                kind == SARAP_WARNING_DEFERRAL_OPEN_LONG
                            ? 2
                            : 1] = SARAP_DATE_NONE;
        if (open && kind != SARAP_WARNING_ATTESTED_WHILE_DEFERRED &&
            kind != SARAP_WARNING_DEFERRAL_OPEN_LONG && kind != SARAP_WARNING_CUSTOMS_OVERLAP &&
            kind != SARAP_WARNING_SERVICE_ELSEWHERE && kind != SARAP_WARNING_DEFERRAL_OVERLAP &&
            kind != SARAP_WARNING_REATTESTATION_NO_CAUSE)
          continue;
        sentence = sarap_format_warning (&warning);
        g_test_message ("%s", sentence);
        g_assert_null (strstr (sentence, "null"));
        g_assert_true (g_str_has_suffix (sentence, "."));
        g_assert_true (kind == SARAP_WARNING_IIN_SEX || strstr (sentence, "29.11.2026") != NULL);
      }
}

static void
test_chips (void)
{
  static const struct
  {
    SarapWarning warning;
    const char *chips;
  } lines[] = {
    { { .paragraphs = { 3 } }, "§3" },
    { { .paragraphs = { 5, 6 } }, "§5, §6" },
    { { .paragraphs = { 3 }, .house_rule = TRUE }, "§3*" },
    { { .paragraphs = { 36, 42 }, .house_rule = TRUE }, "§36*, §42*" },
    { { .house_rule = TRUE }, "*" },
    { { .house_rule = FALSE }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *chips = sarap_format_warning_chips (&lines[i].warning);

      g_assert_cmpstr (chips, ==, lines[i].chips);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plausible/sentences", test_sentences);
  g_test_add_func ("/plausible/chips", test_chips);
  sarap_test_add ("plausible/whole", test_whole);
  sarap_test_add_for (SARAP_ENGINE_POSTGRESQL, "plausible/of-one-body", test_of_one_body);
  sarap_test_add ("plausible/stopped", test_stopped);
  sarap_test_add ("plausible/file", test_file);
  return g_test_run ();
}

#include "exchange/sarap-demo.h"
#include "models/sarap-officers-model.h"
#include "records/sarap-name-keys.h"

#include "sarap-test-database.h"
#include "sarap-test-store.h"

#include <locale.h>

#define SEED 7

/* A list over its own connection, as the desktop has it */
typedef struct
{
  SarapDate today;
  SarapStore *store;
  SarapOfficersModel *model;
} Fixture;

static void
fixture_init (Fixture *fixture, SarapTestDatabase *test, guint n_officers)
{
  g_autoptr (GError) error = NULL;

  fixture->today = sarap_date_new (2026, 11, 23);
  if (n_officers > 0)
    sarap_demo_fill (test->db, n_officers, SEED, fixture->today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = sarap_test_store_open (test->name);
  fixture->model = sarap_officers_model_new (fixture->store, fixture->today);
  sarap_test_wait (
      sarap_officer_cache_get_complete (sarap_officers_model_get_cache (fixture->model)) &&
      sarap_officers_model_get_known (fixture->model) &&
      !sarap_officers_model_get_busy (fixture->model));
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_object (&fixture->model);
  sarap_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static guint
n_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static SarapOfficerRow *
row_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static char *
name_at (Fixture *fixture, guint position)
{
  g_autoptr (SarapOfficerRow) row = row_at (fixture, position);

  sarap_test_wait (sarap_officer_row_get_facts (row) != NULL);
  return g_strdup (sarap_officer_row_get_facts (row)->name);
}

static void
filter (Fixture *fixture, const char *query)
{
  g_autoptr (SarapFilter) wanted = sarap_filter_parse (query);

  sarap_officers_model_set_filter (fixture->model, wanted);
  sarap_test_wait (!sarap_officers_model_get_busy (fixture->model));
}

/* How many have this text in a column that is their own */
static guint
count_shown (Fixture *fixture, const char *text)
{
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_EXACT);
  guint n = 0;

  for (guint i = 0; i < n_shown (fixture); i++)
    {
      g_autofree char *name = name_at (fixture, i);
      g_autoptr (SarapOfficerRow) row = row_at (fixture, i);
      const SarapOfficerFacts *facts = sarap_officer_row_get_facts (row);
      SarapBodies *bodies =
          sarap_officer_cache_get_bodies (sarap_officers_model_get_cache (fixture->model));
      const SarapBody *body = sarap_bodies_body (bodies, facts->body_id);
      const SarapBody *unit = sarap_bodies_unit (bodies, facts->unit_id);
      g_autofree char *all = g_strjoin (
          " ", name, body != NULL ? body->name_kk : "", body != NULL ? body->name_ru : "",
          unit != NULL ? unit->name_kk : "", unit != NULL ? unit->name_ru : "",
          facts->position_kk != NULL ? facts->position_kk : "",
          facts->position_ru != NULL ? facts->position_ru : "", NULL);
      g_autofree char *folded_all = sarap_fold (all, SARAP_FOLD_EXACT);

      n += strstr (folded_all, folded) != NULL;
    }
  return n;
}

/* Bodies, units and positions are searched in both languages, as the columns show them */
static void
test_columns (SarapTestDatabase *test)
{
  static const char *const texts[] = { "инспектор", "главный", "департамент", "бекеті", "пост" };
  g_auto (Fixture) fixture = { 0 };
  guint n_all;

  fixture_init (&fixture, test, 300);
  n_all = n_shown (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *query = g_strconcat ("text=", texts[i], NULL);
      guint expected;

      filter (&fixture, "");
      expected = count_shown (&fixture, texts[i]);
      filter (&fixture, query);
      g_test_message ("%s: %u", texts[i], expected);
      g_assert_cmpuint (expected, >, 0);
      g_assert_cmpuint (n_shown (&fixture) - sarap_officers_model_get_n_alike (fixture.model), ==,
                        expected);
    }
  g_assert_cmpuint (n_all, ==, 300);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("columns", test_columns);
  return g_test_run ();
}

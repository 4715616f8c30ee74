#include "exchange/sarap-demo.h"
#include "models/sarap-officers-model.h"
#include "records/sarap-name-keys.h"

#include "sarap-shown-list.h"

#include <locale.h>

/* How many have this text in a column that is their own */
static guint
count_shown (SarapShownList *fixture, const char *text)
{
  g_autofree char *folded = sarap_fold (text, SARAP_FOLD_EXACT);
  guint n = 0;

  for (guint i = 0; i < sarap_shown_list_n (fixture); i++)
    {
      g_autofree char *name = sarap_shown_list_name (fixture, i);
      g_autoptr (SarapOfficerRow) row = sarap_shown_list_row (fixture, i);
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
  g_auto (SarapShownList) fixture = { 0 };
  guint n_all;

  sarap_shown_list_init (&fixture, test, 300);
  n_all = sarap_shown_list_n (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *query = g_strconcat ("text=", texts[i], NULL);
      guint expected;

      sarap_shown_list_filter (&fixture, "");
      expected = count_shown (&fixture, texts[i]);
      sarap_shown_list_filter (&fixture, query);
      g_test_message ("%s: %u", texts[i], expected);
      g_assert_cmpuint (expected, >, 0);
      g_assert_cmpuint (sarap_shown_list_n (&fixture) -
                            sarap_officers_model_get_n_alike (fixture.model),
                        ==, expected);
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

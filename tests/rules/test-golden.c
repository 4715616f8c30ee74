/* The standing of every officer of tests/golden/due on its three dates, line by line */

#include "sarap-career-text.h"
#include "sarap-golden.h"

#include <string.h>

static SarapGolden *golden;

static char *
line (const SarapGoldenOfficer *officer, const SarapStanding *s)
{
  g_autofree char *standing = sarap_text_standing (s);
  const char *commission = "";
  gboolean shown = s->status != SARAP_STATUS_NEGATIVE && s->current >= 0;

  if (shown && s->central)
    commission = "central";
  else if (shown)
    commission = g_ptr_array_index (
        golden->bodies, g_array_index (officer->service, SarapServiceRecord, s->current).body - 1);
  return g_strdup_printf ("%s,%s,%s", officer->iin, standing, commission);
}

static void
compare (const char *day, gboolean all, gboolean explained)
{
  g_autofree char *name = g_strdup_printf ("expected-%s%s.csv", day, all ? "-all" : "");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "golden", "due", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  SarapDate on = SARAP_DATE_NONE;
  guint next = 1;

  g_assert_true (sarap_date_parse (day, -1, &on));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==,
                   "iin,status,obligation,continuous_since,position_since,term,window_start,"
                   "deadline,deferral,commission");

  for (guint i = 0; i < golden->officers->len; i++)
    {
      const SarapGoldenOfficer *officer = g_ptr_array_index (golden->officers, i);
      SarapCareer career = sarap_golden_career (officer);
      g_autoptr (GArray) reasons = explained ? sarap_reasons_new () : NULL;
      SarapStanding standing;

      sarap_rules_standing (&career, on, &standing, reasons);
      if (all || sarap_rules_listed (&standing, sarap_date_add_months (on, 6)))
        {
          g_autofree char *got = line (officer, &standing);

          g_assert_cmpstr (got, ==, lines[next]);
          next++;
        }
    }
  g_assert_cmpstr (lines[next], ==, "");
}

static void
test_day (gconstpointer day)
{
  compare (day, TRUE, FALSE);
  compare (day, FALSE, FALSE);
}

/* To ask why changes no answer */
static void
test_explained (gconstpointer day)
{
  compare (day, TRUE, TRUE);
}

int
main (int argc, char **argv)
{
  static const char *const days[] = { "2024-02-29", "2025-02-28", "2026-11-22" };
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "..", "golden", "due", NULL);
  golden = sarap_golden_load (folder);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/golden/", days[i], NULL);
      g_autofree char *explained = g_strconcat ("/rules/golden/explained/", days[i], NULL);

      g_test_add_data_func (path, days[i], test_day);
      g_test_add_data_func (explained, days[i], test_explained);
    }
  status = g_test_run ();
  sarap_golden_free (golden);
  return status;
}

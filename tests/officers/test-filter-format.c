#include "officers/sarap-filter-format.h"
#include "officers/sarap-officers-list-format.h"

#include <locale.h>

static void
test_ranges (void)
{
  const SarapDate first = sarap_date_new (2026, 11, 1), last = sarap_date_new (2026, 12, 31);
  const struct
  {
    SarapDate from, until;
    const char *said;
  } cases[] = {
    { first, last, "Deadline: 01.11.2026 – 31.12.2026" },
    { first, SARAP_DATE_NONE, "Deadline: from 01.11.2026" },
    { SARAP_DATE_NONE, last, "Deadline: until 31.12.2026" },
    { SARAP_DATE_NONE, SARAP_DATE_NONE, "Deadline: From one day to another" },
  };
  g_autoptr (SarapFilter) filter = sarap_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SarapFilterSpan *span = &filter->spans[sarap_criterion_span (SARAP_CRITERION_DEADLINE)];
      g_autofree char *said = NULL;

      *span = (SarapFilterSpan){ SARAP_FILTER_RANGE, cases[i].from, cases[i].until };
      said = sarap_criterion_say (SARAP_CRITERION_DEADLINE, filter, NULL);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
test_left (void)
{
  const SarapDate today = sarap_date_new (2026, 11, 23);
  const struct
  {
    SarapDate deadline;
    const char *said;
  } cases[] = {
    { today, "today is the last day" },
    { today + 1, "1 day left" },
    { today + 60, "60 days left" },
    { sarap_date_new (2027, 2, 23), "3 months left" },
    { sarap_date_new (2027, 2, 22), "2 months left" },
    { today - 1, "1 day late" },
    { sarap_date_new (2026, 8, 23), "3 months late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = sarap_officers_say_left (cases[i].deadline, today);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-format/ranges", test_ranges);
  g_test_add_func ("/filter-format/left", test_left);
  return g_test_run ();
}

#include "models/sarap-filter.h"

#include <locale.h>

/* What a filter is written as is what it is read from */
static void
test_written (void)
{
  static const struct
  {
    const char *query;
    const char *written;
  } cases[] = {
    { "", "" },
    { "status=overdue,due", "status=due,overdue" },
    { "status=nonsense", "" },
    { "body=B,A,B", "body=A,B" },
    { "unit=ALA/03", "unit=ALA/03" },
    { "commission=central,ALA", "commission=ALA,central" },
    { "deadline=six-months", "deadline=six-months" },
    { "deadline=2026-01-01..2026-06-30", "deadline=2026-01-01..2026-06-30" },
    { "deadline=..2026-06-30", "deadline=..2026-06-30" },
    { "check=open-deferral,implausible", "check=implausible,open-deferral" },
    { "check=nonsense", "" },
    { "status=due&sort=deadline", "status=due" },
    { "opens=thirty-days&deferral=this-month", "opens=thirty-days&deferral=this-month" },
    { "text=a%26b%20%3D", "text=a%26b%20%3D" },
    { "text=Әбіш&status=due", "text=Әбіш&status=due" },
    { "%%%", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SarapFilter) filter = sarap_filter_parse (cases[i].query);
      g_autofree char *written = sarap_filter_write (filter);

      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpint (sarap_filter_is_empty (filter), ==, *written == '\0');
    }
}

static void
test_chips (void)
{
  g_autoptr (SarapFilter) filter = sarap_filter_parse ("text=абаев");

  g_assert_false (sarap_filter_has_chips (filter));
  sarap_filter_set_status (filter, SARAP_STATUS_DUE, TRUE);
  g_assert_true (sarap_filter_has_chips (filter));
  sarap_filter_set_status (filter, SARAP_STATUS_DUE, FALSE);
  g_assert_false (sarap_filter_has_chips (filter));
  sarap_filter_set_key (filter, SARAP_FILTER_BODY, "ALA", TRUE);
  g_assert_true (sarap_filter_has_key (filter, SARAP_FILTER_BODY, "ALA"));
  sarap_filter_set_key (filter, SARAP_FILTER_BODY, "ALA", FALSE);
  g_assert_false (sarap_filter_has_chips (filter));
}

static void
test_days (void)
{
  const SarapDate today = sarap_date_new (2026, 11, 30);
  const struct
  {
    SarapFilterSpanKind kind;
    SarapDate from, until;
  } cases[] = {
    { SARAP_FILTER_PAST, SARAP_DATE_NONE, sarap_date_new (2026, 11, 29) },
    { SARAP_FILTER_THIS_MONTH, sarap_date_new (2026, 11, 1), sarap_date_new (2026, 11, 30) },
    { SARAP_FILTER_THIRTY_DAYS, today, sarap_date_new (2026, 12, 30) },
    { SARAP_FILTER_THREE_MONTHS, today, sarap_date_new (2027, 2, 28) },
    { SARAP_FILTER_SIX_MONTHS, today, sarap_date_new (2027, 5, 30) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SarapFilterSpan span = { cases[i].kind };
      SarapDate from, until;

      sarap_filter_span_days (&span, today, &from, &until);
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (until, ==, cases[i].until);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/written", test_written);
  g_test_add_func ("/filter/chips", test_chips);
  g_test_add_func ("/filter/days", test_days);
  return g_test_run ();
}

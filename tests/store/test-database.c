/* Statements and their values, on both engines: what libgda gets wrong must come out right here */
#include "sarap-test-database.h"

static void
check_text (SarapTestDatabase *test, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SarapQuery) query = sarap_query_new ("SELECT :value, :value IS NULL");
  g_autoptr (SarapRows) rows = NULL;

  sarap_query_text (query, "value", value);
  rows = sarap_database_select (test->db, query, "tt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sarap_rows_count (rows), ==, 1);
  g_assert_cmpstr (sarap_rows_text (rows, 0, 0), ==, value);
  g_assert_cmpint (sarap_rows_is_null (rows, 0, 0), ==, value == NULL);
}

static void
test_texts (SarapTestDatabase *test)
{
  check_text (test, "Әлия");
  check_text (test, "");
  check_text (test, NULL);
  check_text (test, "it's \\ \"quoted\" :value ##x::text $1 ? %s\n\t");
  check_text (test, "true");
  check_text (test, "007");
}

static void
test_integers (SarapTestDatabase *test)
{
  static const gint64 values[] = { 0,          -1,        G_MAXINT32, (gint64) G_MAXINT32 + 1,
                                   G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SarapQuery) query = sarap_query_new ("SELECT :value");
      g_autoptr (SarapRows) rows = NULL;

      sarap_query_integer (query, "value", values[i]);
      rows = sarap_database_select (test->db, query, "i", &error);
      g_assert_no_error (error);
      g_assert_cmpint (sarap_rows_integer (rows, 0, 0), ==, values[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add ("texts", test_texts);
  sarap_test_add ("integers", test_integers);
  return g_test_run ();
}

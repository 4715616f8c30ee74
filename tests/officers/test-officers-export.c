#include "exchange/sarap-demo.h"
#include "exchange/sarap-exchange-error.h"
#include "officers/sarap-officers-export.h"

#include "sarap-test-database.h"

#define OFFICERS 10

/* A list does not take the place of the database that it is from */
static void
test_export_spares_databases (SarapTestDatabase *test)
{
  const char *path = test->name + strlen ("sqlite:");
  const guint32 id = 1;
  g_autoptr (GError) error = NULL;

  sarap_demo_fill (test->db, OFFICERS, 1, sarap_date_new (2026, 11, 23), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sarap_officers_export (test->db, path, &id, 1, 1, FALSE,
                                         sarap_date_new (2026, 11, 23), NULL, NULL, NULL, &error));
  g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_EXISTS);
  g_assert_cmpint (sarap_test_integer (test->db, "SELECT count (*) FROM officer"), ==, OFFICERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_test_add_for (SARAP_ENGINE_SQLITE, "export-spares-databases", test_export_spares_databases);
  return g_test_run ();
}

#include "base/sarap-language.h"
#include "procedure/sarap-sentences.h"

#include "rules/sarap-codes.h"
#include "store/sarap-database.h"

#include <glib/gi18n-lib.h>

static void
check_left (int days, const char *expected)
{
  g_autofree char *said = sarap_format_days_left (days);

  g_assert_cmpstr (said, ==, expected);
}

/* Texts with a plural come by another call than those without: both must find the catalogue */
static void
test_plurals (void)
{
  sarap_language_set ("ru");
  g_assert_cmpstr (_ (sarap_code_label (sarap_statuses, SARAP_STATUS_DUE)), ==,
                   "Подлежит аттестации");
  check_left (1, "остался 1\u00a0день");
  check_left (22, "осталось 22\u00a0дня");
  check_left (111, "осталось 111\u00a0дней");
  check_left (0, "сегодня последний день");
  check_left (-21, "просрочено на 21\u00a0день");
}

static void
test_another_language_at_once (void)
{
  sarap_language_set ("ru");
  check_left (5, "осталось 5\u00a0дней");
  sarap_language_set ("en");
  g_assert_cmpstr (sarap_language_get (), ==, "en");
  check_left (5, "5 days left");
  sarap_language_set ("ru");
  check_left (5, "осталось 5\u00a0дней");
}

/* The store reads libpq's own words where there is no session yet: they stay English */
static void
test_a_server_that_is_not_there (void)
{
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      sarap_language_set (sarap_languages[i].code);
      g_assert_null (sarap_database_open ("postgresql://nobody@127.0.0.1:1/sarap", NULL, &error));
      g_assert_error (error, SARAP_STORE_ERROR, SARAP_STORE_ERROR_LOST);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sarap_language_init ("/nowhere", "en");
  g_test_add_func ("/language/plurals", test_plurals);
  g_test_add_func ("/language/another-language-at-once", test_another_language_at_once);
  g_test_add_func ("/language/a-server-that-is-not-there", test_a_server_that_is_not_there);
  return g_test_run ();
}

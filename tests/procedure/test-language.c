#include "base/sarap-language.h"
#include "procedure/sarap-instruction.h"
#include "procedure/sarap-sentences.h"

#include "rules/sarap-codes.h"
#include "rules/sarap-reason.h"
#include "rules/sarap-standing.h"
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

/* Each paragraph that an explanation cites can be read, in each language; no other is made up */
static void
test_paragraphs (void)
{
  for (int i = 0; sarap_languages[i].code != NULL; i++)
    {
      sarap_language_set (sarap_languages[i].code);
      for (guint kind = SARAP_REASON_NONE; kind <= SARAP_REASON_NEGATIVE_TERM_COME; kind++)
        for (int status = 0; status <= SARAP_STATUS_NEGATIVE; status++)
          {
            g_autoptr (GArray) reasons = sarap_reasons_new ();
            g_autofree char *text = NULL;
            guint paragraph;

            sarap_reasons_add (reasons, &(SarapReason){ kind, .code = status });
            paragraph = g_array_index (reasons, SarapReason, 0).paragraph;
            text = sarap_instruction_format_text (paragraph);
            if ((text != NULL) != (paragraph != 0))
              g_error ("%s: §%u: %s", sarap_languages[i].code, paragraph, text);
          }
    }
}

static void
test_words_of_a_paragraph (void)
{
  g_autofree char *kk = NULL, *ru = NULL;

  sarap_language_set ("kk");
  kk = sarap_instruction_format_text (34);
  sarap_language_set ("ru");
  ru = sarap_instruction_format_text (34);
  g_assert_cmpstr (kk, ==,
                   "Аттестациялық комиссияның атқаратын қызметке сәйкес еместігі туралы шешімі "
                   "аттестацияның теріс нәтижесі болып табылады.");
  g_assert_cmpstr (ru, ==,
                   "Решение аттестационной комиссии о несоответствии занимаемой должности является "
                   "отрицательным результатом аттестации.");
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
  g_test_add_func ("/language/paragraphs", test_paragraphs);
  g_test_add_func ("/language/words-of-a-paragraph", test_words_of_a_paragraph);
  g_test_add_func ("/language/a-server-that-is-not-there", test_a_server_that_is_not_there);
  return g_test_run ();
}

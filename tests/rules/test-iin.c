/* app/rules/README.md 10: the personal identification number */

#include "rules/sarap-iin.h"

#include "sarap-golden.h"

static void
test_check (void)
{
  static const struct
  {
    const char *iin;
    SarapIinFault fault;
  } lines[] = {
    { "680111310338", SARAP_IIN_OK },
    { "000509505625", SARAP_IIN_OK }, /* 2000, 21st century, male */
    { "000412602621", SARAP_IIN_OK }, /* 21st century, female */
    { "", SARAP_IIN_LENGTH },
    { NULL, SARAP_IIN_LENGTH },
    { "68011131033", SARAP_IIN_LENGTH },
    { "6801113103380", SARAP_IIN_LENGTH },
    { "68011131033x", SARAP_IIN_DIGITS },
    { " 80111310338", SARAP_IIN_DIGITS },
    { "680111310338\n", SARAP_IIN_DIGITS },
    { "-80111310338", SARAP_IIN_DIGITS },
    { "68011131033٨", SARAP_IIN_DIGITS },
    { "қ80111310338", SARAP_IIN_DIGITS },
    { "680111010338", SARAP_IIN_CENTURY },
    { "680111710338", SARAP_IIN_CENTURY },
    { "680111910338", SARAP_IIN_CENTURY },
    { "681311310338", SARAP_IIN_DATE },
    { "680011310338", SARAP_IIN_DATE },
    { "680100310338", SARAP_IIN_DATE },
    { "680132310338", SARAP_IIN_DATE },
    { "690229310338", SARAP_IIN_DATE },
    { "000229110338", SARAP_IIN_DATE },        /* 1800 was no leap year */
    { "000229310338", SARAP_IIN_DATE },        /* nor 1900 */
    { "000229510330", SARAP_IIN_CHECK_DIGIT }, /* 2000 was */
    { "680111310339", SARAP_IIN_CHECK_DIGIT },
    { "680111310330", SARAP_IIN_CHECK_DIGIT },
    { "680111310383", SARAP_IIN_CHECK_DIGIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (sarap_iin_check (lines[i].iin), ==, lines[i].fault);
}

/* What stands around the digits goes, what stands in place of one stays */
static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean; /* NULL: as it was */
  } lines[] = {
    { "680111310338", NULL },
    { "", NULL },
    { " 680111310338", "680111310338" },
    { "680111310338\xC2\xA0", "680111310338" },
    { "680111 310 338", "680111310338" },
    { "\xE2\x80\x8E"
      "680111310338",
      "680111310338" },
    { "\t680111310338", "680111310338" },
    { "'680111310338", "680111310338" },
    { "=\"680111310338\"", "680111310338" },
    { " =\"680111310338\" ", "680111310338" },
    { "６８０１１１３１０３３８", "680111310338" },
    { "68011131033", NULL },
    { "6.80111E+11", NULL },
    { "680111310338.0", NULL },
    { "68011131033O", NULL },
    { "680111-310338", NULL },
    { "=680111310338", NULL },
    { "\xFF", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *clean = sarap_iin_clean (lines[i].text);

      g_assert_cmpstr (clean, ==, lines[i].clean);
    }
}

static void
test_against (void)
{
  static const char iin[] = "680111310338";
  SarapDate born = sarap_date_new (1968, 1, 11);

  g_assert_cmpint (sarap_iin_check_against (iin, born, SARAP_SEX_MALE), ==, SARAP_IIN_OK);
  g_assert_cmpint (sarap_iin_check_against (iin, born, SARAP_SEX_FEMALE), ==, SARAP_IIN_SEX);
  g_assert_cmpint (sarap_iin_check_against (iin, born, SARAP_SEX_NONE), ==, SARAP_IIN_SEX);
  g_assert_cmpint (sarap_iin_check_against (iin, born + 1, SARAP_SEX_MALE), ==,
                   SARAP_IIN_BIRTH_DATE);
  g_assert_cmpint (sarap_iin_check_against (iin, SARAP_DATE_NONE, SARAP_SEX_MALE), ==,
                   SARAP_IIN_BIRTH_DATE);
  /* the same six digits, a century before */
  g_assert_cmpint (sarap_iin_check_against (iin, sarap_date_new (1868, 1, 11), SARAP_SEX_MALE), ==,
                   SARAP_IIN_BIRTH_DATE);
  g_assert_cmpint (sarap_iin_check_against ("680111310339", born, SARAP_SEX_MALE), ==,
                   SARAP_IIN_CHECK_DIGIT);
}

static void
test_century_and_sex (void)
{
  static const struct
  {
    char digit;
    int century;
    SarapSex sex;
  } lines[] = {
    { '1', 1800, SARAP_SEX_MALE }, { '2', 1800, SARAP_SEX_FEMALE },
    { '3', 1900, SARAP_SEX_MALE }, { '4', 1900, SARAP_SEX_FEMALE },
    { '5', 2000, SARAP_SEX_MALE }, { '6', 2000, SARAP_SEX_FEMALE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      char iin[] = "680111x12345";

      iin[6] = lines[i].digit;
      g_assert_cmpint (sarap_iin_birth_date (iin), ==,
                       sarap_date_new (lines[i].century + 68, 1, 11));
      g_assert_cmpint (sarap_iin_sex (iin), ==, lines[i].sex);
    }
  g_assert_cmpint (sarap_iin_birth_date ("6801110"), ==, SARAP_DATE_NONE);
  g_assert_cmpint (sarap_iin_sex (""), ==, SARAP_SEX_NONE);
}

static int
weighted (const char *iin, const int *weights)
{
  int sum = 0;

  for (int i = 0; i < 11; i++)
    sum += (iin[i] - '0') * weights[i];
  return sum % 11;
}

/* Each kind of check digit is met: by the first weights, by the second, and none at all */
static void
test_check_digits (void)
{
  static const int first[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
  static const int second[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2 };
  int by_first = 0, by_second = 0, none = 0;

  for (int serial = 0; serial < 10000; serial++)
    {
      char iin[32];
      int expected;

      g_snprintf (iin, sizeof iin, "6801113%04dx", serial);
      expected = weighted (iin, first);
      if (expected < 10)
        by_first++;
      else if ((expected = weighted (iin, second)) < 10)
        by_second++;
      else
        {
          expected = -1;
          none++;
        }
      g_assert_cmpint (sarap_iin_check_digit (iin), ==, expected);
      for (int digit = 0; digit < 10; digit++)
        {
          iin[11] = (char) ('0' + digit);
          g_assert_cmpint (sarap_iin_check (iin), ==,
                           digit == expected ? SARAP_IIN_OK : SARAP_IIN_CHECK_DIGIT);
        }
    }
  g_assert_cmpint (by_first, >, 8000);
  g_assert_cmpint (by_second, >, 500);
  g_assert_cmpint (none, >, 10);
}

static void
test_golden (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "golden", "due", NULL);
  g_autoptr (SarapGolden) golden = sarap_golden_load (folder);

  for (guint i = 0; i < golden->officers->len; i++)
    {
      const SarapGoldenOfficer *officer = g_ptr_array_index (golden->officers, i);

      g_assert_cmpint (sarap_iin_check_against (officer->iin, officer->birth_date, officer->sex),
                       ==, SARAP_IIN_OK);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/iin/check", test_check);
  g_test_add_func ("/rules/iin/clean", test_clean);
  g_test_add_func ("/rules/iin/against", test_against);
  g_test_add_func ("/rules/iin/century-and-sex", test_century_and_sex);
  g_test_add_func ("/rules/iin/check-digits", test_check_digits);
  g_test_add_func ("/rules/iin/golden", test_golden);
  return g_test_run ();
}

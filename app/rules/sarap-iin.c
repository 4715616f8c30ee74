#include "rules/sarap-iin.h"

#include <string.h>

/* Twelve digits: YYMMDD, century and sex, four digits, check digit (README.md 10) */
#define DIGITS 12
#define CENTURY_DIGIT 6
#define CHECK_DIGIT 11
#define FULL_WIDTH_ZERO 0xFF10
#define FULL_WIDTH_NINE 0xFF19

static int
digit (const char *iin, int index)
{
  return iin[index] - '0';
}

static gboolean
is_well_formed (const char *iin)
{
  return strspn (iin, "0123456789") == DIGITS && iin[DIGITS] == '\0';
}

/* Removes the formula or the apostrophe: in some spreadsheets only these keep the digits as a
   text */
static void
take_off_wrapping (GString *text)
{
  if (g_str_has_prefix (text->str, "=\"") && text->len > 3 && text->str[text->len - 1] == '"')
    {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 2);
    }
  if (text->str[0] == '\'')
    g_string_erase (text, 0, 1);
}

char *
sarap_iin_clean (const char *text)
{
  g_autoptr (GString) clean = NULL;

  if (is_well_formed (text) || !g_utf8_validate (text, -1, NULL))
    return NULL;
  clean = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_FORMAT)
        continue;
      if (character >= FULL_WIDTH_ZERO && character <= FULL_WIDTH_NINE)
        character = '0' + (character - FULL_WIDTH_ZERO);
      g_string_append_unichar (clean, character);
    }
  take_off_wrapping (clean);
  if (strcmp (clean->str, text) == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

int
sarap_iin_check_digit (const char *first_eleven)
{
  static const guint8 weights[2][CHECK_DIGIT] = {
    { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 },
    { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2 },
  };

  for (guint round = 0; round < G_N_ELEMENTS (weights); round++)
    {
      int sum = 0;

      for (int i = 0; i < CHECK_DIGIT; i++)
        sum += digit (first_eleven, i) * weights[round][i];
      if (sum % 11 != 10)
        return sum % 11;
    }
  return -1;
}

SarapDate
sarap_iin_birth_date (const char *iin)
{
  int century;

  if (!is_well_formed (iin))
    return SARAP_DATE_NONE;
  century = digit (iin, CENTURY_DIGIT);
  if (century < 1 || century > 6)
    return SARAP_DATE_NONE;
  return sarap_date_new (1800 + (century - 1) / 2 * 100 + digit (iin, 0) * 10 + digit (iin, 1),
                         digit (iin, 2) * 10 + digit (iin, 3),
                         digit (iin, 4) * 10 + digit (iin, 5));
}

SarapSex
sarap_iin_sex (const char *iin)
{
  int century = is_well_formed (iin) ? digit (iin, CENTURY_DIGIT) : 0;

  if (century < 1 || century > 6)
    return SARAP_SEX_NONE;
  return century % 2 == 1 ? SARAP_SEX_MALE : SARAP_SEX_FEMALE;
}

SarapIinFault
sarap_iin_check (const char *iin)
{
  gsize size = iin == NULL ? 0 : strlen (iin);

  /* checked first, so that a letter of two bytes does not count as one digit too many */
  if (size > 0 && strspn (iin, "0123456789") != size)
    return SARAP_IIN_DIGITS;
  if (size != DIGITS)
    return SARAP_IIN_LENGTH;
  if (sarap_iin_sex (iin) == SARAP_SEX_NONE)
    return SARAP_IIN_CENTURY;
  if (sarap_iin_birth_date (iin) == SARAP_DATE_NONE)
    return SARAP_IIN_DATE;
  if (sarap_iin_check_digit (iin) != digit (iin, CHECK_DIGIT))
    return SARAP_IIN_CHECK_DIGIT;
  return SARAP_IIN_OK;
}

gboolean
sarap_iin_agrees_with_birth_date (const char *iin, SarapDate birth_date)
{
  return birth_date != SARAP_DATE_NONE && sarap_iin_birth_date (iin) == birth_date;
}

gboolean
sarap_iin_agrees_with_sex (const char *iin, SarapSex sex)
{
  return sex != SARAP_SEX_NONE && sarap_iin_sex (iin) == sex;
}

SarapIinFault
sarap_iin_check_against (const char *iin, SarapDate birth_date, SarapSex sex)
{
  SarapIinFault fault = sarap_iin_check (iin);

  if (fault != SARAP_IIN_OK)
    return fault;
  if (!sarap_iin_agrees_with_birth_date (iin, birth_date))
    return SARAP_IIN_BIRTH_DATE;
  if (!sarap_iin_agrees_with_sex (iin, sex))
    return SARAP_IIN_SEX;
  return SARAP_IIN_OK;
}

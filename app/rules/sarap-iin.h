#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapIinFault:
 * @SARAP_IIN_OK: no fault
 * @SARAP_IIN_LENGTH: digits only, but not twelve
 * @SARAP_IIN_DIGITS: a character that is no digit
 * @SARAP_IIN_CENTURY: the seventh digit is not 1 to 6
 * @SARAP_IIN_DATE: the first six digits are no day of that century
 * @SARAP_IIN_CHECK_DIGIT: the check digit is wrong, or no check digit fits the other digits
 * @SARAP_IIN_BIRTH_DATE: a valid number of a person born on another day
 * @SARAP_IIN_SEX: a valid number of a person of the other sex
 *
 * The fault of a personal identification number, alone or compared with its officer's record.
 */
typedef enum
{
  SARAP_IIN_OK,
  SARAP_IIN_LENGTH,
  SARAP_IIN_DIGITS,
  SARAP_IIN_CENTURY,
  SARAP_IIN_DATE,
  SARAP_IIN_CHECK_DIGIT,
  SARAP_IIN_BIRTH_DATE,
  SARAP_IIN_SEX,
} SarapIinFault;

/**
 * sarap_iin_clean:
 * @text: a text in the field of a number, in UTF-8
 *
 * Removes what a spreadsheet or a person puts around and between the digits: white space, invisible
 * characters, an apostrophe before them, the formula ="…" around them. Full-width digits become
 * plain ones. No digit is added or changed, so that a wrong number stays wrong.
 *
 * Returns: (transfer full) (nullable): the cleaned text, %NULL if there was nothing to remove
 */
char         *sarap_iin_clean                  (const char *text);

/**
 * sarap_iin_check:
 * @iin: (nullable): a personal identification number as entered
 *
 * Returns: the first fault of the number itself, %SARAP_IIN_OK if it is valid
 */
SarapIinFault sarap_iin_check                  (const char *iin);

/**
 * sarap_iin_check_against:
 * @iin: (nullable): a personal identification number as entered
 * @birth_date: the birth date of the record
 * @sex: the sex of the record
 *
 * Returns: the first fault of the number, alone or compared with its record; %SARAP_IIN_OK if it is
 *   accepted
 */
SarapIinFault sarap_iin_check_against          (const char *iin, SarapDate birth_date,
                                                SarapSex sex);

/**
 * sarap_iin_agrees_with_birth_date:
 * @iin: a number
 * @birth_date: the birth date of the record
 *
 * Returns: whether the number contains that birth date
 */
gboolean      sarap_iin_agrees_with_birth_date (const char *iin, SarapDate birth_date);

/**
 * sarap_iin_agrees_with_sex:
 * @iin: a number
 * @sex: the sex of the record
 *
 * Returns: whether the number contains that sex
 */
gboolean      sarap_iin_agrees_with_sex        (const char *iin, SarapSex sex);

/**
 * sarap_iin_birth_date:
 * @iin: a number
 *
 * Returns: the birth date in its first seven digits, %SARAP_DATE_NONE if they are no date
 */
SarapDate     sarap_iin_birth_date             (const char *iin);

/**
 * sarap_iin_sex:
 * @iin: a number
 *
 * Returns: the sex in its seventh digit, %SARAP_SEX_NONE if that digit has none
 */
SarapSex      sarap_iin_sex                    (const char *iin);

/**
 * sarap_iin_check_digit:
 * @first_eleven: eleven digits; later characters are ignored
 *
 * Returns: the twelfth digit, -1 if no valid number begins with these
 */
int           sarap_iin_check_digit            (const char *first_eleven);

G_END_DECLS

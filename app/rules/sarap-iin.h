#pragma once

#include "rules/sarap-codes.h"
#include "rules/sarap-date.h"

G_BEGIN_DECLS

/**
 * SarapIinFault:
 * @SARAP_IIN_OK: none
 * @SARAP_IIN_LENGTH: not twelve digits, though all are digits
 * @SARAP_IIN_DIGITS: something that is no digit
 * @SARAP_IIN_CENTURY: the seventh digit is not 1 to 6
 * @SARAP_IIN_DATE: the first six digits are no day of that century
 * @SARAP_IIN_CHECK_DIGIT: another check digit belongs to the others, or none can
 * @SARAP_IIN_BIRTH_DATE: a valid number of somebody born another day
 * @SARAP_IIN_SEX: a valid number of somebody of the other sex
 *
 * What is wrong with a personal identification number, alone or beside its officer's record.
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
 * @text: what stands where a number should, in UTF-8
 *
 * Takes away what a spreadsheet or a person puts around the digits and between them: white space,
 * characters that cannot be seen, an apostrophe before them, the formula ="…" around them; makes
 * full-width digits plain ones. No digit is added or changed, so that what is wrong stays so.
 *
 * Returns: (transfer full) (nullable): the text without that, %NULL when it has nothing of it
 */
char         *sarap_iin_clean                  (const char *text);

/**
 * sarap_iin_check:
 * @iin: (nullable): a personal identification number as it was given
 *
 * Returns: the first thing that is wrong with the number itself, %SARAP_IIN_OK if it is valid
 */
SarapIinFault sarap_iin_check                  (const char *iin);

/**
 * sarap_iin_check_against:
 * @iin: (nullable): a personal identification number as it was given
 * @birth_date: the birth date of the record
 * @sex: the sex of the record
 *
 * Returns: the first thing that is wrong with the number or between it and its record,
 *   %SARAP_IIN_OK if it may stand there
 */
SarapIinFault sarap_iin_check_against          (const char *iin, SarapDate birth_date, SarapSex sex);

/**
 * sarap_iin_agrees_with_birth_date:
 * @iin: a number
 * @birth_date: the birth date of the record
 *
 * Returns: whether the number tells that birth date
 */
gboolean      sarap_iin_agrees_with_birth_date (const char *iin, SarapDate birth_date);

/**
 * sarap_iin_agrees_with_sex:
 * @iin: a number
 * @sex: the sex of the record
 *
 * Returns: whether the number tells that sex
 */
gboolean      sarap_iin_agrees_with_sex        (const char *iin, SarapSex sex);

/**
 * sarap_iin_birth_date:
 * @iin: a number
 *
 * Returns: the birth date that its first seven digits tell, %SARAP_DATE_NONE if they tell none
 */
SarapDate     sarap_iin_birth_date             (const char *iin);

/**
 * sarap_iin_sex:
 * @iin: a number
 *
 * Returns: the sex that its seventh digit tells, %SARAP_SEX_NONE if it tells none
 */
SarapSex      sarap_iin_sex                    (const char *iin);

/**
 * sarap_iin_check_digit:
 * @first_eleven: eleven digits; what follows them is not read
 *
 * Returns: the twelfth, -1 if no valid number begins so
 */
int           sarap_iin_check_digit            (const char *first_eleven);

G_END_DECLS

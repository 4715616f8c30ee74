#include "records/sarap-record.h"

#include "records/sarap-name-hints.h"
#include "rules/sarap-iin.h"
#include "rules/sarap-plausible.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY (SARAP_FIELD_KEY | SARAP_FIELD_REQUIRED)
#define NEEDED SARAP_FIELD_REQUIRED

static gboolean
given (const char *value)
{
  return value != NULL && *value != '\0';
}

static gboolean
read_date (const char *value, SarapDate *date)
{
  return given (value) && sarap_date_parse (value, -1, date);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* Reports a last day before the first day, in the two given fields */
static void
check_order (
    const char *const *values, guint first, guint last, const char *sentence, GPtrArray *faults)
{
  SarapDate start, end;

  if (read_date (values[first], &start) && read_date (values[last], &end) && end < start)
    sarap_faults_add (faults, last, g_strdup_printf (sentence, values[last], values[first]));
}

#pragma GCC diagnostic pop

static const SarapField body_fields[] = {
  { "code", N_ ("Code"), SARAP_FIELD_TEXT, KEY },
  { "kind", N_ ("Kind of body"), SARAP_FIELD_CODE, NEEDED, sarap_body_kinds },
  { "name_kk", N_ ("Name in Kazakh"), SARAP_FIELD_TEXT, NEEDED },
  { "name_ru", N_ ("Name in Russian"), SARAP_FIELD_TEXT, NEEDED },
};

const SarapRecordType sarap_body_type = {
  .name = "body",
  .file = "bodies.csv",
  .label = N_ ("Body"),
  .plural = N_ ("Bodies"),
  .fields = body_fields,
  .n_fields = G_N_ELEMENTS (body_fields),
  .owner = SARAP_OWNER_SERVICE,
  .flags = SARAP_RECORD_IN_EVERY_FOLDER | SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING,
  .reads = "known",
  .writes = "agency",
};

static const SarapField unit_fields[] = {
  { "body", N_ ("Body"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_body_type },
  { "code", N_ ("Code"), SARAP_FIELD_TEXT, KEY },
  { "kind", N_ ("Kind of unit"), SARAP_FIELD_CODE, NEEDED, sarap_unit_kinds },
  { "name_kk", N_ ("Name in Kazakh"), SARAP_FIELD_TEXT, NEEDED },
  { "name_ru", N_ ("Name in Russian"), SARAP_FIELD_TEXT, NEEDED },
};

const SarapRecordType sarap_unit_type = {
  .name = "unit",
  .file = "units.csv",
  .label = N_ ("Unit"),
  .plural = N_ ("Units"),
  .fields = unit_fields,
  .n_fields = G_N_ELEMENTS (unit_fields),
  .owner = SARAP_OWNER_BODY,
  .flags = SARAP_RECORD_IN_EVERY_FOLDER | SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING,
  .reads = "known",
  .writes = "agency",
};

enum
{
  OFFICER_IIN,
  OFFICER_SURNAME,
  OFFICER_GIVEN_NAME,
  OFFICER_PATRONYMIC,
  OFFICER_BIRTH_DATE,
  OFFICER_SEX,
};

static const SarapField officer_fields[] = {
  { "iin", N_ ("IIN"), SARAP_FIELD_IIN, KEY },
  { "surname", N_ ("Surname"), SARAP_FIELD_TEXT, NEEDED },
  { "given_name", N_ ("Given name"), SARAP_FIELD_TEXT, NEEDED },
  { "patronymic", N_ ("Patronymic"), SARAP_FIELD_TEXT },
  { "birth_date", N_ ("Date of birth"), SARAP_FIELD_DATE, NEEDED },
  { "sex", N_ ("Sex"), SARAP_FIELD_CODE, NEEDED, sarap_sexes },
  { "surname_ru", N_ ("Surname in Russian"), SARAP_FIELD_TEXT, SARAP_FIELD_OPTIONAL },
  { "given_name_ru", N_ ("Given name in Russian"), SARAP_FIELD_TEXT, SARAP_FIELD_OPTIONAL },
  { "patronymic_ru", N_ ("Patronymic in Russian"), SARAP_FIELD_TEXT, SARAP_FIELD_OPTIONAL },
};

/* app/rules/README.md 10 */
static char *
say_iin_fault (SarapIinFault fault, const char *iin)
{
  switch (fault)
    {
    case SARAP_IIN_OK:
      return NULL;
    case SARAP_IIN_LENGTH:
      return g_strdup_printf (_ ("An IIN has twelve digits; “%s” has not."), iin);
    case SARAP_IIN_DIGITS:
      return g_strdup_printf (_ ("An IIN has only digits; “%s” has something else."), iin);
    case SARAP_IIN_CENTURY:
      return g_strdup_printf (_ ("The seventh digit of the IIN %s tells no century and sex."), iin);
    case SARAP_IIN_DATE:
      return g_strdup_printf (_ ("The IIN %s does not begin with a date that exists."), iin);
    case SARAP_IIN_CHECK_DIGIT:
      return g_strdup_printf (_ ("The check digit of the IIN %s is wrong: one of its digits was "
                                 "mistyped."),
                              iin);
    case SARAP_IIN_BIRTH_DATE:
      return g_strdup_printf (_ ("The date of birth does not agree with the IIN %s."), iin);
    case SARAP_IIN_SEX:
      return g_strdup_printf (_ ("The sex does not agree with the IIN %s."), iin);
    default:
      g_assert_not_reached ();
    }
}

static void
check_officer (const char *const *values, GPtrArray *faults)
{
  const char *iin = values[OFFICER_IIN];
  SarapIinFault fault = given (iin) ? sarap_iin_check (iin) : SARAP_IIN_OK;

  if (fault != SARAP_IIN_OK)
    sarap_faults_add (faults, OFFICER_IIN, say_iin_fault (fault, iin));
}

static void
check_officer_on (const char *const *values, SarapDate today, GPtrArray *faults)
{
  sarap_name_check (values, faults);
}

/* A wrong date of birth is corrected later, but the number does not change */
static void
warn_officer (const char *const *values, GPtrArray *warnings)
{
  const char *iin = values[OFFICER_IIN];
  SarapDate birth_date = SARAP_DATE_NONE;
  int sex = sarap_code_find (sarap_sexes, values[OFFICER_SEX], -1);

  if (!given (iin) || sarap_iin_check (iin) != SARAP_IIN_OK)
    return;
  if (read_date (values[OFFICER_BIRTH_DATE], &birth_date) &&
      !sarap_iin_agrees_with_birth_date (iin, birth_date))
    sarap_faults_add (warnings, OFFICER_BIRTH_DATE, say_iin_fault (SARAP_IIN_BIRTH_DATE, iin));
  if (sex > 0 && !sarap_iin_agrees_with_sex (iin, sex))
    sarap_faults_add (warnings, OFFICER_SEX, say_iin_fault (SARAP_IIN_SEX, iin));
}

const SarapRecordType sarap_officer_type = {
  .name = "officer",
  .file = "officers.csv",
  .label = N_ ("Officer"),
  .plural = N_ ("Officers"),
  .fields = officer_fields,
  .n_fields = G_N_ELEMENTS (officer_fields),
  .owner = SARAP_OWNER_SERVICE,
  .flags = SARAP_RECORD_IN_EVERY_FOLDER | SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING,
  .reads = "file",
  .writes = "hr",
  .check = check_officer,
  .check_on = check_officer_on,
  .warn = warn_officer,
  .hint = sarap_name_hint,
  .hint_once = sarap_name_hint_case,
};

enum
{
  SERVICE_IIN,
  SERVICE_EMPLOYER_KIND,
  SERVICE_EMPLOYER,
  SERVICE_BODY,
  SERVICE_UNIT,
  SERVICE_POSITION_KK,
  SERVICE_POSITION_RU,
  SERVICE_CATEGORY,
  SERVICE_LEVEL,
  SERVICE_START,
  SERVICE_END,
  SERVICE_ORDER_NO,
};

static const SarapField service_fields[] = {
  { "iin", N_ ("IIN"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_officer_type },
  { "employer_kind", N_ ("Kind of employer"), SARAP_FIELD_CODE, KEY, sarap_employer_kinds },
  { "employer", N_ ("Employer"), SARAP_FIELD_TEXT },
  { "body", N_ ("Body"), SARAP_FIELD_REFERENCE, 0, NULL, &sarap_body_type },
  { "unit", N_ ("Unit"), SARAP_FIELD_REFERENCE, 0, NULL, &sarap_unit_type },
  { "position_kk", N_ ("Position in Kazakh"), SARAP_FIELD_TEXT },
  { "position_ru", N_ ("Position in Russian"), SARAP_FIELD_TEXT },
  { "category", N_ ("Category of the position"), SARAP_FIELD_CODE, 0, sarap_categories },
  { "level", N_ ("Position level"), SARAP_FIELD_INTEGER },
  { "start", N_ ("First day"), SARAP_FIELD_DATE, KEY },
  { "end", N_ ("Last day"), SARAP_FIELD_DATE },
  { "order_no", N_ ("Order No."), SARAP_FIELD_TEXT },
  { "employer_ru", N_ ("Employer in Russian"), SARAP_FIELD_TEXT, SARAP_FIELD_OPTIONAL },
};

static void
check_service (const char *const *values, GPtrArray *faults)
{
  int kind = sarap_code_find (sarap_employer_kinds, values[SERVICE_EMPLOYER_KIND], -1);

  check_order (values, SERVICE_START, SERVICE_END,
               /* TRANSLATORS: two dates */
               _ ("The last day %s is before the first day %s."), faults);
  if (kind <= SARAP_EMPLOYER_NONE)
    return;
  if (kind != SARAP_EMPLOYER_CUSTOMS && !given (values[SERVICE_EMPLOYER]))
    sarap_faults_add (faults, SERVICE_EMPLOYER,
                      g_strdup (_ ("Name the employer: only for a customs body it may be left "
                                   "out.")));
  for (guint i = SERVICE_BODY; i <= SERVICE_LEVEL; i++)
    {
      if (kind == SARAP_EMPLOYER_CUSTOMS && i != SERVICE_UNIT && !given (values[i]))
        sarap_faults_add (faults, i,
                          g_strdup (_ ("Service in a customs body needs a value here.")));
      else if (kind != SARAP_EMPLOYER_CUSTOMS && given (values[i]))
        sarap_faults_add (faults, i,
                          g_strdup (_ ("Only service in a customs body has a value here.")));
    }
}

const SarapRecordType sarap_service_type = {
  .name = "service",
  .file = "service.csv",
  .label = N_ ("Service record"),
  .plural = N_ ("Service records"),
  .fields = service_fields,
  .n_fields = G_N_ELEMENTS (service_fields),
  .owner = SARAP_OWNER_OFFICER,
  .flags = SARAP_RECORD_IN_EVERY_FOLDER | SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING,
  .latest = "start",
  .reads = "file",
  .writes = "hr",
  .check = check_service,
};

enum
{
  DEFERRAL_IIN,
  DEFERRAL_KIND,
  DEFERRAL_START,
  DEFERRAL_END,
  DEFERRAL_REASON,
};

static const SarapField deferral_fields[] = {
  { "iin", N_ ("IIN"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_officer_type },
  { "kind", N_ ("Kind of deferral"), SARAP_FIELD_CODE, KEY, sarap_deferral_kinds },
  { "start", N_ ("First day"), SARAP_FIELD_DATE, KEY },
  { "end", N_ ("Last day"), SARAP_FIELD_DATE },
  { "reason", N_ ("Reason"), SARAP_FIELD_TEXT },
};

static void
check_deferral (const char *const *values, GPtrArray *faults)
{
  check_order (values, DEFERRAL_START, DEFERRAL_END,
               /* TRANSLATORS: two dates */
               _ ("The last day %s is before the first day %s."), faults);
}

const SarapRecordType sarap_deferral_type = {
  .name = "deferral",
  .file = "deferrals.csv",
  .label = N_ ("Deferral"),
  .plural = N_ ("Deferrals"),
  .fields = deferral_fields,
  .n_fields = G_N_ELEMENTS (deferral_fields),
  .owner = SARAP_OWNER_OFFICER,
  .flags = SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING,
  .latest = "start",
  .reads = "file",
  .writes = "hr",
  .check = check_deferral,
};

enum
{
  ATTESTATION_IIN,
  ATTESTATION_KIND,
  ATTESTATION_DATE,
  ATTESTATION_DECISION,
  ATTESTATION_OUTCOME,
  ATTESTATION_OUTCOME_DATE,
  ATTESTATION_ORDER_NO,
};

static const SarapField attestation_fields[] = {
  { "iin", N_ ("IIN"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_officer_type },
  { "kind", N_ ("Kind of attestation"), SARAP_FIELD_CODE, KEY, sarap_attestation_kinds },
  { "date", N_ ("Held on"), SARAP_FIELD_DATE, KEY },
  { "decision", N_ ("Decision"), SARAP_FIELD_CODE, NEEDED, sarap_decisions },
  { "outcome", N_ ("Outcome"), SARAP_FIELD_CODE, 0, sarap_outcomes },
  { "outcome_date", N_ ("Date of the outcome"), SARAP_FIELD_DATE },
  { "order_no", N_ ("Order No."), SARAP_FIELD_TEXT },
};

static void
check_attestation (const char *const *values, GPtrArray *faults)
{
  if (given (values[ATTESTATION_OUTCOME]) && !given (values[ATTESTATION_OUTCOME_DATE]))
    sarap_faults_add (faults, ATTESTATION_OUTCOME_DATE,
                      g_strdup (_ ("An outcome needs its date.")));
  if (!given (values[ATTESTATION_OUTCOME]) && given (values[ATTESTATION_OUTCOME_DATE]))
    sarap_faults_add (faults, ATTESTATION_OUTCOME,
                      g_strdup (_ ("There is a date of the outcome, but no outcome.")));
  check_order (values, ATTESTATION_DATE, ATTESTATION_OUTCOME_DATE,
               /* TRANSLATORS: two dates */
               _ ("The outcome on %s is before the attestation on %s."), faults);
}

/* app/rules/README.md 11 */
static void
check_attestation_on (const char *const *values, SarapDate today, GPtrArray *faults)
{
  SarapAttestation attestation = { 0 };
  SarapWarning refusal;
  char day[SARAP_DATE_TEXT];

  if (!read_date (values[ATTESTATION_DATE], &attestation.date))
    return;
  read_date (values[ATTESTATION_OUTCOME_DATE], &attestation.outcome_date);
  if (!sarap_rules_attestation_refusal (&attestation, today, &refusal))
    return;
  sarap_date_to_text (today, day);
  if (refusal.kind == SARAP_WARNING_ATTESTATION_AHEAD)
    sarap_faults_add (faults, ATTESTATION_DATE,
                      /* TRANSLATORS: two dates */
                      g_strdup_printf (_ ("The attestation cannot have been held yet: %s is after "
                                          "today, %s."),
                                       values[ATTESTATION_DATE], day));
  else
    sarap_faults_add (faults, ATTESTATION_OUTCOME_DATE,
                      /* TRANSLATORS: two dates */
                      g_strdup_printf (_ ("The outcome cannot be known yet: %s is after today, "
                                          "%s."),
                                       values[ATTESTATION_OUTCOME_DATE], day));
}

const SarapRecordType sarap_attestation_type = {
  .name = "attestation",
  .file = "attestations.csv",
  .label = N_ ("Attestation"),
  .plural = N_ ("Attestations"),
  .fields = attestation_fields,
  .n_fields = G_N_ELEMENTS (attestation_fields),
  .owner = SARAP_OWNER_OFFICER,
  .flags = SARAP_RECORD_IN_EVERY_EXPORT | SARAP_RECORD_STANDING | SARAP_RECORD_ON_FILE,
  .latest = "date",
  .reads = "file",
  .writes = "hr",
  .check = check_attestation,
  .check_on = check_attestation_on,
};

static const SarapField education_fields[] = {
  { "iin", N_ ("IIN"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_officer_type },
  { "kind", N_ ("Kind of education"), SARAP_FIELD_CODE, KEY, sarap_study_kinds },
  { "institution", N_ ("Institution"), SARAP_FIELD_TEXT, KEY },
  { "speciality", N_ ("Speciality"), SARAP_FIELD_TEXT },
  { "qualification", N_ ("Qualification"), SARAP_FIELD_TEXT },
  { "document_no", N_ ("Document No."), SARAP_FIELD_TEXT, SARAP_FIELD_KEY },
  { "finished", N_ ("Finished on"), SARAP_FIELD_DATE },
};

const SarapRecordType sarap_education_type = {
  .name = "education",
  .file = "education.csv",
  .label = N_ ("Education"),
  /* TRANSLATORS: several diplomas, courses, degrees */
  .plural = N_ ("Education records"),
  .fields = education_fields,
  .n_fields = G_N_ELEMENTS (education_fields),
  .owner = SARAP_OWNER_OFFICER,
  .flags = SARAP_RECORD_IN_EVERY_EXPORT,
  .latest = "finished",
  .reads = "file",
  .writes = "hr",
};

/* §8, §23 */
static const SarapField commission_fields[] = {
  { "body", N_ ("Body"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_body_type },
  { "number", N_ ("Number"), SARAP_FIELD_INTEGER, KEY },
  { "order_no", N_ ("Order No."), SARAP_FIELD_TEXT, NEEDED },
  { "order_date", N_ ("Date of the order"), SARAP_FIELD_DATE, NEEDED },
  { "quorum", N_ ("Quorum"), SARAP_FIELD_INTEGER },
};

enum
{
  COMMISSION_NUMBER = 1,
  COMMISSION_QUORUM = 4,
};

static gboolean
is_less (const char *value, int least)
{
  return given (value) && g_ascii_strtoll (value, NULL, 10) < least;
}

/* The quorum is never fewer than three (app/rules/README.md 7) */
static void
check_commission (const char *const *values, GPtrArray *faults)
{
  if (is_less (values[COMMISSION_NUMBER], 1))
    sarap_faults_add (faults, COMMISSION_NUMBER, g_strdup (_ ("Commissions are numbered from 1.")));
  if (is_less (values[COMMISSION_QUORUM], 3))
    sarap_faults_add (faults, COMMISSION_QUORUM,
                      g_strdup (_ ("A quorum is never fewer than three.")));
}

const SarapRecordType sarap_commission_type = {
  .name = "commission",
  .file = "commissions.csv",
  .label = N_ ("Commission"),
  .plural = N_ ("Commissions"),
  .fields = commission_fields,
  .n_fields = G_N_ELEMENTS (commission_fields),
  .owner = SARAP_OWNER_BODY,
  .reads = "known",
  .writes = "agency",
  .check = check_commission,
};

enum
{
  MEMBER_START = 4,
  MEMBER_END,
};

/* §23, §27, §29; a member without a first day has been one since the order that set the commission
   up */
static const SarapField commission_member_fields[] = {
  { "body", N_ ("Body"), SARAP_FIELD_REFERENCE, KEY | SARAP_FIELD_PART, NULL, &sarap_body_type },
  { "number", N_ ("Number"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_commission_type },
  { "iin", N_ ("IIN"), SARAP_FIELD_REFERENCE, KEY, NULL, &sarap_officer_type },
  { "role", N_ ("Role"), SARAP_FIELD_CODE, NEEDED, sarap_commission_roles },
  { "start", N_ ("First day"), SARAP_FIELD_DATE, SARAP_FIELD_KEY },
  { "end", N_ ("Last day"), SARAP_FIELD_DATE },
  { "order_no", N_ ("Order No."), SARAP_FIELD_TEXT },
};

static void
check_commission_member (const char *const *values, GPtrArray *faults)
{
  check_order (values, MEMBER_START, MEMBER_END,
               /* TRANSLATORS: two dates */
               _ ("The last day %s is before the first day %s."), faults);
}

const SarapRecordType sarap_commission_member_type = {
  .name = "commission_member",
  .file = "members.csv",
  .label = N_ ("Member of a commission"),
  .plural = N_ ("Members of commissions"),
  .fields = commission_member_fields,
  .n_fields = G_N_ELEMENTS (commission_member_fields),
  .owner = SARAP_OWNER_BODY,
  .reads = "known",
  .writes = "agency",
  .check = check_commission_member,
};

static const SarapField holiday_fields[] = {
  { "date", N_ ("Date"), SARAP_FIELD_DATE, KEY },
  { "kind", N_ ("Kind of day"), SARAP_FIELD_CODE, NEEDED, sarap_day_kinds },
  { "name_kk", N_ ("Name in Kazakh"), SARAP_FIELD_TEXT },
  { "name_ru", N_ ("Name in Russian"), SARAP_FIELD_TEXT },
};

const SarapRecordType sarap_holiday_type = {
  .name = "holiday",
  .file = "holidays.csv",
  .label = N_ ("Holiday or transferred day"),
  .plural = N_ ("Holidays and transferred days"),
  .fields = holiday_fields,
  .n_fields = G_N_ELEMENTS (holiday_fields),
  .owner = SARAP_OWNER_SERVICE,
  .reads = "known",
  .writes = "agency",
};

const SarapRecordType *sarap_record_types[SARAP_RECORD_TYPES_MOST + 1] = {
  &sarap_body_type,      &sarap_unit_type,       &sarap_officer_type,
  &sarap_service_type,   &sarap_deferral_type,   &sarap_attestation_type,
  &sarap_education_type, &sarap_commission_type, &sarap_commission_member_type,
  &sarap_holiday_type,
};

void
sarap_record_types_add (const SarapRecordType *type)
{
  guint n = 0;

  while (sarap_record_types[n] != NULL)
    n++;
  g_assert (n < SARAP_RECORD_TYPES_MOST);
  sarap_record_types[n] = type;
}

const SarapRecordType *
sarap_record_type_find (const char *name)
{
  for (guint i = 0; sarap_record_types[i] != NULL; i++)
    if (strcmp (sarap_record_types[i]->name, name) == 0)
      return sarap_record_types[i];
  return NULL;
}

int
sarap_record_type_field (const SarapRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return i;
  return -1;
}

gboolean
sarap_record_type_touches_standing (const char *name)
{
  const SarapRecordType *type = sarap_record_type_find (name);

  return type != NULL && (type->flags & SARAP_RECORD_STANDING) != 0;
}

int
sarap_record_type_reference (const SarapRecordType *type, const SarapRecordType *refers)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == SARAP_FIELD_REFERENCE && type->fields[i].refers == refers &&
        !(type->fields[i].flags & SARAP_FIELD_PART))
      return i;
  return -1;
}

guint
sarap_record_type_referred (const SarapRecordType *type,
                            guint field,
                            const char *const *values,
                            const char *key[SARAP_KEY_MOST])
{
  const SarapRecordType *refers = type->fields[field].refers;
  const char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < refers->n_fields; i++)
    {
      if (!(refers->fields[i].flags & SARAP_FIELD_KEY))
        continue;
      if (last != NULL)
        key[n++] = values[sarap_record_type_field (type, last)];
      last = refers->fields[i].name;
      g_assert (n < SARAP_KEY_MOST);
    }
  key[n++] = values[field];
  return n;
}

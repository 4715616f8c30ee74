#include "records/sarap-record.h"

#include <string.h>

#define MAX_FIELDS SARAP_RECORD_FIELDS_MOST

/* A right record of each kind; each line of the table changes one or two fields of it */
static const char *const bodies[] = { "ALM", "territorial", "Алматы", "Алматы" };
static const char *const units[] = { "ALM", "ALM-01", "post", "«Достық»", "«Достык»" };
static const char *const officers[] = { "680111310338", "Нұрғалиев",  "Бауыржан",
                                        NULL,           "1968-01-11", "m",
                                        NULL,           NULL,         NULL };
static const char *const services[] = {
  "680111310338", "customs", NULL,         "ALM",        "ALM-01", "Инспектор", "Инспектор",
  "official",     "2",       "2020-01-01", "2020-12-31", "12-ж/қ", NULL,
};
static const char *const state_services[] = {
  "680111310338", "state", "Әкімдік",    NULL, NULL, NULL, NULL,
  NULL,           NULL,    "2020-01-01", NULL, NULL, NULL,
};
static const char *const deferrals[] = { "680111310338", "absence", "2020-01-01", NULL, NULL };
static const char *const attestations[] = {
  "680111310338", "regular", "2020-01-01", "corresponds", "approved", "2020-02-01", NULL,
};
static const char *const educations[] = {
  "680111310338", "education", "ҚазҰУ", NULL, NULL, NULL, NULL,
};

typedef struct
{
  const SarapRecordType *type;
  const char *const *right;
  const char *field;
  const char *value;
  const char *fault; /* a piece of the sentence, NULL where it is right */
} Line;

static const Line table[] = {
  { &sarap_body_type, bodies, "code", NULL, "needed" },
  { &sarap_body_type, bodies, "kind", "регион", "central, territorial" },
  { &sarap_body_type, bodies, "name_kk", "   ", "only spaces" },
  { &sarap_unit_type, units, "kind", "", "needed" },
  { &sarap_unit_type, units, "body", NULL, "needed" },
  { &sarap_officer_type, officers, "patronymic", "Мұратұлы", NULL },
  { &sarap_officer_type, officers, "iin", "680111310339", "check digit" },
  { &sarap_officer_type, officers, "iin", "68011131033", "twelve" },
  { &sarap_officer_type, officers, "iin", "68011131033x", "digits" },
  { &sarap_officer_type, officers, "birth_date", "1968-01-12", NULL },
  { &sarap_officer_type, officers, "birth_date", "1968-02-30", "not a date" },
  { &sarap_officer_type, officers, "birth_date", "11.01.1968", "not a date" },
  { &sarap_officer_type, officers, "sex", "f", NULL },
  { &sarap_officer_type, officers, "surname", "Нұр\nғалиев", "U+000A" },
  { &sarap_officer_type, officers, "surname", "\xEF\xBB\xBFНұрғалиев", "U+FEFF" },
  { &sarap_officer_type, officers, "surname", "\xFF", "UTF-8" },
  { &sarap_officer_type, officers, "surname", "Нұр\xE2\x80\xA8ғалиев", "U+2028" },
  { &sarap_officer_type, officers, "surname", "\xE2\x80\x8B", "no letter" },
  { &sarap_officer_type, officers, "surname", "\xE3\x85\xA4", "no letter" },
  { &sarap_officer_type, officers, "surname", "…", "no letter" },
  { &sarap_officer_type, officers, "surname", "Н?р?алиев", "Question marks" },
  { &sarap_officer_type, officers, "surname", "????", "Question marks" },
  { &sarap_officer_type, officers, "patronymic", "-", NULL },
  { &sarap_officer_type, officers, "surname", "Aлимoв", "Cyrillic: Ao." },
  { &sarap_officer_type, officers, "surname", "Алимов1", "a digit" },
  { &sarap_officer_type, officers, "given_name_ru", "Тиmур", "Cyrillic: m." },
  { &sarap_officer_type, officers, "surname", "Smith", NULL },
  { &sarap_officer_type, officers, "surname", "Әбіл-Оғлы", NULL },
  { &sarap_service_type, services, "unit", NULL, NULL },
  { &sarap_service_type, services, "end", NULL, NULL },
  { &sarap_service_type, services, "end", "2020-01-01", NULL },
  { &sarap_service_type, services, "end", "2019-12-31", "before the first day" },
  { &sarap_service_type, services, "level", "5.0", "whole number" },
  { &sarap_service_type, services, "level", "07", "whole number" },
  { &sarap_service_type, services, "level", "+7", "whole number" },
  { &sarap_service_type, services, "level", "99999999999", "too large" },
  { &sarap_service_type, services, "level", NULL, "customs body needs" },
  { &sarap_service_type, services, "body", NULL, "customs body needs" },
  { &sarap_service_type, services, "category", "boss", "not one of" },
  { &sarap_service_type, state_services, "employer", NULL, "Name the employer" },
  { &sarap_service_type, state_services, "body", "ALM", "Only service in a customs body" },
  { &sarap_service_type, state_services, "level", "3", "Only service in a customs body" },
  { &sarap_deferral_type, deferrals, "end", "2020-01-01", NULL },
  { &sarap_deferral_type, deferrals, "end", "2019-12-31", "before the first day" },
  { &sarap_deferral_type, deferrals, "kind", "holiday", "not one of" },
  { &sarap_attestation_type, attestations, "outcome", NULL, "no outcome" },
  { &sarap_attestation_type, attestations, "outcome_date", NULL, "needs its date" },
  { &sarap_attestation_type, attestations, "outcome_date", "2019-12-31", "before the attestation" },
  { &sarap_attestation_type, attestations, "decision", NULL, "needed" },
  { &sarap_education_type, educations, "institution", NULL, "needed" },
  { &sarap_education_type, educations, "finished", "2001", "not a date" },
};

static void
test_right (void)
{
  const Line right[] = {
    { &sarap_body_type, bodies },
    { &sarap_unit_type, units },
    { &sarap_officer_type, officers },
    { &sarap_service_type, services },
    { &sarap_service_type, state_services },
    { &sarap_deferral_type, deferrals },
    { &sarap_attestation_type, attestations },
    { &sarap_education_type, educations },
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GPtrArray) faults = sarap_record_type_check (right[i].type, right[i].right);

      g_assert_cmpuint (faults->len, ==, 0);
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const Line *line = &table[i];
      const char *values[MAX_FIELDS];
      int field = sarap_record_type_field (line->type, line->field);
      g_autoptr (GPtrArray) faults = NULL;
      SarapFault *fault;

      memcpy (values, line->right, line->type->n_fields * sizeof *values);
      values[field] = line->value;
      faults = sarap_record_type_check_on (line->type, values, SARAP_DATE_FAR);
      if (faults->len != (line->fault != NULL ? 1 : 0))
        g_error ("%s.%s = “%s” has %u faults", line->type->name, line->field, line->value,
                 faults->len);
      if (line->fault == NULL)
        continue;
      fault = g_ptr_array_index (faults, 0);
      g_assert_cmpint (fault->field, ==, field);
      if (strstr (fault->message, line->fault) == NULL)
        g_error ("%s.%s: “%s” does not say “%s”", line->type->name, line->field, fault->message,
                 line->fault);
    }
}

static void
test_longest (void)
{
  g_autofree char *fits = g_strnfill (SARAP_FIELD_LONGEST, 'x');
  g_autofree char *long_text = g_strnfill (SARAP_FIELD_LONGEST + 1, 'x');
  g_autofree char *megabyte = g_strnfill (1 << 20, 'x');
  g_autofree char *message = NULL;
  const SarapField *field = &sarap_officer_type.fields[1];

  g_assert_true (sarap_field_check (field, fits, NULL));
  g_assert_false (sarap_field_check (field, long_text, NULL));
  g_assert_false (sarap_field_check (field, megabyte, &message));
  g_assert_cmpuint (strlen (message), <, 200);
}

static void
test_difference (void)
{
  g_autoptr (SarapRecord) before = sarap_record_new (&sarap_deferral_type);
  g_autoptr (SarapRecord) after = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *same = NULL;
  g_autofree char *added = NULL;

  sarap_record_set (before, "iin", "680111310338");
  sarap_record_set (before, "reason", "науқас \"ауыр\" \\ \x01");
  after = sarap_record_copy (before);
  same = sarap_record_difference (before, after);
  sarap_record_set (after, "end", "2026-05-31");
  sarap_record_set (after, "reason", "");
  changed = sarap_record_difference (before, after);
  added = sarap_record_difference (NULL, after);
  g_assert_cmpstr (same, ==, "{}");
  g_assert_cmpstr (changed, ==,
                   "{\"end\":[null,\"2026-05-31\"],"
                   "\"reason\":[\"науқас \\\"ауыр\\\" \\\\ \\u0001\",null]}");
  g_assert_cmpstr (added, ==, "{\"iin\":[null,\"680111310338\"],\"end\":[null,\"2026-05-31\"]}");
}

/* A number of another day of birth or sex is no fault but a warning, a wrong digit the reverse */
static void
test_warnings (void)
{
  static const struct
  {
    const char *iin, *birth_date, *sex;
    const char *warnings[2];
  } lines[] = {
    { "680111310338", "1968-01-11", "m", { NULL, NULL } },
    { "680111310338", "1968-01-12", "m", { "date of birth does not agree", NULL } },
    { "680111310338", "1968-01-11", "f", { "sex does not agree", NULL } },
    { "680111310338", "1970-01-01", "f", { "date of birth does not agree", "sex does not" } },
    { "680111310339", "1970-01-01", "f", { NULL, NULL } },
    { NULL, "1970-01-01", "f", { NULL, NULL } },
    { "680111310338", NULL, NULL, { NULL, NULL } },
    { "680111310338", "1968-13-45", "x", { NULL, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *values[] = { lines[i].iin, "Ә",  "Ә",  NULL, lines[i].birth_date,
                               lines[i].sex, NULL, NULL, NULL };
      g_autoptr (GPtrArray) warnings = sarap_record_type_warnings (&sarap_officer_type, values);
      guint n = 0;

      for (; n < 2 && lines[i].warnings[n] != NULL; n++)
        {
          g_assert_cmpuint (warnings->len, >, n);
          g_assert_nonnull (
              strstr (((SarapFault *) warnings->pdata[n])->message, lines[i].warnings[n]));
        }
      g_assert_cmpuint (warnings->len, ==, n);
    }
}

/* What is mostly a slip in a name is said under the form, once a field, and is no question */
static void
test_hints (void)
{
  static const struct
  {
    const char *surname, *given_name, *patronymic, *patronymic_ru;
    const char *field, *hint; /* NULL: there is nothing to say */
  } lines[] = {
    { "Нұрғалиев", "Бауыржан", "Мұратұлы", NULL, NULL, NULL },
    { "Ә", "Б", NULL, NULL, NULL, NULL },
    { "НҰРҒАЛИЕВ", "Бауыржан", NULL, NULL, "surname", "all in capital" },
    { "Нұрғалиев", "бауыржан", NULL, NULL, "given_name", "all in small" },
    { "Нұрғалиев", "Бауыржан", "NULL", NULL, "patronymic", "there is none" },
    { "Нұрғалиев", "Бауыржан", "-", NULL, "patronymic", "there is none" },
    { "Нұрғалиев", "Бауыржан", "Жоқ", NULL, "patronymic", "there is none" },
    { "Нұрғалиев", "Бауыржан", NULL, "нет", "patronymic_ru", "there is none" },
    { "Оспан", "Anna", NULL, NULL, "given_name", "Latin letters" },
    { "Smith", "Anna", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *values[] = { "680111310338",
                               lines[i].surname,
                               lines[i].given_name,
                               lines[i].patronymic,
                               "1968-01-11",
                               "m",
                               NULL,
                               NULL,
                               lines[i].patronymic_ru };
      g_autoptr (GPtrArray) hints = sarap_record_type_hints (&sarap_officer_type, values);
      SarapFault *hint;

      g_test_message ("%s %s", lines[i].surname, lines[i].given_name);
      g_assert_cmpuint (hints->len, ==, lines[i].hint != NULL);
      if (hints->len == 0)
        continue;
      hint = hints->pdata[0];
      g_assert_cmpstr (sarap_officer_type.fields[hint->field].name, ==, lines[i].field);
      g_assert_nonnull (strstr (hint->message, lines[i].hint));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/right", test_right);
  g_test_add_func ("/record/table", test_table);
  g_test_add_func ("/record/longest", test_longest);
  g_test_add_func ("/record/difference", test_difference);
  g_test_add_func ("/record-check/warnings", test_warnings);
  g_test_add_func ("/record-check/hints", test_hints);
  return g_test_run ();
}
